import { describe, expect, it } from 'vitest';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { Result } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';
import { type RoundShipment, STOP_STATES, afterHandIn, mayBeTold, mayCount, mayDiffer, mayHaveHappened, mayPlan, mayUnplan } from './courier-round.ts';

const at = (time: string): Moment => `2019-11-20T${time}:00+07:00` as Moment;
const [ANN, BEN] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as [AccountId, AccountId];
const kindOf = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.refusal.kind);

const shipment: RoundShipment = {
  shipmentId: 's', orderNumber: 'MC19-000001', carrierName: 'Bưu tá', isOwnNetwork: true, orderState: 'confirmed', orderedAt: at('08:00'), inBook: true,
  dossiers: [{ dossierId: 'd', code: 'H27-1', state: 'ready-to-return' }], lyingHere: 1,
};
const plan = (more: Partial<RoundShipment>): string => kindOf(mayPlan([shipment, { ...shipment, ...more }], ['planned', 'at-desk']));

describe('what a desk may give to a courier', () => {
  it('is what its own house knows of, lies here and is still to be brought', () => {
    expect(plan({})).toBe('ok');
    expect(plan({ isOwnNetwork: false })).toBe('another-carrier');
    expect(plan({ inBook: false })).toBe('order-not-in-book');
    for (const orderState of ['cancelled', 'cancelling', 'refused'] as const) expect(plan({ orderState })).toBe('order-over');
    expect(plan({ dossiers: [{ dossierId: 'd', code: 'H27-1', state: 'returned' }] })).toBe('outcome-gone');
    expect(plan({ lyingHere: 0 })).toBe('nothing-to-carry');
  });
  it('is nothing that is with somebody already', () => {
    for (const state of STOP_STATES) {
      const stop = { state, courierId: ANN, day: '2019-11-20' as PlainDate };
      expect([state, plan({ stop })]).toEqual([state, state === 'planned' || state === 'at-desk' ? 'ok' : 'stop-stands']);
    }
  });
});

it('only what has not left its desk is taken out of a round again', () => {
  for (const state of STOP_STATES) expect([state, kindOf(mayUnplan([shipment, { ...shipment, stop: { state, courierId: ANN, day: '2019-11-20' as PlainDate } }]))]).toEqual([state, state === 'planned' ? 'ok' : 'stop-stands']);
});

describe('what comes later from a phone without a line', () => {
  const told = (time: string, arrived = '12:00') => kindOf(mayHaveHappened({ at: at(time), arrivedAt: at(arrived), since: at('09:00') }));
  it('happened since she had it, give or take what two clocks differ', () => {
    expect([told('09:00'), told('08:55'), told('08:54')]).toEqual(['ok', 'ok', 'before-it-was-taken']);
    expect([told('12:10'), told('12:11')]).toEqual(['ok', 'made-in-future']);
  });
  it('may come days later: nobody else can tell what happened at the door', () => {
    expect(kindOf(mayHaveHappened({ at: at('10:00'), arrivedAt: '2019-12-20T10:00:00+07:00' as Moment, since: at('09:00') }))).toBe('ok');
  });
  it('is never older than its order', () => {
    const order = { orderNumber: 'MC19-000001', orderedAt: at('08:00') };
    expect(mayBeTold(order, { at: at('07:54'), arrivedAt: at('12:00') })).toEqual({ ok: false, refusal: { kind: 'older-than-order', ...order } });
    expect(kindOf(mayBeTold(order, { at: at('07:55'), arrivedAt: at('12:00') }))).toBe('ok');
  });
});

describe('a count', () => {
  const record = { items: [{ itemId: 'a', name: 'A' }, { itemId: 'b', name: 'B' }], givenBy: ANN };
  const count = (received: readonly string[], missing: readonly string[] = [], by = BEN, more: object = {}) =>
    kindOf(mayCount({ ...record, ...more }, by, { received, missing: missing.map((itemId) => ({ itemId, note: 'x' })) }));
  it('names everything on the record once', () => {
    expect([count(['a', 'b']), count(['a'], ['b']), count([], ['a', 'b'])]).toEqual(['ok', 'ok', 'ok']);
    expect([count(['a']), count(['a', 'b', 'c']), count(['a', 'a', 'b']), count(['a', 'b'], ['b'])]).toEqual(['items-uncounted', 'item-not-on-record', 'item-not-on-record', 'item-not-on-record']);
  });
  it('is made once, and never by whoever gave', () => {
    expect(count(['a', 'b'], [], ANN)).toBe('both-sides');
    expect(count(['a', 'b'], [], BEN, { received: { at: at('10:00'), byName: 'Ben' } })).toBe('taken-already');
  });
  it('of money that differs says why', () => {
    expect([mayDiffer(8, 8, undefined), mayDiffer(8, 7, ''), mayDiffer(8, 7, 'Thiếu'), mayDiffer(8, 0, undefined)].map(kindOf)).toEqual(['ok', 'amount-differs', 'ok', 'amount-differs']);
  });
});

it('what comes back is brought again, decided at the desk, or over', () => {
  expect([afterHandIn(undefined), afterHandIn('again'), afterHandIn('to-desk'), afterHandIn('return')]).toEqual(['planned', 'planned', 'at-desk', 'returned']);
});
