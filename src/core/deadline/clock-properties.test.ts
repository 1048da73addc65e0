import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { type Moment, type PlainDate, type WallTime, addDays, dateOf, momentFromEpoch, momentToEpoch } from '../kernel/moment.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockFacts, ClockReading } from './clock-reading.ts';
import { compileCalendar } from './compiled-calendar.ts';
import { dueMoment } from './compute-due.ts';
import { lateness } from './lateness.ts';
import { clockFigures, runClock } from './run-clock.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-time.ts';

const calendar = compileCalendar(hatinhCalendar);
const seeded = { seed: 23_11_2026, numRuns: 400 };
const first = momentToEpoch('2018-07-01T00:00:00+07:00' as Moment) / 60_000;
const last = momentToEpoch('2029-06-30T00:00:00+07:00' as Moment) / 60_000;
const moments = fc.integer({ min: first, max: last }).map((minute) => momentFromEpoch(minute * 60_000));
const minutesLater = (moment: Moment, minutes: number): Moment => momentFromEpoch(momentToEpoch(moment) + minutes * 60_000);
const limits: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((days) => ({ kind: 'working-days', days }) as const),
  fc.integer({ min: 1, max: 90 }).map((days) => ({ kind: 'calendar-days', days }) as const),
  fc.integer({ min: 1, max: 80 }).map((hours) => ({ kind: 'working-hours', hours }) as const),
  fc.integer({ min: 1, max: 96 }).map((hours) => ({ kind: 'clock-hours', hours }) as const),
  fc.constant({ kind: 'same-day' } as const),
);
/** The calendar is added later, so that a counterexample can be read. */
const intakes = fc.record({ receivedAt: moments, limit: limits, siteId: fc.constantFrom('ha-tinh-hours', 'saturday-morning') });
type Intake = Pick<ClockFacts, 'receivedAt' | 'limit' | 'siteId'>;
const factsOf = (intake: Intake): ClockFacts => ({ ...intake, calendar, cutoffTime: '15:00' as WallTime });

/** A step of a believable life; whether it can be is for the clock to say. */
type Step = { readonly after: number; readonly what: number; readonly policy: 'RESTART' | 'PAUSE'; readonly days: number };
const stepsArb = fc.array(fc.record({ after: fc.integer({ min: 0, max: 9_000 }), what: fc.integer({ min: 0, max: 8 }), policy: fc.constantFrom('RESTART', 'PAUSE'), days: fc.integer({ min: 1, max: 20 }) }), { maxLength: 10 });

const eventOf = (step: Step, at: Moment, due: Moment): ClockEvent => {
  const kinds: readonly ClockEvent[] = [
    { kind: 'supplement-asked', at, policy: step.policy }, { kind: 'supplied', at, complete: step.days > 5 },
    { kind: 'financial-duty-asked', at }, { kind: 'financial-duty-settled', at }, { kind: 'outage-began', at, ground: 'mất điện' }, { kind: 'outage-ended', at },
    { kind: 'extended', at, by: { kind: 'working-days', days: step.days }, ground: 'phức tạp' },
    { kind: 'reappointed', at, newDue: `${addWorkingDays(calendar, dateOf(due), step.days)}T17:00:00+07:00` as Moment, reason: 'xác minh' },
    { kind: 'finished', at },
  ];
  return kinds[step.what] ?? { kind: 'finished', at };
};

type Life = { readonly facts: ClockFacts; readonly events: readonly ClockEvent[]; readonly readings: readonly ClockReading[] };

/** Of the steps, those the clock takes, with its reading after each. */
const live = (intake: Intake, steps: readonly Step[]): Life => {
  const facts = factsOf(intake);
  const events: ClockEvent[] = [];
  const begun = runClock(facts, []);
  if (!begun.ok) throw new Error(begun.refusal.kind);
  const readings = [begun.value];
  let at = facts.receivedAt;
  for (const step of steps) {
    at = minutesLater(at, step.after);
    const event = eventOf(step, at, readings.at(-1)?.due ?? at);
    const next = runClock(facts, [...events, event]);
    if (!next.ok) continue;
    events.push(event);
    readings.push(next.value);
  }
  return { facts, events, readings };
};
const lastOf = ({ readings }: Life): ClockReading => readings[readings.length - 1] as ClockReading;

