import { expect, it } from 'vitest';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { asksHowMany, countErrors, countLines, linesAsCounted, nothingCame, toCounted } from './count-draft.ts';

const paper = (lineNo: number, name: string, count: number, more: object = {}) => ({ lineNo, itemId: 'x', name, form: 'original', count, shownOnly: false, scans: [], ...more });
const view = { papers: [paper(1, 'Tờ khai', 1), paper(2, 'Thẻ', 1, { shownOnly: true }), paper(3, 'Bản đồ', 3)] } as unknown as Pick<DossierView, 'papers'>;

it('every paper that lies in the dossier waits to be counted', () => {
  const lines = countLines(view);
  expect(lines.map(({ name, result }) => [name, result])).toEqual([['Tờ khai', ''], ['Bản đồ', '']]);
  expect(Object.keys(countErrors(lines))).toEqual(['papers.0.result', 'papers.1.result']);
  expect(toCounted(lines)).toEqual([]);
});

it('what is short says how many came and why; what is damaged says how', () => {
  const [form, map] = countLines(view);
  if (!form || !map) throw new Error('no lines');
  expect(countErrors([{ ...form, result: 'damaged' }, { ...map, result: 'short', arrived: '3' }])).toEqual({
    'papers.0.note': 'Ghi rõ thiếu hoặc hư hỏng thế nào.', 'papers.1.arrived': 'Nhập số bản đã về, từ 0 đến 2.', 'papers.1.note': 'Ghi rõ thiếu hoặc hư hỏng thế nào.',
  });
  const counted = [{ ...form, result: 'received' as const }, { ...map, result: 'short' as const, arrived: '1', note: ' Chỉ một bản ' }];
  expect(countErrors(counted)).toEqual({});
  expect(toCounted(counted)).toEqual([{ lineNo: 1, result: 'received' }, { lineNo: 3, result: 'short', arrived: 1, note: 'Chỉ một bản' }]);
});

it('of a single paper that is missing nobody asks how many came', () => {
  const [form, map] = countLines(view);
  if (!form || !map) throw new Error('no lines');
  const missing = { ...form, result: 'short' as const, note: 'Không có trong túi' };
  expect([asksHowMany(missing), asksHowMany({ ...map, result: 'short' })]).toEqual([false, true]);
  expect(countErrors([missing])).toEqual({});
  expect(toCounted([missing])).toEqual([{ lineNo: 1, result: 'short', arrived: 0, note: 'Không có trong túi' }]);
});

it('says when nothing came at all', () => {
  const [form, map] = countLines(view);
  if (!form || !map) throw new Error('no lines');
  const missing = { ...form, result: 'short' as const };
  expect(nothingCame([missing, { ...map, result: 'short', arrived: '0' }])).toBe(true);
  expect([nothingCame([]), nothingCame([form, map]), nothingCame([missing, { ...map, result: 'short', arrived: '1' }]), nothingCame([{ ...form, result: 'damaged' }])]).toEqual([false, false, false, false]);
});

it('what was counted before stands there again, and what it did not name waits', () => {
  const [form, map] = countLines(view);
  if (!form || !map) throw new Error('no lines');
  const counted = [form, { ...map, result: 'short' as const, arrived: '1', note: 'Chỉ một bản' }];
  expect(linesAsCounted(countLines(view), toCounted(counted))).toEqual(counted);
});
