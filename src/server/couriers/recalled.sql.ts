// Old papers that a courier took in at somebody's door: hers until the desk of their dossier has counted them.
import type { Pool, PoolClient } from 'pg';
import type { Thing } from '#core/custody/thing.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import { THING_COLUMNS, type ThingRow, thingOf } from '../custody/things.sql.ts';

export type RecalledThing = { readonly thing: Thing; readonly code: string; readonly deskId: DeskId };

/** Of one desk, or of all. */
export const findRecalled = async (db: Pool | PoolClient, provinceId: number, courierId: AccountId, deskId?: DeskId): Promise<readonly RecalledThing[]> => {
  const { rows } = await db.query<ThingRow & { readonly code: string; readonly deskId: DeskId }>({
    name: 'find-recalled-with-courier',
    text: `select ${THING_COLUMNS}, d.code, d.desk_id as "deskId" from motcua.custody_thing t
           join motcua.dossier d on d.province_id = $1 and d.dossier_id = t.dossier_id
           where t.province_id = $1 and t.holder_kind = 'courier' and t.holder_id = $2::text and t.kind = 'recalled' and ($3::text is null or d.desk_id = $3)
           order by t.since, t.thing_id`,
    values: [provinceId, courierId, deskId ?? null],
  });
  return rows.map(({ code, deskId: of, ...row }) => ({ thing: thingOf(row), code, deskId: of }));
};

/** `code`: of an old paper's dossier; `personName`: who sent an envelope. */
export type TakenIn = { readonly thing: Thing; readonly code: string | null; readonly personName: string | null };

/** Those on this record, and envelopes. */
export const findTakenInOn = async (db: PoolClient, provinceId: number, recordId: string): Promise<readonly TakenIn[]> => {
  const { rows } = await db.query<ThingRow & Omit<TakenIn, 'thing'>>({
    name: 'find-taken-in-on-record',
    text: `select ${THING_COLUMNS}, (select d.code from motcua.dossier d where d.province_id = $1 and d.dossier_id = t.dossier_id) as code,
             (select p.person->>'name' from motcua.pickup p where p.province_id = $1 and p.pickup_id = t.thing_id) as "personName"
           from motcua.custody_thing t join motcua.courier_record_item i on i.province_id = $1 and i.item_id = t.thing_id
           where t.province_id = $1 and i.record_id = $2 and i.kind in ('recalled', 'pickup') order by t.thing_id for update of t`,
    values: [provinceId, recordId],
  });
  return rows.map(({ code, personName, ...row }) => ({ thing: thingOf(row), code, personName }));
};
