// GET /api/office/dossiers/:dossierId/work: what the agency knows beside the dossier's view: the internal
// process with its limits, the proposal and approval of this round, duties, and whose step it is.
import { z } from 'zod';
import { PAPERS_PLACES } from '#core/dossier/give-back-papers.ts';
import { accountId, dossierId } from './dossier-parts.wire.ts';
import { apologyView } from './apology.wire.ts';
import { extensionView } from './extend-dossier.wire.ts';
import { moment, plainDate } from './fields.ts';
import { roleText } from './office-parts.wire.ts';

const workStep = z.object({
  no: z.int(), stepId: z.string(), name: z.string(), role: roleText,
  /** Working hours; 0 = no limit of its own. */
  hours: z.number(),
});

const proposalView = z.object({
  kind: z.enum(['grant', 'refuse']),
  by: z.string(), at: moment,
  note: z.string().optional(), reason: z.string().optional(), legalGround: z.string().optional(), draftFile: z.string().optional(),
});

const approvalView = z.object({ accountId, name: z.string(), prefix: z.string(), title: z.string(), at: moment });

const financialDutyView = z.object({
  dutyNo: z.int(), notice: z.string(), amount: z.number().optional(), payBy: plainDate.optional(),
  askedAt: moment, askedByName: z.string(),
  settledAt: moment.optional(), settledByName: z.string().optional(), paidOn: plainDate.optional(), proof: z.string().optional(),
});

export const officeWorkView = z.object({
  dossierId, now: moment,
  steps: z.array(workStep),
  stepNo: z.int().optional(),
  stepStartedAt: moment.optional(), stepDueAt: moment.optional(),
  /** Why the dossier stands where it stands: the note or reason it came with. */
  cameWith: z.object({ by: z.string(), at: moment, result: z.string(), note: z.string() }).optional(),
  proposal: proposalView.optional(),
  approval: approvalView.optional(),
  financialDuties: z.array(financialDutyView),
  /** Form 04 of this dossier: prepared, returned, signed. */
  apologies: z.array(apologyView).readonly(),
  /** The last day on which an apology may still be given; absent when there is no due moment. */
  apologyLastDay: plainDate.optional(),
  /** What the law of the procedure allows, unless it was used. */
  extensions: z.array(z.object({ extensionId: z.string(), ground: z.string(), law: z.string(), by: z.string() })).readonly(),
  extended: z.array(extensionView).readonly(),
  /** The citizen's own limit is over: stopping is proposed. */
  answerIsOver: z.boolean(),
  /** The citizen has sent papers online that nobody has looked at. */
  answerWaits: z.boolean(),
  /** Ended without an outcome: where the papers are. */
  papersAt: z.enum(PAPERS_PLACES).optional(),
  /** Nobody fetched it at the desk, and the agency has not signed for it yet. */
  outcomeComesBack: z.boolean(),
  supplementsAsked: z.int(),
  /** Until when asking for papers is in time (third working day from intake). */
  supplementAskBy: moment.optional(),
  mine: z.object({
    /** I may work the open step now. */
    step: z.boolean(),
    /** In charge of it, whoever has it now: may prepare an apology, extend, record what came, withdraw. */
    charge: z.boolean(),
    holder: z.string().optional(),
    roles: z.array(roleText),
    /** I may hand it to someone: I lead, it is mine, or nobody has it. */
    mayAssign: z.boolean(),
  }),
});
export type OfficeWorkView = z.output<typeof officeWorkView>;

export const controlSlipAnswer = z.object({ paperId: z.string() });
