import { expect, it } from 'vitest';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { REMITTANCE_REFUSALS, type RemittanceRefusal, remittanceRefusalText } from './remittance.ts';

const REFUSALS: readonly RemittanceRefusal[] = [
  { kind: 'sum-gone' }, { kind: 'nothing-to-remit' }, { kind: 'reference-missing' }, { kind: 'paid-later', today: '2019-11-18' as PlainDate },
  { kind: 'paid-before-counted', countedOn: '2019-11-18' as PlainDate },
  { kind: 'both-sides' }, { kind: 'more-than-held', held: 8_000 }, { kind: 'amount-differs', expected: 8_000, counted: 7_000 }, { kind: 'already-recorded' },
  { kind: 'taken-already', at: '2019-11-18T08:00:00+07:00' as Moment, byName: 'Hải Đường' },
];

it.each(REFUSALS)('$kind says what is wrong and what to do', (refusal) => {
  const { title, detail } = remittanceRefusalText(refusal);
  for (const text of [title, detail]) {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toMatch(/^\p{Lu}/u);
    expect(text).not.toMatch(/undefined|NaN|\[object/u);
  }
  expect(detail).toMatch(/\.$/u);
});

it('every refusal of its own is among them', () => {
  const kinds = new Set(REFUSALS.map(({ kind }) => kind));
  expect(Object.keys(REMITTANCE_REFUSALS).filter((kind) => !kinds.has(kind as RemittanceRefusal['kind']))).toEqual([]);
});
