// What the agency asked for has been brought to the desk: the clock goes on as the version in force says,
// by default counted again from zero.
// @law NĐ 61/2018/NĐ-CP Đ.19.4
import { type SupplementPolicy, type Waiting, dueAfterWaiting } from '../deadline/due-after-supplement.ts';
import type { Due } from '../deadline/due.ts';
import type { AnyCalendar } from '../deadline/working-time.ts';
import type { FieldError } from '../kernel/field-error.ts';
import { type Moment, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { validateAnswers } from '../form/validate-answers.ts';
import type { Desk } from '../organisation/organisation.ts';
import { checklistFor, limitFor } from '../procedure/in-force.ts';
import type { Channel, ProcedureVersion } from '../procedure/procedure.ts';
import { type PaperGiven, type PapersRefused, namePapers } from './check-papers.ts';
import { cutoffOn, supplementPolicyOn } from './desk-settings.ts';
import { type DeskActRefused, type DeskDossier, mayActAtDesk } from './desk-dossier.ts';
import type { DeskActor } from './desk-hands.ts';
import type { DeskHands, PaperReceived, Regime } from './dossier.ts';

export type ReceiveSupplement = {
  readonly revision: number;
  readonly papers: readonly PaperGiven[];
  readonly answers?: Readonly<Record<string, string | number | boolean>>;
};

export type SupplementFacts = {
  readonly now: Moment;
  readonly actor: DeskActor;
  readonly desk: Desk;
  readonly calendar: AnyCalendar;
  readonly unknownScans: readonly string[];
  readonly dossier: DeskDossier & {
    readonly receivedAt: Moment;
    /** Where the statutory time begins: with the public post, the signed hand-over record. */
    readonly clockFrom?: Moment;
    readonly channel: Channel;
    readonly regime: Regime;
    readonly caseId: string;
    readonly due?: Due;
    /** Extra days for a large dossier were granted at intake. */
    readonly isLarge: boolean;
  };
  /** The version of the day of intake. */
  readonly procedure: ProcedureVersion;
  readonly asked: { readonly requestNo: number; readonly askedAt: Moment };
  /** Waits before this one, in their order. */
  readonly waits: readonly Waiting[];
  readonly policy?: SupplementPolicy;
};

export type SupplementReceived = {
  readonly hands: DeskHands;
  readonly papers: readonly PaperReceived[];
  readonly due?: Due;
};

export type SupplementRefusal =
  | DeskActRefused
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

  const limit = limitFor(procedure, dossier.channel);
  const start = dossier.clockFrom ?? dossier.receivedAt;
  const due = limit && dueAfterWaiting(
    { receivedAt: start, limit, siteId: facts.desk.siteId, calendar: facts.calendar, cutoffTime: cutoffOn(dateOf(start)), large: dossier.isLarge },
    [...facts.waits, {
      kind: 'supplement', policy: facts.policy ?? supplementPolicyOn(dateOf(dossier.receivedAt)),
      askedAt: facts.asked.askedAt, answeredAt: facts.now,
    }],
  );
  return ok({ hands: hands.value, papers: papers.value, due });
};