describe('a clock, whatever happens to it', () => {
  test('takes most kinds of events in these lives, so that the other properties say something', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(intakes, stepsArb, (intake, steps) => {
      const life = live(intake, steps);
      for (const event of life.events) seen.add(event.kind);
      for (const reading of life.readings) seen.add(reading.state);
    }), seeded);
    expect(['supplement-asked', 'supplied', 'financial-duty-settled', 'outage-ended', 'extended', 'reappointed', 'finished', 'paused', 'restarted'].filter((kind) => !seen.has(kind))).toEqual([]);
  });

  test('never falls due on a rest day, unless its hours run through it', () => {
    fc.assert(fc.property(intakes, stepsArb, (intake, steps) => {
      const life = live(intake, steps);
      fc.pre(life.facts.limit.kind !== 'clock-hours');
      for (const reading of life.readings) expect([reading.due, isWorkingDay(calendar, dateOf(reading.due)), isWorkingDay(calendar, dateOf(reading.statutoryDue))]).toEqual([reading.due, true, true]);
    }), seeded);
  });

  test('never brings a date forward, neither the citizen’s nor the limit’s own', () => {
    fc.assert(fc.property(intakes, stepsArb, (intake, steps) => {
      const { readings } = live(intake, steps);
      for (const [i, reading] of readings.entries()) {
        const before = readings[i - 1] ?? reading;
        expect([reading.due >= before.due, reading.statutoryDue >= before.statutoryDue, reading.due >= reading.statutoryDue]).toEqual([true, true, true]);
      }
    }), seeded);
  });

  test('read again gives the same reading, and the figures without the text are the same', () => {
    fc.assert(fc.property(intakes, stepsArb, (intake, steps) => {
      const life = live(intake, steps);
      const again = runClock(life.facts, JSON.parse(JSON.stringify(life.events)) as readonly ClockEvent[]);
      expect(again).toEqual({ ok: true, value: lastOf(life) });
      const { explanation, ...figures } = lastOf(life);
      expect(clockFigures(life.facts, life.events)).toEqual({ ok: true, value: figures });
      expect(explanation.filter((line) => line.rule === 'due')).toHaveLength(1);
    }), seeded);
  });

  test('received later is never due earlier, when the same things happen at the same time', () => {
    fc.assert(fc.property(intakes, stepsArb, fc.integer({ min: 0, max: 100 }), (intake, steps, percent) => {
      const early = live(intake, steps.filter((step) => step.what !== 7));
      const room = momentToEpoch(early.events[0]?.at ?? minutesLater(intake.receivedAt, 9_000)) - momentToEpoch(intake.receivedAt);
      const receivedAt = minutesLater(intake.receivedAt, Math.floor((room / 60_000) * (percent / 100)));
      const late = clockFigures({ ...early.facts, receivedAt }, early.events);
      if (!late.ok) throw new Error(late.refusal.kind);
      expect([late.value.due >= lastOf(early).due, late.value.state]).toEqual([true, lastOf(early).state]);
    }), seeded);
  });

  test('ends early, on time or late by date against the limit’s own due day, and then nothing more happens', () => {
    fc.assert(fc.property(intakes, stepsArb, fc.integer({ min: 0, max: 40_000 }), (intake, steps, after) => {
      const life = live(intake, steps);
      const reading = lastOf(life);
      fc.pre(reading.state !== 'finished' && !reading.waitingFor.some((kind) => kind !== 'outage'));
      const at = minutesLater(life.events.at(-1)?.at ?? life.facts.receivedAt, after);
      const ended = runClock(life.facts, [...life.events, { kind: 'finished', at }]);
      if (!ended.ok) throw new Error(ended.refusal.kind);
      expect(ended.value.lateness).toBe(lateness(dateOf(at), ended.value.statutoryDue));
      expect(ended.value.countsAsLate).toBe(ended.value.lateness === 'late' || ended.value.supplementRequests > 1);
      expect(runClock(life.facts, [...life.events, { kind: 'finished', at }, { kind: 'withdrawn', at }])).toMatchObject({ ok: false, refusal: { kind: 'already-closed' } });
    }), seeded);
  });
});

const dayArb = fc.integer({ min: 0, max: 5 });
const pausing = (asked: Moment, answered: Moment): readonly ClockEvent[] => [{ kind: 'financial-duty-asked', at: asked }, { kind: 'financial-duty-settled', at: answered }];

