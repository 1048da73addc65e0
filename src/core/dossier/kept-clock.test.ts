import { describe, expect, it } from 'vitest';
import { dossierClock } from '#testing/dossier-clock.ts';
import { CALENDAR, HOURS, at } from '#testing/office-dossier.ts';
import type { ClockEvent } from '../deadline/clock-event.ts';
import type { WorkingCalendar } from '../deadline/working-calendar.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { type DossierClock, beginClock, clockAfter, clockAtEnd, moveClock, readClock, recomputeClock } from './kept-clock.ts';

const limit = { kind: 'working-days', days: 5 } as const;
const opened = (...events: readonly ClockEvent[]): DossierClock => dossierClock(CALENDAR, HOURS.siteId, { receivedAt: at('2019-11-18T08:00'), limit }, ...events);
const asked: ClockEvent = { kind: 'supplement-asked', at: at('2019-11-19T09:00'), policy: 'PAUSE' };
const supplied: ClockEvent = { kind: 'supplied', at: at('2019-11-21T09:00'), complete: true };

const version = (no: number, days: WorkingCalendar['days']): WorkingCalendar => ({ ...CALENDAR, version: no, days });
const STORM = version(2, [...CALENDAR.days, { date: '2019-11-27' as PlainDate, kind: 'holiday', name: 'Nghỉ do bão', status: 'confirmed' }]);
const MAKE_UP = version(2, [...CALENDAR.days, { date: '2019-11-23' as PlainDate, kind: 'make-up', name: 'Làm bù', status: 'confirmed' }]);

describe('a dossier keeps the calendar of its day', () => {
  it('for whatever only halts or ends its clock', () => {
    const moved = clockAfter({ ...opened(), inForce: STORM }, asked);
    expect(moved?.clock.calendar).toBe('test@1');
    expect(clockAtEnd({ ...opened(), inForce: STORM }, 'outcome-recorded', at('2019-11-19T09:00'))?.clock.calendar).toBe('test@1');
  });
  it('until time goes on: then the one in force holds', () => {
    const waiting = opened(asked);
    // due 26/11, waited one working day (20/11 is a holiday): 27/11, which is now a day of rest
    expect(clockAfter(waiting, supplied)?.reading?.due).toBe(at('2019-11-27T17:30'));
    expect(clockAfter({ ...waiting, inForce: STORM }, supplied)).toMatchObject({ clock: { calendar: 'test@2' }, reading: { due: at('2019-11-28T17:30') } });
  });
  it('unless that would bring the date nearer than by its own', () =>
    expect(clockAfter({ ...opened(asked), inForce: MAKE_UP }, supplied)).toMatchObject({ clock: { calendar: 'test@1' }, reading: { due: at('2019-11-27T17:30') } }));
});

describe('a clock that has not begun', () => {
  const posted = dossierClock(CALENDAR, HOURS.siteId, { receivedAt: at('2019-11-15T08:00'), limit, startRule: 'hand-over' });
  it('has no reading, whatever happens to it', () => {
    expect(readClock(posted.kept, CALENDAR)).toEqual({ ok: true, value: undefined });
    expect(clockAtEnd(posted, 'withdrawn', at('2019-11-16T08:00'))).toMatchObject({ clock: { events: [{ kind: 'withdrawn' }] }, reading: undefined });
  });
  it('begins once, by the calendar then in force', () => {
    const begun = beginClock({ ...posted, inForce: STORM }, at('2019-11-18T14:00'));
    expect(begun).toMatchObject({ clock: { startsAt: at('2019-11-18T14:00'), calendar: 'test@2' } });
    expect(begun && beginClock({ ...posted, kept: begun.clock }, at('2019-11-19T14:00'))).toBeUndefined();
  });
});

describe('an end', () => {
  it('is added by the state an act leads to, once', () => {
    const ended = clockAtEnd(opened(), 'refused-by-agency', at('2019-11-19T09:00'));
    expect(ended).toMatchObject({ clock: { events: [{ kind: 'refused' }] }, reading: { closedBy: 'refused' } });
    expect(clockAtEnd({ ...opened(), kept: ended?.clock ?? opened().kept }, 'withdrawn', at('2019-11-20T09:00'))).toBeUndefined();
    expect(clockAtEnd(opened(), 'in-process', at('2019-11-19T09:00'))).toBeUndefined();
  });
});

it('what was done at a counter whose clock ran behind follows what was done before it', () => {
  const early = clockAtEnd(opened(), 'cancelled', at('2019-11-18T07:57'));
  expect(early?.clock.events).toMatchObject([{ kind: 'stopped', at: at('2019-11-18T08:00') }]);
  expect(clockAfter(opened(asked), { ...supplied, at: at('2019-11-19T08:58') })?.clock.events.at(-1)).toMatchObject({ kind: 'supplied', at: asked.at });
});

it('what cannot have happened is refused, and the clock stays as it was', () => {
  const clock = opened();
  expect(moveClock(clock, supplied)).toMatchObject({ ok: false, refusal: { kind: 'supplied-without-asked' } });
  expect(clock.kept.events).toEqual([]);
});

it('a date that a changed calendar moved says why, as long as it stands', () => {
  const moved = recomputeClock(opened().kept, version(3, [...CALENDAR.days, { date: '2019-11-25' as PlainDate, kind: 'holiday', name: 'Nghỉ do bão', status: 'confirmed' }]), {
    at: at('2019-11-19T08:00'), reason: 'CĐ 11/CĐ-UBND', from: at('2019-11-26T17:30'), to: at('2019-11-27T17:30'),
  });
  expect(moved?.clock.recomputed).toEqual([{ at: at('2019-11-19T08:00'), reason: 'CĐ 11/CĐ-UBND', from: at('2019-11-26T17:30'), to: at('2019-11-27T17:30') }]);
  expect(moved?.reading?.explanation.at(-2)?.text).toContain('Lịch làm việc thay đổi (CĐ 11/CĐ-UBND)');
});
