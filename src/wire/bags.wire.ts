// Bags between desk and agency, the same words at both sides: what waits to go, what is being filled, what is on its way.
import { z } from 'zod';
import { confirmation, dossierId } from './dossier-parts.wire.ts';
import { count, id, line, moment, plainDate, revision } from './fields.ts';
import { forwardDossiersCommand } from './forward-dossiers.wire.ts';
import { deskId, unitId } from './procedure.wire.ts';
import { signatureGiven } from './sign-for.wire.ts';
import { MOST_IN_BAG } from '#core/custody/bag.ts';
import { isSameFilled } from '#core/custody/filled-bag.ts';
import { SIGNED_BY } from '#core/custody/sign-for.ts';
import type { ThingId } from '#core/custody/thing.ts';

export const bagId = id<ThingId>();
export const bagStands = z.enum(['open', 'closed', 'sent', 'received', 'lost', 'given-up']);
export const bagDirection = z.enum(['to-agency', 'to-desk']);

const bagDossier = z.object({
  dossierId, code: z.string(), ownerName: z.string(), procedureName: z.string(),
  /** Of paper. */
  pieces: z.int(),
  /** Of the posting slip. */
  postingNumber: z.string().optional(),
  /** Its agency has the dossier: only papers that were brought later go after it. */
  follows: z.boolean().optional(),
  /** Of one that waits for a bag. */
  revision: revision.optional(),
});
export type BagDossier = z.output<typeof bagDossier>;

export const bagRow = z.object({
  bagId, label: z.string(), direction: bagDirection, stands: bagStands,
  deskId, deskName: z.string(), agencyUnitId: unitId, agencyName: z.string(),
  /** Of so many dossiers something lies in it; of so many of them only papers that follow. */
  dossierCount: z.int(), followCount: z.int(), openedAt: moment, openedByName: z.string(),
  sealNumber: z.string().optional(), closedAt: moment.optional(),
  handOverId: z.string().optional(), recordNumber: z.string().optional(), sentAt: moment.optional(), sentByName: z.string().optional(),
  /** By when the post must have brought it. */
  transitDue: plainDate.optional(),
  receivedAt: moment.optional(), receivedByName: z.string().optional(), sealBroken: z.boolean().optional(), sealNote: z.string().optional(),
  signedBy: z.enum(SIGNED_BY).optional(), signatureFile: z.string().optional(),
  lostAt: moment.optional(), lostByName: z.string().optional(),
  /** Of its loss or of its seal. */
  caseId: z.string().optional(),
});
export type BagRow = z.output<typeof bagRow>;

export const bagsView = z.object({
  now: moment,
  /** Paper that may go out and lies in no bag, by where it goes. */
  waiting: z.array(z.object({ deskId, agencyUnitId: unitId, placeName: z.string(), dossiers: z.array(bagDossier).readonly() })).readonly(),
  /** Being filled, sealed, or sent and not yet received. */
  own: z.array(bagRow).readonly(),
  coming: z.array(bagRow).readonly(),
  /** The last ones that were received, either way. */
  received: z.array(bagRow).readonly(),
  /** Said by the counter itself, without a line: what lies on this machine, and no more. */
  atCounter: z.object({ labelsLeft: z.int() }).optional(),
});
export type BagsView = z.output<typeof bagsView>;

const bagLine = z.object({
  ...bagDossier.shape,
  /** Counted already, in this bag or without it. */
  counted: z.enum(['received', 'rejected']).optional(),
  papers: z.array(z.object({ lineNo: z.int(), name: z.string(), count: z.int() })).readonly(),
});
export type BagLine = z.output<typeof bagLine>;
export const bagView = z.object({ now: moment, bag: bagRow, lines: z.array(bagLine).readonly(), waiting: z.array(bagDossier).readonly(), atCounter: z.literal(true).optional() });
export type BagView = z.output<typeof bagView>;

