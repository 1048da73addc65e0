// Shipments and their orders. Of one outcome at most one order is open: the dossier's row is locked while that is looked up.
import type { PoolClient } from 'pg';
import type { CarrierOrder } from '#adapters/carrier/port.ts';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { Parties } from '#core/people/person.ts';
import type { CountBack } from '#core/shipment/count-back.ts';
import { type ShipmentReceiver, receiverKey } from '#core/shipment/receiver.ts';
import type { OrderState } from '#core/shipment/send-order.ts';
import type { ActContext } from '../acts/act.ts';

export type ShippedDossier = { readonly dossierId: string; readonly code: string; readonly state: DossierState; readonly revision: number; readonly receiverKey: string; readonly orderNumber?: string; readonly isComingBack: boolean };

/** The open order that an outcome of the dossier `d` is on. */
export const OPEN_ORDER = `(select o.order_number from motcua.shipment_dossier s
  join motcua.carrier_order o on o.province_id = $1 and o.shipment_id = s.shipment_id
  join motcua.shipment h on h.province_id = $1 and h.shipment_id = s.shipment_id and h.counted_back_at is null
  where s.province_id = $1 and s.dossier_id = d.dossier_id and o.state not in ('refused', 'cancelled')
    and coalesce(o.status, '') not in ('returned', 'cancelled', 'lost') limit 1)`;

/** An outcome that a carrier is bringing back, not yet counted at this desk. */
export const isComingBack = (dossierId: string, deskId: string, recordId = 't.holder_id'): string => `exists (select from motcua.custody_thing t
  where t.province_id = $1 and t.dossier_id = ${dossierId} and t.kind = 'outcome' and t.holder_kind = 'transit' and t.holder_id = ${recordId}
    and t.sender_kind in ('carrier', 'courier') and t.bound_kind = 'desk' and t.bound_id = ${deskId})`;

