// Carriers as the administrator sees them: what waits, what nobody knows, what was refused.
import type { Pool } from 'pg';
import type { CarrierView } from '#wire/carriers.wire.ts';

const MOST_LISTED = 100;
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
      select carrier_id as "carrierId", count(*) filter (where state in ('waiting', 'sending', 'cancelling'))::int as waiting,
        count(*) filter (where state = 'confirmed')::int as confirmed
      from motcua.carrier_order where province_id = $1 group by carrier_id`),
    ask<CarrierView['unclear'][number]>('list-unclear-orders', `
      select o.carrier_id as "carrierId", o.order_number as "orderNumber", o.state, o.ordered_at as "orderedAt", d.short_name as "deskName", o.problem, o.message
      from motcua.carrier_order o join motcua.shipment s on s.province_id = $1 and s.shipment_id = o.shipment_id
      join motcua.desk d on d.province_id = $1 and d.desk_id = s.desk_id
      where o.province_id = $1 and o.state in ('unclear', 'refused') order by o.ordered_at, o.order_number limit ${MOST_LISTED}`),
    ask<CarrierView['codes'][number]>('list-carrier-codes', `
      select carrier_id as "carrierId", code, coalesce(max(e.message), '') as message, count(e.event_id)::int as count, max(c.meaning) as meaning
      from motcua.carrier_event e full join motcua.carrier_code c using (province_id, carrier_id, code)
      where province_id = $1 and e.refused is null group by carrier_id, code order by max(c.meaning) is not null, code limit 500`),
    ask<CarrierView['refusedEvents'][number]>('list-refused-events', `
      select a.carrier_id as "carrierId", e.* from motcua.carrier_account a cross join lateral (
        select event_id as "eventId", order_number as "orderNumber", code, message, at, received_at as "receivedAt", refused
        from motcua.carrier_event e where e.province_id = $1 and e.carrier_id = a.carrier_id and e.refused is not null
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
