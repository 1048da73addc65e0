import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { type PlainDate, weekdayOf } from '../kernel/moment.ts';
import { FIRST_HOLIDAY_YEAR, holidaysOfYear } from './holidays-of-year.ts';
import { fromLunarDate, tetOf } from './lunar-date.ts';

const vietnam = new Holidays('VN');
const dayOf = (year: number, name: RegExp): string | undefined => vietnam.getHolidays(year).find((day) => name.test(day.name))?.date.slice(0, 10);
const years = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The other reckoning begins the third month a day early: new moon 23/3/2050 07:40 and 17/4/2083 09:09 in Vietnam. */
const OTHER_IS_EARLY: readonly number[] = [2050, 2083];

describe('the lunar calendar', () => {
  test.each(OTHER_IS_EARLY)('%i: the third month begins on the day of its new moon', (year) => {
    expect(fromLunarDate(year, 3, 1)).toBe(year === 2050 ? '2050-03-23' : '2083-04-17');
    expect(tetOf(year)).toBe(dayOf(year, /^Tết Nguyên Đán$/));
  });

  test.each(years(1990, 2100).filter((year) => !OTHER_IS_EARLY.includes(year)))('%i: Tết and the Hùng Kings day are those of an independent reckoning', (year) => {
    expect([tetOf(year), fromLunarDate(year, 3, 10)]).toEqual([dayOf(year, /^Tết Nguyên Đán$/), dayOf(year, /Hùng Vương/)]);
  });

  test('is that of Vietnam where other countries begin the year on another day', () => {
    expect([tetOf(1985), tetOf(2007), tetOf(2027), tetOf(2030)]).toEqual(['1985-01-21', '2007-02-17', '2027-02-06', '2030-02-02']);
  });

  test('skips a leap month', () => {
    expect(fromLunarDate(2023, 3, 10)).toBe('2023-04-29'); // after a leap second month
    expect(fromLunarDate(2025, 8, 15)).toBe('2025-10-06'); // after a leap sixth month
    expect(fromLunarDate(2025, 12, 29)).toBe('2026-02-16');
  });
});

describe('the statutory days of a year', () => {
  const shipped = (year: number, without: RegExp): readonly string[] =>
    hatinhCalendar.days.filter((day) => day.date.startsWith(String(year)) && !without.test(day.name) && (day.kind === 'holiday' || day.kind === 'compensatory')).map((day) => `${day.date} ${day.kind} ${day.name}`);
  const reckoned = (year: number, without: RegExp): readonly string[] =>
    holidaysOfYear(year).filter((day) => !without.test(day.name)).map((day) => `${day.date} ${day.kind} ${day.name}`);

  test.each(years(2018, 2030))('%i: are those of the shipped calendar, but for Tết which is announced', (year) => {
    expect(reckoned(year, /Nguyên đán/)).toEqual(shipped(year, /Nguyên đán/));
  });

  test('are ten until 2020, eleven from 2021 and twelve from 2026', () => {
    const count = (year: number): number => holidaysOfYear(year).filter((day) => day.kind === 'holiday').length;
    expect([FIRST_HOLIDAY_YEAR, 2019, 2020, 2021, 2025, 2026, 2050].map(count)).toEqual([10, 10, 10, 11, 11, 12, 12]);
  });

  test.each(years(FIRST_HOLIDAY_YEAR, 2100))('%i: each on a weekly rest day is made good on a working day, and nothing is confirmed', (year) => {
    const days = holidaysOfYear(year);
    const onRest = days.filter((day) => day.kind === 'holiday' && weekdayOf(day.date) > 5);
    const made = days.filter((day) => day.kind === 'compensatory');
    expect(made).toHaveLength(onRest.length);
    expect(made.every((day) => weekdayOf(day.date) <= 5)).toBe(true);
    expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
    expect(days.every((day) => day.status === 'unconfirmed')).toBe(true);
    expect(days.map((day) => day.date)).toEqual(days.map((day) => day.date).toSorted());
  });

  test('of a place that rests on Sundays only make good on a Saturday', () => {
    const sunday = holidaysOfYear(2028, [7]).find((day) => day.kind === 'compensatory' && day.name === 'Ngày Chiến thắng 30/4');
    expect(sunday?.date).toBe('2028-05-02' as PlainDate);
    expect(holidaysOfYear(2028, [7]).some((day) => day.date === '2028-01-03')).toBe(false);
  });
});
