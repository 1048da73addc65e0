// The working calendar of a world: rest days of Hà Tĩnh and the hours of each desk.
import type { PlainDate, WallTime } from '#core/kernel/moment.ts';
import type { CalendarDay, SessionRule, WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { World } from './worlds.ts';

const session = (from: string, to: string) => ({ from: from as WallTime, to: to as WallTime });

/** @law notices of Hà Tĩnh of 2018 and 2021 on working hours by season. */
const HOURS: readonly SessionRule[] = [
  { name: 'Giờ làm việc mùa hè', fromMonthDay: '04-16', toMonthDay: '10-15', weekdays: [1, 2, 3, 4, 5], sessions: [session('07:00', '11:30'), session('14:00', '17:30')] },
  { name: 'Giờ làm việc mùa đông', fromMonthDay: '10-16', toMonthDay: '04-15', weekdays: [1, 2, 3, 4, 5], sessions: [session('07:30', '11:30'), session('13:30', '17:30')] },
];

const day = (date: string, kind: CalendarDay['kind'], name: string, status: CalendarDay['status'] = 'confirmed'): CalendarDay =>
  ({ date: date as PlainDate, kind, name, status });

const DAYS: readonly CalendarDay[] = [
  day('2020-01-01', 'holiday', 'Tết Dương lịch'),
  day('2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam'),
  day('2027-01-01', 'holiday', 'Tết Dương lịch'),
];

export const calendarOf = (world: World): WorkingCalendar => ({
  calendarId: 'hatinh',
  version: 1,
  weeklyRest: [6, 7],
  days: DAYS,
  sites: world.desks.map((desk) => ({ siteId: desk.siteId, rules: HOURS })),
});
