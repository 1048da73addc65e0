// One day as it is typed, and the day it makes; what the calendar would refuse is said at its field.
import { dayFault } from '#core/deadline/calendar-faults.ts';
import { needsDocument } from '#core/deadline/change-days.ts';
import type { CalendarDay } from '#core/deadline/working-calendar.ts';
import { type PlainDate, weekdayOf } from '#core/kernel/moment.ts';
import { calendarFaultText } from '#wire/refusals/calendar.ts';

export type DayForm = { readonly kind: CalendarDay['kind'] | 'ordinary'; readonly name: string; readonly status: CalendarDay['status']; readonly source: string };
export type DayMade = { readonly ok: true; readonly day: CalendarDay | undefined } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** A rest day that becomes something is most often made a working day. */
export const startDayForm = (date: PlainDate, day: CalendarDay | undefined, weeklyRest: readonly number[]): DayForm => {
  if (day) return { kind: day.kind, name: day.name, status: day.status, source: day.source ?? '' };
  return { kind: weeklyRest.includes(weekdayOf(date)) ? 'make-up' : 'holiday', name: '', status: 'confirmed', source: '' };
};

export const SOURCE_MISSING = 'Ghi số, ký hiệu văn bản công bố.';

/** Undefined: the day is an ordinary one. */
export const makeDay = (date: PlainDate, { kind, name, status, source }: DayForm, weeklyRest: readonly number[]): DayMade => {
  if (kind === 'ordinary') return { ok: true, day: undefined };
  const fault = dayFault({ date, kind }, weeklyRest);
  const errors = {
    ...(fault ? { kind: calendarFaultText({ kind: fault, date }) } : {}),
    ...(name.trim() === '' ? { name: 'Ghi tên ngày, ví dụ Tết Nguyên đán.' } : {}),
    ...(source.trim() === '' && needsDocument({ kind, status }) ? { source: SOURCE_MISSING } : {}),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, day: { date, kind, name: name.trim(), status, ...(source.trim() === '' ? {} : { source: source.trim() }) } };
};
