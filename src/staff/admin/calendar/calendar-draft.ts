// What the administrator has changed and not yet saved, always as it differs from the calendar that was looked at.
import type { CalendarDraft } from '#core/deadline/change-calendar.ts';
import { withDraft, yearsOf } from '#core/deadline/change-calendar.ts';
import { changesBetween } from '#core/deadline/change-days.ts';
import { holidaysOfYear } from '#core/deadline/holidays-of-year.ts';
import type { CalendarDay, SiteHours, WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { PlainDate } from '#core/kernel/moment.ts';

export type Draft = CalendarDraft & { readonly baseVersion: number };

export const startDraft = (baseVersion: number): Draft => ({ baseVersion, set: [], remove: [], sites: [] });
export const countOf = ({ set, remove, sites }: Draft): number => set.length + remove.length + sites.length;

/** Against a calendar; what has come to stand there is no change any more. */
export const settleDraft = (draft: Draft, base: WorkingCalendar): Draft => {
  const { days, sites } = changesBetween(base, withDraft(base, draft));
  return {
    baseVersion: draft.baseVersion,
    set: days.flatMap((day) => (day.after ? [day.after] : [])),
    remove: days.flatMap((day) => (day.after ? [] : [day.date])),
    sites: draft.sites.filter((site) => sites.includes(site.siteId)),
  };
};

export const putDays = (draft: Draft, base: WorkingCalendar, days: readonly CalendarDay[]): Draft => {
  const dates = new Set(days.map((day) => day.date));
  return settleDraft({ ...draft, set: [...draft.set.filter((day) => !dates.has(day.date)), ...days], remove: draft.remove.filter((date) => !dates.has(date)) }, base);
};

export const takeOut = (draft: Draft, base: WorkingCalendar, dates: readonly PlainDate[]): Draft =>
  settleDraft({ ...draft, set: draft.set.filter((day) => !dates.includes(day.date)), remove: [...draft.remove, ...dates] }, base);

export const putSite = (draft: Draft, base: WorkingCalendar, site: SiteHours): Draft =>
  settleDraft({ ...draft, sites: [...draft.sites.filter((one) => one.siteId !== site.siteId), site] }, base);

export const openYear = (draft: Draft, base: WorkingCalendar, year: number): Draft => putDays(draft, base, holidaysOfYear(year, base.weeklyRest));

/** Only the year before the first or after the last can be opened. */
export const mayOpen = (calendar: WorkingCalendar, year: number): boolean => {
  const years = yearsOf(calendar);
  const [first, last] = [years[0], years.at(-1)];
  return first !== undefined && last !== undefined && (year === first - 1 || year === last + 1);
};

/** The documents that the changed days name; where there is none the law itself. */
export const documentsOf = (draft: Draft): string => [...new Set(draft.set.flatMap((day) => (day.source ? [day.source] : [])))].join('; ');

/** A day is exchanged for another: one side alone is most often a line forgotten. */
export const unevenExchange = (draft: Draft, base: WorkingCalendar): { readonly off: number; readonly madeUp: number } | undefined => {
  const change = (kind: CalendarDay['kind']): number => {
    const count = (calendar: WorkingCalendar): number => calendar.days.filter((day) => day.kind === kind).length;
    return count(withDraft(base, draft)) - count(base);
  };
  const [off, madeUp] = [change('swap-off'), change('make-up')];
  return off === madeUp ? undefined : { off, madeUp };
};
