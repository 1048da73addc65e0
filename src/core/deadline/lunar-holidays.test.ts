import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { type PlainDate, addDays, weekdayOf } from '../kernel/moment.ts';

const vietnam = new Holidays('VN');
const years = Array.from({ length: 13 }, (_, i) => 2018 + i);
const dayOf = (year: number, name: RegExp): PlainDate => {
  const found = vietnam.getHolidays(year).find((day) => name.test(day.name));
  if (!found) throw new Error(`no ${name} in ${year}`);
  return found.date.slice(0, 10) as PlainDate;
};
const shipped = new Map(hatinhCalendar.days.map((day) => [day.date, day]));
const isOff = (date: PlainDate): boolean => {
  const day = shipped.get(date);
  return day !== undefined && day.kind !== 'make-up';
};
const isRest = (date: PlainDate): boolean => weekdayOf(date) > 5;

describe('the shipped calendar against an independent lunar reckoning', () => {
  test.each(years)('%i: Tết has its eve, its first day and at least five days off', (year) => {
    const tet = dayOf(year, /^Tết Nguyên Đán$/);
    expect(isOff(tet)).toBe(true);
    expect(isOff(addDays(tet, -1))).toBe(true);
    const off = Array.from({ length: 9 }, (_, i) => addDays(tet, i - 3)).filter((date) => isOff(date));
    expect(off.length).toBeGreaterThanOrEqual(5);
    expect(off.every((date) => shipped.get(date)?.name === 'Tết Nguyên đán')).toBe(true);
  });

  test.each(years)('%i: the Hùng Kings day is the tenth of the third lunar month', (year) => {
    expect(shipped.get(dayOf(year, /Hùng Vương/))?.name).toBe('Giỗ Tổ Hùng Vương');
  });

  test.each(years)('%i: the fixed days are off, 24/11 only from 2026', (year) => {
    for (const monthDay of ['01-01', '04-30', '05-01', '09-02']) expect(isOff(`${year}-${monthDay}` as PlainDate)).toBe(true);
    expect(isOff(`${year}-11-24` as PlainDate)).toBe(year >= 2026);
    expect(isOff(`${year}-09-01` as PlainDate) || isOff(`${year}-09-03` as PlainDate)).toBe(year >= 2021 || year === 2018);
  });

  test('a holiday on a weekly rest day is made good on the next working day', () => {
    for (const day of hatinhCalendar.days) {
      if (day.kind !== 'holiday' || !isRest(day.date) || day.name === 'Tết Nguyên đán') continue;
      const after = Array.from({ length: 5 }, (_, i) => addDays(day.date, i + 1)).filter((date) => !isRest(date) && shipped.get(date)?.kind !== 'holiday');
      expect([day.date, shipped.get(after[0] as PlainDate)?.kind]).toEqual([day.date, 'compensatory']);
    }
  });

  test('every swap day has its make-up day, and a make-up day is a weekly rest day', () => {
    const off = hatinhCalendar.days.filter((day) => day.kind === 'swap-off');
    const madeUp = hatinhCalendar.days.filter((day) => day.kind === 'make-up');
    expect(off).toHaveLength(madeUp.length);
    expect(madeUp.every((day) => isRest(day.date))).toBe(true);
    expect(off.every((day) => !isRest(day.date) && day.source !== undefined)).toBe(true);
  });

  test('the exchange that was only proposed is not there', () => {
    expect(shipped.has('2026-11-23' as PlainDate)).toBe(false);
    expect(shipped.has('2026-11-28' as PlainDate)).toBe(false);
  });

  test('what is not yet announced says so', () => {
    for (const day of hatinhCalendar.days) expect(day.status).toBe(day.date < '2027' ? 'confirmed' : 'unconfirmed');
  });
});
