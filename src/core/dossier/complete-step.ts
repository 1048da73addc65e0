// Specialist → head of section → who signs, with the signer's capacity → văn thư. Each passes only the own step;
// what is not in order goes back to the specialist with the reason, into the same hands.
// @law NĐ 61/2018/NĐ-CP Đ.19; NĐ 30/2020/NĐ-CP Đ.13
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId, Assignment } from '../organisation/organisation.ts';
import { ownDueOf } from './clock-words.ts';
import type { Sha256 } from './dossier.ts';
import {
  type Hours, type OfficeActor, type OfficeDossier, type OfficeRefused, type OfficeSeat, type StepStarted,
  currentStep, mayActInOffice, seatOnStep, startStep,
} from './office-work.ts';

/** What the specialist proposes, carried along to who signs. */
export type Proposal =
  | { readonly kind: 'grant'; readonly draftFile?: Sha256 }
  | { readonly kind: 'refuse'; readonly reason: string; readonly legalGround: string };

export type CompleteStepCommand = {
  readonly expectedRevision: number;
  readonly result:
    | {
        readonly kind: 'pass';
        readonly note?: string;
        readonly nextAssigneeId?: AccountId;
        readonly proposal?: Proposal;
        readonly assignmentNo?: number;
      }
    | { readonly kind: 'send-back'; readonly reason: string };
};

export type CompleteStepFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  /** The colleague named to go on, if any. */
  readonly next?: OfficeActor;
  /** The last proposal made in this round. */
  readonly proposal?: Proposal;
  /** The draft named by the command was uploaded in this agency. */
  readonly draftIsStored: boolean;
  readonly hours: Hours;
  readonly now: Moment;
};

export type SigningCapacity = NonNullable<Assignment['signingCapacity']>;

export type StepCompleted = {
  readonly finished: {
    readonly result: 'passed' | 'sent-back';
    readonly note?: string;
    readonly proposal?: Proposal;
    /** Present when this was the approval. */
    readonly capacity?: SigningCapacity;
  };
  readonly started: StepStarted;
};

export type CompleteStepRefused =
  | OfficeRefused
  | { readonly kind: 'colleague-lacks-role'; readonly name: string; readonly needs: string }
  | { readonly kind: 'no-such-colleague' }
  | { readonly kind: 'no-signing-capacity' }
  /** The proposal before the signer is a refusal: it is signed as one, or goes back. */
  | { readonly kind: 'refusal-proposed' }
  /** The records clerk passes on by issuing. */
  | { readonly kind: 'issue-instead' }
  | { readonly kind: 'nothing-before' }
  | { readonly kind: 'file-unknown' };

/** The capacity in which this seat signs; a person with several chooses. */
export const signingCapacityOf = (seats: readonly OfficeSeat[], assignmentNo: number | undefined): SigningCapacity | undefined => {
  const signing = seats.filter((seat) => seat.role === 'signing-leader' && seat.signingCapacity !== undefined);
  const chosen = assignmentNo === undefined ? signing[0] : signing.find((seat) => seat.assignmentNo === assignmentNo);
  return chosen?.signingCapacity;
};

const stepToReturnTo = (dossier: OfficeDossier, from: number): number => {
  const specialist = dossier.steps.findLastIndex((step, index) => index + 1 < from && step.role === 'agency-officer');
  return specialist >= 0 ? specialist + 1 : from - 1;
};

const sendBack = (reason: string, stepNo: number, facts: CompleteStepFacts): Result<StepCompleted, CompleteStepRefused> => {
  const { dossier } = facts;
  const target = stepToReturnTo(dossier, stepNo);
  if (target < 1) return refuse({ kind: 'nothing-before' });
  const hands = dossier.workedBefore.findLast((one) => one.stepNo === target);
  return ok({
    finished: { result: 'sent-back', note: reason },
    started: startStep(dossier, target, facts.now, facts.hours, hands, ownDueOf(dossier.due)),
  });
};

export const completeStep = (command: CompleteStepCommand, facts: CompleteStepFacts): Result<StepCompleted, CompleteStepRefused> => {
  const { dossier, actor } = facts;
  const may = mayActInOffice('complete-step', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  const seat = seatOnStep(dossier, actor);
  if (!seat.ok) return seat;
  const stepNo = dossier.stepNo ?? 1;
  const step = currentStep(dossier);
  const { result } = command;
  if (result.kind === 'send-back') return sendBack(result.reason, stepNo, facts);

  const following = dossier.steps[stepNo];
  if (!following || step?.role === 'records-clerk') return refuse({ kind: 'issue-instead' });
  if (result.nextAssigneeId !== undefined) {
    if (!facts.next) return refuse({ kind: 'no-such-colleague' });
    if (!facts.next.seats.some((one) => one.role === following.role)) {
      return refuse({ kind: 'colleague-lacks-role', name: facts.next.name, needs: following.role });
    }
  }
  if (result.proposal?.kind === 'grant' && result.proposal.draftFile !== undefined && !facts.draftIsStored) {
    return refuse({ kind: 'file-unknown' });
  }
  const signs = step?.role === 'signing-leader';
  if (signs && facts.proposal?.kind === 'refuse') return refuse({ kind: 'refusal-proposed' });
  const capacity = signs ? signingCapacityOf(actor.seats, result.assignmentNo) : undefined;
  if (signs && !capacity) return refuse({ kind: 'no-signing-capacity' });

  // A round that came back goes on to whoever had it before, unless another is named.
  const before = dossier.workedBefore.findLast((one) => one.stepNo === stepNo + 1);
  const assignee = facts.next ?? (following.role === 'records-clerk' ? undefined : before);
  return ok({
    finished: { result: 'passed', note: result.note, proposal: signs ? undefined : result.proposal, capacity },
    started: startStep(dossier, stepNo + 1, facts.now, facts.hours, assignee, ownDueOf(dossier.due)),
  });
};
