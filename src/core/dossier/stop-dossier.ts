// What was asked for did not come within its limit: the head of section or the signer stops the dossier.
// Without a limit there is nothing to be late for, so nothing can be stopped.
// @law NĐ 301/2026/NĐ-CP; TT 03/2025/TT-VPCP Mẫu số 05
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type OfficeActor, type OfficeDossier, type OfficeRefused, mayActInOffice } from './office-work.ts';

export type StopCommand = { readonly expectedRevision: number };
export type StopFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  /** The limit of the open request: a moment for a supplement, a day for a financial duty. */
  readonly answerBy?: Moment | PlainDate;
  readonly now: Moment;
};
export type DossierStopped = { readonly closedAt: Moment };
export type StopRefused = OfficeRefused | { readonly kind: 'not-overdue'; readonly answerBy?: Moment | PlainDate };

export const stopDossier = (command: StopCommand, facts: StopFacts): Result<DossierStopped, StopRefused> => {
  const { answerBy, now } = facts;
  const may = mayActInOffice('stop-dossier', facts.dossier, facts.actor, command.expectedRevision);
  if (!may.ok) return may;
  const over = answerBy !== undefined && (answerBy.length === 10 ? dateOf(now) > answerBy : now > answerBy);
  return over ? ok({ closedAt: now }) : refuse({ kind: 'not-overdue', answerBy });
};
