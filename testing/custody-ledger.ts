// The ledger read back as a whole: what each thing's events give, against the row that stands.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { foldCustody } from '#core/custody/fold-custody.ts';
import type { Holder, Thing } from '#core/custody/thing.ts';
import { findEvents, findThings, findThingsById } from '#server/custody/things.sql.ts';

const PROVINCE = 42;

export const thingsOf = async (pool: Pool, ...dossierIds: readonly string[]): Promise<readonly Thing[]> => findThings(pool, PROVINCE, dossierIds);

const nameOf = ({ kind, id }: Holder): string => (kind === 'transit' || id === '' ? kind : `${kind} ${id}`);

/** 'papers 3 desk ky-bac': what there is of a dossier, and where. */
export const standing = async (pool: Pool, dossierId: string): Promise<readonly string[]> =>
  (await thingsOf(pool, dossierId)).map((thing) => `${thing.kind} ${thing.count} ${nameOf(thing.holder)}`).toSorted();

/** The kinds of what happened to a dossier's things, thing by thing. */
export const happened = async (pool: Pool, dossierId: string): Promise<readonly string[]> => {
  const things = await thingsOf(pool, dossierId);
  const events = await findEvents(pool, PROVINCE, things.map(({ thingId }) => thingId));
  return things.map((thing) => `${thing.kind}: ${events.filter(({ thingId }) => thingId === thing.thingId).map(({ kind }) => kind).join(' ')}`).toSorted();
};

const AT_ONCE = 2_000;

const foldsOtherwise = async (pool: Pool, thingIds: readonly string[]): Promise<readonly string[]> => {
  const things = await findThingsById(pool, PROVINCE, thingIds);
  // each thing's own, once: looking through all events for each thing takes minutes
  const own = Map.groupBy(await findEvents(pool, PROVINCE, thingIds), ({ thingId }) => thingId);
  return things.flatMap(({ thingId, kind, dossierId, roundNo: _round, lines: _lines, name: _name, label: _label, ...stands }) => {
    const folded = foldCustody(own.get(thingId) ?? []);
    return JSON.stringify(Object.entries(folded ?? {}).toSorted()) === JSON.stringify(Object.entries(stands).toSorted()) ? [] : [`${kind} of ${dossierId}`];
  });
};

/** Rows that their events do not explain, and records whose two sides do not agree: none, ever. */
export const findUnexplained = async (pool: Pool): Promise<readonly string[]> => {
  const { rows: things } = await pool.query<{ id: string }>('select thing_id as id from motcua.custody_thing order by thing_id');
  const unlike: string[] = [];
  // a province's month is not held in memory at once
  for (let from = 0; from < things.length; from += AT_ONCE) unlike.push(...await foldsOtherwise(pool, things.slice(from, from + AT_ONCE).map(({ id }) => id)));
  const { rows: records } = await pool.query<{ record: string }>(
    `select e.record_id::text as record from motcua.custody_event e
     left join (select t.holder_id, sum(t.count) as pieces from motcua.custody_thing t where t.holder_kind = 'transit' group by t.holder_id) way on way.holder_id = e.record_id::text
     where e.record_id is not null group by e.record_id
     having sum(e.count) filter (where e.kind = 'sent')
       <> coalesce(sum(e.count) filter (where e.kind in ('received', 'refused', 'lost', 'taken-over', 'destroyed')), 0)
        + coalesce(sum(case when e.bound_kind is null then e.count else -e.count end) filter (where e.kind = 'corrected'), 0)
        -- found again with its bag, it is on that way once more
        - coalesce(sum(e.count) filter (where e.kind = 'found' and e.bound_kind is not null), 0)
        + coalesce(max(way.pieces), 0)`);
  return [...unlike, ...records.map(({ record }) => `record ${record}`)];
};

/** A paper of this dossier that nobody has, with its open case, what is asked for and what is owed; returns the case. */
export const plantMissing = async (pool: Pool, dossierId: string): Promise<string> => {
  const [thingId, caseId] = [randomUUID(), randomUUID()];
  await pool.query(
    `insert into motcua.custody_thing (province_id, thing_id, kind, dossier_id, round_no, lines, name, count, holder_kind, holder_id, since, last_event_no)
     values (42, $1, 'paper', $2, 0, '{1}', 'Giấy thử', 1, 'unaccounted', '', '2019-11-18T07:10:00+07:00', 1)`, [thingId, dossierId]);
  await pool.query(
    `insert into motcua.custody_case (province_id, case_id, kind, thing_id, dossier_id, desk_id, agency_unit_id, sent, arrived, note, opened_at, opened_by, opened_by_name, settle_by)
     select 42, $1, 'short', $2, d.dossier_id, d.desk_id, d.agency_unit_id, 1, 0, 'thiếu', '2019-11-18T07:10:00+07:00', d.receiver_id, d.receiver_name, '2019-11-25'
     from motcua.dossier d where d.dossier_id = $3`, [caseId, thingId, dossierId]);
  await pool.query(
    `insert into motcua.custody_reissue (province_id, case_id, task_no, thing_id, what, by_side, due, asked_at, asked_by_name)
     values (42, $1, 1, $2, 'Giấy thử', 'desk', '2019-11-25', '2019-11-18T07:10:00+07:00', 'Người thử')`, [caseId, thingId]);
  await pool.query(
    `insert into motcua.custody_compensation (province_id, case_id, line_no, kind, amount, pay_by, rules_version) values (42, $1, 1, 'reissue-cost', 5000, '2019-12-18', 1)`, [caseId]);
  return caseId;
};
