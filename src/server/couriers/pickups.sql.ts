// Papers collected at home: asked for by a desk, collected by its courier, opened at the desk.
import type { Pool, PoolClient } from 'pg';
import type { Thing } from '#core/custody/thing.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { PickupState } from '#core/shipment/pickup.ts';
import type { DeskPickup } from '#wire/courier-desk.wire.ts';
import type { CollectBody, PickupView } from '#wire/pickup.wire.ts';
import type { ActContext } from '../acts/act.ts';
import { THING_COLUMNS, type ThingRow, thingOf } from '../custody/things.sql.ts';

export type PickupScope = { readonly kind: 'desk'; readonly deskId: DeskId } | { readonly kind: 'courier'; readonly courierId: AccountId };
const within = ({ kind }: PickupScope, value: string): string => (kind === 'desk' ? `p.desk_id = ${value}` : `p.courier_id = ${value}::uuid`);
const valueOf = (scope: PickupScope): string => (scope.kind === 'desk' ? scope.deskId : scope.courierId);

export type LockedPickup = {
  readonly pickupId: string; readonly deskId: DeskId; readonly courierId: AccountId; readonly state: PickupState; readonly madeAt: Moment; readonly day: PlainDate; readonly personName: string;
};

export const lockPickup = async (db: PoolClient, provinceId: number, pickupId: string, scope: PickupScope): Promise<LockedPickup | undefined> => {
  const { rows } = await db.query<LockedPickup>({
    name: `lock-pickup-of-${scope.kind}`,
    text: `select p.pickup_id as "pickupId", p.desk_id as "deskId", p.courier_id as "courierId", p.state, p.made_at as "madeAt", p.day::text as day, p.person->>'name' as "personName"
           from motcua.pickup p where p.province_id = $1 and p.pickup_id = $2 and ${within(scope, '$3')} for update`,
    values: [provinceId, pickupId, valueOf(scope)],
  });
  return rows[0];
};

/** Whatever bears this number already: an envelope, or an item that was given out here. */
export const isSlipUsed = async (db: PoolClient, provinceId: number, slipNumber: string): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'is-slip-number-used',
    text: `select from motcua.custody_thing where province_id = $1 and label = $2
           union all select from motcua.item_number where province_id = $1 and item_number = $2 limit 1`,
    values: [provinceId, slipNumber],
  });
  return rowCount !== 0;
};

export type NewPickup = Pick<PickupView, 'pickupId' | 'deskId' | 'courierId' | 'day' | 'procedureName' | 'person' | 'note' | 'checklist'> & { readonly procedureCode: string };

