// What one page of a carrier's feed leaves behind, all in one transaction with the cursor: an event is kept once, whatever
// the page doubles and whoever reads it beside us.
import type { Pool, PoolClient } from 'pg';
import type { EventRead } from '#adapters/carrier/port.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { CLOCKS_APART_MINUTES, type CarrierEvent, type CarrierStanding, type EventRefused } from '#core/shipment/carrier-events.ts';
import { plainJson } from './plain-json.ts';

export type OrderOfFeed = { readonly orderNumber: string; readonly orderedAt: Moment };

/** Undefined: another server has read on meanwhile. */
export const lockCursor = async (db: PoolClient, provinceId: number, carrierId: string, cursor: string | null): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'lock-carrier-cursor',
    text: 'select from motcua.carrier_account where province_id = $1 and carrier_id = $2 and cursor is not distinct from $3 for update',
    values: [provinceId, carrierId, cursor],
  });
  return rowCount === 1;
};

export const moveCursor = async (db: PoolClient, provinceId: number, carrierId: string, cursor: string, unreadable: number): Promise<void> => {
  await db.query({
    name: 'move-carrier-cursor',
    text: 'update motcua.carrier_account set cursor = $3, unreadable_count = unreadable_count + $4 where province_id = $1 and carrier_id = $2',
    values: [provinceId, carrierId, cursor, unreadable],
  });
};

/** Always in the order of their numbers: two pages never wait for each other in a circle. */
export const lockOrders = async (db: PoolClient, provinceId: number, carrierId: string, numbers: readonly string[]): Promise<readonly OrderOfFeed[]> => {
  const { rows } = await db.query<OrderOfFeed>({
    name: 'lock-carrier-orders',
    text: `select order_number as "orderNumber", ordered_at as "orderedAt" from motcua.carrier_order
           where province_id = $1 and carrier_id = $2 and order_number = any($3::text[]) order by order_number for update`,
    values: [provinceId, carrierId, numbers],
  });
  return rows;
};

/** When it was heard first. */
export type EventHeard = EventRead & { readonly receivedAt: Moment };
export type EventKept = EventHeard & { readonly refused: EventRefused['kind'] | undefined };
const MOST_LETTERS = 500;
const cut = (text: string): string => text.replaceAll('\0', '').slice(0, MOST_LETTERS);

/** Of those, the orders that heard something new. */
export const insertEvents = async (db: PoolClient, provinceId: number, carrierId: string, events: readonly EventKept[]): Promise<readonly string[]> => {
  const { rows } = await db.query<{ orderNumber: string }>({
    name: 'insert-carrier-events',
    text: `with kept as (
             insert into motcua.carrier_event (province_id, carrier_id, event_id, order_number, at, code, message, place, item_number, notes, raw, refused, received_at)
             select $1, $2, e.* from unnest($3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::jsonb[], $12::text[], $13::timestamptz[]) as e
             on conflict do nothing returning order_number, refused)
           select distinct order_number as "orderNumber" from kept where refused is null`,
    values: [
      provinceId, carrierId, events.map((e) => cut(e.eventId)), events.map((e) => cut(e.orderNumber)), events.map((e) => e.at ?? null), events.map((e) => cut(e.code)),
      events.map((e) => cut(e.message)), events.map((e) => cut(e.place)), events.map((e) => cut(e.itemNumber)), events.map((e) => cut(e.notes)),
      events.map((e) => plainJson(e.raw)), events.map((e) => e.refused ?? null), events.map((e) => e.receivedAt),
    ],
  });
  return rows.map(({ orderNumber }) => orderNumber);
};

/** As the core believes it. */
export const happenedAt = (event: string): string => `least(${event}.at, ${event}.received_at + interval '${CLOCKS_APART_MINUTES} minutes')`;

export const findEventsOf = async (db: PoolClient, provinceId: number, carrierId: string, numbers: readonly string[]): Promise<ReadonlyMap<string, readonly CarrierEvent[]>> => {
  const { rows } = await db.query<CarrierEvent & { orderNumber: string }>({
    name: 'find-carrier-events-of',
    text: `select order_number as "orderNumber", event_id as "eventId", at, received_at as "receivedAt", code from motcua.carrier_event
           where province_id = $1 and carrier_id = $2 and order_number = any($3::text[]) and refused is null`,
    values: [provinceId, carrierId, numbers],
  });
  return Map.groupBy(rows, ({ orderNumber }) => orderNumber);
};

