import { describe, expect, it } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { Result } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';
import { STOP_STATES, type StopState } from './courier-round.ts';
import { ATTEMPT_POLICY } from './next-attempt.ts';
import { type DeliveryOnPaper, recordDelivery, recordFailure } from './on-paper.ts';
import { type Told, differencesOf, settleReport, toldAgain } from './told-again.ts';

const at = (time: string, day = '2019-11-20'): Moment => `${day}T${time}:00+07:00` as Moment;
const [HER, CLERK] = ['c' as AccountId, 'k' as AccountId];
const identity = { kind: 'old-identity-card', number: '183000001' } as const;
const receiver = { fullName: 'Nguyễn Văn Thử', identity, relation: 'self' } as const;
const facts = {
  order: { orderNumber: 'MC19-000001', orderedAt: at('08:00') }, stop: { state: 'with-courier' as StopState, courierId: HER, day: '2019-11-20' as PlainDate }, since: at('08:30'), roles: ['courier'] as const,
  late: { at: at('10:00'), arrivedAt: at('15:00') }, collectOnDelivery: 26_000, courierId: HER, recordedBy: CLERK, isPaperHere: true,
  dossiers: [{ dossierId: 'a', code: 'H27-1', state: 'ready-to-return' as const, unpaid: [], parties: { applicant: { fullName: 'Nguyễn Văn Thử', identity } } }],
};
const command: DeliveryOnPaper = { receiver, receiptShown: true, recalledPapers: [], amountCollected: 26_000, amountCounted: 26_000, paper: 'p' };
const kindOf = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.refusal.kind);
const deliver = (more: Partial<DeliveryOnPaper> = {}, change: Partial<typeof facts> & { readonly lastTriedAt?: Moment } = {}): string => kindOf(recordDelivery({ ...command, ...more }, { ...facts, ...change }));

describe('a delivery written down from her paper', () => {
  it('is decided as at the door, with the paper for her glass', () => {
    expect(recordDelivery(command, facts)).toEqual({ ok: true, value: { due: 26_000, feeLines: new Map([['a', []]]) } });
    for (const state of STOP_STATES) expect([state, deliver({}, { stop: { ...facts.stop, state } })]).toEqual([state, state === 'with-courier' ? 'ok' : 'stop-stands']);
    expect(deliver({ receiver: { ...receiver, fullName: 'Lê Thị Lạ', identity: { ...identity, number: '183000009' } } })).toBe('receiver-is-not-party');
    expect(deliver({}, { late: { at: at('08:00'), arrivedAt: at('15:00') } })).toBe('before-it-was-taken');
    expect(deliver({}, { late: { at: at('16:00'), arrivedAt: at('15:00') } })).toBe('made-in-future');
  });
  it('has the paper, or says why there is none, and not both', () => {
    const { paper: _paper, ...without } = command;
    const proof = (more: object): string => kindOf(recordDelivery({ ...without, ...more }, facts));
    expect([proof({}), proof({ noPaper: '' }), proof({ noPaper: 'Cháy cùng xe' }), proof({ paper: 'p', noPaper: 'Cháy' })]).toEqual(['paper-missing', 'paper-missing', 'ok', 'paper-missing']);
    expect(deliver({}, { isPaperHere: false })).toBe('scans-missing');
  });
  it('is never written down by her who says it', () => {
    expect(deliver({}, { recordedBy: HER })).toBe('both-sides');
  });
  it('is after whatever was told before it', () => {
    expect([deliver({}, { lastTriedAt: at('10:00') }), deliver({}, { lastTriedAt: at('09:59') })]).toEqual(['attempt-told', 'ok']);
  });
  it('has its money counted: no more than she took, and less only with a word', () => {
    expect([deliver({ amountCounted: 27_000 }), deliver({ amountCounted: 20_000 }), deliver({ amountCounted: 20_000, countedNote: 'Tiền ở nhà' })]).toEqual(['more-than-held', 'amount-differs', 'ok']);
    expect(deliver({ amountCollected: 20_000, amountCounted: 20_000 })).toBe('collected-differs');
  });
});

it('a failure written down has the same paper, and is followed by what follows any', () => {
  const asked = { ...facts, on: '2019-11-20' as PlainDate, countedOn: [], policy: ATTEMPT_POLICY, calendar: hatinhCalendar };
  expect(recordFailure({ reason: 'absent', paper: 'p' }, asked)).toMatchObject({ ok: true, value: { kind: 'again' } });
  expect(kindOf(recordFailure({ reason: 'absent' }, asked))).toBe('paper-missing');
  expect(kindOf(recordFailure({ reason: 'refused', paper: 'p' }, asked))).toBe('reason-note-missing');
});

describe('what her phone tells of it afterwards', () => {
  const done: Told = { outcome: 'delivered', at: at('10:00'), receiver, amount: 26_000, oldPapers: ['Sổ cũ', 'Giấy phép'] };
  const failed: Told = { outcome: 'failed', at: at('09:00'), reason: 'absent', amount: 0, oldPapers: [] };
  it('is the same at another minute, in other capitals and another order', () => {
    expect(differencesOf({ ...done, at: at('10:40'), receiver: { ...receiver, fullName: 'NGUYỄN  VĂN THỬ' }, oldPapers: ['giấy phép', 'Sổ cũ'] }, done)).toEqual([]);
  });
  it('differs in each of its parts; delivered or not says the rest', () => {
    expect(differencesOf({ ...done, at: at('10:00', '2019-11-21') }, done)).toEqual(['day']);
    expect(differencesOf({ ...done, receiver: { ...receiver, identity: { number: '1' } } }, done)).toEqual(['receiver']);
    expect(differencesOf({ ...done, amount: 1 }, done)).toEqual(['amount']);
    expect(differencesOf({ ...done, oldPapers: [] }, done)).toEqual(['old-papers']);
    expect(differencesOf({ ...failed, reason: 'weather' }, failed)).toEqual(['reason']);
    expect(differencesOf(failed, done)).toEqual(['outcome']);
  });
  it('is of the paper’s attempt of the same day and end; else of any, once it is no longer with her', () => {
    expect(toldAgain(failed, [failed, done], false)).toBe(failed);
    expect(toldAgain({ ...done, at: at('11:00') }, [failed, done], false)).toBe(done);
    expect(toldAgain(done, [failed], true)).toBeUndefined();
    expect(toldAgain(done, [failed], false)).toBe(failed);
    expect(toldAgain({ ...done, at: at('10:00', '2019-11-21') }, [done], true)).toBeUndefined();
    expect(toldAgain({ ...done, at: at('10:00', '2019-11-21') }, [done, failed], false)).toBe(done);
    expect(toldAgain(done, [], false)).toBeUndefined();
  });
  it('is settled once, and not by her', () => {
    expect(settleReport({ courierId: HER }, CLERK).ok).toBe(true);
    expect(kindOf(settleReport({ courierId: HER }, HER))).toBe('both-sides');
    expect(kindOf(settleReport({ courierId: HER, settled: { at: at('10:00'), byName: 'Ai đó' } }, CLERK))).toBe('report-settled');
  });
});
