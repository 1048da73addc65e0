import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment, PlainDate, WallTime } from '../kernel/moment.ts';
import { type CalendarCommand, changeCalendar } from './change-calendar.ts';
import { holidaysOfYear } from './holidays-of-year.ts';
import { changesBetween } from './change-days.ts';
import type { CalendarDay } from './working-calendar.ts';

const day = (date: string, more: Partial<CalendarDay> = {}): CalendarDay =>
  ({ date: date as PlainDate, kind: 'holiday', name: 'Nghỉ bão', status: 'confirmed', source: 'TB 1/TB-UBND', ...more });
const command = (more: Partial<CalendarCommand>): CalendarCommand =>
  ({ baseVersion: hatinhCalendar.version, set: [], remove: [], sites: [], decision: 'TB 1/TB-UBND', reason: 'Bão số 5', ...more });
const change = (more: Partial<CalendarCommand>) => changeCalendar(command(more), { newest: hatinhCalendar });
const refusal = (more: Partial<CalendarCommand>) => {
  const said = change(more);
  return said.ok ? undefined : said.refusal;
};

describe('a change of the calendar', () => {
  test('makes the next version, its days in order, and says what differs', () => {
    const said = change({ set: [day('2027-02-04', { name: 'Tết Nguyên đán' }), day('2018-03-01')], remove: ['2027-04-16' as PlainDate] });
    if (!said.ok) throw new Error(said.refusal.kind);
    const { calendar, changes } = said.value;
    expect(calendar.version).toBe(hatinhCalendar.version + 1);
    expect(calendar.days.map(({ date }) => date)).toEqual(calendar.days.map(({ date }) => date).toSorted());
    expect(changes.days.map(({ date, before, after }) => [date, before?.status, after?.status])).toEqual([
      ['2018-03-01', undefined, 'confirmed'], ['2027-02-04', 'unconfirmed', 'confirmed'], ['2027-04-16', 'unconfirmed', undefined],
    ]);
    expect(changes.sites).toEqual([]);
    expect(changesBetween(calendar, calendar)).toEqual({ days: [], sites: [] });
  });

  test('of hours replaces the place whole and names it', () => {
    const [first] = hatinhCalendar.sites;
    if (!first) throw new Error('no place');
    const rule = { name: 'Cả năm', fromMonthDay: '01-01', toMonthDay: '12-31', weekdays: [1, 2, 3, 4, 5], sessions: [{ from: '07:00' as WallTime, to: '16:00' as WallTime }] };
    const said = change({ sites: [{ siteId: first.siteId, rules: [rule] }] });
    expect(said.ok && [said.value.changes.sites, said.value.calendar.sites[0]?.rules, said.value.calendar.sites[1]]).toEqual([[first.siteId], [rule], hatinhCalendar.sites[1]]);
    expect(refusal({ sites: [{ siteId: first.siteId, rules: [rule, { ...rule, name: 'Hai lần' }] }] })).toMatchObject({ kind: 'calendar-unfit', faults: [{ kind: 'sessions-overlap', rules: ['Cả năm', 'Hai lần'] }] });
    expect(refusal({ sites: [{ siteId: 'nowhere', rules: [rule] }] })).toEqual({ kind: 'no-such-place', siteId: 'nowhere' });
  });

  test('decided on an older version is refused with who made the newer one and why', () => {
    const made = { byName: 'Nguyễn Văn A', at: '2026-11-18T08:00:00+07:00' as Moment, reason: 'Công bố Tết' };
    expect(changeCalendar(command({ baseVersion: 0, set: [day('2027-03-01')] }), { newest: hatinhCalendar, made })).toEqual({ ok: false, refusal: { kind: 'changed-meanwhile', version: hatinhCalendar.version, ...made } });
  });

  test('opens the next year whole, and no year that is only begun or lies beyond a gap', () => {
    expect(change({ set: holidaysOfYear(2031) }).ok).toBe(true);
    expect(refusal({ set: [day('2031-03-03')] })).toEqual({ kind: 'year-not-opened', year: 2031 });
    expect(refusal({ set: holidaysOfYear(2033) })).toEqual({ kind: 'year-not-opened', year: 2031 });
    expect(refusal({ remove: hatinhCalendar.days.map(({ date }) => date).filter((date) => date.startsWith('2028')) })).toEqual({ kind: 'year-not-opened', year: 2028 });
  });

  test.each<[string, Partial<CalendarCommand>, unknown]>([
    ['that changes nothing', { set: hatinhCalendar.days.slice(0, 3), remove: ['2027-03-01' as PlainDate] }, { kind: 'nothing-changed' }],
    ['to an announced day without its document', { set: [day('2027-03-01', { source: ' ' })] }, { kind: 'source-missing', dates: ['2027-03-01'] }],
    ['with a day twice', { set: [day('2027-03-01'), day('2027-03-01', { name: 'Khác' })] }, { kind: 'calendar-unfit', faults: [{ kind: 'day-twice', date: '2027-03-01' }] }],
    ['with a make-up day on a working day', { set: [day('2027-03-01', { kind: 'make-up' })] }, { kind: 'calendar-unfit', faults: [{ kind: 'make-up-on-working-day', date: '2027-03-01' }] }],
  ])('%s is refused', (_, more, expected) => expect(refusal(more)).toEqual(expected));
});
