import { describe, expect, it } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { compileCalendar } from '../deadline/compiled-calendar.ts';
import type { PlainDate } from '../kernel/moment.ts';
import type { UnitId } from '../organisation/organisation.ts';
import { daysLate } from './late-on-the-way.ts';
import { type PostalRules, rowOn } from './postal-rules.ts';
import { SHIPPED_POSTAL_RULES } from './shipped-rules.ts';
import { transitWindow } from './transit-window.ts';
import type { Place } from './zone.ts';

const calendar = compileCalendar(hatinhCalendar);
const on = (text: string): PlainDate => text as PlainDate;
const place = (...units: readonly (readonly [string, Place[number]['kind']])[]): Place => units.map(([unitId, kind]) => ({ unitId: unitId as UnitId, kind }));

const KY_BAC = place(['xa-ky-bac', 'commune'], ['huyen-ky-anh', 'district'], ['tinh-ha-tinh', 'province']);
const DISTRICT = place(['ky-anh-tu-phap', 'section'], ['huyen-ky-anh', 'district'], ['tinh-ha-tinh', 'province']);
const DEPARTMENT = place(['so-tu-phap', 'department'], ['tinh-ha-tinh', 'province']);
const ELSEWHERE = place(['so-tu-phap-nghe-an', 'department'], ['tinh-nghe-an', 'province']);
const KY_XUAN = place(['xa-ky-xuan-2025', 'commune'], ['tinh-ha-tinh', 'province']);
const OWN_SECTION = place(['phong-kinh-te-ky-xuan', 'section'], ['xa-ky-xuan-2025', 'commune'], ['tinh-ha-tinh', 'province']);

const endsOn = (postedOn: string, from: Place, to: Place, withSlip = false, rules: PostalRules = SHIPPED_POSTAL_RULES) => {
  const window = transitWindow({ postedOn: on(postedOn), from, to, withSlip, rules, calendar });
  return window && `${window.zone} J+${window.days} ${window.endsOn}`;
};

describe('the window of a way', () => {
  it.each([
    ['2019-11-18', KY_BAC, DISTRICT, false, 'within-district J+1 2019-11-19'],
    ['2019-11-18', KY_BAC, DISTRICT, true, 'within-district J+2 2019-11-20'],
    ['2019-11-18', KY_BAC, DEPARTMENT, false, 'between-districts J+2 2019-11-20'],
    ['2019-11-18', DEPARTMENT, KY_BAC, true, 'between-districts J+4 2019-11-22'],
    ['2019-11-18', KY_BAC, ELSEWHERE, false, 'inter-province J+4 2019-11-22'],
    ['2026-11-25', KY_XUAN, OWN_SECTION, false, 'within-commune J+1 2026-11-26'],
    ['2026-11-25', KY_XUAN, DEPARTMENT, false, 'within-province J+2 2026-11-27'],
  ] as const)('posted %s: %#', (postedOn, from, to, withSlip, expected) => {
    expect(endsOn(postedOn, from, to, withSlip)).toBe(expected);
  });
  it('counts working days only, and J is not counted', () => {
    // a Friday: Saturday and Sunday are no working days
    expect(endsOn('2019-11-15', KY_BAC, DISTRICT)).toBe('within-district J+1 2019-11-18');
    expect(endsOn('2019-12-31', KY_BAC, DISTRICT)).toBe('within-district J+1 2020-01-02');
  });
  it('says each day that it counts or skips, and its law', () => {
    const window = transitWindow({ postedOn: on('2019-11-15'), from: KY_BAC, to: DISTRICT, withSlip: false, rules: SHIPPED_POSTAL_RULES, calendar });
    expect(window?.explanation.map(({ rule }) => rule)).toEqual(['posted', 'skipped-rest-day', 'skipped-rest-day', 'counted', 'due']);
    expect(window?.explanation[0]).toMatchObject({ text: 'Gửi thứ Sáu, 15/11/2019 (ngày J, không tính). Chuyển trong cùng huyện: J+1 ngày làm việc.', law: 'TT 17/2017/TT-BTTTT Đ.7' });
    expect(window?.explanation.at(-1)?.text).toBe('Bưu điện chuyển đến chậm nhất thứ Hai, 18/11/2019.');
  });
  it('a place with a window of its own has that one, and rules without the zone give none', () => {
    const [row] = SHIPPED_POSTAL_RULES.transit;
    if (!row) throw new Error('no row');
    const special: PostalRules = { ...SHIPPED_POSTAL_RULES, transit: [{ ...row, specialPlaces: ['xa-ky-bac' as UnitId], zones: [...row.zones, { zone: 'special', days: 5, daysWithSlip: 9 }] }] };
    expect([endsOn('2019-11-18', KY_BAC, DISTRICT, true, special), endsOn('2019-11-18', DEPARTMENT, DISTRICT, false, special)]).toEqual(['special J+9 2019-11-29', 'between-districts J+2 2019-11-20']);
    expect(endsOn('2019-11-18', KY_BAC, DISTRICT, false, { ...SHIPPED_POSTAL_RULES, transit: [{ ...row, zones: [] }] })).toBeUndefined();
  });
});

it('the row of a day is the last that began; before all of them the first', () => {
  const from = (date: string) => rowOn(SHIPPED_POSTAL_RULES.transit, on(date))?.mark;
  expect([from('2017-01-01'), from('2025-06-30'), from('2025-07-01')]).toEqual(['verified', 'verified', 'assumed']);
});

it('is late by the days past its window', () => {
  expect([daysLate(on('2019-11-19'), on('2019-11-18')), daysLate(on('2019-11-19'), on('2019-11-19')), daysLate(on('2019-11-19'), on('2019-11-22'))]).toEqual([0, 0, 3]);
});
