import { expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { type BookRefusal, bookRefusalText, findingWords, gapWords } from './books.ts';

const at = '2020-01-02T08:00:00+07:00' as Moment;
const REFUSALS: readonly BookRefusal[] = [
  { kind: 'not-the-head' }, { kind: 'pin-wrong' }, { kind: 'pin-locked' }, { kind: 'book-opened-already', at }, { kind: 'book-closed', at },
  { kind: 'year-not-begun', year: 2020 }, { kind: 'book-not-opened' }, { kind: 'year-not-over', year: 2019 }, { kind: 'book-grew', lastNumber: 13 },
  { kind: 'numbers-at-fault', findings: [{ kind: 'missing', from: 3, to: 3 }, { kind: 'duplicate', number: 5, times: 2 }] },
];

it.each(REFUSALS)('$kind says what is wrong and what to do', (refusal) => {
  const said = bookRefusalText(refusal);
  expect(said.title.length).toBeGreaterThan(5);
  expect(said.detail).toBe(said.detail.normalize('NFC'));
  expect(said.detail).toMatch(/^\p{Lu}.+\.$/u);
  expect(said.detail).not.toMatch(/undefined|NaN|\[object/u);
});

it('faults of a series are named by number', () => {
  expect([
    findingWords({ kind: 'missing', from: 3, to: 3 }), findingWords({ kind: 'missing', from: 3, to: 5 }), findingWords({ kind: 'duplicate', number: 5, times: 2 }),
    findingWords({ kind: 'never-given', number: 9 }), findingWords({ kind: 'used-in-gap', number: 4 }),
  ]).toEqual([
    'thiếu số 3', 'thiếu các số từ 3 đến 5', 'số 5 ghi 2 lần', 'số 9 có trong sổ nhưng chưa từng được cấp', 'số 4 đã ghi nhận là bỏ trống nhưng có trong sổ',
  ]);
  expect(gapWords({ kind: 'gap-not-given', lastGiven: 7 })).toContain('mới cấp đến 7');
  expect(gapWords({ kind: 'gap-already-recorded', from: 3, to: 5 })).toContain('các số từ 3 đến 5');
  expect(gapWords({ kind: 'gap-held', from: 1, to: 20 })).toContain('đang giữ các số từ 1 đến 20');
  expect([gapWords({ kind: 'gap-upside-down' }), gapWords({ kind: 'gap-number-used', number: 2 })].every((text) => text.endsWith('.'))).toBe(true);
});
