// The clock stands still while something is waited for, and goes on when the last of it is there: waits that
// overlap are counted once. A supplement under RESTART begins the limit again from zero, but never brings forward
// a due moment that an extension had already moved.
// @law NĐ 61/2018/NĐ-CP Đ.19.4; NĐ 118/2025/NĐ-CP Đ.19; NĐ 301/2026/NĐ-CP
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type ClockFold, type Wait, chainLimits, citizensOf, roomNeeded, statutoryOf, withMove } from './clock-fold.ts';
import type { ClockFacts, EventRefusal, WaitKind } from './clock-reading.ts';
import { DAY_SECONDS, toLocalSeconds } from './local-seconds.ts';
import { answeredFrom, hasRoom, moveByWait } from './move-due.ts';

export type Step = Result<ClockFold, EventRefusal>;

const beyond = (fold: ClockFold): Step => refuse({ kind: 'beyond-calendar', calendarVersion: fold.place.c.version });

export const openWait = (fold: ClockFold, wait: Wait): Step => {
  const same = fold.waits.find((other) => other.kind === wait.kind);
  if (same) return refuse({ kind: 'already-waiting', waitingFor: wait.kind, since: same.at });
  return ok({
    ...fold, waits: [...fold.waits, wait], waitsSeen: fold.waits.length === 0 ? [wait] : [...fold.waitsSeen, wait],
    pausedSince: fold.pausedSince ?? wait.at,
  });
};

/** The whole time of standing still moves every limit that had not ended, and the date of an apology. */
const resume = (fold: ClockFold, ended: WaitKind, at: Moment): Step => {
  const { place, parts } = fold;
  const since = fold.pausedSince ?? at;
  const from = Math.max(toLocalSeconds(since), fold.start.countsFrom);
  const to = answeredFrom(place, ended === 'outage' ? 'system' : 'person', from, toLocalSeconds(at));
  if (!hasRoom(place.c, citizensOf(fold), Math.ceil((to - from) / DAY_SECONDS) * 2 + 60)) return beyond(fold);
  const last = parts.length - 1;
  const begins = Math.max(0, parts.findIndex((part, i) => part.due >= from || i === last));
  const moved = parts.map((part, i) => (i < begins ? undefined : moveByWait(place, part, from, to)));
  const promise = fold.promised === undefined ? undefined : parts[last] && { ...parts[last], due: fold.promised, nominalDay: undefined };
  const next: ClockFold = {
    ...fold, parts: parts.map((part, i) => moved[i]?.part ?? part), promised: promise && moveByWait(place, promise, from, to).part.due,
    waits: [], waitsSeen: [], pausedSince: undefined,
  };
  const waited = moved[begins]?.waited ?? { amount: 0, unit: 'working-days' };
  return ok(withMove(next, { kind: 'waited', waits: fold.waitsSeen, from: since, to, waited, last: next.parts[last], before: citizensOf(fold), after: citizensOf(next) }));
};

export const closeWait = (fold: ClockFold, kind: WaitKind, at: Moment): Step => {
  const waits = fold.waits.filter((wait) => wait.kind !== kind);
  return waits.length > 0 ? ok({ ...fold, waits }) : resume({ ...fold, waits }, kind, at);
};

export const restart = (fold: ClockFold, facts: ClockFacts, asked: Wait, at: Moment, cutoffSeconds: number): Step => {
  const from = toLocalSeconds(at);
  if (!hasRoom(fold.place.c, from, roomNeeded(facts))) return beyond(fold);
  const { start, parts } = chainLimits(fold.place, facts, from, cutoffSeconds);
  const before = statutoryOf(fold);
  const last = parts[parts.length - 1];
  const keeps = last !== undefined && last.due < before;
  const waits = fold.waits.filter((other) => other !== asked);
  const next: ClockFold = {
    ...fold, start, parts: keeps ? [...parts.slice(0, -1), { ...last, due: before, nominalDay: undefined }] : parts,
    waits, waitsSeen: waits, pausedSince: waits.length > 0 ? at : undefined, state: 'restarted',
  };
  return ok(withMove(next, { kind: 'restarted', askedAt: asked.at, at, figures: start, ...(keeps ? { keptDue: before } : {}) }));
};
