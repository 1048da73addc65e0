import { expect, it } from 'vitest';
import { formatBagLabel } from '#core/numbering/bag-label.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { BAG_REFUSALS, type BagRefusal, bagRefusalText, envelopeRefusalText } from './bags.ts';

const label = formatBagLabel(123);
const code = '000.18.60.H27-191118-0001';
const REFUSALS: readonly BagRefusal[] = [
  ...(['open', 'closed', 'sent', 'received', 'lost', 'given-up'] as const).map((stands) => ({ kind: 'bag-stands', label, stands }) as const),
  { kind: 'bag-unknown', label }, { kind: 'bag-label-shape' }, { kind: 'bag-label-check-digits' }, { kind: 'scanned-unknown', scanned: code },
  { kind: 'packed-already', code, label, here: true }, { kind: 'packed-already', code, label, here: false }, { kind: 'packed-for-another', code, placeName: 'Sở Tư pháp' },
  { kind: 'not-to-go-out', code }, { kind: 'nothing-to-pack', code }, { kind: 'not-in-bag' }, { kind: 'bag-empty', label }, { kind: 'bag-full', most: 200 }, { kind: 'both-sides' },
  { kind: 'never-handed-over', label }, { kind: 'received-already', label, at: '2019-11-18T08:00:00+07:00' as Moment, byName: 'Trần Văn Trúc' },
  { kind: 'not-all-counted', codes: ['1', '2', '3', '4', '5', '6'] }, { kind: 'counted-not-in-bag' }, { kind: 'count-not-less', name: 'Tờ khai', sent: 2 },
  { kind: 'bag-not-late', label }, { kind: 'bag-not-late', label, transitDue: '2019-11-20' as PlainDate }, { kind: 'over-on-record', code }, { kind: 'over-held-here', code },
  { kind: 'begun-before-machine', openedAt: '2019-11-01T08:00:00+07:00' as Moment, since: '2019-11-18T08:00:00+07:00' as Moment },
  { kind: 'pieces-differ', code, sealed: 2, now: 3 },
  { kind: 'scanned-twice', code }, { kind: 'counted-before', code }, { kind: 'not-on-list', scanned: code },
];

it.each(REFUSALS)('$kind says what is wrong and what to do', (refusal) => {
  const { title, detail } = bagRefusalText(refusal);
  for (const text of [title, detail]) {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/undefined|NaN|\[object/u);
  }
  expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
  expect(detail).toMatch(/^[\p{Lu}“].+\.$/u);
});

it.each([{ kind: 'not-by-post', code }, { kind: 'envelope-sealed-already', code, sealNumber: 'NP 1' }, { kind: 'nothing-to-seal', code }] as const)(
  'an envelope: $kind says what is wrong and what to do', (refusal) => expect(envelopeRefusalText(refusal).detail).toMatch(/^\p{Lu}.+H27-191118-0001.+\.$/u));

it('every refusal of a bag is among them; others keep the words of their own act', () => {
  expect(new Set(REFUSALS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(BAG_REFUSALS)));
  expect(bagRefusalText({ kind: 'item-number-check-digit', found: '8', expected: '9' }).detail).toContain('phải là 9');
  expect(bagRefusalText({ kind: 'pin-wrong' }).title).toMatch(/^\p{Lu}/u);
  expect(bagRefusalText({ kind: 'several-agencies' }).title).toMatch(/^\p{Lu}/u);
});
