// What makes a calendar unfit to reckon with: a day that does not exist or stands twice, a make-up day on a working
// day, two rules that open the same place twice at one hour. A calendar with a fault is not used.
// @law BLLĐ 45/2019/QH14 Đ.105, Đ.112
import { fromDayNumber, weekdayOf } from '../kernel/moment.ts';
import { isPlainDate } from '../kernel/parse-date.ts';
import { isInSeason } from './season.ts';
import type { CalendarDay, SessionRule, SiteHours, WorkingCalendar } from './working-calendar.ts';

export type CalendarFault =
  | { readonly kind: 'no-such-day'; readonly date: string }
  | { readonly kind: 'year-out-of-reach'; readonly date: string }
  | { readonly kind: 'day-twice'; readonly date: string }
  | { readonly kind: 'make-up-on-working-day'; readonly date: string }
  | { readonly kind: 'off-on-rest-day'; readonly date: string }
  | { readonly kind: 'weekday-unknown'; readonly weekday: number }
  | { readonly kind: 'no-working-weekday' }
  | { readonly kind: 'no-site' }
  | { readonly kind: 'site-twice'; readonly siteId: string }
  | { readonly kind: 'site-never-open'; readonly siteId: string }
  /** From that day of the year on no rule opens the place: time would stand still until the next season. */
  | { readonly kind: 'site-closed-in-season'; readonly siteId: string; readonly monthDay: string }
  | { readonly kind: 'season-unknown'; readonly siteId: string; readonly rule: string }
  | { readonly kind: 'session-backwards'; readonly siteId: string; readonly rule: string }
  | { readonly kind: 'sessions-overlap'; readonly siteId: string; readonly rules: readonly [string, string]; readonly monthDay: string };

const LEAP_YEAR = 18_262; // 2020-01-01
const MONTH_DAYS: readonly string[] = Array.from({ length: 366 }, (_, i) => fromDayNumber(LEAP_YEAR + i).slice(5));
const isClock = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00';

/** A year of another era ('0027', '2570') would make a calendar of centuries. */
export const EARLIEST_YEAR = 2000;
export const LATEST_YEAR = 2099;
export const isYearInReach = (date: string): boolean => Number(date.slice(0, 4)) >= EARLIEST_YEAR && Number(date.slice(0, 4)) <= LATEST_YEAR;

/** Only a rest day is made up for; only a working day is given off in exchange or made good. */
export const dayFault = ({ date, kind }: Pick<CalendarDay, 'date' | 'kind'>, weeklyRest: readonly number[]): 'make-up-on-working-day' | 'off-on-rest-day' | undefined => {
  const rests = weeklyRest.includes(weekdayOf(date));
  if (kind === 'make-up') return rests ? undefined : 'make-up-on-working-day';
  return kind !== 'holiday' && rests ? 'off-on-rest-day' : undefined;
};

export const calendarFaults = (calendar: WorkingCalendar): readonly CalendarFault[] => {
  const faults: CalendarFault[] = [];
  const dates = new Set<string>();
  for (const day of calendar.days) {
    const { date } = day;
    const misplaced = isPlainDate(date) ? dayFault(day, calendar.weeklyRest) : undefined;
    if (!isPlainDate(date)) faults.push({ kind: 'no-such-day', date });
    else if (!isYearInReach(date)) faults.push({ kind: 'year-out-of-reach', date });
    else if (dates.has(date)) faults.push({ kind: 'day-twice', date });
    else if (misplaced) faults.push({ kind: misplaced, date });
    dates.add(date);
  }
  for (const weekday of calendar.weeklyRest) if (!isWeekday(weekday)) faults.push({ kind: 'weekday-unknown', weekday });
  if (new Set(calendar.weeklyRest).size >= 7) faults.push({ kind: 'no-working-weekday' });
  if (calendar.sites.length === 0) faults.push({ kind: 'no-site' });
  const sites = new Set<string>();
  for (const site of calendar.sites) {
    if (sites.has(site.siteId)) faults.push({ kind: 'site-twice', siteId: site.siteId });
    sites.add(site.siteId);
    faults.push(...siteFaults(site, calendar.weeklyRest));
  }
  return faults;
};

const isWeekday = (weekday: number): boolean => Number.isInteger(weekday) && weekday >= 1 && weekday <= 7;

const siteFaults = (site: SiteHours, weeklyRest: readonly number[]): readonly CalendarFault[] => {
  const faults: CalendarFault[] = [];
  const { siteId } = site;
  for (const rule of site.rules) {
    for (const weekday of rule.weekdays) if (!isWeekday(weekday)) faults.push({ kind: 'weekday-unknown', weekday });
    if (!MONTH_DAYS.includes(rule.fromMonthDay) || !MONTH_DAYS.includes(rule.toMonthDay)) {
      faults.push({ kind: 'season-unknown', siteId, rule: rule.name });
    }
    if (rule.sessions.some((session) => !isClock(session.from) || !isClock(session.to) || session.from >= session.to)) {
      faults.push({ kind: 'session-backwards', siteId, rule: rule.name });
    }
  }
  const opening = site.rules.filter((rule) => rule.sessions.length > 0 && rule.weekdays.some((weekday) => !weeklyRest.includes(weekday)));
  const closedFrom = MONTH_DAYS.find((monthDay) => !opening.some((rule) => isInSeason(rule, monthDay)));
  if (opening.length === 0) faults.push({ kind: 'site-never-open', siteId });
  else if (closedFrom !== undefined && faults.length === 0) faults.push({ kind: 'site-closed-in-season', siteId, monthDay: closedFrom });
  site.rules.forEach((rule, i) => {
    for (const other of site.rules.slice(i)) {
      const monthDay = firstOverlap(rule, other);
      if (monthDay !== undefined) faults.push({ kind: 'sessions-overlap', siteId, rules: [rule.name, other.name], monthDay });
    }
  });
  return faults;
};

/** The first day of the year on which both open the place at one hour; a rule is also held against itself. */
const firstOverlap = (a: SessionRule, b: SessionRule): string | undefined => {
  if (!a.weekdays.some((weekday) => b.weekdays.includes(weekday))) return undefined;
  const clash = a.sessions.some((mine, i) =>
    b.sessions.some((other, j) => (a !== b || i < j) && mine.from < other.to && other.from < mine.to));
  return clash ? MONTH_DAYS.find((monthDay) => isInSeason(a, monthDay) && isInSeason(b, monthDay)) : undefined;
};
