// Business time is the wall clock of Vietnam (UTC+7, no summer time since 1975).
// A moment is ISO 8601 with the offset written out, a plain date is the local calendar day.
import type { Brand } from './brand.ts';

/** '2019-11-18T15:10:00+07:00': always seconds, always +07:00, so that text order is time order. */
export type Moment = Brand<string, 'Moment'>;
/** '2019-11-18' in Asia/Ho_Chi_Minh. */
export type PlainDate = Brand<string, 'PlainDate'>;
/** '07:30' on the wall clock. */
export type WallTime = Brand<string, 'WallTime'>;

const OFFSET_MINUTES = 7 * 60;
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** Days since 1970-01-01 of a local calendar day (proleptic Gregorian, no clock read). */
export const toDayNumber = (date: PlainDate): number => {
  const y = Number(date.slice(0, 4));
  const m = Number(date.slice(5, 7));
  const d = Number(date.slice(8, 10));
  const shifted = m <= 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** The local calendar day with this number of days since 1970-01-01. */
export const fromDayNumber = (day: number): PlainDate => {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const d = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const m = mp < 10 ? mp + 3 : mp - 9;
  const y = yearOfEra + era * 400 + (m <= 2 ? 1 : 0);
  return `${pad(y, 4)}-${pad(m)}-${pad(d)}` as PlainDate;
};

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: PlainDate): number => ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;

export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(toDayNumber(date) + days);

/** Milliseconds since 1970 (UTC) to a moment of Vietnam; the caller owns the clock. */
export const momentFromEpoch = (milliseconds: number): Moment => {
  const local = Math.floor(milliseconds / 1000) + OFFSET_MINUTES * 60;
  const day = Math.floor(local / 86400);
  const s = local - day * 86400;
  return `${fromDayNumber(day)}T${pad(Math.floor(s / 3600))}:${pad(Math.floor((s % 3600) / 60))}:${pad(s % 60)}+07:00` as Moment;
};

export const momentToEpoch = (moment: Moment): number => {
  const s = Number(moment.slice(11, 13)) * 3600 + Number(moment.slice(14, 16)) * 60 + Number(moment.slice(17, 19));
  return (toDayNumber(dateOf(moment)) * 86400 + s - OFFSET_MINUTES * 60) * 1000;
};

export const dateOf = (moment: Moment): PlainDate => moment.slice(0, 10) as PlainDate;
export const wallTimeOf = (moment: Moment): WallTime => moment.slice(11, 16) as WallTime;
/** Minutes since local midnight. */
export const minutesOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
export const momentAt = (date: PlainDate, time: WallTime): Moment => `${date}T${time}:00+07:00` as Moment;
