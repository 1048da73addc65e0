// What the agency asked for has been brought to the desk: the clock goes on as the version in force says,
// by default counted again from zero. What is brought in part is kept, and the clock waits on.
// @law NĐ 61/2018/NĐ-CP Đ.19.4
import type { Due } from '../deadline/due.ts';
import type { FieldError } from '../kernel/field-error.ts';
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { validateAnswers } from '../form/validate-answers.ts';
import type { Desk } from '../organisation/organisation.ts';
import { checklistFor } from '../procedure/in-force.ts';
import type { ProcedureVersion } from '../procedure/procedure.ts';
import { type PaperGiven, type PapersRefused, namePapers } from './check-papers.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { SupplementItem } from './ask-supplement.ts';
import type { DeskHands, PaperReceived } from './dossier.ts';
import { type ClockMoved, type DossierClock, clockAfter } from './kept-clock.ts';
import { type AnswerGiven, type StillMissing, checkAnswered } from './supplement-answered.ts';

export type ReceiveSupplement = AnswerGiven & {
  readonly revision: number;
  readonly papers: readonly PaperGiven[];
  readonly answers?: Readonly<Record<string, string | number | boolean>>;
};

export type SupplementFacts = {
  readonly now: Moment;
  readonly actor: DeskActor;
  readonly desk: Desk;
  readonly unknownScans: readonly string[];
  readonly dossier: DeskDossier & { readonly caseId: string };
  readonly clock?: DossierClock;
  /** The version of the day of intake. */
  readonly procedure: ProcedureVersion;
  readonly asked: { readonly requestNo: number; readonly askedAt: Moment; readonly items: readonly SupplementItem[] };
  /** Of this request, what was brought before. */
  readonly broughtBefore: readonly { readonly name: string }[];
};

export type SupplementReceived = {
  readonly hands: DeskHands;
  readonly papers: readonly PaperReceived[];
  readonly complete: boolean;
  readonly clock?: ClockMoved;
  readonly due?: Due;
};

export type SupplementRefusal =
  | DeskActRefused
  | StillMissing
  | PapersRefused
  | { readonly kind: 'scans-missing'; readonly scans: readonly string[] }
  | { readonly kind: 'fields-invalid'; readonly errors: readonly FieldError[] };

export const receiveSupplement = (command: ReceiveSupplement, facts: SupplementFacts): Result<SupplementReceived, SupplementRefusal> => {
  const { dossier, procedure } = facts;
  const hands = mayActAtDesk('receive-supplement', dossier, command.revision, facts.actor, facts.desk);
  if (!hands.ok) return hands;
  const papers = namePapers(checklistFor(procedure, dossier.caseId) ?? [], command.papers);
  if (!papers.ok) return papers;
  if (facts.unknownScans.length > 0) return refuse({ kind: 'scans-missing', scans: facts.unknownScans });
  const errors = command.answers ? validateAnswers(procedure.eForm, command.answers) : [];
  if (errors.length > 0) return refuse({ kind: 'fields-invalid', errors });
  const answered = checkAnswered(command, facts.asked.items, [...facts.broughtBefore, ...papers.value]);
  if (!answered.ok) return answered;
  const clock = clockAfter(facts.clock, { kind: 'supplied', at: facts.now, complete: answered.value });
  if (!answered.value) return ok({ hands: hands.value, papers: papers.value, complete: false, clock });

  return ok({ hands: hands.value, papers: papers.value, complete: true, clock, due: clock?.reading });
};
