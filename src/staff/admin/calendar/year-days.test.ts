import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { dayWords, monthsOf, moveInYear, occasionsOf } from './year-days.ts';

const year = monthsOf(hatinhCalendar, 2026);
const find = (date: string) => year.flatMap((month) => month.weeks.flat()).find((day) => day?.date === date);

describe('a year of the calendar', () => {
  test('has its twelve months, every day once, in weeks from Monday', () => {
    const days = year.flatMap((month) => month.weeks.flat()).flatMap((day) => day ?? []);
    expect([year.length, days.length, new Set(days.map(({ date }) => date)).size]).toEqual([12, 365, 365]);
    expect(year[1]?.weeks[0]?.map((day) => day?.date ?? null)).toEqual([null, null, null, null, null, null, '2026-02-01']);
    expect(year.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true);
  });

  test('says of each day what it is', () => {
    expect(['2026-08-22', '2026-08-31', '2026-09-01', '2026-04-27', '2026-11-23', '2026-11-28'].map((date) => find(date)?.kind))
      .toEqual(['make-up', 'swap-off', 'holiday', 'compensatory', 'working', 'rest']);
    const [first] = monthsOf(hatinhCalendar, 2027);
    const day = first?.weeks.flat().find((one) => one?.date === '2027-01-01');
    expect(day && dayWords(day)).toBe('thứ Sáu, 01/01/2027: Nghỉ lễ, tết, Tết Dương lịch; Tạm tính, chờ công bố');
  });

  test.each<[string, string, string | undefined]>([
    ['2026-11-30', 'ArrowRight', '2026-12-01'], ['2026-11-30', 'ArrowLeft', '2026-11-29'], ['2026-11-30', 'ArrowDown', '2026-12-07'], ['2026-11-30', 'ArrowUp', '2026-11-23'],
    ['2026-01-31', 'PageDown', '2026-02-28'], ['2026-03-31', 'PageUp', '2026-02-28'], ['2026-11-18', 'Home', '2026-11-01'], ['2026-12-18', 'End', '2026-12-31'], ['2026-02-18', 'End', '2026-02-28'],
    ['2026-12-31', 'ArrowRight', undefined], ['2026-01-01', 'ArrowUp', undefined], ['2026-12-01', 'PageDown', undefined], ['2026-11-30', 'a', undefined],
  ])('from %s the key %s leads to %s', (from, key, to) => expect(moveInYear(from as PlainDate, key)).toBe(to));

  test('lists an occasion with all its days, and an exchange by each of its two', () => {
    const names = occasionsOf(hatinhCalendar, 2026).map(({ name, days }) => [name, days.length]);
    expect(names).toContainEqual(['Tết Nguyên đán', 5]);
    expect(names).toContainEqual(['Giỗ Tổ Hùng Vương', 2]);
    expect(names).toContainEqual(['Đổi với ngày 22/08/2026', 1]);
  });
});
