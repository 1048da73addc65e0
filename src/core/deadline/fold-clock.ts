// One event after another: what it does to the clock, or why it cannot be. Events stand in the order of time, a
// cause before its effect, nothing after the end. No text is made here, so that many can be reckoned again.
// @law NĐ 61/2018/NĐ-CP Đ.19.4, Đ.19.8, Đ.19.9; NĐ 118/2025/NĐ-CP Đ.19; NĐ 301/2026/NĐ-CP
import { type Moment, type PlainDate, addDays, dateOf, fromDayNumber, minutesOf, toDayNumber } from '../kernel/moment.ts';
import { isPlainDate } from '../kernel/parse-date.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { ClockEvent, ClockEventKind } from './clock-event.ts';
import { type ClockFold, type Wait, chainLimits, citizensOf, roomNeeded, statutoryOf, withMove } from './clock-fold.ts';
import type { ClockFacts, ClockRefusal, EventRefusal } from './clock-reading.ts';
import { ruleOrFirst } from './clock-rules.ts';
import { type Step, closeWait, openWait, restart } from './clock-waits.ts';
import { compiled } from './compiled-calendar.ts';
import { DAY_SECONDS, fromLocalSeconds, isMoment, toLocalSeconds } from './local-seconds.ts';
import { type Part, daysNeeded, hasRoom, moveByLimit } from './move-due.ts';
import { countsFromSeconds, endOfDaySeconds, nthWorkingAfter, siteOf } from './working-time.ts';

type Of<K extends ClockEventKind> = Extract<ClockEvent, { kind: K }>;
type Apply = { readonly [K in ClockEventKind]: (fold: ClockFold, event: Of<K>, facts: ClockFacts) => Step };

const dayIndex = (fold: ClockFold, seconds: number): number => Math.floor(seconds / DAY_SECONDS) - fold.place.c.firstDay;
const intakeDay = (facts: ClockFacts): PlainDate => dateOf(facts.receivedAt);
const cutoffSecondsOf = (facts: ClockFacts): number => minutesOf(facts.cutoffTime) * 60;
const reachesDay = ({ place }: Pick<ClockFold, 'place'>, date: PlainDate): boolean => isPlainDate(date) && hasRoom(place.c, toDayNumber(date) * DAY_SECONDS, 0);
const openOf = (fold: ClockFold, kind: Wait['kind']): Wait | undefined => fold.waits.find((wait) => wait.kind === kind);

/** A date given by hand is later than the one it replaces, a day that the calendar has, and a moment at which the place is open. */
const newDueFault = (fold: ClockFold, newDue: Moment, before: number, facts: ClockFacts): EventRefusal | undefined => {
  const { c, site } = fold.place;
  if (!isMoment(newDue) || !hasRoom(c, toLocalSeconds(newDue), 0)) return { kind: 'wrong-era', field: 'newDue', at: newDue, calendarVersion: c.version };
  if (toLocalSeconds(newDue) <= before) return { kind: 'new-due-not-later', newDue, due: fromLocalSeconds(before) };
  const seconds = toLocalSeconds(newDue);
  const day = dayIndex(fold, seconds);
  // what was promised stays promised when a later calendar makes that day a day of rest
  if (facts.hoursChecked === true) return undefined;
  if (c.working[day] !== 1) return { kind: 'new-due-on-rest-day', newDue };
  if (countsFromSeconds(c, site, seconds) === seconds) return undefined;
  return { kind: 'new-due-outside-sessions', newDue, next: fromLocalSeconds(endOfDaySeconds(c, site, day)) };
};

