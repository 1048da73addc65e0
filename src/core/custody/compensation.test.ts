import { describe, expect, it } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { SHIPPED_POSTAL_RULES } from '../transit/shipped-rules.ts';
import type { CaseKind } from './change.ts';
import { type Posted, leastCompensation } from './compensation.ts';
import { type MakeMinute, type MinuteFacts, compensationPaid, isLapsed, makeMinute } from './liability.ts';

const today = '2019-11-25' as PlainDate;
const posted: readonly Posted[] = [{ dossierId: 'a', code: '0001', itemNumber: 'RH000000003VN', postage: 33_000 }, { dossierId: 'b', code: '0002' }];
const command: MakeMinute = { liability: 'post', ground: 'x', reissue: [], agreed: [], reissueCost: 0 };
const minute = (more: Partial<MakeMinute> = {}, facts: Partial<MinuteFacts> = {}) => makeMinute({ ...command, ...more }, { kind: 'bag-lost', thingIds: ['t'], posted, paid: [], reissued: [], rules: SHIPPED_POSTAL_RULES, hasAgency: true, isCarried: false, today, ...facts });
const owed = (more: Partial<MakeMinute> = {}, facts: Partial<MinuteFacts> = {}) => {
  const made = minute(more, facts);
  return made.ok ? made.value.compensation.lines.map(({ kind, code, amount }) => [kind, code, amount]) : made.refusal.kind;
};

describe('what the post pays', () => {
  it('for what was lost or damaged: at least four times its postage, the refund included', () => {
    expect(owed()).toEqual([['loss', '0001', 132_000]]);
    expect(['short', 'damaged', 'bag-lost', 'not-in-stock'].map((kind) => leastCompensation(kind as CaseKind, 20_000, SHIPPED_POSTAL_RULES, today))).toEqual([80_000, 80_000, 80_000, 80_000]);
  });
  it('for time missed: the postage back', () => expect(owed({}, { kind: 'late' })).toEqual([['late', '0001', 33_000]]));
  it('beside it all that issuing anew costs', () => expect(owed({ reissueCost: 20_000 })).toEqual([['loss', '0001', 132_000], ['reissue-cost', undefined, 20_000]]));
  it('more where both agree, never less', () => {
    expect(owed({ agreed: [{ dossierId: 'a', amount: 500_000 }] })).toEqual([['loss', '0001', 500_000]]);
    expect(owed({ agreed: [{ dossierId: 'a', amount: 131_999 }] })).toBe('compensation-below-least');
  });
  it('nothing without a proof of posting, and that is said', () => {
    const made = minute();
    expect(made.ok && made.value.compensation.unproved).toEqual(['0002']);
    expect(owed({ agreed: [{ dossierId: 'b', amount: 1 }] })).toBe('compensation-unproved');
  });
  it('nothing where another is at fault, or nobody', () => {
    expect([owed({ liability: 'agency', reissueCost: 20_000 }), owed({ liability: 'nobody' })]).toEqual([[], []]);
    expect(owed({ liability: 'agency', agreed: [{ dossierId: 'a', amount: 500_000 }] })).toBe('compensation-not-owed');
    expect(owed({ agreed: [{ dossierId: 'z', amount: 500_000 }] })).toBe('compensation-not-owed');
  });
  it('only the cost of issuing anew where nothing was lost', () => expect(owed({ reissueCost: 5_000 }, { kind: 'seal-broken' })).toEqual([['reissue-cost', undefined, 5_000]]));
  it('within thirty days from the minute, by the rules of its day', () => {
    const made = minute();
    expect(made.ok && [made.value.compensation.payBy, made.value.compensation.rulesVersion]).toEqual(['2019-12-25', 1]);
    const [row] = SHIPPED_POSTAL_RULES.compensation;
    if (!row) throw new Error('no row');
    const later = { ...SHIPPED_POSTAL_RULES, version: 2, compensation: [row, { ...row, validFrom: today, lossTimes: 6, payWithin: 10 }] };
    const newer = minute({}, { rules: later });
    expect(newer.ok && [newer.value.compensation.lines[0]?.amount, newer.value.compensation.payBy]).toEqual([198_000, '2019-12-05']);
  });
});

