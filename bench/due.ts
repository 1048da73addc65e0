// How many due dates a second one core reckons: the moment alone, a whole clock with its events without the text,
// and the same with its explanation. Dates in and out are the ISO texts that are stored.
import { readFileSync } from 'node:fs';
import type { ClockEvent } from '#core/deadline/clock-event.ts';
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import { dueMoment } from '#core/deadline/compute-due.ts';
import type { DueFacts } from '#core/deadline/due-figures.ts';
import { clockFigures, runClock } from '#core/deadline/run-clock.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { type Moment, type WallTime, momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import type { TimeLimit } from '#core/procedure/procedure.ts';
import type { Figures } from './bench.ts';

const LIMITS: readonly TimeLimit[] = [
  { kind: 'same-day' }, { kind: 'working-days', days: 3 }, { kind: 'working-days', days: 10 }, { kind: 'same-day', extraDaysIfLarge: 2 },
  { kind: 'calendar-days', days: 15 }, { kind: 'working-days', days: 7 }, { kind: 'working-hours', hours: 8 }, { kind: 'clock-hours', hours: 24 },
];
const COUNT = 200_000;
const FIRST = momentToEpoch('2019-01-02T00:00:00+07:00' as Moment);
const MINUTES_APART = 19.5; // over seven years and a half, at any hour of any day

const factsAt = (i: number, calendar: CompiledCalendar): DueFacts => ({
  receivedAt: momentFromEpoch(FIRST + Math.floor(i * MINUTES_APART) * 60_000), limit: LIMITS[i % LIMITS.length] ?? { kind: 'same-day' },
  siteId: i % 5 === 0 ? 'saturday-morning' : 'ha-tinh-hours', calendar, cutoffTime: '15:00' as WallTime, large: i % 7 === 0,
});

const later = (at: Moment, hours: number): Moment => momentFromEpoch(momentToEpoch(at) + hours * 3_600_000);

/** Every fourth dossier waited for papers, every sixteenth for a financial duty as well. */
const eventsAt = (i: number, at: Moment): readonly ClockEvent[] => [
  ...(i % 4 === 0 ? [{ kind: 'supplement-asked', at: later(at, 20), policy: i % 8 === 0 ? 'RESTART' : 'PAUSE' }, { kind: 'supplied', at: later(at, 90), complete: true }] as const : []),
  ...(i % 16 === 0 ? [{ kind: 'financial-duty-asked', at: later(at, 100) }, { kind: 'financial-duty-settled', at: later(at, 200) }] as const : []),
  { kind: 'finished', at: later(at, 300) },
];

/** The best of several rounds: other work on the machine only ever slows one down. */
const perSecond = (count: number, rounds: number, run: () => number): number => {
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    const check = run();
    const seconds = (performance.now() - begun) / 1000;
    if (check === 0) throw new Error('nothing was reckoned');
    best = Math.max(best, count / seconds);
  }
  return Math.round(best);
};

export const benchDue = (): Promise<Figures> => {
  const working = JSON.parse(readFileSync(new URL('../calendars/hatinh.json', import.meta.url), 'utf8')) as WorkingCalendar;
  const begun = performance.now();
  const calendar = compileCalendar(working);
  const compileMs = performance.now() - begun;
  const facts = Array.from({ length: COUNT }, (_, i) => factsAt(i, calendar));
  const events = facts.map((one, i) => eventsAt(i, one.receivedAt));
  const figures: Figures = {
    due_per_second: perSecond(COUNT, 9, () => {
      let sum = 0;
      for (const one of facts) sum += dueMoment(one).charCodeAt(9);
      return sum;
    }),
    clock_with_events_per_second: perSecond(COUNT, 5, () => facts.reduce((sum, one, i) => sum + (clockFigures(one, events[i] ?? []).ok ? 1 : 0), 0)),
    explained_per_second: perSecond(20_000, 5, () => facts.slice(0, 20_000).reduce((sum, one) => {
      const read = runClock(one, []);
      return sum + (read.ok ? read.value.explanation.length : 0);
    }, 0)),
    explained_with_events_per_second: perSecond(20_000, 5, () => facts.slice(0, 20_000).reduce((sum, one, i) => {
      const read = runClock(one, events[i] ?? []);
      return sum + (read.ok ? read.value.explanation.length : 0);
    }, 0)),
    compile_calendar_ms: Math.round(compileMs * 10) / 10,
    cores: 1,
  };
  return Promise.resolve(figures);
};
