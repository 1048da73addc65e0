// Questions to a calendar: is the day a working day, when is the place open, which session comes next.
// Working hours run only in the sessions of working days; a Saturday session is open but does not count.
// @law BLLĐ 45/2019/QH14 Đ.105, Đ.111, Đ.112; BLDS 91/2015/QH13 Đ.148
import { type Moment, type PlainDate, type WallTime, fromDayNumber, toDayNumber } from '../kernel/moment.ts';
import type { Session } from '../organisation/organisation.ts';
import { type CompiledCalendar, type CompiledSite, compiled } from './compiled-calendar.ts';
import { DAY_SECONDS, fromLocalSeconds, toLocalSeconds } from './local-seconds.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type AnyCalendar = WorkingCalendar | CompiledCalendar;

/** A day the calendar does not reach is a fault of set-up, not a refusal. */
export const indexOf = (calendar: CompiledCalendar, day: number): number => {
  const index = day - calendar.firstDay;
  if (!(index >= 0 && index < calendar.dayCount)) {
    throw new RangeError(`calendar ${calendar.version} does not reach ${fromDayNumber(day)}`);
  }
  return index;
};

export const reaches = (calendar: AnyCalendar, date: PlainDate): boolean => {
  const c = compiled(calendar);
  const index = toDayNumber(date) - c.firstDay;
  return index >= 0 && index < c.dayCount;
};

export const hasSite = (calendar: AnyCalendar, siteId: string): boolean => compiled(calendar).sites.has(siteId);

export const siteOf = (calendar: CompiledCalendar, siteId: string): CompiledSite => {
  const site = calendar.sites.get(siteId);
  if (!site) throw new RangeError(`calendar ${calendar.version} has no site ${siteId}`);
  return site;
};

export const isWorkingDay = (calendar: AnyCalendar, date: PlainDate): boolean => {
  const c = compiled(calendar);
  return c.working[indexOf(c, toDayNumber(date))] === 1;
};

/** The next working day after the date. */
export const nextWorkingDay = (calendar: AnyCalendar, date: PlainDate): PlainDate =>
  addWorkingDays(calendar, date, 1);

/** The n-th working day after the date, which is itself not counted (n ≥ 1). */
export const addWorkingDays = (calendar: AnyCalendar, date: PlainDate, days: number): PlainDate => {
  const c = compiled(calendar);
  return fromDayNumber(c.firstDay + nthWorkingAfter(c, indexOf(c, toDayNumber(date)), days));
};

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export const workingDaysBetween = (calendar: AnyCalendar, from: PlainDate, to: PlainDate): number => {
  const c = compiled(calendar);
  const count = (date: PlainDate): number => c.workingUpTo[indexOf(c, toDayNumber(date))] ?? 0;
  return to <= from ? 0 : count(to) - count(from);
};

/** Sessions in which the place is open that day, also on a Saturday. */
export const sessionsOn = (calendar: AnyCalendar, siteId: string, date: PlainDate): readonly Session[] => {
  const c = compiled(calendar);
  const open = siteOf(c, siteId).open[indexOf(c, toDayNumber(date))] ?? [];
  return open.map((session) => ({ from: wallTime(session.from), to: wallTime(session.to) }));
};

/** Is the place open at the moment (its closing minute included)? */
export const isOpenAt = (calendar: AnyCalendar, siteId: string, at: Moment): boolean => {
  const c = compiled(calendar);
  const seconds = toLocalSeconds(at);
  return countsFromSeconds(c, siteOf(c, siteId), seconds) === seconds;
};

/** Moves on by working minutes; what ends with a session ends then, not when the next one opens. */
export const addWorkingMinutes = (calendar: AnyCalendar, siteId: string, from: Moment, minutes: number): Moment => {
  const c = compiled(calendar);
  return fromLocalSeconds(addWorkingSeconds(c, siteOf(c, siteId), toLocalSeconds(from), minutes * 60));
};

export const workingMinutesBetween = (calendar: AnyCalendar, siteId: string, from: Moment, to: Moment): number => {
  const c = compiled(calendar);
  const site = siteOf(c, siteId);
  if (to <= from) return 0;
  return Math.floor((workedBefore(c, site, toLocalSeconds(to)) - workedBefore(c, site, toLocalSeconds(from))) / 60);
};

const wallTime = (seconds: number): WallTime =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}` as WallTime;

// What follows works on day indexes and seconds, for the fast path.

export const nthWorkingAfter = (c: CompiledCalendar, index: number, days: number): number => {
  const found = c.workingDays[(c.workingUpTo[index] ?? 0) + days - 1];
  if (found === undefined) throw new RangeError(`calendar ${c.version} does not reach ${days} working days on`);
  return found;
};

/** The moment itself when the place is open, otherwise the opening of its next session. */
export const countsFromSeconds = (c: CompiledCalendar, site: CompiledSite, at: number): number => {
  let index = indexOf(c, Math.floor(at / DAY_SECONDS));
  const clock = at - (c.firstDay + index) * DAY_SECONDS;
  for (const session of site.open[index] ?? []) {
    if (clock < session.from) return (c.firstDay + index) * DAY_SECONDS + session.from;
    if (clock <= session.to) return at;
  }
  for (;;) {
    index = indexOf(c, c.firstDay + index + 1);
    const first = site.open[index]?.[0];
    if (first) return (c.firstDay + index) * DAY_SECONDS + first.from;
  }
};

/** Working seconds from the calendar's beginning to the moment. */
export const workedBefore = (c: CompiledCalendar, site: CompiledSite, at: number): number => {
  const index = indexOf(c, Math.floor(at / DAY_SECONDS));
  let worked = site.before[index] ?? 0;
  if (c.working[index] !== 1) return worked;
  const clock = at - (c.firstDay + index) * DAY_SECONDS;
  for (const session of site.open[index] ?? []) {
    if (clock <= session.from) break;
    worked += Math.min(clock, session.to) - session.from;
  }
  return worked;
};

export const addWorkingSeconds = (c: CompiledCalendar, site: CompiledSite, from: number, seconds: number): number => {
  if (seconds <= 0) return from;
  const target = workedBefore(c, site, from) + seconds;
  // First day whose end reaches the target.
  let low = indexOf(c, Math.floor(from / DAY_SECONDS));
  let high = c.dayCount - 1;
  if ((site.before[high + 1] ?? 0) < target) throw new RangeError(`calendar ${c.version} does not reach so far`);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((site.before[middle + 1] ?? 0) >= target) high = middle;
    else low = middle + 1;
  }
  let left = target - (site.before[low] ?? 0);
  for (const session of site.open[low] ?? []) {
    const length = session.to - session.from;
    if (left <= length) return (c.firstDay + low) * DAY_SECONDS + session.from + left;
    left -= length;
  }
  return from;
};

/** End of the last session of the day, or of the next working day that has one. */
export const endOfDaySeconds = (c: CompiledCalendar, site: CompiledSite, index: number): number => {
  let day = index;
  for (;;) {
    const sessions = site.open[indexOf(c, c.firstDay + day)] ?? [];
    const last = sessions[sessions.length - 1];
    if (last && c.working[day] === 1) return (c.firstDay + day) * DAY_SECONDS + last.to;
    day = nthWorkingAfter(c, day, 1);
  }
};

/** The day itself when it is a working day, otherwise the next one. */
export const workingDayFrom = (c: CompiledCalendar, index: number): number =>
  c.working[index] === 1 ? index : nthWorkingAfter(c, index, 1);
