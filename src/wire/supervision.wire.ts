// What the post's supervisor sees of the desks below: codes, places and times, and no person's affair.
import { z } from 'zod';
import { CASE_KINDS } from '#core/custody/change.ts';
import { bagDirection, bagId } from './bags.wire.ts';
import { dossierCustody } from './custody.wire.ts';
import { dossierId, dossierState } from './dossier-parts.wire.ts';
import { moment, plainDate } from './fields.ts';
import { deskId, unitId } from './procedure.wire.ts';
import { lateOnTheWay } from './transit.wire.ts';

/** Of each list; what is most urgent stands first. */
export const MOST_SUPERVISED = 200;
/** A desk's stock is counted up to here. */
export const STOCK_CAP = 1000;

const position = z.object({ latitude: z.number(), longitude: z.number(), isApproximate: z.boolean() });

const supervisedDesk = z.object({
  deskId, name: z.string(), position: position.optional(),
  held: z.int(), oldestSince: moment.optional(),
  /** What went out of it or comes to it and is not signed for. */
  onTheWay: z.int(), late: z.int(),
  openCases: z.int(), casesOverdue: z.int(),
});
export type SupervisedDesk = z.output<typeof supervisedDesk>;

const flow = z.object({ deskId, agencyUnitId: unitId, agencyName: z.string(), position: position.optional(), toAgency: z.int(), toDesk: z.int(), late: z.int() });
export type Flow = z.output<typeof flow>;

export const supervisedDesks = z.object({ now: moment, desks: z.array(supervisedDesk).readonly(), flows: z.array(flow).readonly() });
export type SupervisedDesks = z.output<typeof supervisedDesks>;

const onTheWay = z.object({
  ...lateOnTheWay.shape, transitDue: plainDate.optional(), isLate: z.boolean(),
  /** Of its dossiers those with a proof of posting and no case of this delay, and those with one. */
  claimable: z.int(), lateCases: z.int(),
});
export type OnTheWay = z.output<typeof onTheWay>;
const lostBag = z.object({
  bagId, label: z.string(), direction: bagDirection, deskId, deskName: z.string(), agencyName: z.string(), since: moment, dossierCount: z.int(),
  /** Declared lost on its way; without it, it was not found when the stock was counted. */
  handOverId: z.string().optional(), lostByName: z.string().optional(),
});
export type LostBag = z.output<typeof lostBag>;
export const supervisedRoad = z.object({ now: moment, onTheWay: z.array(onTheWay).readonly(), lostBags: z.array(lostBag).readonly() });
export type SupervisedRoad = z.output<typeof supervisedRoad>;

/** A record on the way, or received: what it lists, by code. */
export const supervisedRecord = z.object({
  now: moment,
  record: z.object({ ...onTheWay.shape, receivedAt: moment.optional(), sealNumber: z.string().optional(), lostAt: moment.optional(), lostByName: z.string().optional(), givenUp: z.boolean() }),
  lines: z.array(z.object({ dossierId, code: z.string(), pieces: z.int() })).readonly(),
});
export type SupervisedRecord = z.output<typeof supervisedRecord>;

const supervisedCase = z.object({
  caseId: z.string(), kind: z.enum(CASE_KINDS), dossierId: dossierId.optional(), code: z.string().optional(),
  /** Of a bag; a case of what nobody knows has neither. */
  bagLabel: z.string().optional(), pickupLabel: z.string().optional(), deskName: z.string(), agencyName: z.string().optional(), sent: z.int(), arrived: z.int(), note: z.string(),
  openedAt: moment, settleBy: plainDate, isOverdue: z.boolean(),
});
export type SupervisedCase = z.output<typeof supervisedCase>;
export const supervisedCases = z.object({ now: moment, cases: z.array(supervisedCase).readonly() });

/** The way of one dossier's things; nothing of what it is about or for whom. */
export const supervisedDossier = z.object({ now: moment, dossierId, code: z.string(), state: dossierState, deskName: z.string(), agencyName: z.string(), custody: dossierCustody,
  /** The posting slips it went out with: GET /api/post/papers/:paperId.pdf */
  slips: z.array(z.object({ paperId: z.string(), number: z.string() })).readonly(),
});
export type SupervisedDossier = z.output<typeof supervisedDossier>;
