// Dates as people type them become a day that exists, or nothing: no roll-over from 31/2 to 3/3.
import { type Moment, type PlainDate, fromDayNumber, toDayNumber } from './moment.ts';

/** A day that exists, written 'YYYY-MM-DD'; there was no year nought. */
export const isPlainDate = (text: string): text is PlainDate =>
  /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && fromDayNumber(toDayNumber(text as PlainDate)) === text;

/** '18/11/2019', '18-11-2019', '18112019' or '2019-11-18' → '2019-11-18'; undefined when no such day exists. */
export const parseDate = (written: string): PlainDate | undefined => {
  const text = written.trim();
  if (isPlainDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : undefined;
};

/** '2019-11-18T15:10', with seconds or +07:00 if written; another offset is not guessed at. */
export const parseMoment = (written: string): Moment | undefined => {
  const [, date, hour, minute, second] =
    /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\+07:00)?$/.exec(written.trim()) ?? [];
  if (date === undefined || hour === undefined || minute === undefined || !isPlainDate(date)) return undefined;
  return `${date}T${hour}:${minute}:${second ?? '00'}+07:00` as Moment;
};
