import { expect, it } from 'vitest';
import type { AccountId } from '../organisation/organisation.ts';
import { maySignFor } from './sign-for.ts';

const [me, other] = ['me' as AccountId, 'other' as AccountId];
const given = [{ code: 'H27-1', givenBy: [other] }];

it('nobody signs for both sides, however they sign', () => {
  const both = [{ code: 'H27-1', givenBy: [other] }, { code: 'H27-2', givenBy: [other, me] }];
  for (const signed of [{ by: 'button' }, { by: 'pin', pin: 'right' }, { by: 'paper', file: 'f', isKnown: true }] as const) {
    expect(maySignFor(signed, me, both)).toEqual({ ok: false, refusal: { kind: 'signed-as-giver', codes: ['H27-2'] } });
    expect(maySignFor(signed, me, given).ok).toBe(true);
  }
});

it.each([
  ['own-pin-wrong', { by: 'pin', pin: 'wrong' }], ['own-pin-locked', { by: 'pin', pin: 'locked' }], ['signature-not-here', { by: 'paper', file: 'f', isKnown: false }],
  ['signature-not-here', { by: 'drawn', file: 'f', isKnown: false }],
] as const)('%s: what is no signature signs nothing', (kind, signed) => expect(maySignFor(signed, me, given)).toEqual({ ok: false, refusal: { kind } }));
