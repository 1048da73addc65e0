// GET /api/dossiers/:id: the whole dossier, for the desk and for the agency, with what this person may do now.
import { z } from 'zod';
import { PAPERS_PLACES } from '#core/dossier/give-back-papers.ts';
import { DOSSIER_ACTS } from '#core/dossier/life.ts';
import type { ReceiptInForce, RegisterLine } from '#core/dossier/supersede-receipt.ts';
import { apologyView } from './apology.wire.ts';
import { dossierCustody } from './custody.wire.ts';
import {
  accountId, answers, dossierCode, dossierId, dossierState, feeLine, hands, nationalStatus, paperReceived, regime,
  returnWish, signing, timeliness,
} from './dossier-parts.wire.ts';
import { clockStanding, explanationLine } from './due.wire.ts';
import { extensionView } from './extend-dossier.wire.ts';
import { moment, plainDate, revision } from './fields.ts';
import { keptClock } from './kept-clock.wire.ts';
import { parties } from './people.wire.ts';
import { channel, deskId, procedureVersion, receptionMode, unitId } from './procedure.wire.ts';
import { lateEntry } from './receive-dossier.wire.ts';
import { outcomeReceiver } from './return-outcome.wire.ts';
import { supplementAnswerView } from './supplement-answer.wire.ts';

const stepView = z.object({
  lineNo: z.int(), stepId: z.string(), name: z.string(), role: z.string(), unitId, unitName: z.string(),
  accountId: accountId.optional(), accountName: z.string().optional(),
  startedAt: moment, dueAt: moment.optional(), finishedAt: moment.optional(),
  result: z.enum(['passed', 'sent-back', 'supplement-asked', 'refused', 'issued']).optional(), note: z.string().optional(),
});

const handOverView = z.object({
  handOverId: z.string(), direction: z.enum(['to-agency', 'to-desk']), recordNumber: z.string(),
  fromName: z.string(), toName: z.string(), paperCount: z.int(),
  sentAt: moment, sentByName: z.string(), receivedAt: moment.optional(), receivedByName: z.string().optional(),
  result: z.enum(['received', 'rejected']).optional(), note: z.string().optional(),
  /** By when the post must have brought it: no part of the agency's time. */
  transit: z.object({ endsOn: plainDate, days: z.int(), explanation: z.array(explanationLine).readonly() }).optional(),
  /** The record itself, for both who sign it. */
  paperId: z.string().optional(),
  /** The bag that it went in, sealed under this number. What older releases of a counter hold names the label alone. */
  bagId: z.string().optional(), bagLabel: z.string().optional(), sealNumber: z.string().optional(),
});

const supplementRequestView = z.object({
  requestNo: z.int(), askedAt: moment, askedByName: z.string(), reason: z.string(),
  items: z.array(z.object({
    name: z.string(), original: z.int(), certifiedCopy: z.int(), plainCopy: z.int(), reason: z.string().optional(),
  })).readonly(),
  answerBy: moment.optional(), answeredAt: moment.optional(),
  isLate: z.boolean(), secondGround: z.string().optional(), answeredVia: z.enum(['post', 'online']).optional(),
  answers: z.array(supplementAnswerView).readonly(),
});

const outcomeView = z.object({
  outcomeNo: z.int(), kind: z.enum(['outcome', 'refusal']), name: z.string(), number: z.string(), issuedAt: moment,
  signedByName: z.string(), signingPrefix: z.string(), signingTitle: z.string(), issuedByName: z.string(),
  file: z.string().optional(), hasPaper: z.boolean(), ground: z.string().optional(),
});

const issuedPaperView = z.object({
  paperId: z.string(), kind: z.string(), title: z.string(), formVersion: z.string(), number: z.string().optional(),
  issuedAt: moment, printCount: z.int(), supersedesPaperId: z.string().optional(), supersededAt: moment.optional(),
});

/** The receipt in force, and the line of the register: a corrected one says them again. */
const receiptInForce = z.object({
  paperId: z.string(), number: z.string().optional(), issuedAt: moment,
  itemNumber: z.string().optional(), postage: z.int().optional(), sealNumber: z.string().optional(), largePrint: z.boolean().optional(),
}) satisfies z.ZodType<ReceiptInForce>;
const registerLine = z.object({ period: z.string(), number: z.int(), volume: z.int() }) satisfies z.ZodType<RegisterLine>;

