// A desk's shipments: sent out, taken back, looked up by the number on their label.
import { z } from 'zod';
import type { DossierId } from '#core/dossier/dossier.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { ORDER_STATES } from '#core/shipment/send-order.ts';
import { dong, id, line, moment, revision, slug } from './fields.ts';

const receiver = z.strictObject({ name: line(120), phone: line(20), address: line(300), place: line(120) });

export const orderShipmentCommand = z.strictObject({
  shipmentId: id<string>(), deskId: slug<DeskId>(), carrierId: slug<string>(),
  dossiers: z.array(z.strictObject({ dossierId: id<DossierId>(), revision })).min(1).max(50),
  receiver, collectOnDelivery: dong, withItemNumber: z.boolean(),
});
export type OrderShipmentCommand = z.output<typeof orderShipmentCommand>;
export const shipmentOrdered = z.object({ shipmentId: z.string(), orderNumber: z.string(), itemNumber: z.string().nullable(), madeAt: moment });
export type ShipmentOrdered = z.output<typeof shipmentOrdered>;

export const cancelShipmentCommand = z.strictObject({ deskId: slug<DeskId>() });
export const shipmentCancelled = z.object({ shipmentId: z.string(), state: z.enum(ORDER_STATES), at: moment });

export const shipmentRow = z.object({
  shipmentId: z.string(), carrierId: z.string(), carrierName: z.string(), orderNumber: z.string(), state: z.enum(ORDER_STATES), itemNumber: z.string().nullable(),
  receiver, collectOnDelivery: z.int(), madeAt: moment, madeByName: z.string(), status: z.string().nullable(), statusSince: moment.nullable(),
  problem: z.string().nullable(), message: z.string().nullable(), unmapped: z.object({ code: z.string(), message: z.string() }).nullable(),
  dossiers: z.array(z.object({ dossierId: z.string(), code: z.string() })),
  /** Where it is, in words. */
  words: z.string(),
});
export const shipmentsView = z.object({ shipments: z.array(shipmentRow) });
export const shipmentsQuery = z.object({ deskId: slug<DeskId>().optional() });
export const itemParams = z.object({ itemNumber: line(40) });
