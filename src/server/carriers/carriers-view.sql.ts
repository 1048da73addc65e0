// Carriers as the administrator sees them: what waits, what nobody knows, what was refused.
import type { Pool } from 'pg';
import { CARRIER_COUNT_CAP, type CarrierView } from '#wire/carriers.wire.ts';

const MOST_LISTED = 100;
const MOST_CODES = 500;
/** Of one carrier, up to the cap: the list is asked for again and again while it is looked at. */
const counted = (which: string): string => `(select count(*) from (
  select from motcua.carrier_order o where o.province_id = $1 and o.carrier_id = a.carrier_id and ${which} limit ${CARRIER_COUNT_CAP + 1}) o)::int`;
const OF_CODE = 'from motcua.carrier_event e where e.province_id = $1 and e.carrier_id = k.carrier_id and e.code = k.code and e.refused is null';
type Counts = { carrierId: string; waiting: number; confirmed: number };
type Named<Row> = Row & { carrierId: string };

export type CarrierParts = Pick<CarrierView, 'waiting' | 'confirmed' | 'unclear' | 'codes' | 'refusedEvents'>;

export const loadCarrierParts = async (pool: Pool, provinceId: number): Promise<(carrierId: string) => CarrierParts> => {
  const ask = async <Row extends object>(name: string, text: string): Promise<ReadonlyMap<string, readonly Named<Row>[]>> => {
    const { rows } = await pool.query<Named<Row>>({ name, text, values: [provinceId] });
    return Map.groupBy(rows, ({ carrierId }) => carrierId);
  };
  const [counts, unclear, codes, refused] = await Promise.all([
    ask<Counts>('count-carrier-orders', `
      select a.carrier_id as "carrierId", ${counted("o.state in ('waiting', 'sending', 'cancelling')")} as waiting, ${counted("o.state = 'confirmed'")} as confirmed
      from motcua.carrier_account a where a.province_id = $1`),
    ask<CarrierView['unclear'][number]>('list-unclear-orders', `
      select o.carrier_id as "carrierId", o.order_number as "orderNumber", o.state, o.ordered_at as "orderedAt", d.short_name as "deskName", o.problem, o.message
      from motcua.carrier_order o join motcua.shipment s on s.province_id = $1 and s.shipment_id = o.shipment_id
      join motcua.desk d on d.province_id = $1 and d.desk_id = s.desk_id
      where o.province_id = $1 and o.state in ('unclear', 'refused') order by o.ordered_at, o.order_number limit ${MOST_LISTED}`),
    // from one code to the next by its index: a carrier's years of events are not read to know some forty codes
    ask<CarrierView['codes'][number]>('list-carrier-codes', `
      with recursive seen (carrier_id, no, code) as (
        select a.carrier_id, 1, (select min(e.code) from motcua.carrier_event e where e.province_id = $1 and e.carrier_id = a.carrier_id)
        from motcua.carrier_account a where a.province_id = $1
        union all
        select s.carrier_id, s.no + 1, (select min(e.code) from motcua.carrier_event e where e.province_id = $1 and e.carrier_id = s.carrier_id and e.code > s.code)
        from seen s where s.code is not null and s.no < ${MOST_CODES})
      select k.carrier_id as "carrierId", k.code, coalesce(m.message, '') as message, n.count, c.meaning
      from (select carrier_id, code from seen where code is not null union select carrier_id, code from motcua.carrier_code where province_id = $1) k
      left join motcua.carrier_code c on c.province_id = $1 and c.carrier_id = k.carrier_id and c.code = k.code
      cross join lateral (select count(*)::int as count from (select ${OF_CODE} limit ${CARRIER_COUNT_CAP + 1}) e) n
      left join lateral (select e.message ${OF_CODE} limit 1) m on true
      where n.count > 0 or c.meaning is not null order by c.meaning is not null, k.code limit ${MOST_CODES}`),
    ask<CarrierView['refusedEvents'][number]>('list-refused-events', `
      select a.carrier_id as "carrierId", e.* from motcua.carrier_account a cross join lateral (
        select event_id as "eventId", order_number as "orderNumber", code, message, at, received_at as "receivedAt", refused
        from motcua.carrier_event e where e.province_id = $1 and e.carrier_id = a.carrier_id and e.refused is not null
          -- told before its order's number was known: it stands with the order now
          and not (e.refused = 'order-unknown' and e.item_number <> '' and e.order_number = e.item_number and exists (
            select from motcua.carrier_order o where o.province_id = $1 and o.carrier_id = e.carrier_id and o.carrier_number = e.item_number))
        order by e.received_at desc, e.event_id desc limit ${MOST_LISTED}) e where a.province_id = $1`),
  ]);
  const of = <Row extends { carrierId: string }>(map: ReadonlyMap<string, readonly Row[]>, carrierId: string) =>
    (map.get(carrierId) ?? []).map(({ carrierId: _carrierId, ...row }) => row);
  return (carrierId) => {
    const [counted] = of(counts, carrierId);
    return {
      waiting: counted?.waiting ?? 0, confirmed: counted?.confirmed ?? 0, unclear: of(unclear, carrierId), codes: of(codes, carrierId), refusedEvents: of(refused, carrierId),
    };
  };
};

export const listDesks = async (pool: Pool, provinceId: number, today: string): Promise<readonly { readonly deskId: string; readonly name: string }[]> => {
  const { rows } = await pool.query<{ deskId: string; name: string }>({
    name: 'list-desks-for-items',
    text: `select desk_id as "deskId", name from motcua.desk where province_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by name`,
    values: [provinceId, today],
  });
  return rows;
};
