import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../kernel/moment.ts';
import type { UnitId } from '../organisation/organisation.ts';
import { type PostalRules, rowOn } from './postal-rules.ts';
import { type PostalRuleSet, type SetPostalRule, setPostalRule } from './set-postal-rule.ts';
import { SHIPPED_POSTAL_RULES } from './shipped-rules.ts';

const on = (text: string): PlainDate => text as PlainDate;
const TODAY = on('2026-11-25');
const zones = [
  { zone: 'within-commune', days: 1, daysWithSlip: 2 }, { zone: 'within-province', days: 3, daysWithSlip: 5 }, { zone: 'inter-province-major', days: 3, daysWithSlip: 6 }, { zone: 'inter-province', days: 4, daysWithSlip: 8 },
] as const;
type Transit = Extract<PostalRuleSet, { readonly part: 'transit' }>;
const decided = { baseVersion: 1, decision: 'QĐ 9', reason: 'Văn bản mới' };
const transit = (more: Partial<Omit<Transit, 'part'>> = {}): SetPostalRule => ({ part: 'transit', validFrom: on('2027-01-01'), instrument: 'TT 1/2027', mark: 'verified', zones, ...decided, ...more });
const compensation = (more: object = {}): SetPostalRule => ({ part: 'compensation', validFrom: on('2027-01-01'), instrument: 'QĐ 1/2027', mark: 'assumed', lossTimes: 5, lateTimes: 1, payWithin: 20, ...decided, ...more });
const complaint = (more: object = {}): SetPostalRule => ({ part: 'complaint', validFrom: on('2027-01-01'), instrument: 'TT 2/2027', mark: 'assumed', months: 3, daysWithin: 4, daysBetween: 6, ...decided, ...more });
const set = (command: SetPostalRule, newest: PostalRules = SHIPPED_POSTAL_RULES) => setPostalRule(command, { newest, today: TODAY });
const refused = (command: SetPostalRule, newest?: PostalRules) => { const done = set(command, newest); return done.ok ? 'ok' : done.refusal; };
const good = (command: SetPostalRule, newest?: PostalRules) => { const done = set(command, newest); return done.ok ? done.value : expect.fail(done.refusal.kind); };

describe('a rule of the post', () => {
  it('begins on a day to come; what is before that day keeps the row it had', () => {
    const { rules, change } = good(transit());
    expect([rules.version, change.before, change.after.validFrom]).toEqual([2, undefined, '2027-01-01']);
    const days = (day: string) => rowOn(rules.transit, on(day))?.zones.find(({ zone }) => zone === 'within-province')?.days;
    expect([days('2026-12-31'), days('2027-01-01')]).toEqual([2, 3]);
    expect(rules.transit.slice(0, 2)).toEqual(SHIPPED_POSTAL_RULES.transit);
    expect(rules.compensation).toEqual(SHIPPED_POSTAL_RULES.compensation);
  });
  it('does not begin today or before, nor in a year out of reach', () => {
    for (const day of ['2026-11-25', '2026-01-01']) expect(refused(transit({ validFrom: on(day) }))).toMatchObject({ kind: 'rule-begins-too-early', earliest: '2026-11-26' });
    expect(refused(transit({ validFrom: on('2026-11-26') }))).toBe('ok');
    expect(refused(compensation({ validFrom: on('9999-01-01') }))).toMatchObject({ kind: 'year-out-of-reach' });
  });
  it('that holds is told its document and that it was seen, and no other figure', () => {
    const held = SHIPPED_POSTAL_RULES.transit[1] ?? expect.fail('no row');
    const seen = { validFrom: held.validFrom, instrument: 'TT 1/2026', zones: held.zones };
    const { rules, change } = good(transit(seen));
    expect(rules.transit[1]).toMatchObject({ instrument: 'TT 1/2026', mark: 'verified', zones: held.zones });
    expect([change.before, rules.transit.length]).toEqual([held, 2]);
    expect(refused(transit({ ...seen, zones }))).toMatchObject({ kind: 'rule-holds-already', earliest: '2026-11-26' });
    expect(refused(compensation({ validFrom: on('2016-12-16') }))).toMatchObject({ kind: 'rule-holds-already' });
  });
  it('that is still to come is corrected on its day', () => {
    const { rules } = good(transit());
    const corrected = good({ ...transit({ zones: zones.map((one) => ({ ...one, daysWithSlip: 9 })) }), baseVersion: 2 }, rules);
    expect([corrected.rules.transit.length, corrected.rules.transit[2]?.zones[0]?.daysWithSlip, corrected.rules.version]).toEqual([3, 9, 3]);
    expect(refused({ ...transit({ zones: zones.toReversed() }), baseVersion: 2 }, rules)).toEqual({ kind: 'nothing-changed' });
  });
  it('names the zones of its day, and what comes back by post takes no less time', () => {
    expect(refused(transit({ zones: zones.slice(1) }))).toMatchObject({ kind: 'zones-differ', zones: zones.map(({ zone }) => zone) });
    expect(refused(transit({ zones: [...zones, { zone: 'special', days: 5, daysWithSlip: 9 }] }))).toMatchObject({ kind: 'zones-differ' });
    expect(refused(transit({ zones: zones.map((one) => ({ ...one, daysWithSlip: 1 })) }))).toEqual({ kind: 'slip-before-post', zone: 'within-province' });
  });
  it('keeps the places that have a window of their own', () => {
    const newest: PostalRules = { ...SHIPPED_POSTAL_RULES, transit: SHIPPED_POSTAL_RULES.transit.map((row) => ({ ...row, specialPlaces: ['xa-ky-bac' as UnitId] })) };
    expect(good(transit(), newest).rules.transit[2]?.specialPlaces).toEqual(['xa-ky-bac']);
  });
  it('times of a complaint are set like any other; what went between provinces takes no less', () => {
    const { rules, change } = good(complaint());
    expect([rules.version, rules.transit, rules.compensation, change]).toEqual([2, SHIPPED_POSTAL_RULES.transit, SHIPPED_POSTAL_RULES.compensation, { part: 'complaint', after: rules.complaint[1] }]);
    expect([rowOn(rules.complaint, on('2026-12-31'))?.months, rowOn(rules.complaint, on('2027-01-01'))?.months]).toEqual([6, 3]);
    expect(refused(complaint({ daysBetween: 3 }))).toEqual({ kind: 'further-before-near' });
    expect([refused(complaint({ validFrom: on('2017-08-15') })), refused(complaint({ validFrom: TODAY }))]).toMatchObject([{ kind: 'rule-holds-already' }, { kind: 'rule-begins-too-early' }]);
    expect(good(complaint({ validFrom: on('2017-08-15'), instrument: 'TT 3/2026', months: 6, daysWithin: 5, daysBetween: 7 })).rules.complaint).toMatchObject([{ instrument: 'TT 3/2026', months: 6 }]);
  });
  it('is decided on the newest version only', () => {
    expect(refused({ ...compensation(), baseVersion: 7 })).toEqual({ kind: 'changed-meanwhile', version: 1 });
    expect(good(compensation()).rules.compensation).toMatchObject([{ lossTimes: 4 }, { lossTimes: 5, payWithin: 20, mark: 'assumed' }]);
  });
});
