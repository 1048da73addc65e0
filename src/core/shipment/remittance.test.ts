import { describe, expect, it } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { AccountId } from '../organisation/organisation.ts';
import { confirmRemittance, remitMoney } from './remittance.ts';

const today = '2019-11-18' as PlainDate;
const at = '2019-11-18T08:00:00+07:00' as Moment;
const sums = [{ sumId: 'a', kind: 'hand-in', amount: 26_000, at }, { sumId: 'b', kind: 'hand-in', amount: 8_000, at }, { sumId: 'c', kind: 'given-back', amount: -8_000, at }] as const;
const facts = { today, held: 26_000, sums };
const remit = { sumIds: ['a'], way: 'cash', paidOn: today } as const;
const refusalOf = (answer: ReturnType<typeof remitMoney> | ReturnType<typeof confirmRemittance>) => (answer.ok ? 'ok' : answer.refusal.kind);

describe('what a desk pays to its post', () => {
  it('are whole sums that it holds', () => {
    expect(remitMoney(remit, facts)).toEqual({ ok: true, value: { amount: 26_000, sums: [sums[0]] } });
    expect(remitMoney({ ...remit, sumIds: ['a', 'b', 'c'] }, facts)).toMatchObject({ value: { amount: 26_000 } });
    expect(refusalOf(remitMoney({ ...remit, sumIds: ['a', 'x'] }, facts))).toBe('sum-gone');
    // the receiver had it back: it cannot be paid on beside
    expect(remitMoney({ ...remit, sumIds: ['a', 'b'] }, facts)).toEqual({ ok: false, refusal: { kind: 'more-than-held', held: 26_000 } });
    expect(refusalOf(remitMoney({ ...remit, sumIds: ['b', 'c'] }, facts))).toBe('nothing-to-remit');
  });
  it('was paid on a day that has come, and a transfer has its number', () => {
    expect(refusalOf(remitMoney({ ...remit, paidOn: '2019-11-19' as PlainDate }, facts))).toBe('paid-later');
    const before = '2019-11-17' as PlainDate;
    expect(remitMoney({ ...remit, paidOn: before }, facts)).toEqual({ ok: false, refusal: { kind: 'paid-before-counted', countedOn: today } });
    expect(refusalOf(remitMoney({ ...remit, paidOn: before }, { ...facts, sums: [{ sumId: 'a', kind: 'short', amount: 26_000, at }] }))).toBe('ok');
    expect(refusalOf(remitMoney({ ...remit, way: 'transfer' }, facts))).toBe('reference-missing');
    expect(refusalOf(remitMoney({ ...remit, way: 'transfer', reference: 'FT19322' }, facts))).toBe('ok');
  });
});

describe('the post counts', () => {
  const [clerk, supervisor] = ['clerk', 'supervisor'] as unknown as readonly [AccountId, AccountId];
  const sent = { amount: 26_000, sentBy: clerk };
  it('once, by somebody else, and says why it is less', () => {
    expect(refusalOf(confirmRemittance({ counted: 26_000 }, sent, supervisor))).toBe('ok');
    expect(refusalOf(confirmRemittance({ counted: 26_000 }, sent, clerk))).toBe('both-sides');
    expect(confirmRemittance({ counted: 20_000 }, sent, supervisor)).toEqual({ ok: false, refusal: { kind: 'amount-differs', expected: 26_000, counted: 20_000 } });
    expect(refusalOf(confirmRemittance({ counted: 20_000, note: 'Thiếu một tờ' }, sent, supervisor))).toBe('ok');
    expect(refusalOf(confirmRemittance({ counted: 26_001, note: 'Thừa' }, sent, supervisor))).toBe('more-than-held');
    expect(refusalOf(confirmRemittance({ counted: 26_000 }, { ...sent, received: { at: '2019-11-18T09:00:00+07:00' as Moment, byName: 'Hải Đường' } }, supervisor))).toBe('taken-already');
  });
});