/** `heard`: the carrier spoke of them, so it has them, whatever became of our own sending. */
export const saveStandings = async (
  db: PoolClient, provinceId: number, carrierId: string, standings: readonly (readonly [orderNumber: string, standing: CarrierStanding | undefined])[], heard: boolean,
): Promise<void> => {
  await db.query({
    name: 'save-carrier-standings',
    text: `update motcua.carrier_order o set status = s.status, status_since = s.since,
             state = case when $6 and o.state in ('waiting', 'sending', 'unclear', 'refused') then 'confirmed' else o.state end,
             problem = case when $6 and o.state = 'refused' then null else o.problem end
           from unnest($3::text[], $4::text[], $5::timestamptz[]) as s (order_number, status, since)
           where o.province_id = $1 and o.carrier_id = $2 and o.order_number = s.order_number`,
    values: [
      provinceId, carrierId, standings.map(([number]) => number), standings.map(([, standing]) => standing?.status ?? null),
      standings.map(([, standing]) => standing?.since ?? null), heard,
    ],
  });
};

/** What its events call these orders, where its answer did not say or was lost. */
export const learnNumbers = async (db: PoolClient, provinceId: number, carrierId: string, numbers: readonly string[]): Promise<void> => {
  await db.query({
    name: 'learn-carrier-numbers',
    text: `update motcua.carrier_order o set carrier_number = k.item_number
           from (select distinct on (e.order_number) e.order_number, e.item_number from motcua.carrier_event e
                 where e.province_id = $1 and e.carrier_id = $2 and e.order_number = any($3::text[]) and e.refused is null and e.item_number <> ''
                 order by e.order_number, e.at desc, e.event_id desc) k
           where o.province_id = $1 and o.carrier_id = $2 and o.order_number = k.order_number and o.carrier_number is null`,
    values: [provinceId, carrierId, numbers],
  });
};

const MOST_ORPHANS = 100;
/** As the same event that is told once more: it comes right after the first. */
const AGAIN = '+';

/** Told by the carrier's own number before anybody knew whose it was, and known now; not told otherwise meanwhile. */
export const findOrphans = async (db: Pool | PoolClient, provinceId: number, carrierId: string): Promise<readonly EventHeard[]> => {
  const { rows } = await db.query<Omit<EventHeard, 'at'> & { readonly at: Moment | null }>({
    name: 'find-orphaned-events',
    text: `select e.event_id || '${AGAIN}' as "eventId", o.order_number as "orderNumber", e.at, e.code, e.message, e.place, e.item_number as "itemNumber", e.notes, e.raw, e.received_at as "receivedAt"
           from motcua.carrier_event e
           join motcua.carrier_order o on o.province_id = $1 and o.carrier_id = $2 and o.carrier_number = e.item_number
           where e.province_id = $1 and e.carrier_id = $2 and e.refused = 'order-unknown' and e.item_number <> '' and e.order_number = e.item_number
             and not exists (select from motcua.carrier_event k where k.province_id = $1 and k.carrier_id = $2 and k.event_id = e.event_id || '${AGAIN}')
             and not exists (select from motcua.carrier_event k where k.province_id = $1 and k.carrier_id = $2 and k.order_number = o.order_number
               and k.at = e.at and k.code = e.code and k.place = e.place and k.refused is null)
           order by e.received_at, e.event_id limit ${MOST_ORPHANS}`,
    values: [provinceId, carrierId],
  });
  return rows.map(({ at, ...event }) => ({ ...event, at: at ?? undefined }));
};

/** In pages: a code may stand on many orders. */
export const findOrdersWithCode = async (db: Pool | PoolClient, provinceId: number, carrierId: string, code: string): Promise<readonly string[]> => {
  const { rows } = await db.query<{ orderNumber: string }>({
    name: 'find-orders-with-code',
    text: `select distinct order_number as "orderNumber" from motcua.carrier_event
           where province_id = $1 and carrier_id = $2 and code = $3 and refused is null order by 1`,
    values: [provinceId, carrierId, code],
  });
  return rows.map(({ orderNumber }) => orderNumber);
};
