// Moments as whole seconds of the Vietnamese wall clock: one subtraction, no clock, no zones.
// A moment keeps its seconds; text order, number order and time order are the same.
import { type Moment, type PlainDate, dateOf, fromDayNumber, toDayNumber } from '../kernel/moment.ts';

export const DAY_SECONDS = 86_400;

export const toLocalSeconds = (moment: Moment): number =>
  toDayNumber(dateOf(moment)) * DAY_SECONDS +
  Number(moment.slice(11, 13)) * 3600 + Number(moment.slice(14, 16)) * 60 + Number(moment.slice(17, 19));

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

export const fromLocalSeconds = (seconds: number): Moment => {
  const day = Math.floor(seconds / DAY_SECONDS);
  const s = seconds - day * DAY_SECONDS;
  const clock = `${two(Math.floor(s / 3600))}:${two(Math.floor((s % 3600) / 60))}:${two(s % 60)}`;
  return `${fromDayNumber(day)}T${clock}+07:00` as Moment;
};

export const dateOfSeconds = (seconds: number): PlainDate => fromDayNumber(Math.floor(seconds / DAY_SECONDS));
