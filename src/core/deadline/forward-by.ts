// When the desk must have passed the dossier on: the same working day, or at the opening of the next
// working day when it was received after 15:00 (15:00 sharp is still the same day).
// @law NĐ 61/2018/NĐ-CP Đ.18.1; NĐ 309/2026/NĐ-CP Đ.18.2
import { type Moment, type WallTime, minutesOf } from '../kernel/moment.ts';
import { compiled } from './compiled-calendar.ts';
import { DAY_SECONDS, fromLocalSeconds, toLocalSeconds } from './local-seconds.ts';
import { type AnyCalendar, countsFromSeconds, endOfDaySeconds, indexOf, nthWorkingAfter, siteOf } from './working-time.ts';

export const forwardBy = (facts: {
  readonly receivedAt: Moment;
  readonly calendar: AnyCalendar;
  readonly siteId: string;
  readonly cutoffTime?: WallTime;
}): Moment => {
  const c = compiled(facts.calendar);
  const site = siteOf(c, facts.siteId);
  const countsFrom = countsFromSeconds(c, site, toLocalSeconds(facts.receivedAt));
  const index = indexOf(c, Math.floor(countsFrom / DAY_SECONDS));
  const clock = countsFrom - (c.firstDay + index) * DAY_SECONDS;
  if (c.working[index] === 1 && clock <= minutesOf(facts.cutoffTime ?? ('15:00' as WallTime)) * 60) {
    return fromLocalSeconds(endOfDaySeconds(c, site, index));
  }
  let next = nthWorkingAfter(c, index, 1);
  while (!site.open[next]?.[0]) next = nthWorkingAfter(c, next, 1);
  return fromLocalSeconds((c.firstDay + next) * DAY_SECONDS + (site.open[next]?.[0]?.from ?? 0));
};
