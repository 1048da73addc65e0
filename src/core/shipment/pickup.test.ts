import { describe, expect, it } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import type { Result } from '../kernel/result.ts';
import { CLOSED_HOW, PICKUP_STATES, closePickup, collectPapers, failPickup } from './pickup.ts';

const at = (time: string): Moment => `2019-11-20T${time}:00+07:00` as Moment;
const kindOf = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.refusal.kind);
const SIGNED = 's'.repeat(64);
const open = { state: 'planned', madeAt: at('08:00'), late: { at: at('10:00'), arrivedAt: at('11:00') } } as const;
const collecting = { ...open, files: [{ sha256: SIGNED, mediaType: 'image/png', bytes: 900 }], isSlipUsed: false };

describe('papers collected at home', () => {
  it('bear the number of a slip that is right and new', () => {
    expect(collectPapers({ slipNumber: 'RR473124828VN', signature: SIGNED }, collecting)).toEqual({ ok: false, refusal: { kind: 'item-number-check-digit', found: '8', expected: '9' } });
    expect(collectPapers({ slipNumber: 'rr 473124829 vn', signature: SIGNED }, collecting)).toEqual({ ok: true, value: 'RR473124829VN' });
    expect(kindOf(collectPapers({ slipNumber: 'RR473124829GB', signature: SIGNED }, { ...collecting, isSlipUsed: true }))).toBe('slip-number-used');
  });
  it('are collected once, of what was asked for before, and signed for', () => {
    const collected = (more: object) => kindOf(collectPapers({ slipNumber: 'RR473124829GB', signature: SIGNED }, { ...collecting, ...more }));
    for (const state of PICKUP_STATES) expect([state, collected({ state })]).toEqual([state, state === 'planned' ? 'ok' : 'pickup-stands']);
    expect(collected({ late: { at: at('07:00'), arrivedAt: at('11:00') } })).toBe('before-it-was-taken');
    expect(collected({ files: [] })).toBe('scans-missing');
    expect(collected({ files: [{ sha256: SIGNED, mediaType: 'image/jpeg', bytes: 900 }] })).toBe('signature-unfit');
  });
});

it('who is not at home is called on another working day; who does not want it is not', () => {
  const failed = (reason: 'absent' | 'refused' | 'moved', more: object = {}) => failPickup({ reason, ...more }, { ...open, on: '2019-11-22' as PlainDate, calendar: hatinhCalendar });
  expect(failed('absent')).toEqual({ ok: true, value: { state: 'planned', day: '2019-11-25' } });
  expect(failed('absent', { askedFor: '2019-11-28' })).toEqual({ ok: true, value: { state: 'planned', day: '2019-11-28' } });
  expect(kindOf(failed('moved'))).toBe('reason-note-missing');
  expect(failed('refused', { note: 'Tự đến quầy' })).toEqual({ ok: true, value: { state: 'given-up' } });
});

it('an envelope is opened or given back at the desk alone; what was never collected is called off', () => {
  for (const how of CLOSED_HOW) {
    for (const state of PICKUP_STATES) expect([how, state, closePickup(how, state, true).ok]).toEqual([how, state, state === (how === 'given-up' ? 'planned' : 'at-desk')]);
  }
  expect(kindOf(closePickup('received', 'at-desk', false))).toBe('dossier-not-here');
});
