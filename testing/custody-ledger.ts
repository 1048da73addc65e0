// The ledger read back as a whole: what each thing's events give, against the row that stands.
import type { Pool } from 'pg';
import { foldCustody } from '#core/custody/fold-custody.ts';
import type { Holder, Thing } from '#core/custody/thing.ts';
import { findEvents, findThings } from '#server/custody/things.sql.ts';

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

/** Rows that their events do not explain, and records whose two sides do not agree: none, ever. */
export const findUnexplained = async (pool: Pool): Promise<readonly string[]> => {
  const { rows: dossiers } = await pool.query<{ id: string }>('select distinct dossier_id as id from motcua.custody_thing where dossier_id is not null');
  const things = await thingsOf(pool, ...dossiers.map(({ id }) => id));
  const events = await findEvents(pool, PROVINCE, things.map(({ thingId }) => thingId));
  const unlike = things.flatMap(({ thingId, kind, dossierId, roundNo: _round, lines: _lines, name: _name, label: _label, ...stands }) => {
    const folded = foldCustody(events.filter((event) => event.thingId === thingId));
    return JSON.stringify(Object.entries(folded ?? {}).toSorted()) === JSON.stringify(Object.entries(stands).toSorted()) ? [] : [`${kind} of ${dossierId}`];
  });
  const { rows: records } = await pool.query<{ record: string }>(
    `select e.record_id::text as record from motcua.custody_event e where e.record_id is not null group by e.record_id
     having sum(e.count) filter (where e.kind = 'sent')
       <> coalesce(sum(e.count) filter (where e.kind in ('received', 'refused', 'lost', 'taken-over', 'destroyed')), 0)
        + coalesce(sum(case when e.bound_kind is null then e.count else -e.count end) filter (where e.kind = 'corrected'), 0)
        + coalesce((select sum(t.count) from motcua.custody_thing t where t.holder_kind = 'transit' and t.holder_id = e.record_id::text), 0)`);
  return [...unlike, ...records.map(({ record }) => `record ${record}`)];
};
