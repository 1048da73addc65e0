// A desk's shipments: what is ready to be one, sent out, handed to the carrier, taken back, looked up by the number on
// their label.
import { z } from 'zod';
import { DELIVERY_WRONG } from '#core/custody/delivery-wrong.ts';
import { COUNTED_BACK } from '#core/shipment/count-back.ts';
import { ORDER_STATES } from '#core/shipment/send-order.ts';
import { CODE_MEANINGS } from '#core/shipment/shipment-status.ts';
import { SHIPMENT_STANDS } from '#core/shipment/shipment-stands.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { dossierId } from './dossier-parts.wire.ts';
import { cash, id, line, moment, revision, slug } from './fields.ts';

const receiver = z.strictObject({ name: line(120), phone: line(20), address: line(300), place: line(120) });

export const orderShipmentCommand = z.strictObject({
  shipmentId: id<string>(), deskId: slug<DeskId>(), carrierId: slug<string>(),
  dossiers: z.array(z.strictObject({ dossierId, revision })).min(1).max(50),
  receiver, collectOnDelivery: cash, withItemNumber: z.boolean(),
});
export type OrderShipmentCommand = z.output<typeof orderShipmentCommand>;
export const shipmentOrdered = z.object({ shipmentId: z.string(), orderNumber: z.string(), itemNumber: z.string().nullable(), madeAt: moment });
export type ShipmentOrdered = z.output<typeof shipmentOrdered>;

export const cancelShipmentCommand = z.strictObject({ deskId: slug<DeskId>() });
export const shipmentCancelled = z.object({ shipmentId: z.string(), state: z.enum(ORDER_STATES), at: moment });

/** `handOverId` is made by the client and becomes the record's id. */
export const handOverShipmentsCommand = z.strictObject({ handOverId: id<string>(), deskId: slug<DeskId>(), carrierId: slug<string>(), shipmentIds: z.array(id<string>()).min(1).max(200) });
export type HandOverShipmentsCommand = z.output<typeof handOverShipmentsCommand>;
export const shipmentsHandedOver = z.object({ handOverId: z.string(), recordNumber: z.string(), handedOverAt: moment, shipments: z.int() });
export type ShipmentsHandedOver = z.output<typeof shipmentsHandedOver>;

/** What the receiver of a delivered shipment says went wrong. */
export const deliveryWrongBody = z.strictObject({ deskId: slug<DeskId>(), kind: z.enum(DELIVERY_WRONG), dossierIds: z.array(dossierId).min(1).max(50).readonly(), note: line(300) });
export type DeliveryWrongBody = z.output<typeof deliveryWrongBody>;
export const deliveryWrongSaid = z.object({ caseIds: z.array(z.string()).readonly() });
export type DeliveryWrongSaid = z.output<typeof deliveryWrongSaid>;

/** What a carrier brought back: each shipment there, there and damaged, or not there. */
export const countBackCommand = z.strictObject({
  deskId: slug<DeskId>(), carrierId: slug<string>(),
  counts: z.array(z.strictObject({ shipmentId: id<string>(), result: z.enum(COUNTED_BACK), note: line(300).optional() })).min(1).max(200).readonly(),
});
export type CountBackCommand = z.output<typeof countBackCommand>;
export const countedBack = z.object({ at: moment, there: z.int(), damaged: z.int(), missing: z.int() });
export type CountedBackAnswer = z.output<typeof countedBack>;

export const shipmentRow = z.object({
  shipmentId: z.string(), carrierId: z.string(), carrierName: z.string(), isOwnNetwork: z.boolean(), orderNumber: z.string(), state: z.enum(ORDER_STATES), itemNumber: z.string().nullable(),
  receiver, collectOnDelivery: z.int(), madeAt: moment, madeByName: z.string(), status: z.string().nullable(), statusSince: moment.nullable(),
  problem: z.string().nullable(), message: z.string().nullable(), unmapped: z.object({ code: z.string(), message: z.string() }).nullable(),
  handOverId: z.string().nullable(), handedOverAt: moment.nullable(), recordNumber: z.string().nullable(),
  countedBackAt: moment.nullable(), countedBackByName: z.string().nullable(), countedBackAs: z.enum(COUNTED_BACK).nullable(), countedBackNote: z.string().nullable(),
  dossiers: z.array(z.object({ dossierId: z.string(), code: z.string() })),
  /** What is left to do about it here. */
  stands: z.enum(SHIPMENT_STANDS),
  /** Where it is, in words; and what to do, where somebody must. */
  words: z.string(), advice: z.string().optional(),
});
export type ShipmentView = z.output<typeof shipmentRow>;

const ready = z.object({
  dossierId, code: z.string(), revision, procedureName: z.string(), since: moment, toPay: z.int(),
  /** Equal: the same person gets them. */
  receiverKey: z.string(), receiverName: z.string(), phone: z.string(), address: z.string(),
});
export type ReadyOutcome = z.output<typeof ready>;
export const shipmentsView = z.object({
  now: moment, shipments: z.array(shipmentRow), ready: z.array(ready).readonly(),
  /** Who takes orders now, and the places each has codes for. */
  carriers: z.array(z.object({ carrierId: z.string(), name: z.string(), places: z.array(z.string()).readonly() })).readonly(),
  itemNumbersLeft: z.int(),
});
export type ShipmentsView = z.output<typeof shipmentsView>;

/** All that its carrier said of it, the latest first. */
export const shipmentView = z.object({
  shipment: shipmentRow,
  events: z.array(z.object({ at: moment, code: z.string(), message: z.string(), place: z.string(), notes: z.string(), meaning: z.enum(CODE_MEANINGS).nullable() })).readonly(),
});
export const shipmentsQuery = z.object({ deskId: slug<DeskId>().optional() });
export const shipmentParams = z.object({ shipmentId: id<string>() });
export const itemParams = z.object({ itemNumber: line(40) });
