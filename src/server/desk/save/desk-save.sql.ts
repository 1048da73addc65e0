// What the desk's acts write, one statement each.
import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { FeeLine, PaperReceived } from '#core/dossier/dossier.ts';
import type { ClockMoved } from '#core/dossier/kept-clock.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { ActContext } from '../../acts/act.ts';
import { clockColumns } from '../../clock/clock-columns.ts';

type Taker = Pick<ActContext, 'provinceId' | 'offline'>;

/** The next numbers of a series, taken in the transaction that uses them: a rollback leaves no gap. What a counter printed without a line bears the numbers it held. */
export const takeNumbers = async (db: PoolClient, { provinceId, offline }: Taker, { series, period }: NumberSeries, howMany: number): Promise<readonly number[]> => {
  const held = offline?.takeLeased({ series, period }, howMany);
  if (held) return held;
  const { rows } = await db.query<{ last: number }>({
    name: 'take-numbers',
    text: `insert into motcua.number_counter (province_id, series, period, last_number) values ($1, $2, $3, $4)
           on conflict (province_id, series, period) do update set last_number = number_counter.last_number + $4
           returning last_number as last`,
    values: [provinceId, series, period, howMany],
  });
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`no number of ${series}`);
  return Array.from({ length: howMany }, (_, index) => last - howMany + 1 + index);
};

export const takeNumber = async (db: PoolClient, taker: Taker, series: NumberSeries): Promise<number> => {
  const [number] = await takeNumbers(db, taker, series, 1);
  if (number === undefined) throw new Error(`no number of ${series.series}`);
  return number;
};

/** A paper printed without a line keeps the id it was printed with. */
export const newPaperId = ({ offline }: Pick<ActContext, 'offline'>): string => offline?.paperId ?? randomUUIDv7();

export const saveState = async (
  db: PoolClient, provinceId: number, dossierId: string,
  change: { readonly state: DossierState; readonly closedAt?: Moment; readonly clock?: ClockMoved },
): Promise<number> => {
  const { rows } = await db.query<{ revision: number }>({
    name: 'save-desk-state',
    text: `update motcua.dossier
           set state = $3, revision = revision + 1, closed_at = case when state = $3 and $4::timestamptz is not null then closed_at else $4 end,
             answer_by = case when state = $3 then answer_by end, answer_waits = answer_waits and state = $3, due = coalesce($5, due), due_at = coalesce($6, due_at),
             calendar_version = coalesce($7, calendar_version), clock = coalesce($8, clock), clock_state = coalesce($9, clock_state),
             second_request = coalesce($10, second_request)
           where province_id = $1 and dossier_id = $2 returning revision`,
    values: [
      provinceId, dossierId, change.state, change.closedAt ?? null, ...clockColumns(change.clock),
    ],
  });
  const revision = rows[0]?.revision;
  if (revision === undefined) throw new Error('the locked dossier is gone');
  return revision;
};

/** Returns the number of the first line; there is none of no papers. */
export const insertPapers = async (
  db: PoolClient, provinceId: number, dossierId: string, roundNo: number, papers: readonly PaperReceived[],
): Promise<number> => {
  const { rows } = await db.query<{ first: number }>({
    name: 'insert-papers',
    text: `insert into motcua.dossier_paper (province_id, dossier_id, line_no, round_no, item_id, name, form, count, shown_only, scans)
           select $1, $2, p.line_no + coalesce((select max(line_no) from motcua.dossier_paper where province_id = $1 and dossier_id = $2), 0),
             $3, p.item_id, p.name, p.form, p.count, p.shown_only, string_to_array(p.scans, ',')
           from unnest($4::text[], $5::text[], $6::text[], $7::smallint[], $8::boolean[], $9::text[])
             with ordinality as p (item_id, name, form, count, shown_only, scans, line_no)
           returning line_no as first`,
    values: [
      provinceId, dossierId, roundNo, papers.map((p) => p.itemId), papers.map((p) => p.name), papers.map((p) => p.form),
      papers.map((p) => p.count), papers.map((p) => p.shownOnly), papers.map((p) => p.scans.join(',')),
    ],
  });
  return Math.min(...rows.map(({ first }) => first));
};

export const insertFees = async (
  db: PoolClient, provinceId: number, dossierId: string, at: Moment, fees: readonly FeeLine[],
): Promise<void> => {
  await db.query({
    name: 'insert-fees',
    text: `insert into motcua.dossier_fee
             (province_id, dossier_id, line_no, fee_id, kind, name, quantity, unit_amount, amount, exemption, collected_at, payee_unit_id)
           select $1, $2, f.line_no, f.fee_id, f.kind, f.name, f.quantity, f.unit_amount, f.amount, f.exemption,
             case when f.collected then $3::timestamptz end, f.payee
           from unnest($4::text[], $5::text[], $6::text[], $7::integer[], $8::bigint[], $9::bigint[], $10::text[], $11::boolean[], $12::text[])
             with ordinality as f (fee_id, kind, name, quantity, unit_amount, amount, exemption, collected, payee, line_no)`,
    values: [
      provinceId, dossierId, at, fees.map((f) => f.feeId), fees.map((f) => f.kind), fees.map((f) => f.name), fees.map((f) => f.quantity),
      fees.map((f) => f.unitAmount), fees.map((f) => f.amount), fees.map((f) => f.exemption ?? null), fees.map((f) => f.collected),
      fees.map((f) => f.payeeUnitId),
    ],
  });
};

export type PaperIssued = {
  readonly paperId: string;
  readonly dossierId?: string;
  readonly number?: string;
  readonly payload: PaperPayload;
  readonly supersedesPaperId?: string;
};

export const insertIssuedPaper = async (
  db: PoolClient, provinceId: number, deskId: DeskId, paper: PaperIssued, at: Moment, by: AccountId,
): Promise<void> => {
  await db.query({
    name: 'insert-desk-paper',
    text: `insert into motcua.issued_paper
             (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by, supersedes_paper_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      provinceId, paper.paperId, paper.dossierId ?? null, deskId, paper.payload.kind, paper.payload.version, paper.number ?? null,
      JSON.stringify(paper.payload), at, by, paper.supersedesPaperId ?? null,
    ],
  });
};

export const insertGuidance = async (
  db: PoolClient, provinceId: number,
  row: {
    readonly guidanceId: string; readonly deskId: DeskId; readonly procedureCode: string; readonly procedureVersion: number; readonly at: Moment;
    readonly by: AccountId; readonly personName?: string; readonly missing: unknown; readonly kind: 'guidance' | 'refusal'; readonly ground?: string;
  },
): Promise<void> => {
  await db.query({
    name: 'insert-guidance',
    text: `insert into motcua.guidance
             (province_id, guidance_id, desk_id, procedure_code, procedure_version, at, by_account, person_name, missing, kind, ground)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      provinceId, row.guidanceId, row.deskId, row.procedureCode, row.procedureVersion, row.at, row.by, row.personName ?? null,
      JSON.stringify(row.missing), row.kind, row.ground ?? null,
    ],
  });
};