export const lockShippedDossiers = async (db: PoolClient, provinceId: number, deskId: DeskId, ids: readonly string[]): Promise<readonly ShippedDossier[]> => {
  await db.query({
    name: 'lock-shipped-dossiers',
    text: `select from motcua.dossier where province_id = $1 and desk_id = $2 and dossier_id = any($3::uuid[]) order by dossier_id for update`,
    values: [provinceId, deskId, ids],
  });
  const { rows } = await db.query<Omit<ShippedDossier, 'orderNumber' | 'receiverKey'> & { orderNumber: string | null; parties: Parties }>({
    name: 'find-shipped-dossiers',
    text: `select d.dossier_id as "dossierId", d.code, d.state, d.revision, d.parties, ${OPEN_ORDER} as "orderNumber", ${isComingBack('d.dossier_id', 'd.desk_id')} as "isComingBack"
           from motcua.dossier d where d.province_id = $1 and d.desk_id = $2 and d.dossier_id = any($3::uuid[]) order by d.dossier_id`,
    values: [provinceId, deskId, ids],
  });
  return rows.map(({ orderNumber, parties, ...row }) => ({ ...row, receiverKey: receiverKey(parties.applicant), ...(orderNumber === null ? {} : { orderNumber }) }));
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

export type OrderOfShipment = LockedOrder & { readonly carrierId: string; readonly orderNumber: string; readonly isHandedOver: boolean };

/** With its shipment, on which a hand-over in the same moment writes. */
export const lockOrderOfShipment = async (db: PoolClient, provinceId: number, deskId: DeskId, shipmentId: string): Promise<OrderOfShipment | undefined> => {
  const { rows } = await db.query<OrderOfShipment>({
    name: 'lock-order-of-shipment',
    text: `select o.carrier_id as "carrierId", o.order_number as "orderNumber", o.state, s.handed_over_at is not null as "isHandedOver" from motcua.carrier_order o
           join motcua.shipment s on s.province_id = $1 and s.shipment_id = o.shipment_id
           where o.province_id = $1 and o.shipment_id = $3 and s.desk_id = $2 for update of o, s`,
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

export type LockedShipment = {
  readonly shipmentId: string; readonly orderNumber: string; readonly carrierName: string; readonly isOwnNetwork: boolean; readonly state: OrderState; readonly isHandedOver: boolean; readonly handOverId: string | null;
  readonly itemNumber: string | null; readonly collectOnDelivery: number; readonly dossierIds: readonly DossierId[];
};

export const lockShipments = async (
  db: PoolClient, provinceId: number, of: { readonly deskId: DeskId; readonly carrierId: string; readonly shipmentIds: readonly string[] },
): Promise<readonly LockedShipment[]> => {
  const { rows } = await db.query<LockedShipment>({
    name: 'lock-shipments',
    text: `select s.shipment_id as "shipmentId", o.order_number as "orderNumber", a.name as "carrierName", a.kind = 'own-network' as "isOwnNetwork", o.state, s.handed_over_at is not null as "isHandedOver", s.hand_over_id as "handOverId",
             s.item_number as "itemNumber", s.collect_on_delivery as "collectOnDelivery",
             (select json_agg(l.dossier_id order by l.dossier_id) from motcua.shipment_dossier l where l.province_id = $1 and l.shipment_id = s.shipment_id) as "dossierIds"
           from motcua.carrier_order o join motcua.shipment s on s.province_id = $1 and s.shipment_id = o.shipment_id
           join motcua.carrier_account a on a.province_id = $1 and a.carrier_id = o.carrier_id
           where o.province_id = $1 and o.carrier_id = $3 and s.desk_id = $2 and s.shipment_id = any($4::uuid[])
           order by o.order_number for update of o, s`,
    values: [provinceId, of.deskId, of.carrierId, of.shipmentIds],
  });
  return rows;
};

/** Of these dossiers those that no later shipment took out again. */
export const findLastSentIn = async (db: PoolClient, provinceId: number, shipmentId: string, dossierIds: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await db.query<{ id: string }>({
    name: 'find-last-sent-in',
    text: `select last.id from (
             select distinct on (l.dossier_id) l.dossier_id as id, s.shipment_id from motcua.shipment_dossier l join motcua.shipment s on s.province_id = $1 and s.shipment_id = l.shipment_id
             where l.province_id = $1 and l.dossier_id = any($3::uuid[])
             order by l.dossier_id, s.made_at desc, (select max(o.order_number) from motcua.carrier_order o where o.province_id = $1 and o.shipment_id = s.shipment_id) desc) last
           where last.shipment_id = $2`,
    values: [provinceId, shipmentId, dossierIds],
  });
  return rows.map(({ id }) => id);
};

/** Of these things those that an open case is about. */
export const findWithOpenCase = async (db: PoolClient, provinceId: number, thingIds: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await db.query<{ id: string }>({
    name: 'find-things-with-open-case', text: 'select distinct thing_id as id from motcua.custody_case where province_id = $1 and thing_id = any($2::uuid[]) and settled_at is null', values: [provinceId, thingIds],
  });
  return rows.map(({ id }) => id);
};

export const saveCountedBack = async (db: PoolClient, { provinceId, now, accountName }: ActContext, counts: readonly CountBack[]): Promise<void> => {
  await db.query({
    name: 'save-shipments-counted-back',
    text: `update motcua.shipment s set counted_back_at = $2, counted_back_by_name = $3, counted_back_as = c.result, counted_back_note = c.note
           from unnest($4::uuid[], $5::text[], $6::text[]) as c (shipment_id, result, note) where s.province_id = $1 and s.shipment_id = c.shipment_id`,
    values: [provinceId, now, accountName, counts.map(({ shipmentId }) => shipmentId), counts.map(({ result }) => result), counts.map(({ note }) => note ?? null)],
  });
};

export const saveHandedOver = async (db: PoolClient, { provinceId, now, accountName }: ActContext, handOverId: string, shipmentIds: readonly string[]): Promise<void> => {
  await db.query({
    name: 'save-shipments-handed-over',
    text: `update motcua.shipment set hand_over_id = $3, handed_over_at = $4, handed_over_by_name = $5 where province_id = $1 and shipment_id = any($2::uuid[])`,
    values: [provinceId, shipmentIds, handOverId, now, accountName],
  });
};
