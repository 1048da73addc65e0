// What the agency asked for and got itself, by post or online: recorded by who is in charge, with the moment it came.
// @law NĐ 61/2018/NĐ-CP Đ.16, Đ.19.4
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { SupplementItem } from './ask-supplement.ts';
import { ownDueOf } from './clock-words.ts';
import { inCharge } from './in-charge.ts';
import { type ClockMoved, type DossierClock, clockAfter } from './kept-clock.ts';
import { type Hours, type OfficeActor, type OfficeDossier, type OfficeRefused, type StepStarted, mayActInOffice, startStep } from './office-work.ts';
import { type AnswerGiven, type StillMissing, checkAnswered } from './supplement-answered.ts';

export type RecordSupplementCommand = AnswerGiven & {
  readonly expectedRevision: number;
  readonly arrivedAt: Moment;
  readonly papers: readonly { readonly name: string }[];
};

export type RecordSupplementFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  readonly asked: { readonly items: readonly SupplementItem[]; readonly askedAt: Moment };
  /** Of this request, what had come before. */
  readonly cameBefore: readonly { readonly name: string }[];
  readonly clock?: DossierClock;
  readonly hours: Hours;
  readonly now: Moment;
};

export type SupplementRecorded = { readonly complete: boolean; readonly arrivedAt: Moment; readonly clock?: ClockMoved; readonly started?: StepStarted };

/** A clock on the wall tells minutes. */
const minuteOf = (moment: Moment): string => moment.slice(0, 16);
export type RecordSupplementRefused =
  | OfficeRefused | StillMissing
  | { readonly kind: 'arrived-at-wrong-time'; readonly askedAt: Moment; readonly now: Moment };

export const recordSupplement = (command: RecordSupplementCommand, facts: RecordSupplementFacts): Result<SupplementRecorded, RecordSupplementRefused> => {
  const { dossier, actor, asked, hours, now } = facts;
  const may = mayActInOffice('record-supplement', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  const charge = inCharge(dossier, actor);
  if (!charge.ok) return charge;
  const arrivedAt = command.arrivedAt < asked.askedAt ? asked.askedAt : command.arrivedAt;
  if (command.arrivedAt > now || minuteOf(command.arrivedAt) < minuteOf(asked.askedAt)) return refuse({ kind: 'arrived-at-wrong-time', askedAt: asked.askedAt, now });
  const answered = checkAnswered(command, asked.items, [...facts.cameBefore, ...command.papers]);
  if (!answered.ok) return answered;
  const holder = dossier.assigneeId === undefined ? undefined : { accountId: dossier.assigneeId, name: dossier.assigneeName ?? '' };
  const clock = clockAfter(facts.clock, { kind: 'supplied', at: arrivedAt, complete: answered.value });
  if (!answered.value) return ok({ complete: false, arrivedAt, clock });
  return ok({ complete: true, arrivedAt, clock, started: startStep(dossier, dossier.stepNo ?? 1, now, hours, holder, ownDueOf(clock?.reading)) });
};