describe('the minute', () => {
  const reissue = [{ thingId: 't', what: 'Tờ khai', bySide: 'desk', due: today }] as const;
  it('hands on what is to be issued anew', () => {
    const made = minute({ reissue });
    expect(made.ok && made.value.tasks).toEqual(reissue);
  });
  it('is made once, of an open case, about its own things, for days to come', () => {
    expect([
      owed({}, { minuteNumber: '01/BBTN' }), owed({}, { settled: { by: 'A', at: '2019-11-24T08:00:00+07:00' as Moment } }), owed({ reissue }, { thingIds: [] }),
      owed({ reissue: [{ ...reissue[0], due: '2019-11-24' as PlainDate }] }),
    ]).toEqual(['minute-made', 'custody-case-settled', 'reissue-not-of-case', 'reissue-in-the-past']);
  });
});

describe('a minute that replaces the one before', () => {
  const replacing = { replacedBecause: 'Giám định lại' };
  it('says why, and there is one to replace', () => {
    expect([owed(replacing), owed(replacing, { minuteNumber: '01/BBTN' })]).toEqual(['no-minute-to-replace', [['loss', '0001', 132_000]]]);
  });
  it('leaves what was paid, and asks for the rest of it only', () => {
    const before = { minuteNumber: '01/BBTN', paid: [{ kind: 'loss', dossierId: 'a', amount: 132_000 }, { kind: 'reissue-cost', amount: 20_000 }] } as const;
    expect(owed({ ...replacing, reissueCost: 50_000, agreed: [{ dossierId: 'a', amount: 200_000 }] }, before)).toEqual([['loss', '0001', 68_000], ['reissue-cost', undefined, 30_000]]);
    expect([owed(replacing, before), owed({ ...replacing, liability: 'nobody' }, before)]).toEqual([[], []]);
    // for another dossier, or another reason, it was not paid
    expect(owed(replacing, { ...before, paid: [{ kind: 'loss', dossierId: 'b', amount: 132_000 }, { kind: 'late', dossierId: 'a', amount: 33_000 }] })).toEqual([['loss', '0001', 132_000]]);
  });
  it('does not ask again for what was issued anew', () => {
    const reissue = [{ thingId: 't', what: 'Tờ khai', bySide: 'desk', due: today }] as const;
    expect(owed({ ...replacing, reissue }, { minuteNumber: '01/BBTN', reissued: ['t'] })).toBe('reissued-before');
  });
});

it('of a pick-up no agency is asked for anything; postage is said of what a shipment or a pick-up carried', () => {
  expect([owed({ liability: 'agency' }, { hasAgency: false }), owed({ reissue: [{ thingId: 't', what: 'Tờ khai', bySide: 'agency', due: today }] }, { hasAgency: false })]).toEqual(['no-agency-in-case', 'no-agency-in-case']);
  expect([owed({ postage: 20_000 }), owed({ postage: 20_000 }, { isCarried: true })]).toEqual(['postage-not-asked', [['loss', '0001', 132_000]]]);
});

describe('what is owed', () => {
  const line = { kind: 'loss', caseFound: false, isWithdrawn: false } as const;
  it('is paid once, with its receipt', () => {
    expect([compensationPaid(line).ok, compensationPaid({ ...line, paid: { receiptNumber: '12' } })]).toEqual([true, { ok: false, refusal: { kind: 'compensation-paid', receiptNumber: '12' } }]);
  });
  it('for a loss that was found before is owed no more; time missed stays missed', () => {
    expect(compensationPaid({ ...line, isWithdrawn: true })).toEqual({ ok: false, refusal: { kind: 'compensation-withdrawn' } });
    expect([isLapsed({ ...line, caseFound: true }), isLapsed({ kind: 'late', caseFound: true }), compensationPaid({ ...line, caseFound: true })])
      .toEqual([true, false, { ok: false, refusal: { kind: 'compensation-lapsed' } }]);
  });
});
