// A calendar turned into arrays of integer days, so that a due date is one look-up and no walk.
// A working day is a day that is not a weekly rest day or holiday, or a make-up day; a Saturday
// session opens a desk and makes no working day. Years without data count as unconfirmed.
// @law BLLĐ 45/2019/QH14 Đ.111, Đ.112
import { type PlainDate, minutesOf, toDayNumber, fromDayNumber, weekdayOf } from '../kernel/moment.ts';
import { isInSeason } from './season.ts';
import type { CalendarDay, SiteHours, WorkingCalendar } from './working-calendar.ts';

/** Seconds since local midnight. */
export type SessionSeconds = { readonly from: number; readonly to: number };

export type CompiledSite = {
  readonly siteId: string;
  /** Per day: when the desk is open (also a Saturday session). */
  readonly open: readonly (readonly SessionSeconds[])[];
  /** Per day: working seconds of all working days before it. */
  readonly before: Float64Array;
};

export type CompiledCalendar = {
  readonly kind: 'compiled-calendar';
  readonly version: string; // 'hatinh@3'
  readonly firstDay: number; // day number of index 0
  readonly dayCount: number;
  readonly working: Uint8Array;
  /** Index of the n-th working day. */
  readonly workingDays: Int32Array;
  /** Working days up to and including the day. */
  readonly workingUpTo: Int32Array;
  /** Unconfirmed days before the day. */
  readonly unconfirmedBefore: Int32Array;
  readonly notes: ReadonlyMap<number, CalendarDay>;
  readonly coveredFrom: number; // day numbers with data
  readonly coveredTo: number;
  readonly sites: ReadonlyMap<string, CompiledSite>;
};

/** '01-01' … '12-31' of a leap year; other years skip 02-29. */
const MONTH_DAYS: readonly string[] = Array.from({ length: 366 }, (_, i) => fromDayNumber(toDayNumber('2020-01-01' as PlainDate) + i).slice(5));
const LEAP_DAY = 59;

const YEARS_BEFORE = 3;
const YEARS_BEYOND = 10;
const CLOSED: readonly SessionSeconds[] = [];

const ruleSessions = (site: SiteHours, monthDay: string, weekday: number): readonly SessionSeconds[] =>
  site.rules
    .filter((rule) => rule.weekdays.includes(weekday) && isInSeason(rule, monthDay))
    .flatMap((rule) => rule.sessions)
    .map((session) => ({ from: minutesOf(session.from) * 60, to: minutesOf(session.to) * 60 }))
    .sort((a, b) => a.from - b.from);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const compileCalendar = (calendar: WorkingCalendar): CompiledCalendar => {
  const years = calendar.days.map((day) => Number(day.date.slice(0, 4)));
  const firstYear = years.length > 0 ? Math.min(...years) : 2018;
  const lastYear = years.length > 0 ? Math.max(...years) : 2018;
  const firstDay = toDayNumber(`${firstYear - YEARS_BEFORE}-01-01` as PlainDate);
  const dayCount = toDayNumber(`${lastYear + YEARS_BEYOND}-12-31` as PlainDate) - firstDay + 1;
  const coveredFrom = toDayNumber(`${firstYear}-01-01` as PlainDate);
  const coveredTo = toDayNumber(`${lastYear}-12-31` as PlainDate);
  const notes = new Map(calendar.days.map((day) => [toDayNumber(day.date) - firstDay, day]));
  const restWeekdays = new Set(calendar.weeklyRest);

  const monthDays = new Uint16Array(dayCount);
  const weekdays = new Uint8Array(dayCount);
  const working = new Uint8Array(dayCount);
  const workingUpTo = new Int32Array(dayCount);
  const unconfirmedBefore = new Int32Array(dayCount + 1);
  const found: number[] = [];
  const mondayOffset = weekdayOf(fromDayNumber(firstDay)) - 1;
  let year = firstYear - YEARS_BEFORE;
  let monthDay = 0;
  for (let i = 0; i < dayCount; i += 1) {
    const weekday = ((mondayOffset + i) % 7) + 1;
    if (monthDay === LEAP_DAY && !isLeap(year)) monthDay += 1;
    monthDays[i] = monthDay;
    monthDay = (monthDay + 1) % 366;
    if (monthDay === 0) year += 1;
    weekdays[i] = weekday;
    const note = notes.get(i);
    if (note ? note.kind === 'make-up' : !restWeekdays.has(weekday)) {
      working[i] = 1;
      found.push(i);
    }
    workingUpTo[i] = found.length;
    const day = firstDay + i;
    const unconfirmed = note ? note.status === 'unconfirmed' : day < coveredFrom || day > coveredTo;
    unconfirmedBefore[i + 1] = (unconfirmedBefore[i] ?? 0) + (unconfirmed ? 1 : 0);
  }

  const compileSite = (site: SiteHours): CompiledSite => {
    // Sessions of a year's day, by weekday: found once and shared by all years.
    const known: (readonly SessionSeconds[] | undefined)[] = [];
    const sessionsFor = (of: number, weekday: number): readonly SessionSeconds[] =>
      (known[of * 8 + weekday] ??= ruleSessions(site, MONTH_DAYS[of] ?? '', weekday));
    const open: (readonly SessionSeconds[])[] = [];
    const before = new Float64Array(dayCount + 1);
    for (let i = 0; i < dayCount; i += 1) {
      const kind = notes.get(i)?.kind;
      let weekday = weekdays[i] ?? 1;
      // A make-up day keeps the hours of an ordinary weekday, not those of a Saturday session.
      if (kind === 'make-up') while (restWeekdays.has(weekday) && weekday > 1) weekday -= 1;
      const sessions = kind === undefined || kind === 'make-up' ? sessionsFor(monthDays[i] ?? 0, weekday) : CLOSED;
      open.push(sessions);
      const seconds = working[i] === 1 ? sessions.reduce((sum, session) => sum + session.to - session.from, 0) : 0;
      before[i + 1] = (before[i] ?? 0) + seconds;
    }
    return { siteId: site.siteId, open, before };
  };

  return {
    kind: 'compiled-calendar',
    version: `${calendar.calendarId}@${calendar.version}`,
    firstDay,
    dayCount,
    working,
    workingDays: Int32Array.from(found),
    workingUpTo,
    unconfirmedBefore,
    notes,
    coveredFrom,
    coveredTo,
    sites: new Map(calendar.sites.map((site) => [site.siteId, compileSite(site)])),
  };
};

const compiledOnce = new WeakMap<WorkingCalendar, CompiledCalendar>();

/** Either form is welcome; a calendar object is compiled once. */
export const compiled = (calendar: WorkingCalendar | CompiledCalendar): CompiledCalendar => {
  if ('kind' in calendar) return calendar;
  const known = compiledOnce.get(calendar);
  if (known) return known;
  const fresh = compileCalendar(calendar);
  compiledOnce.set(calendar, fresh);
  return fresh;
};
