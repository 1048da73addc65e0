// What the agency asked for and got itself, by post or online: recorded by who is in charge, with the moment it came.
// What the citizen sent online came when it was sent, whenever the officer looks at it; complete it is with its last part.
// @law NĐ 61/2018/NĐ-CP Đ.16, Đ.19.4
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { SupplementItem } from './ask-supplement.ts';
import { ownDueOf } from './clock-words.ts';
import { inCharge } from './in-charge.ts';
import { type ClockMoved, type DossierClock, clockAfter } from './kept-clock.ts';
import { type Hours, type OfficeActor, type OfficeDossier, type OfficeRefused, type StepStarted, mayActInOffice, startStep } from './office-work.ts';
import { type AnswerGiven, type StillMissing, checkAnswered } from './supplement-answered.ts';
import type { AwaitingAnswer, NoAnswerWaits } from './turn-back-supplement.ts';

export type RecordSupplementCommand = AnswerGiven & {
  readonly expectedRevision: number;
  /** Of what came by post, or by a way of the agency's own; what was sent to us knows its moment. */
  readonly arrivedAt?: Moment;
  /** What was sent online is accepted. */
  readonly answerNo?: number;
  readonly papers: readonly { readonly name: string }[];
};

export type RecordSupplementFacts = {
  readonly dossier: OfficeDossier;
  readonly actor: OfficeActor;
  readonly asked: { readonly items: readonly SupplementItem[]; readonly askedAt: Moment };
  /** Of this request, what had come before. */
  readonly cameBefore: readonly { readonly name: string }[];
  /** Sent online, and not yet looked at. */
  readonly answer?: AwaitingAnswer;
  readonly clock?: DossierClock;
  readonly hours: Hours;
  readonly now: Moment;
};

export type SupplementRecorded = { readonly complete: boolean; readonly arrivedAt: Moment; readonly clock?: ClockMoved; readonly started?: StepStarted };

/** A clock on the wall tells minutes. */
const minuteOf = (moment: Moment): string => moment.slice(0, 16);
export type RecordSupplementRefused =
  | OfficeRefused | StillMissing | NoAnswerWaits
  | { readonly kind: 'not-sent'; readonly names: readonly string[] }
  | { readonly kind: 'arrived-at-wrong-time'; readonly askedAt: Moment; readonly now: Moment };

/** Only what was sent can be accepted of it. */
const sentOnline = ({ answerNo, papers }: RecordSupplementCommand, answer: AwaitingAnswer | undefined): Result<AwaitingAnswer | undefined, RecordSupplementRefused> => {
  if (answerNo === undefined) return ok(undefined);
  if (answer?.answerNo !== answerNo) return refuse({ kind: 'no-answer-waits' });
  const names = papers.map((paper) => paper.name).filter((name) => !answer.names.includes(name));
  return names.length > 0 ? refuse({ kind: 'not-sent', names }) : ok(answer);
};

const latest = (first: Moment, ...others: readonly (Moment | undefined)[]): Moment =>
  others.reduce<Moment>((last, one) => (one !== undefined && one > last ? one : last), first);

export const recordSupplement = (command: RecordSupplementCommand, facts: RecordSupplementFacts): Result<SupplementRecorded, RecordSupplementRefused> => {
  const { dossier, actor, asked, hours, now } = facts;
  const may = mayActInOffice('record-supplement', dossier, actor, command.expectedRevision);
  if (!may.ok) return may;
  const charge = inCharge(dossier, actor);
  if (!charge.ok) return charge;
  const sent = sentOnline(command, facts.answer);
  if (!sent.ok) return sent;
  const came = sent.value?.sentAt ?? command.arrivedAt ?? now;
  if (came > now || minuteOf(came) < minuteOf(asked.askedAt)) return refuse({ kind: 'arrived-at-wrong-time', askedAt: asked.askedAt, now });
  // what came in part meanwhile stands before it: complete it was only then
  const arrivedAt = latest(came, asked.askedAt, facts.clock?.kept.events.at(-1)?.at);
  const answered = checkAnswered(command, asked.items, [...facts.cameBefore, ...command.papers]);
  if (!answered.ok) return answered;
  const holder = dossier.assigneeId === undefined ? undefined : { accountId: dossier.assigneeId, name: dossier.assigneeName ?? '' };
  const clock = clockAfter(facts.clock, { kind: 'supplied', at: arrivedAt, complete: answered.value });
  if (!answered.value) return ok({ complete: false, arrivedAt, clock });
  return ok({ complete: true, arrivedAt, clock, started: startStep(dossier, dossier.stepNo ?? 1, now, hours, holder, ownDueOf(clock?.reading)) });
};
