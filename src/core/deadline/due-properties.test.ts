import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { type Moment, type PlainDate, type WallTime, addDays, dateOf, fromDayNumber, momentFromEpoch, momentToEpoch, toDayNumber } from '../kernel/moment.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import { compileCalendar } from './compiled-calendar.ts';
import { computeDue, dueMoment } from './compute-due.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays, addWorkingMinutes, isWorkingDay, sessionsOn, workingDaysBetween, workingMinutesBetween } from './working-time.ts';

const calendar = compileCalendar(hatinhCalendar);
const base = { siteId: 'ha-tinh-hours', calendar, cutoffTime: '15:00' as WallTime };
const seeded = { seed: 18_11_2019, numRuns: 400 };

const first = momentToEpoch('2018-03-01T00:00:00+07:00' as Moment) / 60_000;
const last = momentToEpoch('2029-06-30T00:00:00+07:00' as Moment) / 60_000;
const moments = fc.integer({ min: first, max: last }).map((minute) => momentFromEpoch(minute * 60_000));
const days = fc.integer({ min: toDayNumber('2018-03-01' as PlainDate), max: toDayNumber('2029-06-30' as PlainDate) }).map(fromDayNumber);
const dayLimits: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((n) => ({ kind: 'working-days', days: n }) as const),
  fc.integer({ min: 1, max: 90 }).map((n) => ({ kind: 'calendar-days', days: n }) as const),
  fc.constant({ kind: 'same-day' } as const),
);
const limits: fc.Arbitrary<TimeLimit> = fc.oneof(
  dayLimits,
  fc.integer({ min: 1, max: 80 }).map((n) => ({ kind: 'working-hours', hours: n }) as const),
  fc.integer({ min: 1, max: 96 }).map((n) => ({ kind: 'clock-hours', hours: n }) as const),
);
const sites = fc.constantFrom('ha-tinh-hours', 'saturday-morning');

describe('a due date', () => {
  test('never falls on a rest day, unless clock hours run through it', () => {
    fc.assert(fc.property(moments, limits, sites, (receivedAt, limit, siteId) => {
      fc.pre(limit.kind !== 'clock-hours');
      expect(isWorkingDay(calendar, dateOf(dueMoment({ ...base, siteId, receivedAt, limit })))).toBe(true);
    }), seeded);
  });

  test('of a day limit is the end of the last session of its day', () => {
    fc.assert(fc.property(moments, dayLimits, (receivedAt, limit) => {
      const due = dueMoment({ ...base, receivedAt, limit });
      expect(due.slice(11, 16)).toBe(sessionsOn(calendar, base.siteId, dateOf(due)).at(-1)?.to);
    }), seeded);
  });

  test('is never before the receipt counts, and that is never before the dossier came', () => {
    fc.assert(fc.property(moments, limits, sites, (receivedAt, limit, siteId) => {
      const found = computeDue({ ...base, siteId, receivedAt, limit });
      expect(found.countsFrom >= receivedAt).toBe(true);
      expect(found.due >= found.countsFrom).toBe(true);
    }), seeded);
  });

  test('never moves earlier when the dossier comes later', () => {
    fc.assert(fc.property(moments, moments, limits, sites, (a, b, limit, siteId) => {
      const [early, late] = a <= b ? [a, b] : [b, a];
      expect(dueMoment({ ...base, siteId, receivedAt: early, limit }) <= dueMoment({ ...base, siteId, receivedAt: late, limit })).toBe(true);
    }), seeded);
    fc.assert(fc.property(moments, fc.integer({ min: 0, max: 3000 }), limits, sites, (a, minutes, limit, siteId) => {
      const b = momentFromEpoch(momentToEpoch(a) + minutes * 60_000);
      expect(dueMoment({ ...base, siteId, receivedAt: a, limit }) <= dueMoment({ ...base, siteId, receivedAt: b, limit })).toBe(true);
    }), seeded);
  });

  test('never moves earlier when there are more rest days', () => {
    fc.assert(fc.property(moments, limits, fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }), (receivedAt, limit, offsets) => {
      const known = new Set(hatinhCalendar.days.map((day) => day.date));
      const more = [...new Set(offsets.map((offset) => addDays(dateOf(receivedAt), offset)))]
        .filter((date) => !known.has(date))
        .map((date) => ({ date, kind: 'holiday', name: 'Ngày nghỉ thêm', status: 'confirmed' }) as const);
      const fuller: WorkingCalendar = { ...hatinhCalendar, days: [...hatinhCalendar.days, ...more] };
      expect(dueMoment({ ...base, receivedAt, limit }) <= dueMoment({ ...base, calendar: fuller, receivedAt, limit })).toBe(true);
    }), { ...seeded, numRuns: 40 });
  });

  test('of n working days is the n-th working day, found by walking', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 60 }), (date, n) => {
      let walked = date;
      for (let left = n; left > 0;) {
        walked = addDays(walked, 1);
        if (isWorkingDay(calendar, walked)) left -= 1;
      }
      expect(addWorkingDays(calendar, date, n)).toBe(walked);
      expect(workingDaysBetween(calendar, date, walked)).toBe(n);
    }), seeded);
  });

  test('explains every day of its span: counted days add up, skipped days are rest days', () => {
    fc.assert(fc.property(moments, fc.integer({ min: 1, max: 45 }), sites, (receivedAt, n, siteId) => {
      const { explanation } = computeDue({ ...base, siteId, receivedAt, limit: { kind: 'working-days', days: n } });
      const counted = explanation.filter((line) => line.rule === 'counted').reduce((sum, line) => sum + (line.amount ?? 0), 0);
      expect(counted).toBe(n);
      for (const line of explanation.filter((candidate) => candidate.rule.startsWith('skipped'))) {
        expect(isWorkingDay(calendar, line.from as PlainDate)).toBe(false);
        expect(line.law).toBeDefined();
      }
      expect(explanation[0]?.rule).toBe('received');
      expect(explanation.at(-1)?.rule).toBe('due');
      expect(explanation.every((line) => line.text === line.text.normalize('NFC') && /[.]$/.test(line.text))).toBe(true);
    }), seeded);
  });

  test('of working hours explains exactly its minutes', () => {
    fc.assert(fc.property(moments, fc.integer({ min: 1, max: 80 }), sites, (receivedAt, hours, siteId) => {
      const { explanation } = computeDue({ ...base, siteId, receivedAt, limit: { kind: 'working-hours', hours } });
      expect(explanation.filter((line) => line.rule === 'counted').reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(hours * 60);
    }), seeded);
  });
});

describe('working minutes', () => {
  test('that are added can be counted back', () => {
    fc.assert(fc.property(moments, fc.integer({ min: 1, max: 6000 }), sites, (from, minutes, siteId) => {
      const to = addWorkingMinutes(calendar, siteId, from, minutes);
      expect(workingMinutesBetween(calendar, siteId, from, to)).toBe(minutes);
    }), seeded);
  });

  test('add up: a step after a step ends where both together end', () => {
    fc.assert(fc.property(moments, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (from, a, b) => {
      const stepwise = addWorkingMinutes(calendar, base.siteId, addWorkingMinutes(calendar, base.siteId, from, a), b);
      expect(stepwise).toBe(addWorkingMinutes(calendar, base.siteId, from, a + b));
    }), seeded);
  });
});
