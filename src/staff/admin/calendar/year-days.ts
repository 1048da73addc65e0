// A year as twelve months of weeks from Monday, each day with its kind; and the special days of a year by their occasion.
import type { CalendarDay, WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { DAY_KIND_WORDS, DAY_STATUS_WORDS } from '#core/deadline/calendar-words.ts';
import { formatDay } from '#core/kernel/format.ts';
import { addDays, type PlainDate, weekdayOf } from '#core/kernel/moment.ts';

export type DayKind = CalendarDay['kind'] | 'working' | 'rest';
export type YearDay = { readonly date: PlainDate; readonly kind: DayKind; readonly special?: CalendarDay };
export type Month = { readonly month: number; readonly weeks: readonly (readonly (YearDay | null)[])[] };

export const KIND_WORDS: Readonly<Record<DayKind, string>> = { working: 'Ngày làm việc', rest: 'Nghỉ hằng tuần', ...DAY_KIND_WORDS };
/** Under the number of the day: colour alone says nothing to many. */
export const KIND_MARKS: Readonly<Record<DayKind, string>> = { working: '', rest: '', holiday: 'lễ', compensatory: 'bù', 'swap-off': 'đổi', 'make-up': 'làm' };

const firstOf = (year: number, month: number): PlainDate => `${year}-${String(month).padStart(2, '0')}-01` as PlainDate;

export const yearDay = (calendar: WorkingCalendar, date: PlainDate, special: CalendarDay | undefined): YearDay =>
  special ? { date, kind: special.kind, special } : { date, kind: calendar.weeklyRest.includes(weekdayOf(date)) ? 'rest' : 'working' };

export const monthsOf = (calendar: WorkingCalendar, year: number): readonly Month[] => {
  const special = new Map(calendar.days.map((day) => [day.date, day]));
  return Array.from({ length: 12 }, (_, i) => {
    const month = i + 1;
    const cells: (YearDay | null)[] = Array.from({ length: weekdayOf(firstOf(year, month)) - 1 }, () => null);
    for (let date = firstOf(year, month); Number(date.slice(5, 7)) === month; date = addDays(date, 1)) cells.push(yearDay(calendar, date, special.get(date)));
    while (cells.length % 7 !== 0) cells.push(null);
    return { month, weeks: Array.from({ length: cells.length / 7 }, (_week, w) => cells.slice(w * 7, w * 7 + 7)) };
  });
};

/** 'thứ Bảy, 06/02/2027: Nghỉ lễ, tết, Tết Nguyên đán; Tạm tính, chờ công bố' */
export const dayWords = ({ date, kind, special }: YearDay): string => {
  if (!special) return `${formatDay(date)}: ${KIND_WORDS[kind]}`;
  return `${formatDay(date)}: ${KIND_WORDS[kind]}, ${special.name}${special.status === 'unconfirmed' ? `; ${DAY_STATUS_WORDS.unconfirmed}` : ''}`;
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Arrows move by day and week, Page keys by month; beyond the year there is nothing. */
export const moveInYear = (date: PlainDate, key: string): PlainDate | undefined => {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const stay = (to: PlainDate): PlainDate | undefined => (to.startsWith(`${year}-`) ? to : undefined);
  const step = STEPS[key];
  if (step !== undefined) return stay(addDays(date, step));
  if (key === 'Home') return firstOf(year, month);
  if (key === 'End') return month === 12 ? (`${year}-12-31` as PlainDate) : addDays(firstOf(year, month + 1), -1);
  if (key !== 'PageUp' && key !== 'PageDown') return undefined;
  const other = month + (key === 'PageUp' ? -1 : 1);
  if (other < 1 || other > 12) return undefined;
  const lastDay = other === 12 ? 31 : Number(addDays(firstOf(year, other + 1), -1).slice(8));
  return `${firstOf(year, other).slice(0, 8)}${String(Math.min(Number(date.slice(8)), lastDay)).padStart(2, '0')}` as PlainDate;
};

export type Occasion = { readonly key: string; readonly name: string; readonly days: readonly CalendarDay[] };

/** Days of one name that follow each other within two weeks are one occasion: Tết with the days that make it good. */
export const occasionsOf = (calendar: WorkingCalendar, year: number): readonly Occasion[] => {
  const occasions: { key: string; name: string; days: CalendarDay[] }[] = [];
  for (const day of calendar.days.filter(({ date }) => date.startsWith(`${year}-`))) {
    const known = occasions.findLast((one) => one.name === day.name && addDays(one.days.at(-1)?.date ?? day.date, 14) >= day.date);
    if (known) known.days.push(day);
    else occasions.push({ key: day.date, name: day.name, days: [day] });
  }
  return occasions;
};