/** What the citizen is told; it waits in the outbox until a line to the telephone company exists. */
const noticeView = z.object({
  at: moment, kind: z.string(), text: z.string(), channel: z.enum(['sms', 'paper']),
  /** Only its end: whoever reads the dossier knows the number anyway, a screen seen from behind does not. */
  recipientEnd: z.string().optional(), due: moment.optional(), sent: z.boolean(),
});

/** Withdrawn or stopped: who asked, and where the papers are. */
const papersBackView = z.object({
  cause: z.enum(['withdrawn', 'stopped']), since: moment, reason: z.string(), askerName: z.string().optional(), feeNote: z.string().optional(),
  place: z.enum(PAPERS_PLACES),
  sentAt: moment.optional(), sentByName: z.string().optional(), recordNumber: z.string().optional(),
  arrivedAt: moment.optional(), arrivedByName: z.string().optional(),
  /** What did not come as it was sent. */
  differences: z.array(z.object({
    lineNo: z.int(), name: z.string(), result: z.enum(['short', 'damaged']), sent: z.int(), arrived: z.int(), note: z.string(),
  })).optional(),
  givenAt: moment.optional(), givenByName: z.string().optional(), receiverName: z.string().optional(),
});

/** Who, when, what, in Vietnamese. */
const journalLine = z.object({
  at: moment, act: z.string(), what: z.string(), accountName: z.string(), place: z.string(), note: z.string().optional(),
});

export const dossierView = z.object({
  now: moment,
  dossierId, code: dossierCode, codeIsProvisional: z.boolean(), revision,
  state: dossierState, stateLabel: z.string(), status: nationalStatus, timeliness,
  /** The version of the day of intake: checklist, e-form, limits, grounds. */
  procedure: procedureVersion,
  caseId: z.string(), caseName: z.string(),
  channel, regime, mode: receptionMode,
  deskId, deskName: z.string(), deskAddress: z.string(), deskPhone: z.string(),
  receivingUnitId: unitId, receivingUnitName: z.string(),
  helpedAtUnitName: z.string().optional(),
  agencyUnitId: unitId, agencyName: z.string(),
  sectionName: z.string().optional(), assigneeId: accountId.optional(), assigneeName: z.string().optional(),
  stepNo: z.int().optional(), stepRole: z.string().optional(),
  parties, answers, setCount: z.int(), returnWish, batchId: z.string().optional(),
  hands,
  receivedAt: moment, lateEntry: lateEntry.optional(), signing: signing.optional(), due: clockStanding.optional(), closedAt: moment.optional(),
  /** Null: none was kept. A machine that stored the view under an older version has none. */
  clock: keptClock.nullish(),
  papers: z.array(z.object({ ...paperReceived.shape, lineNo: z.int(), roundNo: z.int() })).readonly(),
  fees: z.array(z.object({ ...feeLine.shape, lineNo: z.int(), collectedAt: moment.optional(), payeeName: z.string() })).readonly(),
  totalFee: z.int(),
  certifications: z.array(z.object({
    paperName: z.string(), pages: z.int(), copies: z.int(), fee: z.int(), number: z.int(), book: z.string(), certifiedAt: moment,
  })).readonly(),
  steps: z.array(stepView).readonly(),
  handOvers: z.array(handOverView).readonly(),
  supplementRequests: z.array(supplementRequestView).readonly(),
  outcomes: z.array(outcomeView).readonly(),
  returned: z.object({
    at: moment, byName: z.string(), assistantName: z.string().optional(), receiver: outcomeReceiver,
    receiptShown: z.boolean(), lostReceiptNote: z.string().optional(),
    recalledPapers: z.array(z.object({ name: z.string(), collected: z.boolean(), note: z.string().optional() })).readonly(),
    originalsReturned: z.boolean(), signature: z.string().optional(),
    signing: signing.optional(),
  }).optional(),
  issuedPapers: z.array(issuedPaperView).readonly(),
  receipt: receiptInForce.optional(), register: registerLine.optional(),
  apologies: z.array(apologyView).readonly(),
  extensions: z.array(extensionView).readonly(),
  papersBack: papersBackView.optional(),
  /** Where its things are, each with its way. */
  custody: dossierCustody.default([]),
  notices: z.array(noticeView).readonly(),
  journal: z.array(journalLine).readonly(),
  /** By the life table, for this person, here and now; `needsConfirmation`: an officer beside the clerk must confirm. */
  allowedActs: z.array(z.object({
    act: z.enum(DOSSIER_ACTS), label: z.string(), needsConfirmation: z.boolean(),
  })).readonly(),
});
export type DossierView = z.output<typeof dossierView>;
