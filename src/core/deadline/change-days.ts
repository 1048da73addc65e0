// Two states of a calendar side by side: which days and whose hours differ, and which change needs a document.
// A day that stands as it stood is nobody's change.
// @law BLLĐ 45/2019/QH14 Đ.111, Đ.112
import type { PlainDate } from '../kernel/moment.ts';
import type { CalendarDay, SiteHours, WorkingCalendar } from './working-calendar.ts';

export type DayChange = { readonly date: PlainDate; readonly before?: CalendarDay; readonly after?: CalendarDay };
export type CalendarChanges = { readonly days: readonly DayChange[]; readonly sites: readonly string[] };

export const isSameDay = (a: CalendarDay, b: CalendarDay | undefined): boolean =>
  b !== undefined && a.date === b.date && a.kind === b.kind && a.name === b.name && a.status === b.status && (a.source ?? '') === (b.source ?? '');

/** What is announced or exchanged stands by a document; a computed day stands by the law itself. */
export const needsDocument = ({ kind, status }: Pick<CalendarDay, 'kind' | 'status'>): boolean =>
  status === 'confirmed' || kind === 'swap-off' || kind === 'make-up';

export const lacksSource = (day: CalendarDay, before: CalendarDay | undefined): boolean =>
  needsDocument(day) && (day.source ?? '').trim() === '' && !isSameDay(day, before);

const sameHours = (a: SiteHours | undefined, b: SiteHours | undefined): boolean => JSON.stringify(a?.rules) === JSON.stringify(b?.rules);

export const changesBetween = (before: WorkingCalendar, after: WorkingCalendar): CalendarChanges => {
  const was = new Map(before.days.map((day) => [day.date, day]));
  const is = new Map(after.days.map((day) => [day.date, day]));
  const days = [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((date): DayChange[] => {
    const [old, now] = [was.get(date), is.get(date)];
    if (now ? isSameDay(now, old) : !old) return [];
    return [{ date, ...(old ? { before: old } : {}), ...(now ? { after: now } : {}) }];
  });
  const siteIds = [...new Set([...before.sites, ...after.sites].map((site) => site.siteId))];
  const hoursOf = (calendar: WorkingCalendar, siteId: string) => calendar.sites.find((site) => site.siteId === siteId);
  return { days, sites: siteIds.filter((siteId) => !sameHours(hoursOf(before, siteId), hoursOf(after, siteId))) };
};
