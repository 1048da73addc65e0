// Papers collected at home. The desk asks for it (roles postal-clerk, commune-officer):
//   POST /api/desk/pickups                                 askPickupBody → pickupAsked
//   POST /api/desk/pickups/:pickupId/close                 closePickupBody → pickupClosed
//   its list stands in GET /api/desk/couriers as `pickups`.
// The courier goes there (role courier; GET /api/courier/round has hers as `pickups`):
//   POST /api/courier/pickups/:pickupId/collect            collectBody → pickupMoved
//   POST /api/courier/pickups/:pickupId/fail               failPickupBody → pickupMoved
// She counts with the person against `checklist`, writes the number of her posting slip (its barcode, 13 characters with a check
// digit), and seals. The envelope goes in with POST /api/courier/hand-in by itself, like old papers. `at` and files as in
// courier.wire.ts.
import { z } from 'zod';
import { CLOSED_HOW, PICKUP_STATES } from '#core/shipment/pickup.ts';
import { accountId, dossierId } from './dossier-parts.wire.ts';
import { count, id, line, lines, moment, plainDate, sha256, slug } from './fields.ts';
import { attemptReason, gpsPlace } from './courier-parts.wire.ts';
import { deskId } from './procedure.wire.ts';
import type { ProcedureCode } from '#core/procedure/procedure.ts';

export const pickupId = id<string>();
const person = z.strictObject({ name: line(120), phone: line(20), address: line(300) });
const paperCounted = z.strictObject({ itemId: line(80).optional(), name: line(300), form: z.enum(['original', 'certified-copy', 'plain-copy']), count: count(99, 1) });

export const pickupView = z.object({
  pickupId, deskId, deskName: z.string(), courierId: accountId, courierName: z.string(), day: plainDate, state: z.enum(PICKUP_STATES),
  procedureName: z.string(), person, note: z.string().optional(), madeAt: moment,
  checklist: z.array(z.object({
    itemId: z.string(), name: z.string(), required: z.boolean(), original: z.int(), certifiedCopy: z.int(), plainCopy: z.int(), shownOnly: z.boolean().optional(), note: z.string().optional(),
  })).readonly(),
  collectedAt: moment.optional(), slipNumber: z.string().optional(), papers: z.array(paperCounted).readonly().optional(),
  lastReason: attemptReason.optional(), lastNote: z.string().optional(),
});
export type PickupView = z.output<typeof pickupView>;

export const askPickupBody = z.strictObject({
  pickupId, deskId, courierId: accountId, day: plainDate, procedureCode: slug<ProcedureCode>(), caseId: line(80).optional(), person, note: lines(300).optional(),
});
export type AskPickupBody = z.output<typeof askPickupBody>;
export const pickupAsked = z.object({ pickupId, day: plainDate });

export const collectBody = z.strictObject({
  at: moment, slipNumber: line(40), papers: z.array(paperCounted).min(1).max(60).readonly(), signature: sha256, photo: sha256.optional(), place: gpsPlace.optional(),
});
export type CollectBody = z.output<typeof collectBody>;
export const failPickupBody = z.strictObject({ at: moment, reason: attemptReason, note: lines(500).optional(), askedFor: plainDate.optional() });
export type FailPickupBody = z.output<typeof failPickupBody>;
export const pickupMoved = z.object({ pickupId, at: moment, state: z.enum(PICKUP_STATES), day: plainDate.optional(), slipNumber: z.string().optional() });
export type PickupMoved = z.output<typeof pickupMoved>;

/** 'received': its dossier, received with the number of its slip; 'handed-back': to the person; 'given-up': called off before it was collected. */
export const closePickupBody = z.strictObject({ deskId, how: z.enum(CLOSED_HOW), dossierId: dossierId.optional(), note: line(300).optional() })
  .refine(({ how, dossierId: of }) => (how === 'received') === (of !== undefined), { path: ['dossierId'], message: 'Chọn hồ sơ đã tiếp nhận từ phong bì này' });
export type ClosePickupBody = z.output<typeof closePickupBody>;
export const pickupClosed = z.object({ pickupId, at: moment, state: z.enum(PICKUP_STATES) });