const askSupplement = (fold: ClockFold, event: Of<'supplement-asked'>, facts: ClockFacts): Step => {
  const { citizenUntil } = event;
  const { c } = fold.place;
  if (citizenUntil !== undefined && !reachesDay(fold, citizenUntil)) return refuse({ kind: 'wrong-era', field: 'citizenUntil', at: citizenUntil, calendarVersion: c.version });
  if (citizenUntil !== undefined && citizenUntil < dateOf(event.at)) return refuse({ kind: 'citizen-limit-before-asked', citizenUntil });
  const opened = openWait(fold, { kind: 'supplement', at: event.at, policy: event.policy, citizenUntil });
  if (!opened.ok) return opened;
  const rule = ruleOrFirst('noticeDays', intakeDay(facts));
  const lastDay = nthWorkingAfter(c, dayIndex(fold, fold.start.countsFrom), rule.value);
  const late = dayIndex(fold, toLocalSeconds(event.at)) > lastDay;
  const requests = fold.requests + 1;
  return ok(withMove(
    { ...opened.value, requests, noticeLate: fold.noticeLate || late },
    { kind: 'asked', at: event.at, requestNo: requests, ...(late ? { noticeBy: fromDayNumber(c.firstDay + lastDay) } : {}) },
  ));
};

const supply = (fold: ClockFold, event: Of<'supplied'>, facts: ClockFacts): Step => {
  const asked = openOf(fold, 'supplement');
  if (!asked) return refuse({ kind: 'supplied-without-asked' });
  if (!event.complete) return ok(withMove(fold, { kind: 'supplied-in-part', at: event.at }));
  const late = asked.citizenUntil !== undefined && dateOf(event.at) > asked.citizenUntil;
  const told = late ? withMove(fold, { kind: 'supplied-late', at: event.at, citizenUntil: asked.citizenUntil }) : fold;
  return asked.policy === 'RESTART' ? restart(told, facts, asked, event.at, cutoffSecondsOf(facts)) : closeWait(told, 'supplement', event.at);
};

const extend = (fold: ClockFold, event: Of<'extended'>, facts: ClockFacts): Step => {
  const before = statutoryOf(fold);
  const last = fold.parts[fold.parts.length - 1];
  // While it stands still its due moment cannot pass.
  const passed = fold.pausedSince === undefined && dayIndex(fold, toLocalSeconds(event.at)) > dayIndex(fold, before);
  if (passed) return refuse({ kind: 'extended-after-due', due: fromLocalSeconds(before) });
  const given = 'newDue' in event ? newDueFault(fold, event.newDue, before, facts) : undefined;
  if (given) return refuse(given);
  if ('by' in event && !hasRoom(fold.place.c, before, daysNeeded(event.by))) return refuse({ kind: 'beyond-calendar', calendarVersion: fold.place.c.version });
  const part: Part | undefined = last && ('by' in event
    ? moveByLimit(fold.place, last, event.by) : { ...last, due: toLocalSeconds(event.newDue), nominalDay: undefined });
  if (!part) return refuse({ kind: 'extension-without-length' });
  const next: ClockFold = { ...fold, parts: [...fold.parts.slice(0, -1), part], extensions: fold.extensions + 1, state: 'extended' };
  return ok(withMove(next, { kind: 'extended', at: event.at, ground: event.ground, law: event.law, before, after: part.due }));
};

/** Once, and by the calendar day before the one promised. */
const reappoint = (fold: ClockFold, event: Of<'reappointed'>, facts: ClockFacts): Step => {
  const before = citizensOf(fold);
  const [waiting] = fold.waits;
  if (fold.reappointed) return refuse({ kind: 'second-apology' });
  if (waiting) return refuse({ kind: 'apology-while-paused', waitingFor: waiting.kind });
  const due = fromLocalSeconds(before);
  const by = addDays(dateOf(due), -ruleOrFirst('apologyDays', intakeDay(facts)).value);
  if (dateOf(event.at) > by) return refuse({ kind: 'apology-too-late', by, due });
  const fault = newDueFault(fold, event.newDue, before, facts);
  if (fault) return refuse(fault);
  const promised = toLocalSeconds(event.newDue);
  return ok(withMove({ ...fold, promised, reappointed: true }, { kind: 'reappointed', at: event.at, reason: event.reason, before, after: promised }));
};

/** A system that is down does not keep a finished outcome from being finished. */
const finish = (fold: ClockFold, event: Of<'finished'>): Step => {
  const waiting = fold.waits.find((wait) => wait.kind !== 'outage');
  if (waiting) return refuse({ kind: 'finished-while-waiting', waitingFor: waiting.kind });
  const resumed = fold.waits.length > 0 ? closeWait(fold, 'outage', event.at) : ok(fold);
  return resumed.ok ? ok({ ...resumed.value, state: 'finished', closed: { by: 'finished', at: event.at } }) : resumed;
};

