// What went wrong on the way, for both sides: the list with what is to be issued anew here, one case whole, and its acts.
import { z } from 'zod';
import { CASE_KINDS } from '#core/custody/change.ts';
import { COMPENSATION_KINDS } from '#core/custody/compensation.ts';
import { LIABILITIES, REISSUE_SIDES } from '#core/custody/liability.ts';
import { COST_BEARERS, SETTLED_HOW } from '#core/custody/settle-case.ts';
import { HOLDER_KINDS } from '#core/custody/thing.ts';
import { thingIs } from './custody.wire.ts';
import { confirmation, dossierId, dossierState } from './dossier-parts.wire.ts';
import { dong, id, line, lines, moment, plainDate } from './fields.ts';
import { deskId } from './procedure.wire.ts';

const ofDossier = z.object({ dossierId, code: z.string(), procedureName: z.string(), ownerName: z.string(), state: dossierState });

export const custodyCase = z.object({
  caseId: z.string(), kind: z.enum(CASE_KINDS), thing: z.object({ ...thingIs, label: z.string().optional() }),
  /** A bag belongs to none, nor does what nobody knows. */
  dossier: ofDossier.optional(),
  deskName: z.string(),
  /** Of a pick-up there is none. */
  agencyName: z.string().optional(), recordId: z.string().optional(), recordNumber: z.string().optional(),
  sent: z.int(), arrived: z.int(), note: z.string(),
  openedAt: moment, openedByName: z.string(), settleBy: plainDate,
  holderKind: z.enum(HOLDER_KINDS),
  /** Papers collected at home: whose, for what, under which slip. */
  pickup: z.object({ personName: z.string(), phone: z.string(), address: z.string(), procedureName: z.string(), slipNumber: z.string() }).optional(),
  /** On whose way home it went wrong. */
  shipment: z.object({ number: z.string(), carrierName: z.string() }).optional(),
  liability: z.enum(LIABILITIES), minuteNumber: z.string().optional(),
  openTasks: z.int(),
  /** What the post has still to pay, in đồng. */
  unpaid: z.int(),
});
export type CustodyCase = z.output<typeof custodyCase>;

const task = z.object({
  taskNo: z.int(), thingId: z.string(), what: z.string(), bySide: z.enum(REISSUE_SIDES), due: plainDate, askedAt: moment, askedByName: z.string(),
  doneAt: moment.optional(), doneByName: z.string().optional(), doneNote: z.string().optional(),
  /** Its minute was replaced before it was done. */
  withdrawnAt: moment.optional(),
});
export type ReissueTaskRow = z.output<typeof task>;

export const custodyCasesQuery = z.object({ deskId: deskId.optional() });
export const custodyCasesView = z.object({
  now: moment, cases: z.array(custodyCase),
  /** What this side has to issue anew. */
  tasks: z.array(task.extend({ caseId: z.string(), minuteNumber: z.string(), code: z.string().optional() })),
});
export type OwnReissueTask = z.output<typeof custodyCasesView>['tasks'][number];

const caseThing = z.object({
  ...thingIs, holderKind: z.enum(HOLDER_KINDS), dossierId: z.string().optional(), code: z.string().optional(), ownerName: z.string().optional(),
  itemNumber: z.string().optional(), postage: z.int().optional(),
  /** What the post owes for it at the least, were it at fault. */
  least: z.int(),
});
export type CaseThing = z.output<typeof caseThing>;

const compensationRow = z.object({
  lineNo: z.int(), kind: z.enum(COMPENSATION_KINDS), code: z.string().optional(), itemNumber: z.string().optional(), postage: z.int().optional(), amount: z.int(),
  payBy: plainDate, paidAt: moment.optional(), paidByName: z.string().optional(), receiptNumber: z.string().optional(), isLapsed: z.boolean(), withdrawnAt: moment.optional(),
});
export type CompensationRow = z.output<typeof compensationRow>;

