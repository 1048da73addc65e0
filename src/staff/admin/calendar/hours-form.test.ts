import { describe, expect, test } from 'vitest';
import type { SiteHours } from '#core/deadline/working-calendar.ts';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { EMPTY_RULE, hoursName, makeHours, showWeekdays, startRules } from './hours-form.ts';

describe('hours as they are typed', () => {
  test.each(hatinhCalendar.sites.map((site) => [site.siteId, site] as const))('those of %s come back as they were', (siteId, site: SiteHours) => {
    expect(makeHours(siteId, startRules(site))).toEqual({ ok: true, site });
  });

  test.each(['7:00-11:30; 14h-17h30', '7g00–11g30, 14.00 – 17.30', '07:00 đến 11:30, 14:00 đến 17:30'])('%s is two sessions', (sessions) => {
    const made = makeHours('x', [{ ...EMPTY_RULE, name: 'Giờ', sessions }]);
    expect(made.ok && made.site.rules[0]?.sessions).toEqual([{ from: '07:00', to: '11:30' }, { from: '14:00', to: '17:30' }]);
  });

  test('what is not understood is said at its field', () => {
    const made = makeHours('x', [{ name: ' ', from: 'hè', to: '15', weekdays: [], sessions: '7:00-11:30-12' }]);
    expect(made.ok ? [] : Object.keys(made.errors)).toEqual(['name', 'from', 'to', 'weekdays', 'sessions'].map((field) => `rules.0.${field}`));
    expect(makeHours('x', [])).toMatchObject({ ok: false, errors: { rules: expect.any(String) } });
    expect(makeHours('x', [{ ...EMPTY_RULE, name: 'Giờ', sessions: '25:00-26:00' }])).toMatchObject({ ok: false });
  });

  test('a place is named by what its hours are', () => {
    expect(hatinhCalendar.sites.map((site) => hoursName(site, hatinhCalendar.weeklyRest))).toEqual(['Giờ hành chính', 'Giờ có buổi thứ Bảy']);
  });

  test('weekdays in a row are said as a span', () => {
    expect([[5, 1, 2, 3, 4], [6], [1, 6]].map(showWeekdays)).toEqual(['thứ Hai – thứ Sáu', 'thứ Bảy', 'thứ Hai, thứ Bảy']);
  });
});
