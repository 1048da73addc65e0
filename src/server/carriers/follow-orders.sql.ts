// Orders whose carrier has said more than the ledger has followed.
import type { Pool, PoolClient } from 'pg';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ShipmentReceiver } from '#core/shipment/receiver.ts';
import type { ShipmentStatus } from '#core/shipment/shipment-status.ts';

const UNFOLLOWED = `o.status is not null and (o.followed_status is distinct from o.status or o.followed_since is distinct from o.status_since)`;
const MOST_AT_ONCE = 200;

export const findUnfollowed = async (pool: Pool, provinceId: number, carrierId: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ orderNumber: string }>({
    name: 'find-unfollowed-orders',
    text: `select o.order_number as "orderNumber" from motcua.carrier_order o
           where o.province_id = $1 and o.carrier_id = $2 and ${UNFOLLOWED} order by o.order_number limit ${MOST_AT_ONCE}`,
    values: [provinceId, carrierId],
  });
  return rows.map(({ orderNumber }) => orderNumber);
};

export type Unfollowed = {
  readonly status: ShipmentStatus; readonly since: Moment; readonly carrierName: string; readonly shipmentId: string; readonly deskId: DeskId;
  readonly receiver: ShipmentReceiver; readonly handOverId: string | null; readonly isCountedBack: boolean; readonly collectOnDelivery: number; readonly dossierIds: readonly DossierId[];
};

/** Undefined: another server was quicker. */
export const lockUnfollowed = async (db: PoolClient, provinceId: number, carrierId: string, orderNumber: string): Promise<Unfollowed | undefined> => {
  const { rows } = await db.query<Unfollowed>({
    name: 'lock-unfollowed-order',
    text: `select o.status, o.status_since as since, a.name as "carrierName", s.shipment_id as "shipmentId", s.desk_id as "deskId", s.receiver,
             s.hand_over_id as "handOverId", s.counted_back_at is not null as "isCountedBack", s.collect_on_delivery as "collectOnDelivery",
             (select json_agg(l.dossier_id order by l.dossier_id) from motcua.shipment_dossier l where l.province_id = $1 and l.shipment_id = s.shipment_id) as "dossierIds"
           from motcua.carrier_order o join motcua.shipment s on s.province_id = $1 and s.shipment_id = o.shipment_id
           join motcua.carrier_account a on a.province_id = $1 and a.carrier_id = o.carrier_id
           where o.province_id = $1 and o.carrier_id = $2 and o.order_number = $3 and ${UNFOLLOWED} for update of o`,
    values: [provinceId, carrierId, orderNumber],
  });
  return rows[0];
};

export const markFollowed = async (db: PoolClient, provinceId: number, carrierId: string, orderNumber: string): Promise<void> => {
  await db.query({
    name: 'mark-order-followed',
    text: `update motcua.carrier_order set followed_status = status, followed_since = status_since
           where province_id = $1 and carrier_id = $2 and order_number = $3`,
    values: [provinceId, carrierId, orderNumber],
  });
};
