// A calendar is never edited: a change makes the next version, by a decision and for a reason, and dossiers that were
// reckoned by the old one keep it until a reviewed batch says otherwise. Whoever decided on an older version decides again.
// @law BLLĐ 45/2019/QH14 Đ.112; NĐ 61/2018/NĐ-CP Đ.15
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type CalendarFault, calendarFaults } from './calendar-faults.ts';
import { type CalendarChanges, changesBetween, lacksSource } from './change-days.ts';
import type { CalendarDay, SiteHours, WorkingCalendar } from './working-calendar.ts';

export type CalendarCommand = {
  /** The version that was looked at when the change was decided. */
  readonly baseVersion: number;
  readonly set: readonly CalendarDay[];
  readonly remove: readonly PlainDate[];
  /** Places whose hours are written anew, each whole. */
  readonly sites: readonly SiteHours[];
  readonly decision: string;
  readonly reason: string;
};
export type CalendarFacts = {
  readonly newest: WorkingCalendar;
  /** Who made the newest version; the one that was shipped was made by nobody. */
  readonly made?: { readonly byName: string; readonly at: Moment; readonly reason: string };
};
export type CalendarChanged = { readonly calendar: WorkingCalendar; readonly changes: CalendarChanges };
export type CalendarRefused =
  | { readonly kind: 'changed-meanwhile'; readonly version: number; readonly byName?: string; readonly at?: Moment; readonly reason?: string }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'no-such-place'; readonly siteId: string }
  /** A year that was only begun would pass for one without holidays. */
  | { readonly kind: 'year-not-opened'; readonly year: number }
  | { readonly kind: 'source-missing'; readonly dates: readonly PlainDate[] }
  | { readonly kind: 'calendar-unfit'; readonly faults: readonly CalendarFault[] };

export type CalendarDraft = Pick<CalendarCommand, 'set' | 'remove' | 'sites'>;

/** The calendar as it would stand; the screen shows it before anything is sent. */
export const withDraft = (base: WorkingCalendar, { set, remove, sites }: CalendarDraft): WorkingCalendar => {
  const touched = new Set<string>([...remove, ...set.map((day) => day.date)]);
  const days = [...base.days.filter((day) => !touched.has(day.date)), ...set].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ...base, days, sites: base.sites.map((site) => sites.find((one) => one.siteId === site.siteId) ?? site) };
};

export const yearsOf = ({ days }: Pick<WorkingCalendar, 'days'>): readonly number[] => [...new Set(days.map((day) => Number(day.date.slice(0, 4))))].sort((a, b) => a - b);

/** Years follow each other, and one that is new has its New Year's Day. */
const unopenedYear = (newest: WorkingCalendar, calendar: WorkingCalendar): number | undefined => {
  const [known, years] = [new Set(yearsOf(newest)), yearsOf(calendar)];
  const begun = years.find((year) => !known.has(year) && !calendar.days.some((day) => day.date === `${year}-01-01`));
  if (begun !== undefined) return begun;
  const next = years.find((year, i) => i + 1 < years.length && years[i + 1] !== year + 1);
  return next === undefined ? undefined : next + 1;
};

export const changeCalendar = (command: CalendarCommand, { newest, made }: CalendarFacts): Result<CalendarChanged, CalendarRefused> => {
  if (command.baseVersion !== newest.version) return refuse({ kind: 'changed-meanwhile', version: newest.version, ...made });
  const stranger = command.sites.find((site) => !newest.sites.some((one) => one.siteId === site.siteId));
  if (stranger) return refuse({ kind: 'no-such-place', siteId: stranger.siteId });
  const calendar: WorkingCalendar = { ...withDraft(newest, command), version: newest.version + 1 };
  const changes = changesBetween(newest, calendar);
  if (changes.days.length === 0 && changes.sites.length === 0) return refuse({ kind: 'nothing-changed' });
  const faults = calendarFaults(calendar);
  if (faults.length > 0) return refuse({ kind: 'calendar-unfit', faults });
  const year = unopenedYear(newest, calendar);
  if (year !== undefined) return refuse({ kind: 'year-not-opened', year });
  const before = new Map(newest.days.map((day) => [day.date, day]));
  const bare = command.set.filter((day) => lacksSource(day, before.get(day.date))).map((day) => day.date);
  if (bare.length > 0) return refuse({ kind: 'source-missing', dates: bare });
  return ok({ calendar, changes });
};