export const custodyCaseView = z.object({
  /** The last day for the post to pay, were the minute made now. */
  payBy: plainDate,
  now: moment, case: custodyCase, bagId: z.string().optional(), things: z.array(caseThing).readonly(), tasks: z.array(task).readonly(), compensation: z.array(compensationRow).readonly(),
  minute: z.object({ paperId: z.string(), number: z.string(), at: moment, ground: z.string(), replaces: z.string().optional(), replacedBecause: z.string().optional() }).optional(),
  /** Those that it replaced, the last one first. */
  earlier: z.array(z.object({ paperId: z.string(), number: z.string(), at: moment, liability: z.enum(LIABILITIES), ground: z.string(), byName: z.string() })).readonly(),
  settled: z.object({ at: moment, byName: z.string(), how: z.enum(SETTLED_HOW), costBearer: z.enum(COST_BEARERS).optional(), note: z.string() }).optional(),
});
export type CustodyCaseView = z.output<typeof custodyCaseView>;

/** POST /api/desk/custody-cases/:caseId/settle, /api/office/custody-cases/:caseId/settle */
export const settleCustodyCaseBody = z.object({
  how: z.enum(SETTLED_HOW), costBearer: z.enum(COST_BEARERS).optional(), note: lines(500), deskId: deskId.optional(),
});
export type SettleCustodyCaseBody = z.output<typeof settleCustodyCaseBody>;
export const custodyCaseSettled = z.object({ caseId: z.string(), how: z.enum(SETTLED_HOW), at: moment });
export type CustodyCaseSettled = z.output<typeof custodyCaseSettled>;

/** POST /api/desk/custody-cases/:caseId/minute: the liability minute, with what follows from it. */
export const liabilityMinuteBody = z.strictObject({
  deskId: deskId.optional(), liability: z.enum(['post', 'agency', 'nobody']), ground: lines(1000),
  reissue: z.array(z.strictObject({ thingId: id(), what: line(200), bySide: z.enum(REISSUE_SIDES), due: plainDate })).max(300),
  agreed: z.array(z.strictObject({ dossierId, amount: dong })).max(300).default([]),
  reissueCost: dong.default(0),
  postage: dong.optional(),
  /** Why it replaces the minute before. */
  replacedBecause: lines(500).optional(),
  confirmation: confirmation.optional(),
});
export type LiabilityMinuteBody = z.output<typeof liabilityMinuteBody>;
export const liabilityMinuteMade = z.object({ caseId: z.string(), paperId: z.string(), number: z.string(), at: moment, owed: z.int(), payBy: plainDate });
export type LiabilityMinuteMade = z.output<typeof liabilityMinuteMade>;

/** POST …/custody-cases/:caseId/reissue/:taskNo/done, by the side that was asked. */
export const reissueDoneBody = z.strictObject({ note: line(300), deskId: deskId.optional() });
export const reissueDoneAnswer = z.object({ caseId: z.string(), taskNo: z.int(), at: moment });

/** POST /api/desk/custody-cases/:caseId/compensation/:lineNo/paid */
export const compensationPaidBody = z.strictObject({ receiptNumber: line(40), deskId: deskId.optional() });
export const compensationPaidAnswer = z.object({ caseId: z.string(), lineNo: z.int(), at: moment });

/** POST …/custody-cases/late: with the dossier that came late. */
export const lateCaseBody = z.strictObject({ dossierId, note: line(300), deskId: deskId.optional() });
export const lateCaseOpened = z.object({ caseId: z.string(), settleBy: plainDate });
/** POST /api/post/records/:handOverId/late: all that one record brought late. */
export const lateRecordBody = z.strictObject({ note: line(300) });
export const lateRecordOpened = z.object({
  handOverId: z.string(), cases: z.int(),
  /** Dossiers without a proof of posting, or with a case already. */
  without: z.int(),
  settleBy: plainDate,
});
