// Shipments as the acts of a round lock them: by the order's row, which the feed and the desk's own acts lock too.
import type { Pool, PoolClient } from 'pg';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import type { RoundShipment, Stop } from '#core/shipment/courier-round.ts';
import type { AttemptPolicy } from '#core/shipment/next-attempt.ts';

type Row = Omit<RoundShipment, 'stop' | 'dossiers' | 'lyingHere'> & {
  readonly deskId: DeskId; readonly carrierId: string; readonly itemNumber: string | null; readonly receiverName: string;
  readonly collectOnDelivery: number; readonly attempts: Partial<AttemptPolicy> | null; readonly dossierIds: readonly DossierId[];
  readonly stopState: Stop['state'] | null; readonly courierId: AccountId | null; readonly day: PlainDate | null; readonly next: Stop['next'] | null; readonly takenAt: Moment | null;
};
export type LockedShipment = Omit<Row, 'stopState' | 'courierId' | 'day' | 'next' | 'takenAt' | 'attempts'> & {
  readonly stop?: Stop; readonly takenAt?: Moment; readonly policy: Partial<AttemptPolicy>;
};

const shipmentOf = ({ stopState, courierId, day, next, takenAt, attempts, ...row }: Row): LockedShipment => ({
  ...row, policy: attempts ?? {}, ...(takenAt && { takenAt }),
  ...(stopState && courierId && day && { stop: { state: stopState, courierId, day, ...(next && { next }) } }),
});

/** Whose shipments may be touched: a desk's, those in a courier's round, or those of desks that a supervisor answers for. */
export type ShipmentScope =
  | { readonly kind: 'desk'; readonly deskId: DeskId }
  | { readonly kind: 'courier'; readonly courierId: AccountId }
  | { readonly kind: 'desks'; readonly deskIds: readonly DeskId[] };

const within = (scope: ShipmentScope): readonly [condition: string, value: unknown] => {
  switch (scope.kind) {
    case 'desk': return ['s.desk_id = $3', scope.deskId];
    case 'courier': return ['c.courier_id = $3::uuid', scope.courierId];
    case 'desks': return ['s.desk_id = any($3::text[])', scope.deskIds];
  }
};

/** Always in the order of ids: two acts on several never wait for each other in a circle. */
export const lockShipments = async (db: PoolClient, provinceId: number, scope: ShipmentScope, ids: readonly string[]): Promise<readonly LockedShipment[]> => {
  const [condition, value] = within(scope);
  await db.query({
    name: `lock-round-orders-${scope.kind}`,
    text: `select from motcua.carrier_order o join motcua.shipment s on s.province_id = $1 and s.shipment_id = o.shipment_id
           left join motcua.courier_stop c on c.province_id = $1 and c.shipment_id = s.shipment_id
           where o.province_id = $1 and o.shipment_id = any($2::uuid[]) and ${condition} order by o.order_number for update of o`,
    values: [provinceId, ids, value],
  });
  const { rows } = await db.query<Row>({
    name: `find-round-shipments-${scope.kind}`,
    text: `select s.shipment_id as "shipmentId", s.desk_id as "deskId", o.carrier_id as "carrierId", o.order_number as "orderNumber", a.name as "carrierName",
             a.kind = 'own-network' as "isOwnNetwork", o.state as "orderState", o.ordered_at as "orderedAt", s.item_number as "itemNumber",
             s.receiver->>'name' as "receiverName", s.collect_on_delivery as "collectOnDelivery", a.settings->'attempts' as attempts,
             exists (select from motcua.courier_order b where b.province_id = $1 and b.carrier_id = o.carrier_id and b.order_number = o.order_number and b.cancelled_at is null) as "inBook",
             array(select d.dossier_id from motcua.shipment_dossier d where d.province_id = $1 and d.shipment_id = s.shipment_id order by d.dossier_id)::text[] as "dossierIds",
             c.state as "stopState", c.courier_id as "courierId", c.day::text as day, c.next_step as next, c.taken_at as "takenAt"
           from motcua.shipment s
           join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = s.shipment_id
           join motcua.carrier_account a on a.province_id = $1 and a.carrier_id = o.carrier_id
           left join motcua.courier_stop c on c.province_id = $1 and c.shipment_id = s.shipment_id
           where s.province_id = $1 and s.shipment_id = any($2::uuid[]) and ${condition} order by o.order_number`,
    values: [provinceId, ids, value],
  });
  return rows.map(shipmentOf);
};

