// A second reckoning, as a child would do it: minute by minute and day by day on a paper calendar, with nothing of
// the first one's arrays. Both must agree, whatever the limit, the place, the hour of intake and the wait.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { type Moment, type PlainDate, type WallTime, addDays, dateOf, momentAt, momentFromEpoch, momentToEpoch, weekdayOf } from '../kernel/moment.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import { compileCalendar } from './compiled-calendar.ts';
import { runClock } from './run-clock.ts';

const { days, sites, weeklyRest } = hatinhCalendar;
/** A child also keeps the page open. */
const remember = <T>(read: (...key: readonly string[]) => T): ((...key: readonly string[]) => T) => {
  const pages = new Map<string, { readonly value: T }>();
  return (...key) => {
    const page = pages.get(key.join(' ')) ?? { value: read(...key) };
    pages.set(key.join(' '), page);
    return page.value;
  };
};
const noteOn = remember((date) => days.find((day) => day.date === date)?.kind);
const works = (date: PlainDate): boolean => {
  const note = noteOn(date);
  return note === undefined ? !weeklyRest.includes(weekdayOf(date)) : note === 'make-up';
};

type Span = readonly [from: Moment, to: Moment];
const spansRead = (siteId: string, date: PlainDate): readonly Span[] => {
  const note = noteOn(date);
  if (note !== undefined && note !== 'make-up') return [];
  const weekday = note === 'make-up' ? 5 : weekdayOf(date);
  const monthDay = date.slice(5);
  const rules = sites.find((site) => site.siteId === siteId)?.rules ?? [];
  return rules
    .filter((rule) => rule.weekdays.includes(weekday))
    .filter(({ fromMonthDay: a, toMonthDay: b }) => (a <= b ? a <= monthDay && monthDay <= b : monthDay >= a || monthDay <= b))
    .flatMap((rule) => rule.sessions.map((session): Span => [momentAt(date, session.from), momentAt(date, session.to)]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
};
const spansOn: typeof spansRead = remember((siteId, date) => spansRead(siteId ?? '', (date ?? '') as PlainDate));
const isOpen = (siteId: string, at: Moment): boolean => spansOn(siteId, dateOf(at)).some(([from, to]) => from <= at && at <= to);
const minutesOn = (at: Moment, minutes: number): Moment => momentFromEpoch(momentToEpoch(at) + minutes * 60_000);
const countsFrom = (siteId: string, at: Moment): Moment => {
  let found = at;
  while (!isOpen(siteId, found)) found = minutesOn(found, 1);
  return found;
};
const dayAfter = (date: PlainDate, workingDays: number): PlainDate => {
  let found = date;
  for (let left = workingDays; left > 0;) {
    found = addDays(found, 1);
    if (works(found)) left -= 1;
  }
  return found;
};
const rolled = (date: PlainDate): PlainDate => (works(date) ? date : rolled(addDays(date, 1)));
const endOf = (siteId: string, date: PlainDate): Moment => spansOn(siteId, date).at(-1)?.[1] ?? endOf(siteId, dayAfter(date, 1));
/** A minute is worked when it ends within a session of a working day. */
const isWorked = (siteId: string, end: Moment): boolean => works(dateOf(end)) && spansOn(siteId, dateOf(end)).some(([from, to]) => from < end && end <= to);
const afterWorked = (siteId: string, from: Moment, minutes: number): Moment => {
  let found = from;
  for (let left = minutes; left > 0;) {
    found = minutesOn(found, 1);
    if (isWorked(siteId, found)) left -= 1;
  }
  return found;
};

const dueOf = (siteId: string, limit: TimeLimit, receivedAt: Moment, large: boolean): { readonly due: Moment; readonly nominal?: PlainDate } => {
  const start = countsFrom(siteId, receivedAt);
  const date = dateOf(start);
  switch (limit.kind) {
    case 'working-days': return { due: endOf(siteId, dayAfter(date, limit.days + (large ? (limit.extraDaysIfLarge ?? 0) : 0))) };
    case 'calendar-days': return { due: endOf(siteId, rolled(addDays(date, limit.days))), nominal: addDays(date, limit.days) };
    case 'working-hours': return { due: afterWorked(siteId, start, limit.hours * 60) };
    case 'clock-hours': return { due: minutesOn(start, limit.hours * 60) };
    case 'same-day': {
      const first = works(date) && start <= momentAt(date, '15:00' as WallTime) ? date : dayAfter(date, 1);
      return { due: endOf(siteId, dayAfter(first, large ? (limit.extraDaysIfLarge ?? 0) : 0)) };
    }
  }
};

const waited = (siteId: string, limit: TimeLimit, before: ReturnType<typeof dueOf>, from: Moment, to: Moment): Moment => {
  const answered = countsFrom(siteId, to);
  const first = dateOf(limit.kind === 'clock-hours' ? from : countsFrom(siteId, from));
  switch (limit.kind) {
    case 'working-days':
    case 'same-day': {
      let waits = 0;
      for (let date = addDays(first, 1); date <= dateOf(answered); date = addDays(date, 1)) waits += works(date) ? 1 : 0;
      return waits === 0 ? before.due : endOf(siteId, dayAfter(dateOf(before.due), waits));
    }
    case 'calendar-days': {
      let nominal = before.nominal ?? dateOf(before.due);
      for (let date = first; date < dateOf(answered); date = addDays(date, 1)) nominal = addDays(nominal, 1);
      return endOf(siteId, rolled(nominal));
    }
    case 'working-hours': {
      let minutes = 0;
      for (let at = minutesOn(from, 1); at <= answered; at = minutesOn(at, 1)) minutes += isWorked(siteId, at) ? 1 : 0;
      return afterWorked(siteId, before.due, minutes);
    }
    case 'clock-hours': return momentFromEpoch(momentToEpoch(before.due) + momentToEpoch(answered) - momentToEpoch(from));
  }
};

const calendar = compileCalendar(hatinhCalendar);
const first = momentToEpoch('2018-07-01T00:00:00+07:00' as Moment) / 60_000;
const last = momentToEpoch('2029-12-01T00:00:00+07:00' as Moment) / 60_000;
const limits: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({ kind: fc.constant('working-days' as const), days: fc.integer({ min: 1, max: 40 }), extraDaysIfLarge: fc.constantFrom(2, undefined) }),
  fc.record({ kind: fc.constant('calendar-days' as const), days: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('working-hours' as const), hours: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ kind: fc.constant('clock-hours' as const), hours: fc.integer({ min: 1, max: 72 }) }),
  fc.record({ kind: fc.constant('same-day' as const), extraDaysIfLarge: fc.constantFrom(2, undefined) }),
);
const places = fc.constantFrom('ha-tinh-hours', 'saturday-morning');
const moments = fc.integer({ min: first, max: last }).map((minute) => momentFromEpoch(minute * 60_000));

describe('a due moment found by walking', () => {
  test('is the one of the clock', () => {
    fc.assert(fc.property(moments, limits, places, fc.boolean(), (receivedAt, limit, siteId, large) => {
      const found = runClock({ receivedAt, limit, siteId, large, calendar, cutoffTime: '15:00' as WallTime }, []);
      expect(found).toMatchObject({ ok: true, value: { due: dueOf(siteId, limit, receivedAt, large).due, countsFrom: countsFrom(siteId, receivedAt) } });
    }), { seed: 7, numRuns: 120 });
  });

  test('is the one of the clock after a wait', () => {
    fc.assert(fc.property(moments, limits, places, fc.integer({ min: 0, max: 6_000 }), fc.integer({ min: 0, max: 9_000 }), (receivedAt, limit, siteId, after, wait) => {
      const start = countsFrom(siteId, receivedAt);
      const asked = minutesOn(start, after);
      const answered = minutesOn(asked, wait);
      const found = runClock({ receivedAt, limit, siteId, calendar, cutoffTime: '15:00' as WallTime }, [{ kind: 'financial-duty-asked', at: asked }, { kind: 'financial-duty-settled', at: answered }]);
      expect(found).toMatchObject({ ok: true, value: { due: waited(siteId, limit, dueOf(siteId, limit, receivedAt, false), asked, answered) } });
    }), { seed: 8, numRuns: 60 });
  });
});
