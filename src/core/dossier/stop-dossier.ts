// What was asked for did not come within its limit: the system proposes it, the head of section or the signer stops
// the dossier, with its ground and the notice. Without a limit there is nothing to be late for, so nothing can be stopped;
// nor while an answer lies with the agency that nobody has looked at.
// @law NĐ 301/2026/NĐ-CP; TT 03/2025/TT-VPCP Mẫu số 05
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type SigningCapacity, signingCapacityOf } from './complete-step.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';

export type StopCommand = { readonly expectedRevision: number; readonly assignmentNo?: number };
export type StopFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  /** The limit of the open request: a moment for a supplement, a day for a financial duty. */
  readonly answerBy?: Moment | PlainDate;
  /** Sent online, and not yet looked at: since when. */
  readonly answerWaits?: Moment;
  readonly now: Moment;
};
/** Who signs for the agency does so in a capacity; a head of section by the own office. */
export type DossierStopped = { readonly closedAt: Moment; readonly capacity?: SigningCapacity };
export type StopRefused = OfficeRefused | { readonly kind: 'answer-waits'; readonly sentAt: Moment } | { readonly kind: 'not-overdue'; readonly answerBy?: Moment | PlainDate };

/** Is the citizen's own limit over? The last moment is still in time. */
export const isOver = (answerBy: Moment | PlainDate | undefined, now: Moment): boolean =>
  answerBy !== undefined && (answerBy.length === 10 ? dateOf(now) > answerBy : now > answerBy);

export const stopDossier = (command: StopCommand, facts: StopFacts): Result<DossierStopped, StopRefused> => {
  const { answerBy, now } = facts;
  const may = mayActInOffice('stop-dossier', facts.dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  if (facts.answerWaits !== undefined) return refuse({ kind: 'answer-waits', sentAt: facts.answerWaits });
  if (!isOver(answerBy, now)) return refuse({ kind: 'not-overdue', answerBy });
  return ok({ closedAt: now, capacity: signingCapacityOf(facts.actor.seats, command.assignmentNo) });
};
