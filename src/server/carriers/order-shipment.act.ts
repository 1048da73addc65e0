// A desk sends outcomes out with a carrier: the shipment, its item number and the order that waits in the outbox are one save.
import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { type Result, refuse } from '#core/kernel/result.ts';
import type { ItemNumber } from '#core/numbering/item-number.ts';
import { type CancelRefused, cancelShipment } from '#core/shipment/cancel-shipment.ts';
import { type ShipmentDecided, type ShipmentFacts, type ShipmentRefused, orderShipment } from '#core/shipment/order-shipment.ts';
import type { OrderState } from '#core/shipment/send-order.ts';
import type { OrderShipmentCommand, ShipmentOrdered } from '#wire/shipments.wire.ts';
import type { Act, ActContext } from '../acts/act.ts';
import type { DeskCall } from '../desk/facts/desk-route.ts';
import { takeNumber } from '../desk/save/desk-save.sql.ts';
import { findCarrier } from './account.sql.ts';
import { takeItemNumber } from './item-numbers.sql.ts';
import { type OrderOfShipment, insertShipment, lockOrderOfShipment, lockShippedDossiers, settleOrderState } from './shipments.sql.ts';

export type OrderCall = DeskCall & { readonly command: OrderShipmentCommand };
type Facts = ShipmentFacts & { readonly itemNumber: ItemNumber | undefined };

/** 'MC26-000123': for good, and of this province's only; the carrier tells customers apart by their code. */
const nextOrderNumber = async (db: PoolClient, context: ActContext): Promise<string> => {
  const period = dateOf(context.now).slice(0, 4);
  const number = await takeNumber(db, context, { series: 'carrier-order', period });
  return `MC${period.slice(2)}-${String(number).padStart(6, '0')}`;
};

const decide = ({ command }: OrderCall, facts: Facts): Result<ShipmentDecided, ShipmentRefused> => {
  const decided = orderShipment(command, facts);
  return decided.ok && command.withItemNumber && facts.itemNumber === undefined ? refuse({ kind: 'item-numbers-out' }) : decided;
};

export const orderShipmentAct: Act<OrderCall, Facts, ShipmentDecided, ShipmentRefused, ShipmentOrdered> = {
  name: 'order-shipment',
  load: async (db, { provinceId, now }, { command }) => {
    const ids = [...new Set(command.dossiers.map(({ dossierId }) => dossierId))];
    const carrier = await findCarrier(db, provinceId, command.carrierId, 'for share');
    const dossiers = await lockShippedDossiers(db, provinceId, command.deskId, ids);
    if (!carrier || dossiers.length !== command.dossiers.length) return undefined;
    const { senderPlace, places } = carrier.settings;
    // taken with the facts: a refusal rolls it back, so that no number is lost
    const itemNumber = command.withItemNumber ? await takeItemNumber(db, provinceId, command.deskId, `shipment:${command.shipmentId}`, now) : undefined;
    return { dossiers, carrier: { isOpen: carrier.isOpen, senderPlace, places }, itemNumber };
  },
  decide,
  save: async (db, context, { command, place }, { from, to }, { dossiers, itemNumber }) => {
    const { shipmentId, deskId, carrierId, receiver, collectOnDelivery } = command;
    const orderNumber = await nextOrderNumber(db, context);
    const codesOf = ({ place: _place, ...carrierCodes }: typeof from) => carrierCodes;
    const codes = dossiers.map(({ code }) => code);
    await insertShipment(db, context, {
      shipmentId, deskId, carrierId, receiver, dossierIds: dossiers.map(({ dossierId }) => dossierId),
      body: {
        orderNumber, collectOnDelivery, description: `Kết quả hồ sơ ${codes.join(', ')}`, ...(itemNumber === undefined ? {} : { itemNumber }),
        sender: { name: place.desk.name, phone: place.desk.phone, address: place.desk.address, ...codesOf(from) },
        receiver: { name: receiver.name, phone: receiver.phone, address: receiver.address, ...codesOf(to) },
      },
    });
    return {
      answer: { shipmentId, orderNumber, itemNumber: itemNumber ?? null, madeAt: context.now }, chain: `desk:${deskId}`,
      journal: dossiers.map(({ dossierId, code }) => ({ act: 'order-shipment', dossierId, data: { code, shipmentId, carrierId, orderNumber, itemNumber: itemNumber ?? null } })),
      outbox: [{ outboxId: randomUUIDv7(), topic: 'carrier-order', payload: { carrierId, orderNumber } }],
    };
  },
};

export type CancelCall = DeskCall & { readonly shipmentId: string };
type Cancelled = { readonly state: 'cancelled' | 'cancelling' };

export const cancelShipmentAct: Act<CancelCall, OrderOfShipment, Cancelled, CancelRefused, { readonly shipmentId: string; readonly state: OrderState; readonly at: Moment }> = {
  name: 'cancel-shipment',
  load: (db, { provinceId }, { place, shipmentId }) => lockOrderOfShipment(db, provinceId, place.desk.deskId, shipmentId),
  decide: (_call, { state, isHandedOver }) => cancelShipment(state, isHandedOver),
  save: async (db, context, { place, shipmentId }, { state }, { carrierId, orderNumber }) => {
    await settleOrderState(db, context.provinceId, carrierId, orderNumber, state);
    return {
      answer: { shipmentId, state, at: context.now }, chain: `desk:${place.desk.deskId}`,
      journal: [{ act: 'cancel-shipment', data: { shipmentId, carrierId, orderNumber, state } }],
      outbox: state === 'cancelling' ? [{ outboxId: randomUUIDv7(), topic: 'carrier-cancel', payload: { carrierId, orderNumber } }] : [],
    };
  },
};
