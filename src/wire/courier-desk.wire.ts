// The desk and its couriers, roles postal-clerk and commune-officer; and the post's supervisor.
//
//   GET  /api/desk/couriers?deskId=                        → deskCouriersView
//   POST /api/desk/courier-records                         giveToCourierBody → givenToCourier: the desk's half of a hand-over
//   POST /api/desk/courier-records/:recordId/take          takeHandInBody → handInTaken: what a courier brought back, counted
//   POST /api/desk/courier-shipments/:shipmentId/undo      undoDeliveryBody → undone: a delivery recorded by mistake, by an officer
//   POST /api/desk/courier-shipments/:shipmentId/end       endDeliveryBody → deliveryEnded: nothing more is tried, the outcome stays here
//
// The other half of giveToCourier is the courier's own count; until then it is between the two. The status of a shipment
// (GET /api/desk/shipments) follows from the carrier's feed a few seconds later, as with every other carrier. Of carriers of
// kind 'own-network' the ledger and the dossier are moved by these acts themselves, in their own transaction; the feed moves
// only the status. So what the post's own couriers bring is given out here, and by no other hand-over.
import { z } from 'zod';
import type { ProcedureCode } from '#core/procedure/procedure.ts';
import { accountId, confirmation, dossierId } from './dossier-parts.wire.ts';
import { cash, dong, id, line, lines, moment, plainDate, slug } from './fields.ts';
import { courierReport } from './courier-paper.wire.ts';
import { countBody, courierRecord, nextStep, recordId, shipmentId, stopParts, stopState } from './courier-parts.wire.ts';
import { pickupView } from './pickup.wire.ts';
import { deskId } from './procedure.wire.ts';

export const deskCouriersQuery = z.object({ deskId: deskId.optional() });

export const deskStop = z.object({
  ...stopParts,
  /** Left out: in nobody's round yet. */
  state: stopState.optional(), courierId: accountId.optional(), courierName: z.string().optional(), day: plainDate.optional(), next: nextStep.optional(),
  /** The couriers' house has the order: before that nothing can be given out. */
  inBook: z.boolean(),
});

/** `dossier`: what was received from its envelope under the pick-up's own id. */
export const deskPickup = pickupView.extend({ procedureCode: slug<ProcedureCode>(), dossier: z.object({ dossierId, code: z.string() }).optional() });
export type DeskPickup = z.output<typeof deskPickup>;

export const deskCouriersView = z.object({
  now: moment,
  /** Who may carry for this desk today. */
  couriers: z.array(z.object({ courierId: accountId, name: z.string(), unitName: z.string(), withHer: z.int(), moneyHeld: dong })).readonly(),
  /** Open shipments of the post's own network and those done today, the oldest first. */
  shipments: z.array(deskStop).readonly(),
  /** There are newer ones than the list holds. */
  hasMore: z.boolean(),
  /** Not yet counted by the other side, either way; then the last ones that were. */
  records: z.array(courierRecord).readonly(),
  /** Papers to be collected at home, on their way, or here and not yet opened. */
  pickups: z.array(deskPickup).readonly(),
  /** Collected for others and counted here. */
  moneyHere: dong,
  /** What a phone that came back tells otherwise than the paper. */
  reports: z.array(courierReport).readonly(),
});
export type DeskCouriersView = z.output<typeof deskCouriersView>;

/** Of shipments, given to a courier or put into a round. */
export const MOST_AT_ONCE = 200;
const shipmentsAtOnce = z.array(shipmentId).min(1).max(MOST_AT_ONCE).readonly();
/** `recordId` is made by the client: sent again under another key it is refused with `already-recorded`. */
export const giveToCourierBody = z.strictObject({ recordId, deskId, courierId: accountId, day: plainDate, shipmentIds: shipmentsAtOnce });
export type GiveToCourierBody = z.output<typeof giveToCourierBody>;
export const givenToCourier = z.object({ recordId: z.string(), at: moment, items: z.int() });
export type GivenToCourier = z.output<typeof givenToCourier>;

/** What is missing opens a case of the ledger; a sum that differs needs its note, and the rest stays with the courier. */
export const takeHandInBody = z.strictObject({ deskId, ...countBody, amountCounted: cash, amountNote: line(300).optional() });
export type TakeHandInBody = z.output<typeof takeHandInBody>;
export const handInTaken = z.object({ recordId: z.string(), at: moment, received: z.int(), missing: z.int(), amountCounted: dong });
export type HandInTaken = z.output<typeof handInTaken>;

export const endDeliveryBody = z.strictObject({ deskId, reason: line(300) });
export type EndDeliveryBody = z.output<typeof endDeliveryBody>;
export const deliveryEnded = z.object({ shipmentId: z.string(), at: moment, state: stopState });

/** `undoneId` is made by the client. The ground says what was recorded, and how it came to light. */
export const undoDeliveryBody = z.strictObject({ undoneId: id<string>(), deskId, ground: lines(500), confirmation: confirmation.optional() });
export type UndoDeliveryBody = z.output<typeof undoDeliveryBody>;
/** `amount`: given back to the receiver, by whoever had it. */
export const undone = z.object({ shipmentId: z.string(), at: moment, state: stopState, amount: dong, moneyFrom: z.enum(['courier', 'desk']).optional() });
export type Undone = z.output<typeof undone>;

// The post's supervisor, for the desks of her unit and below:
//   GET  /api/post/rounds?day=&after=                      → postRoundsView
//   POST /api/post/rounds/assign                           assignStopsBody → stopsAssigned
//   POST /api/post/rounds/unplan                           unplanStopsBody → stopsUnplanned
/** Of what waits; the oldest first. */
export const WAITING_PAGE = 50;
export const MOST_IN_ROUNDS = 1_000;
export const postRoundsQuery = z.object({ day: plainDate.optional(), after: z.string().max(120).optional() });
/** Whose hands each is in, and to which place it goes; to whom is for the desk and the courier alone. */
const plannedStop = deskStop.pick({ shipmentId: true, orderNumber: true, itemNumber: true, state: true, courierId: true, courierName: true, day: true, inBook: true }).extend({
  deskId, deskName: z.string(), place: z.string(), madeAt: moment,
});
export type PlannedStop = z.output<typeof plannedStop>;
export const postRoundsView = z.object({
  now: moment, day: plainDate,
  /** Whom each desk may send. */
  couriers: z.array(z.object({ courierId: accountId, name: z.string(), unitName: z.string(), deskIds: z.array(deskId).readonly() })).readonly(),
  /** In somebody's round, each courier's in her order; with the first page of what waits, and not told again with the others. */
  stops: z.array(plannedStop).readonly(),
  /** There are more of them than one answer holds. */
  moreStops: z.boolean(),
  /** In nobody's round: a page of it, how many there are, and where the next page begins. */
  waiting: z.array(plannedStop).readonly(), waitingCount: z.int(), next: z.string().nullable(),
});
export type PostRoundsView = z.output<typeof postRoundsView>;
export const assignStopsBody = z.strictObject({ courierId: accountId, day: plainDate, shipmentIds: shipmentsAtOnce });
export type AssignStopsBody = z.output<typeof assignStopsBody>;
export const stopsAssigned = z.object({ courierId: accountId, day: plainDate, shipmentIds: z.array(z.string()).readonly() });
export const unplanStopsBody = z.strictObject({ shipmentIds: shipmentsAtOnce });
export type UnplanStopsBody = z.output<typeof unplanStopsBody>;
export const stopsUnplanned = z.object({ shipmentIds: z.array(z.string()).readonly() });
