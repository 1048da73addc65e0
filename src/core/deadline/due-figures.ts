// The due moment of a limit. The day of intake is not counted; day limits fall due at the end of the
// last session of the due day, hour limits at the moment; a calendar-day limit that ends on a rest day
// moves to the next working day; same-day means that day, after 15:00 the next working day.
// @law BLDS 91/2015/QH13 Đ.147, Đ.148; NĐ 61/2018/NĐ-CP Đ.17, Đ.18, Đ.19; NĐ 23/2015/NĐ-CP Đ.7, Đ.21
import type { Moment, WallTime } from '../kernel/moment.ts';
import { minutesOf } from '../kernel/moment.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import { type CompiledCalendar, type CompiledSite, compiled } from './compiled-calendar.ts';
import { DAY_SECONDS, toLocalSeconds } from './local-seconds.ts';
import {
  type AnyCalendar, addWorkingSeconds, countsFromSeconds, endOfDaySeconds, indexOf, nthWorkingAfter, siteOf,
  workingDayFrom,
} from './working-time.ts';

export type DueFacts = {
  readonly receivedAt: Moment;
  readonly limit: TimeLimit;
  readonly siteId: string;
  readonly calendar: AnyCalendar;
  /** '15:00' – the hour after which a same-day outcome is due the next working day. */
  readonly cutoffTime: WallTime;
  /** Many pages or a complex text: the extra days of the limit apply. */
  readonly large?: boolean;
};

/** Everything in seconds of the wall clock and day indexes: no text is made here. */
export type DueFigures = {
  readonly receivedAt: number;
  readonly countsFrom: number;
  readonly due: number;
  /** Calendar-day limits: the last day before it was rolled off a rest day. */
  readonly nominalDay?: number;
  readonly afterCutoff: boolean;
  readonly extraDays: number;
};

export const extraDaysOf = (limit: TimeLimit, large: boolean): number =>
  large && (limit.kind === 'same-day' || limit.kind === 'working-days') ? (limit.extraDaysIfLarge ?? 0) : 0;

export const dueFigures = (
  c: CompiledCalendar,
  site: CompiledSite,
  limit: TimeLimit,
  receivedAt: number,
  cutoffSeconds: number,
  large: boolean,
): DueFigures => {
  const countsFrom = countsFromSeconds(c, site, receivedAt);
  const index = indexOf(c, Math.floor(countsFrom / DAY_SECONDS));
  const extraDays = extraDaysOf(limit, large);
  const at = (due: number, nominalDay?: number, afterCutoff = false): DueFigures =>
    ({ receivedAt, countsFrom, due, nominalDay, afterCutoff, extraDays });

  switch (limit.kind) {
    case 'working-days': {
      const days = limit.days + extraDays;
      const day = days > 0 ? nthWorkingAfter(c, index, days) : workingDayFrom(c, index);
      return at(endOfDaySeconds(c, site, day));
    }
    case 'calendar-days': {
      const nominal = indexOf(c, c.firstDay + index + limit.days);
      return at(endOfDaySeconds(c, site, workingDayFrom(c, nominal)), nominal);
    }
    case 'working-hours':
      return at(addWorkingSeconds(c, site, countsFrom, limit.hours * 3600));
    case 'clock-hours':
      return at(countsFrom + limit.hours * 3600);
    case 'same-day': {
      const late = countsFrom - (c.firstDay + index) * DAY_SECONDS > cutoffSeconds;
      const first = c.working[index] === 1 && !late ? index : nthWorkingAfter(c, index, 1);
      const day = extraDays > 0 ? nthWorkingAfter(c, first, extraDays) : first;
      return at(endOfDaySeconds(c, site, day), undefined, late);
    }
  }
};

export const figuresOf = (facts: DueFacts): DueFigures => {
  const c = compiled(facts.calendar);
  return dueFigures(
    c, siteOf(c, facts.siteId), facts.limit, toLocalSeconds(facts.receivedAt),
    facts.limit.kind === 'same-day' ? minutesOf(facts.cutoffTime) * 60 : 0, facts.large === true,
  );
};
