// What stands in a book, in the order of its numbers; the months by the day on which each line was entered.
import type { Pool, PoolClient } from 'pg';
import { stateNote } from '#core/numbering/register-note.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { BookKey } from '#core/numbering/register-book.ts';
import type { CertificationBookLine, RegisterBookLine } from '#wire/books.wire.ts';

export type LinesAsked = {
  readonly after: number;
  /** The last number of a volume; absent: the year to its end. */
  readonly upTo?: number;
  /** Names of the volumes: '01/2019-SCT/BS'. */
  readonly books: readonly string[];
  readonly limit: number;
  readonly from?: Moment;
  readonly to?: Moment;
  /** Folded: part of a name or a code, or an order number. */
  readonly q: string;
};

type RegisterRow = { readonly [K in keyof Required<Omit<RegisterBookLine, 'kind' | 'note'>>]: Required<RegisterBookLine>[K] | null } & { readonly state: DossierState };

const present = <T extends object>(row: object): T => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
const escaped = (q: string): string => q.replaceAll(/[\\%_]/gu, String.raw`\$&`);

const findRegisterLines = async (pool: Pool | PoolClient, provinceId: number, book: BookKey, asked: LinesAsked): Promise<readonly RegisterBookLine[]> => {
  const { rows } = await pool.query<RegisterRow>({
    name: 'find-register-lines',
    text: `
      select e.number, d.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName", d.set_count as "setCount", d.state,
        coalesce(d.parties->'owner'->>'organisationName', d.parties->'applicant'->>'organisationName', d.parties->'owner'->>'fullName', d.parties->'applicant'->>'fullName') as "ownerName",
        concat_ws(', ', nullif(coalesce(d.parties->'owner', d.parties->'applicant')->'address'->>'line', ''), coalesce(d.parties->'owner', d.parties->'applicant')->'address'->>'communeName') as address,
        coalesce(d.parties->'owner'->>'phone', d.parties->'applicant'->>'phone') as phone, u.short_name as "agencyName",
        d.received_at as "receivedAt", d.due_at as "dueAt", f.at as "forwardedAt", b.at as "outcomeReceivedAt",
        r.returned_at as "returnedAt", d.return_wish->>'kind' as "returnBy", r.receiver->>'fullName' as "signedBy"
      from motcua.register_entry e
      join motcua.dossier d on d.province_id = e.province_id and d.dossier_id = e.dossier_id
      join motcua.unit u on u.province_id = d.province_id and u.unit_id = d.agency_unit_id
      left join lateral (
        select max(h.sent_at) as at from motcua.hand_over_line l
        join motcua.hand_over h on h.province_id = l.province_id and h.hand_over_id = l.hand_over_id and h.direction = 'to-agency'
        where l.province_id = e.province_id and l.dossier_id = e.dossier_id and l.result is distinct from 'rejected' and not l.follows) f on true
      left join lateral (
        select max(h.received_at) as at from motcua.hand_over_line l
        join motcua.hand_over h on h.province_id = l.province_id and h.hand_over_id = l.hand_over_id and h.direction = 'to-desk'
        where l.province_id = e.province_id and l.dossier_id = e.dossier_id and l.result = 'received') b on true
      left join motcua.outcome_return r on r.province_id = e.province_id and r.dossier_id = e.dossier_id and r.undone_at is null
      where e.province_id = $1 and e.desk_id = $2 and e.year = $3 and e.number > $4 and ($10::int is null or e.number <= $10)
        and ($5::timestamptz is null or e.entered_at >= $5) and ($6::timestamptz is null or e.entered_at < $6)
        and ($7 = '' or d.names_folded like '%' || $8 || '%' or lower(d.code) like '%' || $8 || '%' or e.number::text = ltrim($7, '0'))
      order by e.number limit $9`,
    values: [provinceId, book.holderId, book.year, asked.after, asked.from ?? null, asked.to ?? null, asked.q, escaped(asked.q), asked.limit, asked.upTo ?? null],
  });
  return rows.map((row) => ({ kind: 'register', ...present<Omit<RegisterBookLine, 'kind' | 'note'>>(row), note: stateNote(row.state) }));
};

const findCertificationLines = async (pool: Pool | PoolClient, provinceId: number, book: BookKey, asked: LinesAsked): Promise<readonly CertificationBookLine[]> => {
  const { rows } = await pool.query<Omit<CertificationBookLine, 'kind'>>({
    name: 'find-certification-lines',
    text: `
      select c.number, c.dossier_id as "dossierId", d.code, c.certified_at as "certifiedAt", c.requester_name as "requesterName",
        c.paper_name as "paperName", c.pages, c.copies, c.fee::int as fee, d.receiver_name as "receiverName", c.signed_by_name || ', ' || c.signer_title as "signedBy"
      from motcua.certification_entry c
      join motcua.dossier d on d.province_id = c.province_id and d.dossier_id = c.dossier_id
      where c.province_id = $1 and c.unit_id = $2 and c.book = any($3::text[]) and c.number > $4 and ($10::int is null or c.number <= $10)
        and ($5::timestamptz is null or c.certified_at >= $5) and ($6::timestamptz is null or c.certified_at < $6)
        and ($7 = '' or d.names_folded like '%' || $8 || '%' or lower(d.code) like '%' || $8 || '%' or c.number::text = ltrim($7, '0'))
      order by c.number limit $9`,
    values: [provinceId, book.holderId, asked.books, asked.after, asked.from ?? null, asked.to ?? null, asked.q, escaped(asked.q), asked.limit, asked.upTo ?? null],
  });
  return rows.map((row) => ({ kind: 'certification', ...present<Omit<CertificationBookLine, 'kind'>>(row) }));
};

export const findLines = (
  pool: Pool | PoolClient, provinceId: number, book: BookKey, asked: LinesAsked,
): Promise<readonly (RegisterBookLine | CertificationBookLine)[]> =>
  book.kind === 'dossier-register' ? findRegisterLines(pool, provinceId, book, asked) : findCertificationLines(pool, provinceId, book, asked);

export const countMonths = async (pool: Pool, provinceId: number, book: BookKey, { after, upTo, books }: Pick<LinesAsked, 'after' | 'upTo' | 'books'>): Promise<readonly number[]> => {
  const of = (at: string): string => `extract(month from ${at} at time zone 'Asia/Ho_Chi_Minh')::int as month, count(*)::int as count`;
  const { rows } = await pool.query<{ month: number; count: number }>(
    book.kind === 'dossier-register'
      ? {
          name: 'count-register-months', values: [provinceId, book.holderId, book.year, after, upTo ?? null],
          text: `select ${of('entered_at')} from motcua.register_entry where province_id = $1 and desk_id = $2 and year = $3 and number > $4 and ($5::int is null or number <= $5) group by 1`,
        }
      : {
          name: 'count-certification-months', values: [provinceId, book.holderId, books, after, upTo ?? null],
          text: `select ${of('certified_at')} from motcua.certification_entry where province_id = $1 and unit_id = $2 and book = any($3::text[]) and number > $4 and ($5::int is null or number <= $5) group by 1`,
        },
  );
  return Array.from({ length: 12 }, (_, i) => rows.find(({ month }) => month === i + 1)?.count ?? 0);
};
