// Carriers, shipments and what is needed to send them, laid into a world.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { ChangeCarrier } from '#wire/carriers.wire.ts';
import { type Plant, type Planted, plantDossier } from '../planted-dossiers.ts';

export const KY_BAC_PLACE = 'xã Kỳ Bắc';
export const carrierSettings = (more: Partial<ChangeCarrier> = {}): ChangeCarrier => ({
  kind: 'own-network', name: 'Bưu tá của bưu điện', repeatedOrders: 'same-order', isOpen: true, hearsOfResults: false, senderPlace: KY_BAC_PLACE,
  places: [{ place: KY_BAC_PLACE, provinceCode: '48', districtCode: '4810' }], tariff: [{ upToGrams: 500, amount: 26_000 }],
  url: '', customerCode: '', paths: {}, doneStatuses: ['100'], thereAlreadyStatuses: [], trustedCertificates: '', baseRevision: 0, ...more,
});
export const RECEIVER = { name: 'Nguyễn Văn Thử', phone: '0912000001', address: 'thôn Phương Giai', place: KY_BAC_PLACE } as const;

/** The account by itself, as an administrator would have entered it. */
export const plantCarrier = async (pool: Pool, carrierId: string, more: Partial<ChangeCarrier> = {}): Promise<string> => {
  const { kind, name, repeatedOrders, isOpen, baseRevision: _baseRevision, key: _key, secret: _secret, ...settings } = carrierSettings(more);
  await pool.query(
    `insert into motcua.carrier_account (province_id, carrier_id, kind, name, settings, repeated_orders, is_open, changed_at, changed_by, changed_by_name)
     values (42, $1, $2, $3, $4, $5, $6, '2019-11-18T07:00:00+07:00', $7, 'Người thử') on conflict do nothing`,
    [carrierId, kind, name, JSON.stringify(settings), repeatedOrders, isOpen, randomUUID()]);
  return carrierId;
};

export type PlantedShipment = { readonly shipmentId: string; readonly orderNumber: string; readonly itemNumber: string };

/** Of one dossier, with an order whose answer was lost. */
export const plantShipment = async (pool: Pool, carrierId: string, dossierId: string, itemNumber: string, deskId = 'ky-bac'): Promise<PlantedShipment> => {
  const shipmentId = randomUUID();
  const orderNumber = `THU-${shipmentId.slice(0, 8)}`;
  await pool.query(
    `with made as (
       insert into motcua.shipment (province_id, shipment_id, desk_id, receiver, item_number, made_at, made_by, made_by_name)
       values (42, $1, $2, $3, $4, '2019-11-18T07:00:00+07:00', $1, 'Người thử')),
     loaded as (insert into motcua.shipment_dossier (province_id, shipment_id, dossier_id) values (42, $1, $5))
     insert into motcua.carrier_order (province_id, carrier_id, order_number, shipment_id, body, state, ordered_at)
     values (42, $6, $7, $1, '{}', 'unclear', '2019-11-18T07:00:00+07:00')`,
    [shipmentId, deskId, JSON.stringify(RECEIVER), itemNumber, dossierId, carrierId, orderNumber]);
  return { shipmentId, orderNumber, itemNumber };
};

export const HOME = { kind: 'home-delivery', address: `thôn Phương Giai, ${KY_BAC_PLACE}`, phone: '0912000001' } as const;

/** A planted dossier's outcome lies at its desk as a paper, wished at home. */
export const plantOutcomeToSend = async (pool: Pool, plant: Plant): Promise<Planted> => {
  const planted = await plantDossier(pool, { ...plant, state: 'ready-to-return' });
  await pool.query(`update motcua.dossier set return_wish = $2 where province_id = 42 and dossier_id = $1`, [planted.dossierId, JSON.stringify(HOME)]);
  await pool.query(
    `with thing as (
       insert into motcua.custody_thing (province_id, thing_id, kind, dossier_id, lines, name, count, holder_kind, holder_id, since, last_event_no)
       select 42, $2, 'outcome', d.dossier_id, '{}', 'Giấy phép số 1/GP', 1, 'desk', d.desk_id, '2019-11-18T07:30:00+07:00', 1 from motcua.dossier d where d.dossier_id = $1
       returning province_id, thing_id, holder_kind, holder_id, count, since)
     insert into motcua.custody_event (province_id, thing_id, event_no, kind, to_kind, to_id, count, at, recorded_at, by_account, by_name)
     select province_id, thing_id, 1, 'came', holder_kind, holder_id, count, since, now(), $2, 'Người thử' from thing`, [planted.dossierId, randomUUID()]);
  return planted;
};