export type StopSaved = {
  readonly shipmentId: string; readonly courierId: AccountId; readonly day: PlainDate; readonly state: Stop['state'];
  readonly takenAt?: Moment | undefined; readonly next?: Stop['next'] | undefined; readonly endedAt?: Moment | undefined;
};

/** A new stop comes after all that stand in that courier's round of the day. */
export const saveStops = async (db: PoolClient, provinceId: number, stops: readonly StopSaved[]): Promise<void> => {
  await db.query({
    name: 'save-courier-stops',
    text: `insert into motcua.courier_stop as c (province_id, shipment_id, courier_id, day, state, taken_at, next_step, ended_at, place_no)
           select $1, n.*, coalesce((select max(o.place_no) from motcua.courier_stop o where o.province_id = $1 and o.courier_id = n.courier_id and o.day = n.day), 0)
             + row_number() over (partition by n.courier_id, n.day)
           from unnest($2::uuid[], $3::uuid[], $4::date[], $5::text[], $6::timestamptz[], $7::text[], $8::timestamptz[]) as n (shipment_id, courier_id, day, state, taken_at, next_step, ended_at)
           on conflict (province_id, shipment_id) do update set courier_id = excluded.courier_id, day = excluded.day, state = excluded.state, taken_at = excluded.taken_at,
             next_step = excluded.next_step, ended_at = excluded.ended_at,
             place_no = case when c.courier_id = excluded.courier_id and c.day = excluded.day then c.place_no else excluded.place_no end`,
    values: [
      provinceId, stops.map((one) => one.shipmentId), stops.map((one) => one.courierId), stops.map((one) => one.day), stops.map((one) => one.state),
      stops.map((one) => one.takenAt ?? null), stops.map((one) => one.next ?? null), stops.map((one) => one.endedAt ?? null),
    ],
  });
};

/** A plan is no record: what was planned and never left the desk is in nobody's round again. */
export const dropPlans = async (db: PoolClient, provinceId: number, shipmentIds: readonly string[]): Promise<void> => {
  await db.query({
    name: 'drop-courier-plans', text: "delete from motcua.courier_stop where province_id = $1 and shipment_id = any($2::uuid[]) and state = 'planned'", values: [provinceId, shipmentIds],
  });
};

/** Couriers of the desk's own post office and of those above it, on this day. */
export const findCouriersOf = async (
  db: Pool | PoolClient, provinceId: number, deskIds: readonly DeskId[], day: PlainDate,
): Promise<readonly { readonly courierId: AccountId; readonly name: string; readonly unitName: string }[]> => {
  const { rows } = await db.query<{ courierId: AccountId; name: string; unitName: string }>({
    name: 'find-couriers-of-desks',
    text: `with recursive above as (
             select d.post_office_unit_id as unit_id from motcua.desk d where d.province_id = $1 and d.desk_id = any($2::text[])
             union select u.parent_unit_id from motcua.unit u join above a on u.unit_id = a.unit_id where u.province_id = $1 and u.parent_unit_id is not null)
           select distinct on (p.full_name, p.account_id) p.account_id as "courierId", p.full_name as name, u.short_name as "unitName"
           from motcua.assignment s join motcua.account p on p.province_id = $1 and p.account_id = s.account_id
           join motcua.unit u on u.province_id = $1 and u.unit_id = s.unit_id
           where s.province_id = $1 and s.role = 'courier' and s.unit_id in (select unit_id from above) and p.disabled_at is null
             and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)
           order by p.full_name, p.account_id, s.assignment_no`,
    values: [provinceId, deskIds, day],
  });
  return rows;
};

/** In her order; says how many of them are in her round. */
export const arrangeStops = async (db: PoolClient, provinceId: number, courierId: AccountId, shipmentIds: readonly string[]): Promise<number> => {
  const { rowCount } = await db.query({
    name: 'arrange-courier-stops',
    text: `update motcua.courier_stop c set place_no = n.place_no::smallint
           from unnest($3::uuid[]) with ordinality as n (shipment_id, place_no)
           where c.province_id = $1 and c.courier_id = $2 and c.shipment_id = n.shipment_id and c.ended_at is null`,
    values: [provinceId, courierId, shipmentIds],
  });
  return rowCount ?? 0;
};

export const findCourierName = async (db: PoolClient, provinceId: number, courierId: AccountId): Promise<string> => {
  const { rows } = await db.query<{ name: string }>({ name: 'find-courier-name', text: 'select full_name as name from motcua.account where province_id = $1 and account_id = $2', values: [provinceId, courierId] });
  return rows[0]?.name ?? '';
};
