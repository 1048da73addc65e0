// Which warnings stand now for a moment at which something falls due. Days are working days and hours are hours of
// opening: no warning is counted over rest days, so that what is due on Monday is warned of on Friday at the latest.
// Every threshold is reckoned forward from now to one moment, and a list need only be compared with these moments.
// @law TT 01/2018/TT-VPCP Mẫu số 05; NĐ 61/2018/NĐ-CP Đ.19.9 (lời xin lỗi trước ngày hẹn ít nhất 01 ngày)
import { type AnyCalendar, addWorkingDays, addWorkingMinutes, hasSite, isWorkingDay } from '../deadline/working-time.ts';
import { compiled } from '../deadline/compiled-calendar.ts';
import { lateness } from '../deadline/lateness.ts';
import { type Moment, type PlainDate, type WallTime, addDays, dateOf, momentAt, toDayNumber } from '../kernel/moment.ts';
import type { WarningSettings } from './warning-settings.ts';

export const WARNING_STEPS = ['first', 'second', 'last'] as const;
/** Two working days, one working day, two hours before. */
export type WarningStep = (typeof WARNING_STEPS)[number];
/** 'finished': its day is over, but the work was done; only the way back to the desk is left. */
export type Urgency = 'overdue' | 'finished' | WarningStep;

export type Horizons = {
  readonly now: Moment;
  /** Falls due up to and including this moment: the last warning stands. */
  readonly last: Moment;
  /** Falls due before this moment. */
  readonly second: Moment;
  readonly first: Moment;
  /** Due from `from` until before `to`: an apology must be signed today, or on the rest days that follow. */
  readonly apology: { readonly from: Moment; readonly to: Moment };
  /** Was due before this moment and is still not fetched. */
  readonly uncollected: Moment;
};

const MIDNIGHT = '00:00' as WallTime;

/** Where a place has no hours of its own in the calendar, those of the province's first place stand for it. */
export const siteFor = (calendar: AnyCalendar, ...wanted: readonly string[]): string => {
  const own = wanted.find((site) => hasSite(calendar, site));
  const [any] = compiled(calendar).sites.keys();
  return own ?? any ?? '';
};

/** The last day after which `days` working days have gone, today among them. */
const workingDaysAgo = (calendar: AnyCalendar, today: PlainDate, days: number): PlainDate => {
  let day = today;
  for (let left = days; left > 0; day = addDays(day, -1)) {
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
};

export const horizonsAt = (now: Moment, settings: WarningSettings, calendar: AnyCalendar, siteId: string): Horizons => {
  const today = dateOf(now);
  // what falls on the rest days before a working day has no working day of its own left
  const before = (days: number): Moment => momentAt(addWorkingDays(calendar, today, days + 1), MIDNIGHT);
  return {
    now,
    last: addWorkingMinutes(calendar, siteId, now, settings.lastMinutes),
    second: before(settings.secondDays),
    first: before(settings.firstDays),
    apology: { from: momentAt(addDays(today, 1), MIDNIGHT), to: momentAt(addDays(addWorkingDays(calendar, today, 1), 1), MIDNIGHT) },
    uncollected: momentAt(addDays(workingDaysAgo(calendar, today, settings.uncollectedDays), 1), MIDNIGHT),
  };
};

/** The nearest warning that stands; undefined while there is time. */
export const urgencyOf = (fallsAt: Moment, horizons: Horizons): Exclude<Urgency, 'finished'> | undefined => {
  if (fallsAt < horizons.now) return 'overdue';
  if (fallsAt <= horizons.last) return 'last';
  if (fallsAt < horizons.second) return 'second';
  return fallsAt < horizons.first ? 'first' : undefined;
};

export type Standing = {
  readonly urgency: Urgency;
  /** Calendar days by which the work, not the hand-over, came after the promised day. */
  readonly daysLate?: number;
};

/** Whether the agency was late is told by the day its work ended: recorded in time and not yet handed over is not late. */
export const standingOf = (fallsAt: Moment, finishedAt: Moment | undefined, horizons: Horizons): Standing => {
  const urgency = urgencyOf(fallsAt, horizons) ?? 'first';
  if (urgency !== 'overdue' || finishedAt === undefined) return { urgency };
  const finishedOn = dateOf(finishedAt);
  return { urgency: 'finished', daysLate: lateness(finishedOn, fallsAt) === 'late' ? toDayNumber(finishedOn) - toDayNumber(dateOf(fallsAt)) : 0 };
};

/** The last day on which an apology with a new date can still be signed: a calendar day, not a working day. */
export const apologyBy = (dueAt: Moment): PlainDate => addDays(dateOf(dueAt), -1);

export const apologyIsDue = (dueAt: Moment, { apology }: Horizons): boolean => apology.from <= dueAt && dueAt < apology.to;
