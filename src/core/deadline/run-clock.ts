// The clock of a dossier: from the facts of intake and what happened since, its due moment, its state, how it ended
// and why. The same facts and events always give the same reading; `clockFigures` is the reading without the text.
// @law NĐ 61/2018/NĐ-CP Đ.19; NĐ 118/2025/NĐ-CP Đ.17, Đ.19; QĐ 766/QĐ-TTg 2022
import { dateOf } from '../kernel/moment.ts';
import { type Result, ok } from '../kernel/result.ts';
import type { ClockEvent } from './clock-event.ts';
import { type ClockFold, citizensOf, statutoryOf } from './clock-fold.ts';
import type { ClockFacts, ClockReading, ClockRefusal, ClosedBy } from './clock-reading.ts';
import { groundsOf, waitLaw } from './clock-sentences.ts';
import { explainClock } from './explain-clock.ts';
import { unconfirmedBetween } from './explain-due.ts';
import { foldClock } from './fold-clock.ts';
import { type Lateness, lateness } from './lateness.ts';
import { fromLocalSeconds } from './local-seconds.ts';

export type ClockFigures = Omit<ClockReading, 'explanation'>;

const CLOSED_WORDS: Readonly<Record<Exclude<ClosedBy, 'finished' | 'stopped'>, string>> = {
  withdrawn: 'người nộp rút hồ sơ', refused: 'cơ quan từ chối giải quyết, trả lại hồ sơ',
};

const closing = ({ closed }: ClockFold, dueDay: ClockReading['due']): Pick<ClockReading, 'closedBy' | 'closedAt' | 'lateness' | 'ground' | 'groundLaw'> => {
  if (!closed) return {};
  const { by, at } = closed;
  const how: Lateness = by === 'finished' ? lateness(dateOf(at), dueDay) : 'on-time';
  if (by === 'finished') return { closedBy: by, closedAt: at, lateness: how };
  return {
    closedBy: by, closedAt: at, lateness: how, ground: by === 'stopped' ? closed.ground : CLOSED_WORDS[by],
    ...(closed.law === undefined ? {} : { groundLaw: closed.law }),
  };
};

const waiting = (fold: ClockFold, facts: ClockFacts): Pick<ClockReading, 'ground' | 'groundLaw' | 'pausedSince' | 'citizenUntil'> => {
  if (fold.waits.length === 0) return {};
  const laws = [...new Set(fold.waits.map((wait) => waitLaw(wait, dateOf(facts.receivedAt))).filter((law) => law !== undefined))];
  const citizenUntil = fold.waits.find((wait) => wait.citizenUntil !== undefined)?.citizenUntil;
  return {
    ground: groundsOf(fold.waits), ...(laws.length > 0 ? { groundLaw: laws.join('; ') } : {}),
    ...(fold.pausedSince === undefined ? {} : { pausedSince: fold.pausedSince }), ...(citizenUntil === undefined ? {} : { citizenUntil }),
  };
};

const linkedDues = (fold: ClockFold, facts: ClockFacts): Pick<ClockReading, 'localDue' | 'linkedDues'> => {
  const { linked } = facts;
  if (linked === undefined || linked.length === 0) return {};
  return {
    localDue: fromLocalSeconds(fold.parts[0]?.due ?? fold.start.due),
    linkedDues: linked.map(({ agency }, i) => ({ agency, due: fromLocalSeconds(fold.parts[i + 1]?.due ?? statutoryOf(fold)) })),
  };
};

const figuresOf = (fold: ClockFold, facts: ClockFacts): ClockFigures => {
  const statutoryDue = fromLocalSeconds(statutoryOf(fold));
  const ended = closing(fold, statutoryDue);
  const secondRequest = fold.requests > 1;
  return {
    due: fromLocalSeconds(citizensOf(fold)), countsFrom: fromLocalSeconds(fold.start.countsFrom), calendarVersion: fold.place.c.version,
    dependsOnUnconfirmed: unconfirmedBetween(fold.place.c, fold.start.receivedAt, citizensOf(fold)) > 0,
    state: fold.closed === undefined && fold.waits.length > 0 ? 'paused' : fold.state,
    waitingFor: fold.closed ? [] : fold.waits.map((wait) => wait.kind),
    ...(fold.closed ? ended : waiting(fold, facts)),
    statutoryDue, ...linkedDues(fold, facts), countsAsLate: secondRequest || ended.lateness === 'late',
    supplementRequests: fold.requests, secondRequest, noticeLate: fold.noticeLate, extensions: fold.extensions, reappointed: fold.reappointed,
  };
};

export const runClock = (facts: ClockFacts, events: readonly ClockEvent[]): Result<ClockReading, ClockRefusal> => {
  const folded = foldClock(facts, events);
  return folded.ok ? ok({ ...figuresOf(folded.value, facts), explanation: explainClock(folded.value, facts) }) : folded;
};

/** For reckoning many again. */
export const clockFigures = (facts: ClockFacts, events: readonly ClockEvent[]): Result<ClockFigures, ClockRefusal> => {
  const folded = foldClock(facts, events);
  return folded.ok ? ok(figuresOf(folded.value, facts)) : folded;
};
