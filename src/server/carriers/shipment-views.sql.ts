// What a desk sees of its shipments, and what is ready to become one.
import type { Pool } from 'pg';
import type { DossierId, ReturnWish } from '#core/dossier/dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { CountedBack } from '#core/shipment/count-back.ts';
import type { ShipmentReceiver } from '#core/shipment/receiver.ts';
import type { OrderState } from '#core/shipment/send-order.ts';
import { happenedAt } from './feed.sql.ts';
import { OPEN_ORDER, isComingBack } from './shipments.sql.ts';

export type ShipmentRow = {
  readonly shipmentId: string; readonly carrierId: string; readonly carrierName: string; readonly isOwnNetwork: boolean; readonly orderNumber: string; readonly state: OrderState;
  readonly itemNumber: string | null; readonly receiver: ShipmentReceiver; readonly collectOnDelivery: number; readonly madeAt: Moment; readonly madeByName: string;
  readonly status: string | null; readonly statusSince: Moment | null; readonly problem: string | null; readonly message: string | null;
  readonly handOverId: string | null; readonly handedOverAt: Moment | null; readonly recordNumber: string | null;
  readonly isComingBack: boolean;
  readonly countedBackAt: Moment | null; readonly countedBackByName: string | null; readonly countedBackAs: CountedBack | null; readonly countedBackNote: string | null;
  readonly unmapped: { readonly code: string; readonly message: string } | null;
  readonly dossiers: readonly { readonly dossierId: string; readonly code: string }[];
};

const SHIPMENTS = `
  select s.shipment_id as "shipmentId", o.carrier_id as "carrierId", a.name as "carrierName", a.kind = 'own-network' as "isOwnNetwork", o.order_number as "orderNumber", o.state, s.item_number as "itemNumber",
    s.receiver, s.collect_on_delivery as "collectOnDelivery", s.made_at as "madeAt", s.made_by_name as "madeByName",
    o.status, o.status_since as "statusSince", o.problem, o.message,
    s.hand_over_id as "handOverId", s.handed_over_at as "handedOverAt",
    (select i.number from motcua.issued_paper i where i.province_id = $1 and i.paper_id = s.hand_over_id) as "recordNumber",
    exists (select from motcua.shipment_dossier b where b.province_id = $1 and b.shipment_id = s.shipment_id
      and ${isComingBack('b.dossier_id', 's.desk_id', 'coalesce(s.hand_over_id, s.shipment_id)::text')}) as "isComingBack",
    s.counted_back_at as "countedBackAt", s.counted_back_by_name as "countedBackByName", s.counted_back_as as "countedBackAs", s.counted_back_note as "countedBackNote",
    (select jsonb_build_object('code', e.code, 'message', e.message) from motcua.carrier_event e
     where e.province_id = $1 and e.carrier_id = o.carrier_id and e.order_number = o.order_number and e.refused is null
       and (o.status_since is null or e.at > o.status_since and ${happenedAt('e')} >= o.status_since)
       and not exists (select from motcua.carrier_code c where c.province_id = $1 and c.carrier_id = e.carrier_id and c.code = e.code)
     order by ${happenedAt('e')} desc, e.at desc, e.event_id desc limit 1) as unmapped,
    (select jsonb_agg(jsonb_build_object('dossierId', d.dossier_id, 'code', d.code) order by d.code) from motcua.shipment_dossier l
     join motcua.dossier d on d.province_id = $1 and d.dossier_id = l.dossier_id where l.province_id = $1 and l.shipment_id = s.shipment_id) as dossiers
  from motcua.shipment s
  join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = s.shipment_id
  join motcua.carrier_account a on a.province_id = $1 and a.carrier_id = o.carrier_id`;

export const SHIPMENT_PAGE = 50;

export const listShipments = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<readonly ShipmentRow[]> => {
  const { rows } = await pool.query<ShipmentRow>({
    name: 'list-shipments',
    text: `${SHIPMENTS} where s.province_id = $1 and s.desk_id = $2 order by s.made_at desc, o.order_number desc limit ${SHIPMENT_PAGE}`,
    values: [provinceId, deskId],
  });
  return rows;
};

