import { describe, expect, test } from 'vitest';
import { withDraft } from '#core/deadline/change-calendar.ts';
import type { CalendarDay, SiteHours } from '#core/deadline/working-calendar.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { countOf, documentsOf, mayOpen, openYear, putDays, putSite, settleDraft, startDraft, takeOut, unevenExchange } from './calendar-draft.ts';

const base = hatinhCalendar;
const empty = startDraft(base.version);
const tet = base.days.find((day) => day.date === '2027-02-06') as CalendarDay;
const announced: CalendarDay = { ...tet, status: 'confirmed', source: 'TB 1' };

describe('a draft of the calendar', () => {
  test('holds what differs and nothing else: a day put back as it stood is no change', () => {
    const changed = putDays(empty, base, [announced]);
    expect([countOf(changed), documentsOf(changed)]).toEqual([1, 'TB 1']);
    expect(putDays(changed, base, [tet])).toEqual(empty);
    expect(putDays(takeOut(empty, base, [tet.date]), base, [tet])).toEqual(empty);
    expect(takeOut(empty, base, ['2027-03-01' as PlainDate])).toEqual(empty);
  });

  test('changes a day once, however often it is edited', () => {
    const twice = putDays(putDays(empty, base, [announced]), base, [{ ...announced, source: 'TB 2' }]);
    expect(twice.set.map((day) => day.source)).toEqual(['TB 2']);
    expect(takeOut(twice, base, [tet.date])).toMatchObject({ set: [], remove: ['2027-02-06'] });
  });

  test('of hours is gone when they are again as they were', () => {
    const site = base.sites[0] as SiteHours;
    const other = putSite(empty, base, { ...site, rules: site.rules.slice(1) });
    expect(countOf(other)).toBe(1);
    expect(putSite(other, base, site)).toEqual(empty);
  });

  test('drops what another has meanwhile saved', () => {
    const mine = putDays(putDays(empty, base, [announced]), base, [{ ...announced, date: '2027-02-05' as PlainDate }]);
    const theirs = { ...withDraft(base, putDays(empty, base, [announced])), version: base.version + 1 };
    expect(settleDraft(mine, theirs).set.map((day) => day.date)).toEqual(['2027-02-05']);
  });

  test('with one side of an exchange alone is noticed', () => {
    const off: CalendarDay = { ...announced, date: '2027-01-04' as PlainDate, kind: 'swap-off' };
    const half = putDays(empty, base, [off]);
    expect(unevenExchange(half, base)).toEqual({ off: 1, madeUp: 0 });
    expect(unevenExchange(putDays(half, base, [{ ...off, date: '2027-01-09' as PlainDate, kind: 'make-up' }]), base)).toBeUndefined();
    expect(unevenExchange(takeOut(empty, base, ['2026-01-10' as PlainDate]), base)).toEqual({ off: 0, madeUp: -1 });
  });

  test('opens the year beside those that are known', () => {
    expect([2017, 2018, 2030, 2031, 2032].filter((year) => mayOpen(base, year))).toEqual([2017, 2031]);
    expect(openYear(empty, base, 2031).set.every((day) => day.date.startsWith('2031') && day.status === 'unconfirmed')).toBe(true);
  });
});
