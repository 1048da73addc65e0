// Receiving a dossier as ONE named statement: one round trip, one transaction, no gap in the numbers.
// `fresh` checks again what was decided from memory; when it finds nothing, nothing at all is written.
// Texts carry marks in place of the code, the paper's number and the register's order number, which only this
// statement knows. A closed register gives no order number, and then nothing else is taken.
// $6 is when the act is done, $70 when the citizen came (earlier only for a sheet of the paper booklet), $7 its day.
import type { Pool, PoolClient } from 'pg';
import type { DossierCode } from '#core/dossier/dossier.ts';
import type { LateEntry } from '#core/dossier/late-entry.ts';
import type { DossierState } from '#core/dossier/state.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { DeskId } from '#core/organisation/organisation.ts';

export const RECEIVE_DOSSIER = `
with fresh as (
  select 1 as ok
  from motcua.procedure_version p
  join motcua.transfer_register t
    on t.province_id = p.province_id and t.procedure_code = p.procedure_code and t.desk_id = $5
  where p.province_id = $1 and p.procedure_code = $10 and p.version = $11 and p.content_hash = $12
    and p.valid_from <= $7::date and (p.valid_to is null or p.valid_to > $7::date)
    and not exists (
      select from motcua.procedure_version n
      where n.province_id = $1 and n.procedure_code = $10 and n.version > $11
        and n.valid_from <= $7::date and (n.valid_to is null or n.valid_to > $7::date))
    and t.valid_from = $13 and (t.valid_to is null or t.valid_to > $7::date)
    and t.agency_unit_id = $14 and t.mode = $15
    and exists (select from motcua.desk d where d.province_id = $1 and d.desk_id = $5
      and d.receiving_unit_id = $16 and (d.valid_to is null or d.valid_to > $7::date))
    and not exists (select from motcua.working_calendar w where w.province_id = $1 and w.version > $17)
    and not exists (select from motcua.form_table f where f.province_id = $1 and f.version > $77)
    and (select count(distinct f.sha256) from motcua.file_upload f
      where f.province_id = $1 and f.sha256 = any($18::text[]) and f.desk_id = $5) = cardinality($18::text[])
    and exists (select from motcua.journal_head h where h.province_id = $1 and h.chain_id = $8)
    and not exists (select from motcua.command c where c.province_id = $1 and c.command_id = $2)
), registered as (
  insert into motcua.number_counter as c (province_id, series, period, last_number)
  select $1, $73, $74, 1 from fresh
  on conflict (province_id, series, period) do update set last_number = c.last_number + 1 where c.closed_at is null
  returning last_number, volume
), given as (
  -- the dossier's series first, then its paper's
  insert into motcua.number_counter as c (province_id, series, period, last_number)
  select $1, s.series, s.period, 1
  from registered, unnest($19::text[], $20::text[]) with ordinality as s (series, period, n)
  order by s.n
  on conflict (province_id, series, period) do update set last_number = c.last_number + 1
  returning series, lpad(last_number::text, greatest(4, length(last_number::text)), '0') as number
), coded as (
  select $21 || own.number as code, coalesce(paper.number, own.number) as number,
    lpad(r.volume::text, greatest(2, length(r.volume::text)), '0') as volume_text, r.last_number as order_no, lpad(r.last_number::text, greatest(2, length(r.last_number::text)), '0') as order_text
  from given own
  cross join registered r
  left join given paper on paper.series = ($19::text[])[2]
  where own.series = ($19::text[])[1]
), dossier as (
  insert into motcua.dossier
    (province_id, dossier_id, code, code_is_provisional, procedure_code, procedure_version, procedure_name, case_id, channel,
     regime, mode, desk_id, receiving_unit_id, helped_at_unit_id, agency_unit_id, parties, answers, return_wish, set_count, batch_id,
     receiver_id, receiver_name, assistant_id, assistant_name, state, revision, received_at, recorded_at, due_at, due,
     calendar_version, names_folded, identity_numbers, late_entry, signing, clock, clock_state)
  select $1, $9, code, $22, $10, $11, $23, $24, $25,
     $26, $27, $5, $16, $28, $14, $29, $30, $31, $32, $33,
     $34, $35, $36, $37, 'received', 1, $70, now(), $38, $39,
     $40, $41, $42, $71, $72, $76, $39::jsonb->>'state'
  from coded
), papers as (
  insert into motcua.dossier_paper (province_id, dossier_id, line_no, item_id, name, form, count, shown_only, scans)
  select $1, $9, p.line_no, p.item_id, p.name, p.form, p.count, p.shown_only, string_to_array(p.scans, ',')
  from coded, unnest($43::text[], $44::text[], $45::text[], $46::smallint[], $47::boolean[], $48::text[])
    with ordinality as p (item_id, name, form, count, shown_only, scans, line_no)
), things as (
  insert into motcua.custody_thing (province_id, thing_id, kind, dossier_id, round_no, lines, count, holder_kind, holder_id, since, last_event_no)
  select $1, $79, 'papers', $9, 0, $80, $81, 'desk', $5, $70, 1 from coded where $81::integer > 0
), came as (
  insert into motcua.custody_event (province_id, thing_id, event_no, kind, to_kind, to_id, count, at, recorded_at, by_account, by_name)
  select $1, $79, 1, 'came', 'desk', $5, $81, $70, now(), $65, $82 from coded where $81::integer > 0
), fees as (
  insert into motcua.dossier_fee
    (province_id, dossier_id, line_no, fee_id, kind, name, quantity, unit_amount, amount, exemption, collected_at, payee_unit_id)
  select $1, $9, f.line_no, f.fee_id, f.kind, f.name, f.quantity, f.unit_amount, f.amount, f.exemption,
    case when f.collected then $70::timestamptz end, $14
  from coded, unnest($49::text[], $50::text[], $51::text[], $52::integer[], $53::bigint[], $54::bigint[], $55::text[], $56::boolean[])
    with ordinality as f (fee_id, kind, name, quantity, unit_amount, amount, exemption, collected, line_no)
), issued as (
  insert into motcua.issued_paper
    (province_id, paper_id, dossier_id, desk_id, kind, form_version, number, payload, issued_at, issued_by)
  select $1, $57, $9, $5, $58, $59, replace($60, $62, number), replace(replace(replace(replace($61, $63, code), $62, number), $75, order_text), $78, volume_text)::jsonb, $6, $34
  from coded
), entered as (
  insert into motcua.register_entry (province_id, desk_id, year, number, dossier_id, entered_at)
  select $1, $5, $74::smallint, order_no, $9, $6 from coded
), head as (
  update motcua.journal_head h
  set seq = h.seq + 1, prev_hash = h.hash,
    hash = sha256(h.hash || convert_to('{"seq":' || (h.seq + 1)::text || ',' || replace($64, $63, coded.code), 'UTF8'))
  from coded
  where h.province_id = $1 and h.chain_id = $8
  returning h.seq, h.prev_hash, h.hash
), entry as (
  insert into motcua.journal (province_id, chain_id, seq, act, dossier_id, account_id, at, recorded_at, body, prev_hash, hash)
  select $1, $8, head.seq, $3, $9, $65, $6, now(), '{"seq":' || head.seq::text || ',' || replace($64, $63, coded.code), head.prev_hash, head.hash
  from head, coded
), messages as (
  insert into motcua.outbox (province_id, outbox_id, topic, dossier_id, payload, created_at, next_attempt_at)
  select $1, o.outbox_id, o.topic, $9, replace(o.payload, $63, code)::jsonb, now(), now()
  from coded, unnest($66::uuid[], $67::text[], $68::text[]) as o (outbox_id, topic, payload)
), answered as (
  insert into motcua.command (province_id, command_id, act, fingerprint, account_id, answer, at)
  select $1, $2, $3, $4, $65, replace($69, $63, code)::jsonb, now() from coded
)
select code from coded`;

