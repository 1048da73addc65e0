// Rounds as the post's supervisor plans them: what is in somebody's round, what waits for one, and whom each desk may send.
import type { Pool } from 'pg';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import { MOST_IN_ROUNDS, type PlannedStop, type PostRoundsView } from '#wire/courier-desk.wire.ts';

type Nulls<T> = { readonly [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
type Row = Nulls<PlannedStop>;
const stopOf = ({ itemNumber, state, courierId, courierName, day, ...row }: Row): PlannedStop => ({
  ...row, itemNumber, ...(state !== null && { state }), ...(courierId !== null && { courierId }), ...(courierName !== null && { courierName }), ...(day !== null && { day }),
});

const PLANNED = `s.shipment_id as "shipmentId", o.order_number as "orderNumber", s.item_number as "itemNumber", s.desk_id as "deskId", k.short_name as "deskName", s.receiver->>'place' as place, s.made_at as "madeAt",
  exists (select from motcua.courier_order b where b.province_id = $1 and b.carrier_id = o.carrier_id and b.order_number = o.order_number and b.cancelled_at is null) as "inBook"`;
const FROM = `motcua.shipment s
  join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = s.shipment_id and o.state not in ('cancelled', 'refused')
  join motcua.carrier_account a on a.province_id = $1 and a.carrier_id = o.carrier_id and a.kind = 'own-network'
  join motcua.desk k on k.province_id = $1 and k.desk_id = s.desk_id`;

/** Open ones, and those that ended on this day; each courier's by day and in her order; one more than an answer holds. */
export const findRounds = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], day: PlainDate): Promise<readonly PlannedStop[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-post-rounds',
    text: `select ${PLANNED}, c.state, c.courier_id as "courierId", p.full_name as "courierName", c.day::text as day
           from ${FROM} join motcua.courier_stop c on c.province_id = $1 and c.shipment_id = s.shipment_id
           join motcua.account p on p.province_id = $1 and p.account_id = c.courier_id
           where s.province_id = $1 and s.desk_id = any($2::text[]) and (c.ended_at is null
             or c.ended_at >= $3::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and c.ended_at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
           order by p.full_name, c.courier_id, c.ended_at is not null, c.day, c.place_no, o.order_number limit ${MOST_IN_ROUNDS + 1}`,
    values: [provinceId, deskIds, day],
  });
  return rows.map(stopOf);
};

/** By the index of orders that have not ended, in its very words: without it the couriers' whole past is read. */
const WAITS = `s.province_id = $1 and s.desk_id = any($2::text[]) and o.province_id = $1 and (o.status is null or o.status not in ('delivered', 'returned', 'cancelled', 'lost'))
  and not exists (select from motcua.courier_stop c where c.province_id = $1 and c.shipment_id = s.shipment_id)`;

export type WaitingCursor = { readonly madeAt: Moment | '-infinity'; readonly shipmentId: string };
export const FROM_THE_OLDEST: WaitingCursor = { madeAt: '-infinity', shipmentId: '00000000-0000-0000-0000-000000000000' };

/** In nobody's round, the oldest first. */
export const findWaitingStops = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], after: WaitingCursor, limit: number): Promise<readonly PlannedStop[]> => {
  const { rows } = await pool.query<Row>({
    name: 'find-waiting-for-rounds',
    text: `select ${PLANNED}, null as state, null as "courierId", null as "courierName", null as day
           from ${FROM} where ${WAITS} and (s.made_at, s.shipment_id) > ($3::timestamptz, $4::uuid) order by s.made_at, s.shipment_id limit $5`,
    values: [provinceId, deskIds, after.madeAt, after.shipmentId, limit],
  });
  return rows.map(stopOf);
};

export const countWaitingStops = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[]): Promise<number> => {
  const { rows: [row] } = await pool.query<{ n: number }>({ name: 'count-waiting-for-rounds', text: `select count(*)::int as n from ${FROM} where ${WAITS}`, values: [provinceId, deskIds] });
  return row?.n ?? 0;
};

/** Couriers of the desks' own post offices and of those above, each with the desks that may send her. */
export const findCouriersByDesk = async (pool: Pool, provinceId: number, deskIds: readonly DeskId[], day: PlainDate): Promise<PostRoundsView['couriers']> => {
  const { rows } = await pool.query<{ courierId: AccountId; name: string; unitName: string; deskIds: readonly DeskId[] }>({
    name: 'find-couriers-by-desk',
    text: `with recursive above as (
             select d.desk_id, d.post_office_unit_id as unit_id from motcua.desk d where d.province_id = $1 and d.desk_id = any($2::text[])
             union select a.desk_id, u.parent_unit_id from motcua.unit u join above a on u.unit_id = a.unit_id where u.province_id = $1 and u.parent_unit_id is not null)
           select p.account_id as "courierId", p.full_name as name, min(u.short_name) as "unitName", array_agg(distinct b.desk_id order by b.desk_id) as "deskIds"
           from motcua.assignment s join above b on b.unit_id = s.unit_id
           join motcua.account p on p.province_id = $1 and p.account_id = s.account_id and p.disabled_at is null
           join motcua.unit u on u.province_id = $1 and u.unit_id = s.unit_id
           where s.province_id = $1 and s.role = 'courier' and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)
           group by p.account_id, p.full_name order by p.full_name, p.account_id`,
    values: [provinceId, deskIds, day],
  });
  return rows;
};
