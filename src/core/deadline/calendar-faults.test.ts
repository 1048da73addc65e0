import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { PlainDate, WallTime } from '../kernel/moment.ts';
import { calendarFaults } from './calendar-faults.ts';
import type { CalendarDay, SessionRule, WorkingCalendar } from './working-calendar.ts';

const session = (from: string, to: string): SessionRule['sessions'][number] => ({ from: from as WallTime, to: to as WallTime });
const rule = (more: Partial<SessionRule>): SessionRule =>
  ({ name: 'Giờ', fromMonthDay: '01-01', toMonthDay: '12-31', weekdays: [1, 2, 3, 4, 5], sessions: [session('07:30', '11:30')], ...more });
const withRules = (...rules: readonly SessionRule[]): WorkingCalendar => ({ ...hatinhCalendar, days: [], sites: [{ siteId: 'x', rules }] });
const kinds = (calendar: WorkingCalendar): readonly string[] => calendarFaults(calendar).map((fault) => fault.kind);

describe('a calendar', () => {
  test('that is shipped has no fault', () => expect(calendarFaults(hatinhCalendar)).toEqual([]));

  test('with a day twice, or one that does not exist, is not used', () => {
    const day = { kind: 'holiday', name: 'Thử', status: 'confirmed' } as const;
    const days = ['2019-02-30', '2019-05-01', '2019-05-01'].map((date) => ({ ...day, date: date as PlainDate }));
    expect(calendarFaults({ ...hatinhCalendar, days })).toEqual([{ kind: 'no-such-day', date: '2019-02-30' }, { kind: 'day-twice', date: '2019-05-01' }]);
  });

  test('with a make-up day on a working day, an exchanged day on a rest day or a year of another era is not used', () => {
    const day = (date: string, kind: CalendarDay['kind']): CalendarDay => ({ date: date as PlainDate, kind, name: 'Thử', status: 'confirmed' });
    const days = [day('2019-05-02', 'make-up'), day('2019-05-04', 'swap-off'), day('2019-05-05', 'compensatory'), day('2570-05-02', 'holiday'), day('0019-05-02', 'holiday')];
    expect(calendarFaults({ ...hatinhCalendar, days })).toEqual([
      { kind: 'make-up-on-working-day', date: '2019-05-02' }, { kind: 'off-on-rest-day', date: '2019-05-04' }, { kind: 'off-on-rest-day', date: '2019-05-05' },
      { kind: 'year-out-of-reach', date: '2570-05-02' }, { kind: 'year-out-of-reach', date: '0019-05-02' },
    ]);
  });

  test.each<[string, WorkingCalendar, string]>([
    ['sessions that end before they begin', withRules(rule({ sessions: [session('11:30', '07:30')] })), 'session-backwards'],
    ['an hour that is none', withRules(rule({ sessions: [session('7:30', '11:30')] })), 'session-backwards'],
    ['a season that is none', withRules(rule({ fromMonthDay: '02-30' })), 'season-unknown'],
    ['a weekday that is none', withRules(rule({ weekdays: [1, 8] })), 'weekday-unknown'],
    ['a place that never opens', withRules(rule({ weekdays: [6] })), 'site-never-open'],
    ['no place', { ...hatinhCalendar, sites: [] }, 'no-site'],
    ['no working day in the week', { ...withRules(rule({})), weeklyRest: [1, 2, 3, 4, 5, 6, 7] }, 'no-working-weekday'],
    ['one place twice', { ...hatinhCalendar, sites: [...hatinhCalendar.sites, ...hatinhCalendar.sites] }, 'site-twice'],
  ])('with %s is not used', (_, calendar, kind) => expect(kinds(calendar)).toContain(kind));

  test('with two rules that open a place twice at one hour names both and the day', () => {
    const summer = rule({ name: 'Hè', fromMonthDay: '04-16', toMonthDay: '10-16', sessions: [session('07:00', '11:30')] });
    const winter = rule({ name: 'Đông', fromMonthDay: '10-16', toMonthDay: '04-15' });
    expect(calendarFaults(withRules(summer, winter))).toEqual([{ kind: 'sessions-overlap', siteId: 'x', rules: ['Hè', 'Đông'], monthDay: '10-16' }]);
  });

  test('with a season in which nobody works names its first day', () => {
    const winter = rule({ name: 'Đông', fromMonthDay: '10-16', toMonthDay: '04-15' });
    expect(calendarFaults(withRules(winter))).toEqual([{ kind: 'site-closed-in-season', siteId: 'x', monthDay: '04-16' }]);
    expect(kinds(withRules(winter, rule({ name: 'Hè', fromMonthDay: '04-16', toMonthDay: '10-15', weekdays: [2, 4] })))).toEqual([]);
  });

  test('with a morning rule and an afternoon rule for one day is fit', () => {
    expect(kinds(withRules(rule({ name: 'Sáng' }), rule({ name: 'Chiều', sessions: [session('13:30', '17:30')] })))).toEqual([]);
  });
});
