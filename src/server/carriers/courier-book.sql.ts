// The book of the post's own couriers, which their carrier reads and writes. Events are numbered in the order of commits by a
// counter's row, because a sequence gives its numbers before: a cursor would pass by what is committed later.
import type { Pool, PoolClient } from 'pg';
import type { CarrierOrder, EventRead } from '#adapters/carrier/port.ts';
import type { Moment } from '#core/kernel/moment.ts';

export type CourierBookParts = { readonly pool: Pool; readonly provinceId: number; readonly carrierId: string; readonly now: () => Moment };

const DIGITS = 12;
type EventSql = { eventNo: number; orderNumber: string; code: string; message: string; place: string; notes: string; at: Moment; itemNumber: string | null };

export const courierBook = ({ pool, provinceId, carrierId, now }: CourierBookParts) => ({
  takeOrder: async (order: CarrierOrder): Promise<boolean> => {
    const { rowCount } = await pool.query({
      name: 'take-courier-order',
      text: `insert into motcua.courier_order (province_id, carrier_id, order_number, body, taken_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      values: [provinceId, carrierId, order.orderNumber, JSON.stringify(order), now()],
    });
    return rowCount === 1;
  },
  cancelOrder: async (orderNumber: string): Promise<'cancelled' | 'unknown' | 'on-the-road'> => {
    const { rows } = await pool.query<{ on_the_road: boolean }>({
      name: 'cancel-courier-order',
      text: `with found as (
               select o.order_number, exists (select from motcua.courier_event e where e.province_id = $1 and e.carrier_id = $2 and e.order_number = $3) as on_the_road
               from motcua.courier_order o where o.province_id = $1 and o.carrier_id = $2 and o.order_number = $3 for update),
             marked as (
               update motcua.courier_order o set cancelled_at = coalesce(o.cancelled_at, $4) from found
               where o.province_id = $1 and o.carrier_id = $2 and o.order_number = found.order_number and not found.on_the_road)
             select on_the_road from found`,
      values: [provinceId, carrierId, orderNumber, now()],
    });
    const [found] = rows;
    return found === undefined ? 'unknown' : found.on_the_road ? 'on-the-road' : 'cancelled';
  },
  eventsAfter: async (cursor: string | undefined, most: number): Promise<{ readonly events: readonly EventRead[]; readonly more: boolean }> => {
    const { rows } = await pool.query<EventSql>({
      name: 'courier-events-after',
      text: `select e.event_no as "eventNo", e.order_number as "orderNumber", e.code, e.message, e.place, e.notes, e.at, o.body->>'itemNumber' as "itemNumber"
             from motcua.courier_event e join motcua.courier_order o using (province_id, carrier_id, order_number)
             where e.province_id = $1 and e.carrier_id = $2 and e.event_no > $3 order by e.event_no limit $4`,
      values: [provinceId, carrierId, Number(cursor ?? 0), most + 1],
    });
    const events = rows.slice(0, most).map(({ eventNo, itemNumber, ...row }): EventRead => ({
      ...row, eventId: String(eventNo).padStart(DIGITS, '0'), itemNumber: itemNumber ?? '', raw: { eventNo, ...row },
    }));
    return { events, more: rows.length > most };
  },
});

export type CourierEvent = Pick<EventSql, 'orderNumber' | 'code' | 'message' | 'place' | 'notes' | 'at'> & { readonly byAccount: string };

/** What a courier says of an order; undefined: it is not in the book, or was taken back. */
export const writeCourierEvent = async (db: Pool | PoolClient, provinceId: number, carrierId: string, event: CourierEvent): Promise<number | undefined> => {
  const { rows } = await db.query<{ event_no: number }>({
    name: 'write-courier-event',
    text: `with held as (
             select order_number from motcua.courier_order where province_id = $1 and carrier_id = $2 and order_number = $3 and cancelled_at is null for update),
           taken as (
             insert into motcua.number_counter as c (province_id, series, period, last_number)
             select $1, 'courier-event:' || $2::text, 'all', 1 from held
             on conflict (province_id, series, period) do update set last_number = c.last_number + 1 returning last_number)
           insert into motcua.courier_event (province_id, carrier_id, event_no, order_number, code, message, place, notes, at, by_account)
           select $1, $2, taken.last_number, held.order_number, $4, $5, $6, $7, $8, $9 from held, taken returning event_no`,
    values: [provinceId, carrierId, event.orderNumber, event.code, event.message, event.place, event.notes, event.at, event.byAccount],
  });
  return rows[0]?.event_no;
};