export const insertPickup = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, made: NewPickup): Promise<void> => {
  await db.query({
    name: 'insert-pickup',
    text: `insert into motcua.pickup (province_id, pickup_id, desk_id, courier_id, day, state, procedure_code, procedure_name, checklist, person, note, made_at, made_by, made_by_name)
           values ($1, $2, $3, $4, $5, 'planned', $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      provinceId, made.pickupId, made.deskId, made.courierId, made.day, made.procedureCode, made.procedureName, JSON.stringify(made.checklist), JSON.stringify(made.person), made.note ?? null,
      now, accountId, accountName,
    ],
  });
};

export const saveCollected = async (db: PoolClient, { provinceId, now }: ActContext, pickupId: string, slipNumber: string, { papers, signature, photo, place }: CollectBody): Promise<void> => {
  await db.query({
    name: 'save-pickup-collected',
    text: `update motcua.pickup set state = 'with-courier', collected_at = $3, slip_number = $4, papers = $5, signature = $6, photo = $7, place = $8 where province_id = $1 and pickup_id = $2`,
    values: [provinceId, pickupId, now, slipNumber, JSON.stringify(papers), signature, photo ?? null, place ? JSON.stringify(place) : null],
  });
};

export type PickupChange = {
  readonly state: PickupState; readonly day?: PlainDate; readonly reason?: string; readonly note?: string | undefined; readonly closedAt?: Moment; readonly dossierId?: string | undefined;
};
export const savePickups = async (db: PoolClient, provinceId: number, pickupIds: readonly string[], { state, day, reason, note, closedAt, dossierId }: PickupChange): Promise<void> => {
  await db.query({
    name: 'save-pickups',
    text: `update motcua.pickup set state = $3, day = coalesce($4::date, day), last_reason = coalesce($5, last_reason), last_note = coalesce($6, last_note), closed_at = $7, dossier_id = $8
           where province_id = $1 and pickup_id = any($2::uuid[])`,
    values: [provinceId, pickupIds, state, day ?? null, reason ?? null, note ?? null, closedAt ?? null, dossierId ?? null],
  });
};

/** Whether another envelope of this desk was opened for this dossier. */
export const isDossierOfAnother = async (db: PoolClient, provinceId: number, deskId: DeskId, dossierId: string): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'is-dossier-of-another-pickup', text: 'select from motcua.pickup where province_id = $1 and desk_id = $2 and dossier_id = $3 limit 1', values: [provinceId, deskId, dossierId],
  });
  return rowCount !== 0;
};

export type Envelope = { readonly thing: Thing; readonly personName: string };

/** With the courier, to be handed in at this desk. */
export const lockEnvelopes = async (db: PoolClient, provinceId: number, courierId: AccountId, deskId: DeskId): Promise<readonly Envelope[]> => {
  const { rows } = await db.query<ThingRow & { readonly personName: string }>({
    name: 'lock-envelopes-with-courier',
    text: `select ${THING_COLUMNS}, p.person->>'name' as "personName" from motcua.pickup p join motcua.custody_thing t on t.province_id = $1 and t.thing_id = p.pickup_id
           where p.province_id = $1 and p.courier_id = $2 and p.desk_id = $3 and p.state = 'with-courier' order by p.pickup_id for update of p`,
    values: [provinceId, courierId, deskId],
  });
  return rows.map(({ personName, ...row }) => ({ thing: thingOf(row), personName }));
};

export const getEnvelope = async (db: PoolClient, provinceId: number, pickupId: string): Promise<Thing> => {
  const { rows } = await db.query<ThingRow>({ name: 'get-envelope', text: `select ${THING_COLUMNS} from motcua.custody_thing t where t.province_id = $1 and t.thing_id = $2 for update`, values: [provinceId, pickupId] });
  const [row] = rows;
  if (!row) throw new Error(`pickup ${pickupId} has no envelope`);
  return thingOf(row);
};

type Nulls<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
const present = <T extends object>(row: Nulls<T>): T => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

/** Open ones, and those that ended on this day; of a courier those planned until then. */
export const findPickups = async (pool: Pool, provinceId: number, scope: PickupScope, day: PlainDate): Promise<readonly DeskPickup[]> => {
  const { rows } = await pool.query<Nulls<DeskPickup>>({
    name: `find-pickups-of-${scope.kind}`,
    text: `select p.pickup_id as "pickupId", p.desk_id as "deskId", k.short_name as "deskName", p.courier_id as "courierId", a.full_name as "courierName", p.day::text as day, p.state,
             p.procedure_name as "procedureName", p.person, p.note, p.made_at as "madeAt", p.checklist, p.collected_at as "collectedAt", p.slip_number as "slipNumber", p.papers,
             p.last_reason as "lastReason", p.last_note as "lastNote", p.procedure_code as "procedureCode",
             (select jsonb_build_object('dossierId', d.dossier_id, 'code', d.code) from motcua.dossier d
               where d.province_id = $1 and d.dossier_id = coalesce(p.dossier_id, p.pickup_id) and d.desk_id = p.desk_id) as dossier
           from motcua.pickup p join motcua.desk k on k.province_id = $1 and k.desk_id = p.desk_id join motcua.account a on a.province_id = $1 and a.account_id = p.courier_id
           where p.province_id = $1 and ${within(scope, '$2')} and (
             p.closed_at is null ${scope.kind === 'courier' ? `and (p.day <= $3::date or p.state = 'with-courier') and p.state in ('planned', 'with-courier')` : ''}
             or p.closed_at >= $3::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and p.closed_at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
           order by p.day, p.made_at, p.pickup_id limit 200`,
    values: [provinceId, valueOf(scope), day],
  });
  return rows.map((row) => present<DeskPickup>(row));
};