/** By its id, or the number on its label: of this desk's shipments only. */
export const findShipment = async (
  pool: Pool, provinceId: number, deskId: DeskId, by: { readonly itemNumber: string } | { readonly shipmentId: string },
): Promise<ShipmentRow | undefined> => {
  const [column, value] = 'itemNumber' in by ? ['item_number', by.itemNumber] : ['shipment_id', by.shipmentId];
  const { rows } = await pool.query<ShipmentRow>({
    name: `find-shipment-by-${column}`, text: `${SHIPMENTS} where s.province_id = $1 and s.desk_id = $2 and s.${column} = $3 limit 1`, values: [provinceId, deskId, value],
  });
  return rows[0];
};

export type ToldEvent = { readonly at: Moment; readonly code: string; readonly message: string; readonly place: string; readonly notes: string; readonly meaning: string | null };

/** All that its carrier said, the latest first. */
export const findToldEvents = async (pool: Pool, provinceId: number, { carrierId, orderNumber }: Pick<ShipmentRow, 'carrierId' | 'orderNumber'>): Promise<readonly ToldEvent[]> => {
  const { rows } = await pool.query<ToldEvent>({
    name: 'find-told-events',
    text: `select e.at, e.code, e.message, e.place, e.notes, c.meaning from motcua.carrier_event e
           left join motcua.carrier_code c on c.province_id = $1 and c.carrier_id = e.carrier_id and c.code = e.code
           where e.province_id = $1 and e.carrier_id = $2 and e.order_number = $3 and e.refused is null order by ${happenedAt('e')} desc, e.at desc, e.event_id desc`,
    values: [provinceId, carrierId, orderNumber],
  });
  return rows;
};

export type ReadyRow = {
  readonly dossierId: DossierId; readonly code: string; readonly revision: number; readonly procedureName: string; readonly parties: Parties;
  readonly wish: Extract<ReturnWish, { readonly kind: 'home-delivery' }>; readonly toPay: number; readonly since: Moment;
};
const MOST_READY = 300;

/** Outcomes that lie here as papers, wished at home, and on no open order; the longest here first. */
export const listReady = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<readonly ReadyRow[]> => {
  const { rows } = await pool.query<ReadyRow>({
    name: 'list-ready-to-send',
    text: `select d.dossier_id as "dossierId", d.code, d.revision, d.procedure_name as "procedureName", d.parties, d.return_wish as wish, lies.since,
             coalesce((select sum(f.amount) from motcua.dossier_fee f where f.province_id = $1 and f.dossier_id = d.dossier_id and f.collected_at is null), 0)::int as "toPay"
           from motcua.dossier d
           join lateral (
             select max(t.since) as since from motcua.custody_thing t
             where t.province_id = $1 and t.dossier_id = d.dossier_id and t.kind = 'outcome' and t.holder_kind = 'desk' and t.holder_id = $2
             having count(*) > 0) lies on true
           where d.province_id = $1 and d.desk_id = $2 and d.state = 'ready-to-return' and d.closed_at is null
             and d.return_wish->>'kind' = 'home-delivery' and ${OPEN_ORDER} is null
           order by lies.since, d.code limit ${MOST_READY}`,
    values: [provinceId, deskId],
  });
  return rows;
};

/** Numbers that the desk can still give. */
export const countItemNumbers = async (pool: Pool, provinceId: number, deskId: DeskId): Promise<number> => {
  const { rows: [row] } = await pool.query<{ left: number }>({
    name: 'count-item-numbers',
    text: `select coalesce(sum(r.to_serial - r.from_serial + 1 - c.last_number), 0)::int as left from motcua.item_range r
           join motcua.number_counter c on c.province_id = $1 and c.series = r.series and c.period = r.period
           where r.province_id = $1 and r.desk_id = $2 and c.closed_at is null`,
    values: [provinceId, deskId],
  });
  return row?.left ?? 0;
};