export const startBagBody = z.strictObject({ bagId, deskId, agencyUnitId: unitId });
export const packBody = z.strictObject({ scanned: line(300) });
export const takeOutBody = z.strictObject({ dossierId });
export const closeBagBody = z.strictObject({ sealNumber: line(40) });
export const reopenBagBody = z.strictObject({ reason: line(300) });
export const handOverBagBody = z.strictObject({
  handOverId: id(),
  /** Outcomes whose digital seal has not come were stamped on paper. */
  stamped: z.boolean().default(false),
});
/** POST /api/desk/bags/filled: a bag filled at the desk's counter, sealed and handed over in one act. */
export const handOverFilledBagCommand = z.strictObject({
  bagId, handOverId: id(), deskId, agencyUnitId: unitId, sealNumber: line(40), openedAt: moment,
  /** In the order in which they were scanned. */
  dossiers: forwardDossiersCommand.shape.dossiers.max(MOST_IN_BAG),
});
export type HandOverFilledBagCommand = z.output<typeof handOverFilledBagCommand>;
/** What puts a refused one right is the same bag. */
export const isSameFilledBag = (before: unknown, now: unknown): boolean => {
  const [first, again] = [handOverFilledBagCommand.safeParse(before), handOverFilledBagCommand.safeParse(now)];
  return first.success && again.success && isSameFilled(first.data, again.data);
};

export const receiveBagBody = z.strictObject({
  received: z.array(dossierId).max(300),
  missing: z.array(z.strictObject({ dossierId, note: line(300) })).max(300),
  differences: z.array(z.strictObject({ dossierId, lineNo: count(9_999, 1), result: z.enum(['short', 'damaged']), arrived: count(9_999), note: line(300) })).max(900),
  /** What no record says: by its code or slip where it has one, by its name always. */
  over: z.array(z.strictObject({ scanned: line(300).optional(), name: line(200), count: count(999, 1), note: line(300) })).max(50).default([]),
  sealBroken: z.boolean(),
  sealNote: line(300).optional(),
  /** At the desk the officer confirms; at the agency whoever takes it signs. */
  confirmation: confirmation.optional(), signature: signatureGiven.optional(),
}).refine((body) => !body.sealBroken || body.sealNote !== undefined, { message: 'Ghi niêm phong không nguyên vẹn thế nào', path: ['sealNote'] });

export const sealEnvelopeBody = z.strictObject({ deskId, sealNumber: line(40) });
export const envelopeSealed = z.object({ dossierId, code: z.string(), sealNumber: z.string(), at: moment });
export type EnvelopeSealed = z.output<typeof envelopeSealed>;

/** Past its window without a word more; before that with the ground. */
export const loseBagBody = z.strictObject({ ground: line(300).optional() });
export const findBagBody = z.strictObject({ note: line(300) });
export const bagLost = z.object({ bagId, label: z.string(), at: moment, stands: bagStands });
export type BagLost = z.output<typeof bagLost>;

export const bagStarted = z.object({ bagId, label: z.string() });
export const bagPacked = z.object({ bagId, dossierId, code: z.string(), dossierCount: z.int() });
export const bagTakenOut = z.object({ bagId, dossierId, dossierCount: z.int() });
export const bagClosed = z.object({ bagId, label: z.string(), dossierCount: z.int() });
export const bagHandedOver = z.object({ bagId, label: z.string(), handOverId: z.string(), recordNumber: z.string(), paperId: z.string(), sentAt: moment, dossierCount: z.int() });
export const bagReceived = z.object({
  bagId, label: z.string(), at: moment, received: z.int(), missing: z.int(), differences: z.int(), over: z.int(),
  /** Counted by somebody else meanwhile. */
  skipped: z.array(z.string()).readonly(),
});
export type BagStarted = z.output<typeof bagStarted>;
export type BagPacked = z.output<typeof bagPacked>;
export type BagTakenOut = z.output<typeof bagTakenOut>;
export type BagClosed = z.output<typeof bagClosed>;
export type BagHandedOver = z.output<typeof bagHandedOver>;
export type BagReceived = z.output<typeof bagReceived>;
export type ReceiveBagBody = z.output<typeof receiveBagBody>;
