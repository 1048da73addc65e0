// Shipments and their orders. Of one outcome at most one order is open: the dossier's row is locked while that is looked up.
import type { Pool, PoolClient } from 'pg';
import type { CarrierOrder } from '#adapters/carrier/port.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ShipmentReceiver } from '#core/shipment/order-shipment.ts';
import type { OrderState } from '#core/shipment/send-order.ts';
import type { ActContext } from '../acts/act.ts';

export type ShippedDossier = { readonly dossierId: string; readonly code: string; readonly state: DossierState; readonly revision: number; readonly orderNumber?: string };

export const lockShippedDossiers = async (db: PoolClient, provinceId: number, deskId: DeskId, ids: readonly string[]): Promise<readonly ShippedDossier[]> => {
  await db.query({
    name: 'lock-shipped-dossiers',
    text: `select from motcua.dossier where province_id = $1 and desk_id = $2 and dossier_id = any($3::uuid[]) order by dossier_id for update`,
    values: [provinceId, deskId, ids],
  });
  const { rows } = await db.query<Omit<ShippedDossier, 'orderNumber'> & { orderNumber: string | null }>({
    name: 'find-shipped-dossiers',
    text: `select d.dossier_id as "dossierId", d.code, d.state, d.revision,
             (select o.order_number from motcua.shipment_dossier s
              join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = s.shipment_id
              where s.province_id = $1 and s.dossier_id = d.dossier_id and o.state not in ('refused', 'cancelled')
                and coalesce(o.status, '') not in ('returned', 'cancelled', 'lost') limit 1) as "orderNumber"
           from motcua.dossier d where d.province_id = $1 and d.desk_id = $2 and d.dossier_id = any($3::uuid[]) order by d.dossier_id`,
    values: [provinceId, deskId, ids],
  });
  return rows.map(({ orderNumber, ...row }) => ({ ...row, ...(orderNumber === null ? {} : { orderNumber }) }));
};

export type NewShipment = {
  readonly shipmentId: string; readonly deskId: DeskId; readonly carrierId: string; readonly receiver: ShipmentReceiver;
  readonly dossierIds: readonly string[]; readonly body: CarrierOrder;
};

export const insertShipment = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, made: NewShipment): Promise<void> => {
  const { body } = made;
  await db.query({
    name: 'insert-shipment',
    text: `with made as (
             insert into motcua.shipment (province_id, shipment_id, desk_id, receiver, collect_on_delivery, item_number, made_at, made_by, made_by_name)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)),
           loaded as (
             insert into motcua.shipment_dossier (province_id, shipment_id, dossier_id) select $1, $2, unnest($10::uuid[]))
           insert into motcua.carrier_order (province_id, carrier_id, order_number, shipment_id, body, state, ordered_at)
           values ($1, $11, $12, $2, $13, 'waiting', $7)`,
    values: [
      provinceId, made.shipmentId, made.deskId, JSON.stringify(made.receiver), body.collectOnDelivery, body.itemNumber ?? null, now, accountId, accountName,
      made.dossierIds, made.carrierId, body.orderNumber, JSON.stringify(body),
    ],
  });
};

export type LockedOrder = { readonly state: OrderState };

export const lockOrder = async (db: PoolClient, provinceId: number, carrierId: string, orderNumber: string): Promise<LockedOrder | undefined> => {
  const { rows } = await db.query<LockedOrder>({
    name: 'lock-carrier-order',
    text: 'select state from motcua.carrier_order where province_id = $1 and carrier_id = $2 and order_number = $3 for update',
    values: [provinceId, carrierId, orderNumber],
  });
  return rows[0];
};

export type OrderOfShipment = LockedOrder & { readonly carrierId: string; readonly orderNumber: string };

export const lockOrderOfShipment = async (db: PoolClient, provinceId: number, deskId: DeskId, shipmentId: string): Promise<OrderOfShipment | undefined> => {
  const { rows } = await db.query<OrderOfShipment>({
    name: 'lock-order-of-shipment',
    text: `select o.carrier_id as "carrierId", o.order_number as "orderNumber", o.state from motcua.carrier_order o
           join motcua.shipment s on s.province_id = $1 and s.shipment_id = o.shipment_id
           where o.province_id = $1 and o.shipment_id = $3 and s.desk_id = $2 for update of o`,
    values: [provinceId, deskId, shipmentId],
  });
  return rows[0];
};

export const settleOrderState = async (db: PoolClient, provinceId: number, carrierId: string, orderNumber: string, state: OrderState): Promise<void> => {
  await db.query({
    name: 'settle-carrier-order',
    text: 'update motcua.carrier_order set state = $4, problem = null where province_id = $1 and carrier_id = $2 and order_number = $3',
    values: [provinceId, carrierId, orderNumber, state],
  });
};

export type ShipmentRow = {
  readonly shipmentId: string; readonly carrierId: string; readonly carrierName: string; readonly orderNumber: string; readonly state: OrderState;
  readonly itemNumber: string | null; readonly receiver: ShipmentReceiver; readonly collectOnDelivery: number; readonly madeAt: Moment; readonly madeByName: string;
  readonly status: string | null; readonly statusSince: Moment | null; readonly problem: string | null; readonly message: string | null;
  readonly unmapped: { readonly code: string; readonly message: string } | null;
  readonly dossiers: readonly { readonly dossierId: string; readonly code: string }[];
};

const SHIPMENTS = `
  select s.shipment_id as "shipmentId", o.carrier_id as "carrierId", a.name as "carrierName", o.order_number as "orderNumber", o.state, s.item_number as "itemNumber",
    s.receiver, s.collect_on_delivery as "collectOnDelivery", s.made_at as "madeAt", s.made_by_name as "madeByName",
    o.status, o.status_since as "statusSince", o.problem, o.message,
    (select jsonb_build_object('code', e.code, 'message', e.message) from motcua.carrier_event e
     where e.province_id = $1 and e.carrier_id = o.carrier_id and e.order_number = o.order_number and e.refused is null
       and (o.status_since is null or e.at > o.status_since)
       and not exists (select from motcua.carrier_code c where c.province_id = $1 and c.carrier_id = e.carrier_id and c.code = e.code)
     order by e.at desc, e.event_id desc limit 1) as unmapped,
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

/** By the number on its label: of this desk's shipments only. */
export const findShipmentByItem = async (pool: Pool, provinceId: number, deskId: DeskId, itemNumber: string): Promise<ShipmentRow | undefined> => {
  const { rows } = await pool.query<ShipmentRow>({
    name: 'find-shipment-by-item', text: `${SHIPMENTS} where s.province_id = $1 and s.desk_id = $2 and s.item_number = $3 limit 1`, values: [provinceId, deskId, itemNumber],
  });
  return rows[0];
};
