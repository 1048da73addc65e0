// What a courier's phone, the desk and the post's supervisor say of the same round.
import { z } from 'zod';
import { ATTEMPT_REASONS } from '#core/shipment/attempt-reasons.ts';
import { STOP_STATES } from '#core/shipment/courier-round.ts';
import { accountId, dossierId, dossierState } from './dossier-parts.wire.ts';
import { count, dong, id, line, moment, plainDate } from './fields.ts';
import { deskId } from './procedure.wire.ts';

export const shipmentId = id<string>();
export const recordId = id<string>();
export const attemptReason = z.enum(ATTEMPT_REASONS);
export const stopState = z.enum(STOP_STATES);
export const nextStep = z.enum(['again', 'to-desk', 'return']);

/** Where the phone says it is; left out where it does not know or she does not allow it. */
export const gpsPlace = z.strictObject({
  latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), accuracyMetres: count(100_000),
});

export const attemptView = z.object({
  attemptId: z.string(), attemptNo: z.int(), at: moment, courierName: z.string(), outcome: z.enum(['delivered', 'failed']),
  reason: attemptReason.optional(), note: z.string().optional(),
  /** Of a failed one: what follows, and from which day. */
  next: nextStep.optional(), againOn: plainDate.optional(),
  receiverName: z.string().optional(), relation: z.string().optional(), identityKind: z.string().optional(), identityNumber: z.string().optional(),
  /** Hashes for GET /api/files/:sha256. */
  signature: z.string().optional(), photo: z.string().optional(), place: gpsPlace.optional(),
  amountDue: dong.optional(), amountCollected: dong.optional(), amountNote: z.string().optional(),
  /** Written down at the desk from her paper; `paper` is its hash, else why there is none. */
  onPaper: z.object({ byName: z.string(), ground: z.string(), paper: z.string().optional(), noPaper: z.string().optional() }).optional(),
  /** Taken back by a counter-entry: recorded by mistake. */
  undone: z.object({ at: moment, byName: z.string(), ground: z.string() }).optional(),
});
export type AttemptView = z.output<typeof attemptView>;

export const stopParts = {
  shipmentId: z.string(), orderNumber: z.string(), itemNumber: z.string().nullable(),
  receiver: z.object({ name: z.string(), phone: z.string(), address: z.string(), place: z.string() }),
  /** To be asked for at the door: the order's amount, or the fees that are still due where these are more. */
  amountDue: dong,
  dossiers: z.array(z.object({ dossierId, code: z.string(), state: dossierState, procedureName: z.string(), ownerName: z.string() })).readonly(),
  attempts: z.array(attemptView).readonly(),
};

/** Something on a record between desk and courier: a shipment, an old paper taken in at somebody's door, an envelope collected there. */
export const recordItem = z.object({
  itemId: z.string(), kind: z.enum(['shipment', 'recalled', 'pickup']), name: z.string(), itemNumber: z.string().nullable(),
  result: z.enum(['received', 'missing']).optional(), note: z.string().optional(),
});
export type RecordItem = z.output<typeof recordItem>;

export const courierRecord = z.object({
  recordId: z.string(), direction: z.enum(['to-courier', 'to-desk']), deskId, deskName: z.string(), courierId: accountId, courierName: z.string(),
  sentAt: moment, sentByName: z.string(),
  /** Of the paper for both to sign: made when the desk gave, or counted; its id is the record's. */
  recordNumber: z.string().optional(),
  /** Money that goes with it; only towards the desk. */
  amount: dong, items: z.array(recordItem).readonly(),
  receivedAt: moment.optional(), receivedByName: z.string().optional(), amountCounted: dong.optional(), amountNote: z.string().optional(),
});
export type CourierRecord = z.output<typeof courierRecord>;

/** The taker's count: every item of the record stands in one of the two. */
export const countBody = {
  received: z.array(id<string>()).max(200).readonly(),
  missing: z.array(z.strictObject({ itemId: id<string>(), note: line(300) })).max(200).readonly(),
};
