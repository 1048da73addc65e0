// The courier's phone, role `courier`, her own round only: what is not hers is not found (404).
//
//   GET  /api/courier/round?day=2019-11-20                 → courierRound; without `day`: today
//   POST /api/courier/round/order                          arrangeRoundBody → roundArranged
//   POST /api/courier/records/:recordId/take               takeRecordBody → recordTaken: what a desk gave her, counted
//   POST /api/courier/shipments/:shipmentId/deliver        deliverBody → attemptTaken
//   POST /api/courier/shipments/:shipmentId/fail           failBody → attemptTaken
//   POST /api/courier/hand-in                              handInBody → handedIn: what she did not deliver, old papers, money
//
// Every act carries `at`, the moment at which it was done by the phone's clock brought to business time, so that it may
// come hours later from where there was no line; a phone that has one sends the same. Every act needs its own
// Idempotency-Key, kept with it: sent again it is taken once and answered with the stored answer. `attemptId` and
// `recordId` are made on the phone; under another key they are refused with `already-recorded`. The clock may be ten
// minutes ahead; what is older than her taking it over, or than its order, is refused for good.
//
// Signature and photo are sent first, each to POST /api/files (multipart, PNG or JPEG), and named by their hash; while they
// are not there the act is refused with 409 `scans-missing` and can be sent again unchanged. A signature is PNG of at most
// MOST_SIGNATURE_BYTES (#core/shipment/deliver-shipment.ts). The same core decides on the phone: deliverShipment,
// failAttempt, nextAfterAttempt, ABOUT_REASON. Names, numbers and addresses in a round are personal: kept sealed only.
import { z } from 'zod';
import { accountId, dossierId, signing } from './dossier-parts.wire.ts';
import { cash, dong, id, line, lines, moment, plainDate, sha256 } from './fields.ts';
import { attemptReason, countBody, courierRecord, gpsPlace, nextStep, recordId, shipmentId, stopParts, stopState } from './courier-parts.wire.ts';
import { identityPaper } from './people.wire.ts';
import { pickupView } from './pickup.wire.ts';
import { deskId } from './procedure.wire.ts';
import { outcomeReceiver } from './return-outcome.wire.ts';

export const roundQuery = z.object({ day: plainDate.optional() });

const party = z.object({ fullName: z.string(), identity: identityPaper.pick({ kind: true, number: true }) });
const fee = z.object({ lineNo: z.int(), name: z.string(), amount: dong });

export const roundStop = z.object({
  ...stopParts,
  deskId, deskName: z.string(), state: stopState, day: plainDate, placeNo: z.int(), orderedAt: moment,
  /** Since when she has it: no act on it is earlier. */
  since: moment.optional(),
  /** After a failed attempt: 'to-desk' and 'return' are to be handed in. */
  next: nextStep.optional(),
  collectOnDelivery: dong,
  /** What the core needs to judge at the door who may take it, by dossier. */
  giving: z.array(z.object({ dossierId, applicant: party, owner: party.optional(), unpaid: z.array(fee).readonly(), outcomeNames: z.array(z.string()).readonly() })).readonly(),
  /** Days on which the receiver caused it that nothing was delivered. */
  countedOn: z.array(plainDate).readonly(),
});
export type RoundStop = z.output<typeof roundStop>;

export const courierRound = z.object({
  now: moment, day: plainDate, courierId: accountId, courierName: z.string(),
  /** In her order. Planned for this day or an earlier one and still open, or done on this day. */
  stops: z.array(roundStop).readonly(),
  /** Given by a desk and not yet counted by her, and handed in by her and not yet counted by the desk. */
  records: z.array(courierRecord).readonly(),
  /** Old papers that she took in and still has. */
  recalled: z.array(z.object({ thingId: z.string(), name: z.string(), code: z.string(), deskId, since: moment })).readonly(),
  /** Where papers are to be collected, or were and are with her. */
  pickups: z.array(pickupView).readonly(),
  /** Money of others in her hands, by the desk that it goes to. */
  money: z.array(z.object({ deskId, deskName: z.string(), held: dong })).readonly(),
  policy: z.object({ mostDays: z.int(), daysBetween: z.int() }),
  /** The first day for another attempt, for one that fails today. */
  againFrom: plainDate,
});
export type CourierRound = z.output<typeof courierRound>;

/** All or some of the day's stops, in the order in which she goes; those left out follow as they stood. */
export const arrangeRoundBody = z.strictObject({ day: plainDate, shipmentIds: z.array(shipmentId).min(1).max(300).readonly() });
export const roundArranged = z.object({ day: plainDate, shipmentIds: z.array(z.string()).readonly() });

export const takeRecordBody = z.strictObject({ at: moment, ...countBody });
export type TakeRecordBody = z.output<typeof takeRecordBody>;
export const recordTaken = z.object({ recordId: z.string(), at: moment, received: z.int(), missing: z.int() });
export type RecordTaken = z.output<typeof recordTaken>;

export const deliverBody = z.strictObject({
  attemptId: id<string>(), at: moment,
  /** The same as at the desk: himself, family with the receipt in hand, or authorised with the paper named. */
  receiver: outcomeReceiver, receiptShown: z.boolean(), lostReceiptNote: lines(500).optional(),
  recalledPapers: z.array(z.strictObject({ dossierId, name: line(300), collected: z.boolean(), note: line(300).optional() })).max(30).readonly(),
  signing: signing.optional(), signature: sha256.optional(), photo: sha256.optional(),
  place: gpsPlace.optional(),
  /** Less or more than is due needs the note; less than the state's fees is refused. */
  amountCollected: cash, amountNote: line(300).optional(),
  note: lines(500).optional(),
});
export type DeliverBody = z.output<typeof deliverBody>;

export const failBody = z.strictObject({
  attemptId: id<string>(), at: moment, reason: attemptReason,
  /** Needed for some reasons: ABOUT_REASON[reason].needsNote. */
  note: lines(500).optional(),
  /** The day for which the receiver asked; not before `againFrom`. */
  askedFor: plainDate.optional(),
  photo: sha256.optional(), place: gpsPlace.optional(),
});
export type FailBody = z.output<typeof failBody>;

export const attemptTaken = z.object({
  shipmentId: z.string(), attemptId: z.string(), attemptNo: z.int(), at: moment, state: stopState, next: nextStep.optional(), againOn: plainDate.optional(),
  /** The desk wrote it down from her paper before: nothing moves, and where the two differ somebody looks at both. */
  onPaper: z.enum(['same', 'differs']).optional(),
});
export type AttemptTaken = z.output<typeof attemptTaken>;

/** To the desk from which they came. Old papers and collected envelopes that she has of this desk go with them by themselves. */
export const handInBody = z.strictObject({
  recordId, deskId, at: moment, shipmentIds: z.array(shipmentId).max(200).readonly(), amount: cash,
  /** Where it is less than she holds for this desk. */
  amountNote: line(300).optional(),
});
export type HandInBody = z.output<typeof handInBody>;
export const handedIn = z.object({ recordId: z.string(), at: moment, items: z.int(), amount: dong });
export type HandedIn = z.output<typeof handedIn>;
