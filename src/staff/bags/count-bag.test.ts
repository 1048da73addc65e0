import { expect, test } from 'vitest';
import type { BagLine } from '#wire/bags.wire.ts';
import { NOTHING_COUNTED, bodyOf, leftOf, sayDifferences, sayMissing, scanIn, takeBack } from './count-bag.ts';

const line = (no: number, more: object = {}): BagLine => ({ dossierId: `d${no}`, code: `000.18.60.H27-191118-000${no}`, ownerName: 'x', procedureName: 'x', pieces: 2, papers: [], ...more }) as unknown as BagLine;
const view = { lines: [line(1), line(2), line(3, { counted: 'received' })] };
const scanned = (draft = NOTHING_COUNTED, no = 1) => {
  const result = scanIn(view, draft, `000.18.60.H27-191118-000${no}`);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value.draft;
};
const whole = { broken: false, note: '' };

test('what is scanned is received, what is not stands as left, what was counted before is neither', () => {
  expect(leftOf(view, NOTHING_COUNTED).map(({ dossierId }) => dossierId)).toEqual(['d1', 'd2']);
  const draft = scanned();
  expect(leftOf(view, draft).map(({ dossierId }) => dossierId)).toEqual(['d2']);
  expect(bodyOf(view, draft, whole)).toEqual({ received: ['d1'], over: [], missing: [], differences: [], sealBroken: false });
});

test('said to be missing and scanned after all, it is there; said to be missing after it was scanned, it is not', () => {
  const missing = sayMissing(scanned(), 'd2', 'Không có trong túi');
  expect(bodyOf(view, missing, whole).missing).toEqual([{ dossierId: 'd2', note: 'Không có trong túi' }]);
  expect(bodyOf(view, scanned(missing, 2), whole)).toMatchObject({ received: ['d1', 'd2'], missing: [] });
  expect(bodyOf(view, sayMissing(scanned(), 'd1', 'x'), whole)).toMatchObject({ received: [], missing: [{ dossierId: 'd1', note: 'x' }] });
});

test('a second scan is refused, and taking one back lets it be scanned again', () => {
  const draft = scanned();
  expect(scanIn(view, draft, '000.18.60.H27-191118-0001')).toMatchObject({ ok: false, refusal: { kind: 'scanned-twice' } });
  expect(scanned(takeBack(draft, 'd1')).scanned).toEqual(['d1']);
});

test('differences go with their dossier and leave with it; a broken seal is noted', () => {
  const lines = [{ lineNo: 1, result: 'short' as const, arrived: 1, note: 'thiếu một' }];
  const draft = sayDifferences(scanned(), 'd1', lines);
  expect(bodyOf(view, draft, { broken: true, note: ' Dây đứt ' })).toMatchObject({ differences: [{ dossierId: 'd1', ...lines[0] }], sealBroken: true, sealNote: 'Dây đứt' });
  expect(bodyOf(view, takeBack(draft, 'd1'), whole).differences).toEqual([]);
  expect(bodyOf(view, sayDifferences(draft, 'd1', []), whole).differences).toEqual([]);
});

test('what no record says goes with the count as it was told', () => {
  const found = { name: 'Bì thư lạ', count: 2, note: 'Dưới đáy túi' };
  expect(bodyOf(view, { ...scanned(), over: [found] }, whole).over).toEqual([found]);
});