describe('a pause', () => {
  test('of k working days moves a working-day limit by exactly k', () => {
    fc.assert(fc.property(moments, fc.integer({ min: 1, max: 30 }), dayArb, fc.integer({ min: 0, max: 15 }), fc.constantFrom('supplement', 'duty', 'outage'), (receivedAt, days, after, k, why) => {
      const facts: ClockFacts = { receivedAt, limit: { kind: 'working-days', days }, siteId: 'ha-tinh-hours', calendar, cutoffTime: '15:00' as WallTime };
      const plain = runClock(facts, []);
      if (!plain.ok) throw new Error(plain.refusal.kind);
      const asked = addWorkingDays(calendar, dateOf(plain.value.countsFrom), after + 1);
      const answered = k === 0 ? asked : addWorkingDays(calendar, asked, k);
      const [from, to] = [`${asked}T09:00:00+07:00` as Moment, `${answered}T10:00:00+07:00` as Moment];
      const kinds: Readonly<Record<typeof why, readonly ClockEvent[]>> = {
        supplement: [{ kind: 'supplement-asked', at: from, policy: 'PAUSE' }, { kind: 'supplied', at: to, complete: true }],
        duty: pausing(from, to), outage: [{ kind: 'outage-began', at: from, ground: 'mất điện' }, { kind: 'outage-ended', at: to }],
      };
      const paused = runClock(facts, kinds[why]);
      if (!paused.ok) throw new Error(paused.refusal.kind);
      expect(workingDaysBetween(calendar, dateOf(plain.value.due), dateOf(paused.value.due))).toBe(k);
    }), seeded);
  });

  test('in two pieces moves as much as both together', () => {
    fc.assert(fc.property(moments, fc.integer({ min: 5, max: 30 }), dayArb, dayArb, dayArb, (receivedAt, days, a, b, c) => {
      const facts: ClockFacts = { receivedAt, limit: { kind: 'working-days', days }, siteId: 'ha-tinh-hours', calendar, cutoffTime: '15:00' as WallTime };
      const nth = (n: number): Moment => `${addWorkingDays(calendar, dateOf(receivedAt), n)}T09:30:00+07:00` as Moment;
      const apart = clockFigures(facts, [...pausing(nth(1), nth(1 + a)), ...pausing(nth(1 + a + b), nth(1 + a + b + c))]);
      const plain = clockFigures(facts, []);
      if (!apart.ok || !plain.ok) throw new Error('refused');
      expect(workingDaysBetween(calendar, dateOf(plain.value.due), dateOf(apart.value.due))).toBe(a + c);
    }), seeded);
  });

  test('that lies within another moves no more than the other alone', () => {
    fc.assert(fc.property(intakes, fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 6_000 }))), (intake, gaps) => {
      const facts = factsOf(intake);
      const times = gaps.reduce<readonly Moment[]>((sum, gap) => [...sum, minutesLater(sum.at(-1) ?? facts.receivedAt, gap)], []);
      const [a, b, c, d] = times as [Moment, Moment, Moment, Moment];
      const outer = clockFigures(facts, pausing(a, d));
      const both = clockFigures(facts, [{ kind: 'financial-duty-asked', at: a }, { kind: 'outage-began', at: b, ground: 'mất điện' }, { kind: 'outage-ended', at: c }, { kind: 'financial-duty-settled', at: d }]);
      if (!outer.ok || !both.ok) throw new Error('refused');
      expect(both.value.due).toBe(outer.value.due);
    }), seeded);
  });
});

describe('a restart', () => {
  test('gives the due date of a dossier that came when it was complete', () => {
    fc.assert(fc.property(intakes, fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (intake, a, b) => {
      const facts = factsOf(intake);
      const askedAt = minutesLater(facts.receivedAt, a);
      const suppliedAt = minutesLater(askedAt, b);
      const restarted = runClock(facts, [{ kind: 'supplement-asked', at: askedAt, policy: 'RESTART' }, { kind: 'supplied', at: suppliedAt, complete: true }]);
      if (!restarted.ok) throw new Error(restarted.refusal.kind);
      expect(restarted.value.due).toBe(dueMoment({ ...facts, receivedAt: suppliedAt }));
      expect(restarted.value.explanation.map((line) => line.rule).filter((rule) => rule === 'restarted')).toHaveLength(1);
    }), seeded);
  });
});

describe('more rest days', () => {
  test('never make it earlier, however many agencies follow each other', () => {
    fc.assert(fc.property(intakes, fc.array(limits, { maxLength: 2 }), fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }), (intake, linked, offsets) => {
      const facts = factsOf(intake);
      const known = new Set(hatinhCalendar.days.map((day) => day.date));
      const more = [...new Set(offsets.map((offset) => addDays(dateOf(facts.receivedAt), offset)))].filter((date: PlainDate) => !known.has(date))
        .map((date) => ({ date, kind: 'holiday', name: 'Ngày nghỉ thêm', status: 'confirmed' }) as const);
      const fuller: WorkingCalendar = { ...hatinhCalendar, days: [...hatinhCalendar.days, ...more] };
      const all = { ...facts, linked: linked.map((limit, i) => ({ agency: `Cơ quan ${i}`, limit })) };
      const [plain, later] = [clockFigures(all, []), clockFigures({ ...all, calendar: fuller }, [])];
      if (!plain.ok || !later.ok) throw new Error('refused');
      expect(later.value.due >= plain.value.due).toBe(true);
      expect(later.value.localDue === undefined || plain.value.localDue === undefined || later.value.localDue >= plain.value.localDue).toBe(true);
    }), { ...seeded, numRuns: 25 });
  });
});