/** Which of its rows is met first is the planner's choice. */
const OF_DOSSIER = new Set(['dossier_pkey', 'dossier_paper_pkey', 'dossier_fee_pkey', 'certification_entry_pkey', 'register_entry_dossier']);

const constraintOf = (error: unknown): string => (error instanceof Error && 'constraint' in error ? String(error.constraint) : '');
export const isSameDossier = (error: unknown): boolean => OF_DOSSIER.has(constraintOf(error));
/** A sheet of the paper booklet that was entered before. */
export const isSameSheet = (error: unknown): boolean => constraintOf(error) === 'dossier_booklet_number';

/** Undefined: the facts are no longer so (the command or the dossier may already be there); nothing was written. */
export const saveReceivedDossier = async (pool: Pool, values: readonly unknown[]): Promise<string | undefined> => {
  try {
    const { rows } = await pool.query<{ code: string }>({ name: 'receive-dossier', text: RECEIVE_DOSSIER, values: [...values] });
    return rows[0]?.code;
  } catch (error) {
    if (isSameDossier(error) || isSameSheet(error)) return undefined;
    throw error;
  }
};

export type ExistingDossier = { readonly deskId: DeskId; readonly state: DossierState; readonly revision: number; readonly code: DossierCode };

/** A dossier with this id, wherever it is: an id is used once. */
export const findExisting = async (db: Pool | PoolClient, provinceId: number, dossierId: string): Promise<ExistingDossier | undefined> => {
  const { rows } = await db.query<ExistingDossier>({
    name: 'find-existing-dossier',
    text: `select desk_id as "deskId", state, revision, code from motcua.dossier where province_id = $1 and dossier_id = $2`,
    values: [provinceId, dossierId],
  });
  return rows[0];
};

/** The dossier that this sheet of that day's booklet was entered as. */
export const findEnteredAs = async (db: Pool | PoolClient, provinceId: number, deskId: DeskId, entry: LateEntry): Promise<DossierCode | undefined> => {
  const { rows } = await db.query<{ code: DossierCode }>({
    name: 'find-entered-as',
    text: `select code from motcua.dossier
           where province_id = $1 and desk_id = $2 and left(late_entry->>'receivedAt', 10) = $3 and late_entry->>'bookletNumber' = $4
             and late_entry is not null and state <> 'cancelled'`,
    values: [provinceId, deskId, dateOf(entry.receivedAt), entry.bookletNumber],
  });
  return rows[0]?.code;
};

/** A series that was closed and signed gives nothing any more. */
export const isSeriesClosed = async (db: Pool | PoolClient, provinceId: number, { series, period }: NumberSeries): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'is-series-closed',
    text: `select 1 from motcua.number_counter where province_id = $1 and series = $2 and period = $3 and closed_at is not null`,
    values: [provinceId, series, period],
  });
  return rowCount === 1;
};

export const ensureChain = async (pool: Pool, provinceId: number, chain: string): Promise<void> => {
  await pool.query(
    `insert into motcua.journal_head (province_id, chain_id, seq, prev_hash, hash)
     values ($1, $2, 0, $3, $3) on conflict do nothing`,
    [provinceId, chain, Buffer.alloc(32)],
  );
};
