// A desk's shipments as its screen shows them, and the label of one.
import type { Pool } from 'pg';
import { itemNumberInGroups } from '#core/numbering/item-number.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { receiverKey } from '#core/shipment/receiver.ts';
import { shipmentStands } from '#core/shipment/shipment-stands.ts';
import type { CodeMeaning } from '#core/shipment/shipment-status.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ItemLabelPayload } from '#documents/item-label/payload.ts';
import type { SlipPlace } from '#documents/slips/desk-place.ts';
import { shipmentAdvice, shipmentWords } from '#wire/refusals/carriers.ts';
import type { ShipmentView, ShipmentsView } from '#wire/shipments.wire.ts';
import { listCarriers } from './account.sql.ts';
import { type ReadyRow, type ShipmentRow, countItemNumbers, findToldEvents, listReady, listShipments } from './shipment-views.sql.ts';

export const shownShipment = (row: ShipmentRow): ShipmentView => {
  const stands = shipmentStands({ ...row, isUnmapped: row.unmapped !== null, isHandedOver: row.handedOverAt !== null, isCountedBack: row.countedBackAt !== null });
  return { ...row, dossiers: [...row.dossiers], stands, words: shipmentWords(row), ...(stands === 'problem' && { advice: shipmentAdvice(row) }) };
};

const readyOf = ({ parties, wish, ...row }: ReadyRow): ShipmentsView['ready'][number] => ({
  ...row, receiverKey: receiverKey(parties.applicant), receiverName: parties.applicant.fullName, phone: wish.phone, address: wish.address,
});

const RANK = { problem: 0, 'to-count': 1, 'to-hand-over': 2, 'on-the-way': 3, ended: 4 } as const;

/** What needs somebody first; otherwise as the table gave them, the newest first. */
export const shipmentsViewOf = async (pool: Pool, provinceId: number, deskId: DeskId, now: Moment): Promise<ShipmentsView> => {
  const [rows, ready, carriers, itemNumbersLeft] = await Promise.all([
    listShipments(pool, provinceId, deskId), listReady(pool, provinceId, deskId), listCarriers(pool, provinceId), countItemNumbers(pool, provinceId, deskId),
  ]);
  return {
    now, ready: ready.map(readyOf), itemNumbersLeft,
    shipments: rows.map(shownShipment).toSorted((a, b) => RANK[a.stands] - RANK[b.stands]),
    carriers: carriers.filter(({ isOpen }) => isOpen).map(({ carrierId, name, settings }) => ({ carrierId, name, places: settings.places.map(({ place }) => place) })),
  };
};

export const shipmentViewOf = async (pool: Pool, provinceId: number, row: ShipmentRow) => ({
  shipment: shownShipment(row),
  events: (await findToldEvents(pool, provinceId, row)).map(({ meaning, ...event }) => ({ ...event, meaning: meaning as CodeMeaning | null })),
});

/** More than these stand on the record only. */
const MOST_CODES = 4;

export const shipmentLabel = (row: ShipmentRow, { desk }: Pick<SlipPlace, 'desk'>): ItemLabelPayload => {
  const { itemNumber, orderNumber, receiver, dossiers, collectOnDelivery, carrierName, madeAt } = row;
  const codes = dossiers.map(({ code }) => code);
  return {
    kind: 'item-label', version: 'v1', label: itemNumber ?? orderNumber, labelInGroups: itemNumber === null ? orderNumber : itemNumberInGroups(itemNumber), carrierName,
    from: { name: desk.name, address: desk.address, phone: desk.phone }, to: { name: receiver.name, address: receiver.address, phone: receiver.phone },
    content: `Kết quả hồ sơ ${codes.slice(0, MOST_CODES).join(', ')}${codes.length > MOST_CODES ? ` và ${codes.length - MOST_CODES} hồ sơ khác` : ''}`,
    collectOnDelivery, orderNumber, issuedAt: madeAt,
  };
};
