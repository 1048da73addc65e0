// How a wait or an extension moves a due moment, in the limit's own unit: k working days of waiting move a
// working-day limit by exactly k, calendar days by calendar days and then off a rest day, hours by the hours.
// A due moment never moves to an earlier one.
// @law NĐ 61/2018/NĐ-CP Đ.19; BLDS 91/2015/QH13 Đ.148.5
import type { TimeLimit } from '../procedure/procedure.ts';
import type { CompiledCalendar, CompiledSite } from './compiled-calendar.ts';
import type { ExplanationLine } from './due.ts';
import { DAY_SECONDS } from './local-seconds.ts';
import { addWorkingSeconds, countsFromSeconds, endOfDaySeconds, indexOf, nthWorkingAfter, workedBefore, workingDayFrom } from './working-time.ts';

export type Place = { readonly c: CompiledCalendar; readonly site: CompiledSite };

/** A limit's due moment; calendar days also keep the last day before it was rolled off a rest day. */
export type Part = { readonly limit: TimeLimit; readonly due: number; readonly nominalDay?: number };

export type Waited = { readonly amount: number; readonly unit: NonNullable<ExplanationLine['unit']> };

const dayOf = (c: CompiledCalendar, seconds: number): number => indexOf(c, Math.floor(seconds / DAY_SECONDS));

/**
 * From the moment of asking to the one in which the answer counts, in the unit of the limit; seconds for hours.
 * What begins outside sessions costs days only from the next session on: a night or a weekend costs none.
 */
const waitedIn = ({ c, site }: Place, limit: TimeLimit, from: number, to: number): { readonly seconds: number; readonly said: Waited } => {
  const first = limit.kind === 'clock-hours' ? from : countsFromSeconds(c, site, from);
  switch (limit.kind) {
    case 'working-days':
    case 'same-day': {
      const days = (c.workingUpTo[dayOf(c, to)] ?? 0) - (c.workingUpTo[dayOf(c, first)] ?? 0);
      return { seconds: 0, said: { amount: Math.max(0, days), unit: 'working-days' } };
    }
    case 'calendar-days':
      return { seconds: 0, said: { amount: Math.max(0, dayOf(c, to) - dayOf(c, first)), unit: 'calendar-days' } };
    case 'working-hours': {
      const seconds = Math.max(0, workedBefore(c, site, to) - workedBefore(c, site, first));
      return { seconds, said: { amount: Math.floor(seconds / 60), unit: 'working-minutes' } };
    }
    case 'clock-hours':
      return { seconds: to - from, said: { amount: Math.floor((to - from) / 60), unit: 'clock-minutes' } };
  }
};

const moved = ({ c, site }: Place, part: Part, amount: number, seconds: number): Part => {
  if (amount <= 0 && seconds <= 0) return part;
  switch (part.limit.kind) {
    case 'working-days':
    case 'same-day':
      return { ...part, nominalDay: undefined, due: endOfDaySeconds(c, site, nthWorkingAfter(c, dayOf(c, part.due), amount)) };
    case 'calendar-days': {
      const nominalDay = (part.nominalDay ?? dayOf(c, part.due)) + amount;
      return { ...part, nominalDay, due: endOfDaySeconds(c, site, workingDayFrom(c, indexOf(c, c.firstDay + nominalDay))) };
    }
    case 'working-hours':
      return { ...part, nominalDay: undefined, due: addWorkingSeconds(c, site, part.due, seconds) };
    case 'clock-hours':
      return { ...part, nominalDay: undefined, due: part.due + seconds };
  }
};

/** The end of a wait: what a person brings at night counts when the place opens, a system is back when it is back. */
export const answeredFrom = ({ c, site }: Place, by: 'person' | 'system', from: number, to: number): number =>
  Math.max(from, by === 'system' ? to : countsFromSeconds(c, site, to));

export const moveByWait = (place: Place, part: Part, from: number, to: number): { readonly part: Part; readonly waited: Waited } => {
  const { seconds, said } = waitedIn(place, part.limit, from, to);
  return { part: moved(place, part, said.amount, seconds), waited: said };
};

/** Undefined when the extension has no length. */
export const moveByLimit = (place: Place, part: Part, by: TimeLimit): Part | undefined => {
  switch (by.kind) {
    case 'working-days':
    case 'calendar-days':
      return by.days > 0 ? { ...moved(place, { ...part, limit: by }, by.days, 0), limit: part.limit } : undefined;
    case 'working-hours':
    case 'clock-hours':
      return by.hours > 0 ? { ...moved(place, { ...part, limit: by }, 0, by.hours * 3600), limit: part.limit } : undefined;
    case 'same-day':
      return undefined;
  }
};

/** More days than the limit can take from its first day, rest days and a long Tết included. */
export const daysNeeded = (limit: TimeLimit): number => {
  switch (limit.kind) {
    case 'working-days': return (limit.days + (limit.extraDaysIfLarge ?? 0)) * 2 + 60;
    case 'calendar-days': return limit.days + 60;
    case 'same-day': return 60;
    case 'working-hours': return limit.hours * 2 + 60;
    case 'clock-hours': return Math.ceil(limit.hours / 24) + 60;
  }
};

export const hasRoom = (c: CompiledCalendar, seconds: number, days: number): boolean => {
  const index = Math.floor(seconds / DAY_SECONDS) - c.firstDay;
  return index >= 0 && index + days < c.dayCount;
};
