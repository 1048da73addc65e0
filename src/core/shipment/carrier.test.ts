import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Moment, momentFromEpoch } from '../kernel/moment.ts';
import { type CarrierEvent, foldCarrierEvents, judgeEvent } from './carrier-events.ts';
import { ORDER_STATES, REPEATED_ORDERS, afterSending, nextSending, pauseAfter } from './send-order.ts';
import type { CodeMeaning } from './shipment-status.ts';

const at = (time: string): Moment => `2019-11-20T${time}:00+07:00` as Moment;
const MEANINGS: ReadonlyMap<string, CodeMeaning> = new Map([['1', 'accepted'], ['2', 'in-transit'], ['3', 'out-for-delivery'], ['4', 'delivered'], ['7', 'informs']]);
const event = (eventId: string, time: string, code: string, received = '23:00'): CarrierEvent => ({ eventId, at: at(time), receivedAt: at(received), code });

describe('the status of a shipment', () => {
  it('is what happened last, not what arrived last', () => {
    expect(foldCarrierEvents([event('3', '10:00', '4'), event('4', '09:00', '3')], MEANINGS)).toEqual({ status: 'delivered', since: at('10:00') });
  });
  it('of two events of one moment is the one that the carrier wrote later', () => {
    expect(foldCarrierEvents([event('b', '10:00', '4'), event('a', '10:00', '3')], MEANINGS)?.status).toBe('delivered');
  });
  it('is not moved by a code that nobody has mapped, nor by one that only informs', () => {
    expect(foldCarrierEvents([event('1', '08:00', '1'), event('2', '09:00', '99'), event('3', '10:00', '7')], MEANINGS)).toEqual({ status: 'accepted', since: at('08:00') });
    expect(foldCarrierEvents([event('2', '09:00', '99')], MEANINGS)).toBeUndefined();
  });
  it('told before it can have happened is what it was when it was told, so that what is told later comes after it', () => {
    expect(foldCarrierEvents([event('1', '22:00', '3', '10:00')], MEANINGS)).toEqual({ status: 'out-for-delivery', since: at('10:05') });
    expect(foldCarrierEvents([event('1', '22:00', '3', '10:00'), event('2', '10:10', '4', '10:10')], MEANINGS)).toEqual({ status: 'delivered', since: at('10:10') });
    // a clock that is always ahead keeps the order of its own words, also within one page
    expect(foldCarrierEvents([event('1', '12:01', '4', '10:00'), event('2', '12:00', '3', '10:00')], MEANINGS)?.status).toBe('delivered');
    // and what two clocks may differ is believed
    expect(foldCarrierEvents([event('1', '10:04', '4', '10:00'), event('2', '10:03', '3', '10:02')], MEANINGS)).toEqual({ status: 'delivered', since: at('10:04') });
  });
  it('is the same in whatever order and however often the events arrive', () => {
    const events = fc.array(fc.record({
      eventId: fc.nat({ max: 30 }).map((n) => String(n).padStart(2, '0')),
      at: fc.nat({ max: 5 }).map((minute) => momentFromEpoch(1_574_200_000_000 + minute * 60_000)),
      receivedAt: fc.integer({ min: -8, max: 5 }).map((minute) => momentFromEpoch(1_574_200_000_000 + minute * 60_000)),
      code: fc.constantFrom('1', '2', '3', '4', '7', '99'),
    }), { maxLength: 12 }).map((all) => [...new Map(all.map((one) => [one.eventId, one])).values()]);
    const arrivals = events.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })));
    fc.assert(fc.property(arrivals, ([all, arrived]) => {
      expect(foldCarrierEvents(arrived, MEANINGS)).toEqual(foldCarrierEvents(all, MEANINGS));
    }));
  });
});

describe('an event', () => {
  const order = { orderedAt: at('08:00') };
  it('older than its order is refused, but for what two clocks may differ', () => {
    expect(judgeEvent({ at: at('07:54') }, order)).toEqual({ ok: false, refusal: { kind: 'older-than-order' } });
    expect(judgeEvent({ at: at('07:55') }, order)).toEqual({ ok: true, value: at('07:55') });
  });
  it('of an order that is not ours, or without a time that can be read, is refused', () => {
    expect(judgeEvent({ at: at('09:00') }, undefined)).toEqual({ ok: false, refusal: { kind: 'order-unknown' } });
    expect(judgeEvent({ at: undefined }, order)).toEqual({ ok: false, refusal: { kind: 'time-unreadable' } });
  });
});

describe('an order whose answer was lost', () => {
  it('is sent again, unless the carrier would make a second one of it', () => {
    expect(afterSending({ kind: 'no-answer' }, false, 'same-order')).toEqual({ state: 'unclear', again: true });
    expect(nextSending('unclear', 'same-order')).toBe('send');
    expect(nextSending('sending', 'refused')).toBe('send');
    expect(afterSending({ kind: 'no-answer' }, false, 'second-order')).toEqual({ state: 'unclear', again: false });
    expect(nextSending('unclear', 'second-order')).toBe('wait-for-word');
    expect(nextSending('sending', 'second-order')).toBe('wait-for-word');
  });
  it('is there when the carrier says so', () => {
    expect(afterSending({ kind: 'already-there' }, true, 'refused').state).toBe('confirmed');
  });
  it('stays unclear when the carrier cannot even be reached afterwards', () => {
    expect(afterSending({ kind: 'not-sent' }, true, 'refused')).toEqual({ state: 'unclear', again: true });
    expect(afterSending({ kind: 'not-sent' }, false, 'refused')).toEqual({ state: 'waiting', again: true });
  });
});

describe('an order', () => {
  it('that is there before it was ever sent is another one with its number: a person looks', () => {
    expect(afterSending({ kind: 'already-there' }, false, 'refused')).toEqual({ state: 'refused', again: false, problem: { kind: 'number-taken' } });
  });
  it('that the carrier refuses keeps the carrier’s own words', () => {
    expect(afterSending({ kind: 'refused', message: 'Sai mã huyện' }, false, 'refused')).toEqual({
      state: 'refused', again: false, problem: { kind: 'carrier-refused', message: 'Sai mã huyện' },
    });
  });
  it('once settled is never sent again, whatever the carrier does with numbers', () => {
    for (const state of ORDER_STATES) {
      for (const repeated of REPEATED_ORDERS) {
        if (!['waiting', 'sending', 'unclear'].includes(state)) expect(nextSending(state, repeated)).toBe('nothing');
      }
    }
  });
  it('is tried again after ever longer pauses, at most an hour', () => {
    expect([1, 2, 3, 9, 40].map(pauseAfter)).toEqual([15, 30, 60, 3_600, 3_600]);
  });
});