const APPLY: Apply = {
  'supplement-asked': askSupplement,
  supplied: supply,
  'financial-duty-asked': (fold, { at }) => openWait(fold, { kind: 'financial-duty', at, policy: 'PAUSE' }),
  'financial-duty-settled': (fold, { at }) => (openOf(fold, 'financial-duty') ? closeWait(fold, 'financial-duty', at) : refuse({ kind: 'settled-without-asked' })),
  'outage-began': (fold, { at, ground, law }) => openWait(fold, { kind: 'outage', at, policy: 'PAUSE', ground, law }),
  'outage-ended': (fold, { at }) => (openOf(fold, 'outage') ? closeWait(fold, 'outage', at) : refuse({ kind: 'outage-not-begun' })),
  extended: extend,
  reappointed: reappoint,
  stopped: (fold, { at, ground, law }) => ok({ ...fold, state: 'stopped', closed: { by: 'stopped', at, ground, law } }),
  withdrawn: (fold, { at }) => ok({ ...fold, state: 'stopped', closed: { by: 'withdrawn', at } }),
  refused: (fold, { at }) => ok({ ...fold, state: 'stopped', closed: { by: 'refused', at } }),
  finished: finish,
};

const begin = (facts: ClockFacts): Result<ClockFold, ClockRefusal> => {
  const c = compiled(facts.calendar);
  const at = facts.start?.at ?? facts.receivedAt;
  const calendarVersion = c.version;
  for (const moment of [facts.receivedAt, at]) {
    if (!isMoment(moment) || !hasRoom(c, toLocalSeconds(moment), 0)) return refuse({ kind: 'intake-in-wrong-era', at: moment, calendarVersion });
  }
  if (at < facts.receivedAt) return refuse({ kind: 'start-before-intake', at, receivedAt: facts.receivedAt });
  if (!hasRoom(c, toLocalSeconds(at), roomNeeded(facts))) return refuse({ kind: 'limit-beyond-calendar', calendarVersion });
  const place = { c, site: siteOf(c, facts.siteId) };
  return ok({
    place, ...chainLimits(place, facts, toLocalSeconds(at), cutoffSecondsOf(facts)), waits: [], waitsSeen: [], state: 'running',
    requests: 0, noticeLate: false, extensions: 0, reappointed: false, moves: [],
  });
};

const orderFault = (fold: ClockFold, event: ClockEvent, before: Moment | undefined, facts: ClockFacts): EventRefusal | undefined => {
  const { at } = event;
  if (!isMoment(at) || !hasRoom(fold.place.c, toLocalSeconds(at), 0)) return { kind: 'wrong-era', field: 'at', at, calendarVersion: fold.place.c.version };
  if (at < facts.receivedAt) return { kind: 'event-before-intake', at, since: facts.receivedAt };
  if (before !== undefined && at < before) return { kind: 'events-out-of-order', at, after: before };
  return fold.closed && { kind: 'already-closed', closedBy: fold.closed.by, closedAt: fold.closed.at };
};

const applied = <K extends ClockEventKind>(fold: ClockFold, event: Of<K>, facts: ClockFacts): Step =>
  (APPLY[event.kind as K] as (fold: ClockFold, event: Of<K>, facts: ClockFacts) => Step)(fold, event, facts);

export const foldClock = (facts: ClockFacts, events: readonly ClockEvent[]): Result<ClockFold, ClockRefusal> => {
  const begun = begin(facts);
  if (!begun.ok) return begun;
  let fold = begun.value;
  for (const [i, event] of events.entries()) {
    const fault = orderFault(fold, event, events[i - 1]?.at, facts);
    const next = fault ? refuse(fault) : applied(fold, event, facts);
    if (!next.ok) return refuse({ ...next.refusal, event: i, eventKind: event.kind });
    fold = next.value;
  }
  return ok(fold);
};
