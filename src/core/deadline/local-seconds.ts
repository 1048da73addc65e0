// Moments as whole seconds of the Vietnamese wall clock: one subtraction, no clock, no zones.
// A moment keeps its seconds; text order, number order and time order are the same.
// Written out by hand, as reckoning a million due dates spends its time here (measured: 0.76 to 2 million a second).
import { type Moment, fromDayNumber } from '../kernel/moment.ts';

export const DAY_SECONDS = 86_400;

/** The two digits that begin at a place of the text. */
const twoAt = (text: string, place: number): number => text.charCodeAt(place) * 10 + text.charCodeAt(place + 1) - 528;

/** Of a moment that exists; others come to no particular number. */
export const toLocalSeconds = (moment: Moment): number => {
  const year = twoAt(moment, 0) * 100 + twoAt(moment, 2);
  const month = twoAt(moment, 5);
  // Years begin in March, so that the day that comes and goes is the last.
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + twoAt(moment, 8) - 1;
  const day = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468;
  return day * DAY_SECONDS + twoAt(moment, 11) * 3600 + twoAt(moment, 14) * 60 + twoAt(moment, 17);
};

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const MINUTES: readonly string[] = Array.from({ length: 1440 }, (_, i) => `T${two(Math.floor(i / 60))}:${two(i % 60)}:`);
const LAST_KEPT_DAY = 60_000; // in the year 2134
const days: string[] = [];

const dayText = (day: number): string => {
  if (!(day >= 0 && day < LAST_KEPT_DAY)) return fromDayNumber(day);
  return (days[day] ??= fromDayNumber(day));
};

export const fromLocalSeconds = (seconds: number): Moment => {
  const day = Math.floor(seconds / DAY_SECONDS);
  const left = seconds - day * DAY_SECONDS;
  const minute = Math.floor(left / 60);
  return `${dayText(day)}${MINUTES[minute] ?? ''}${two(left - minute * 60)}+07:00` as Moment;
};

/** A day and an hour that exist, written in the one way. */
export const isMoment = (text: string): text is Moment => fromLocalSeconds(toLocalSeconds(text as Moment)) === text;
