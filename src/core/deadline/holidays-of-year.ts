// The statutory days of a year before they are announced: fixed days, Tết and the Hùng Kings' day from the lunar
// calendar, each that falls on a weekly rest day made good on the next working day. Which days make up Tết and
// whether 1/9 or 3/9 goes with 2/9 the Prime Minister decides; the usual choice stands here, so all is unconfirmed.
// @law BLLĐ 10/2012/QH13 Đ.115; BLLĐ 45/2019/QH14 Đ.111.3, Đ.112; NQ 28/2026/QH16
import { type PlainDate, addDays, weekdayOf } from '../kernel/moment.ts';
import { fromLunarDate, tetOf } from './lunar-date.ts';
import type { CalendarDay } from './working-calendar.ts';

/** Days of the Labour Code of 2012; those before it are not known here. */
export const FIRST_HOLIDAY_YEAR = 2014;
const TWO_DAYS_OF_INDEPENDENCE_FROM = 2021;
const CULTURE_DAY_FROM = 2026;

/** The day beside 2/9 that makes no gap in the week, by the weekday of 2/9. */
const BESIDE_INDEPENDENCE: readonly number[] = [0, 1, -1, -1, 1, -1, -1, 1];

const holidays = (year: number): readonly (readonly [date: PlainDate, name: string])[] => {
  const fixed = (monthDay: string): PlainDate => `${year}-${monthDay}` as PlainDate;
  const tet = tetOf(year);
  const independence = fixed('09-02');
  return [
    [fixed('01-01'), 'Tết Dương lịch'],
    ...[-1, 0, 1, 2, 3].map((offset) => [addDays(tet, offset), 'Tết Nguyên đán'] as const),
    [fromLunarDate(year, 3, 10), 'Giỗ Tổ Hùng Vương'],
    [fixed('04-30'), 'Ngày Chiến thắng 30/4'],
    [fixed('05-01'), 'Ngày Quốc tế Lao động 1/5'],
    [independence, 'Quốc khánh 2/9'],
    ...(year >= TWO_DAYS_OF_INDEPENDENCE_FROM
      ? [[addDays(independence, BESIDE_INDEPENDENCE[weekdayOf(independence)] ?? 1), 'Quốc khánh 2/9'] as const] : []),
    ...(year >= CULTURE_DAY_FROM ? [[fixed('11-24'), 'Ngày Văn hóa Việt Nam'] as const] : []),
  ];
};

/** In the order of the year, none confirmed; exchanged days are announced and cannot be reckoned. */
export const holidaysOfYear = (year: number, weeklyRest: readonly number[] = [6, 7]): readonly CalendarDay[] => {
  const days = new Map<PlainDate, CalendarDay>();
  for (const [date, name] of holidays(year)) if (!days.has(date)) days.set(date, { date, kind: 'holiday', name, status: 'unconfirmed' });
  for (const day of [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (!weeklyRest.includes(weekdayOf(day.date)) || weeklyRest.length >= 7) continue;
    let date = addDays(day.date, 1);
    while (days.has(date) || weeklyRest.includes(weekdayOf(date))) date = addDays(date, 1);
    days.set(date, { date, kind: 'compensatory', name: day.name, status: 'unconfirmed' });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
};
