// Time in the sample: working minutes, and the rounds in which bags go between desk and agency.
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import { addWorkingMinutes, isWorkingDay, nextWorkingDay, workingMinutesBetween } from '#core/deadline/working-time.ts';
import { type Moment, type PlainDate, type WallTime, addDays, dateOf, momentAt, momentFromEpoch, momentToEpoch, wallTimeOf } from '#core/kernel/moment.ts';
import { HA_TINH_CALENDAR } from '../calendar.ts';

export const SITE = 'ha-tinh-hours';
export const CALENDAR: CompiledCalendar = compileCalendar(HA_TINH_CALENDAR);

const ROUNDS = (['08:00', '09:30', '11:00', '14:30', '16:00'] as const).map((time) => time as string as WallTime);

/** So many working minutes later, on a whole minute. */
export const later = (at: Moment, minutes: number): Moment => addWorkingMinutes(CALENDAR, SITE, at, Math.max(1, Math.round(minutes)));
export const minutesBetween = (from: Moment, to: Moment): number => workingMinutesBetween(CALENDAR, SITE, from, to);
export const clockMinutesLater = (at: Moment, minutes: number): Moment => momentFromEpoch(momentToEpoch(at) + minutes * 60_000);

/** The next round at least ten minutes away; what came after 15:00 goes next morning. */
export const nextRound = (at: Moment, afterCutoff: 'next-morning' | 'same-day'): Moment => {
  const ready = clockMinutesLater(at, 10);
  const today = dateOf(at);
  const late = afterCutoff === 'next-morning' && wallTimeOf(at) > '15:00';
  const found = late || !isWorkingDay(CALENDAR, today) ? undefined : ROUNDS.find((round) => round >= wallTimeOf(ready));
  return found === undefined ? momentAt(nextWorkingDay(CALENDAR, today), '08:00' as WallTime) : momentAt(today, found);
};

export const workingDaysFrom = (first: string, last: string): readonly PlainDate[] => {
  const days: PlainDate[] = [];
  for (let day = first as PlainDate; day <= last; day = addDays(day, 1)) if (isWorkingDay(CALENDAR, day)) days.push(day);
  return days;
};
