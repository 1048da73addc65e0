import { expect, test } from 'vitest';
import { newRow, progressOf, rowsFromText, toSend } from './batch-rows.ts';

const ids = () => {
  let n = 0;
  return () => `id-${(n += 1)}`;
};

test('a pasted sheet becomes a row for each name, each its own dossier', () => {
  const rows = rowsFromText('Nguyễn Văn Một\t183000001\t1950\tThôn Đông\n\nTrần Thị Hai;183000002', ids());
  expect(rows.map((r) => [r.fullName, r.number, r.birthDate, r.line])).toEqual([
    ['Nguyễn Văn Một', '183000001', '1950', 'Thôn Đông'],
    ['Trần Thị Hai', '183000002', '', ''],
  ]);
  expect(new Set(rows.map((r) => r.dossierId)).size).toBe(2);
});

test('what is done is not sent again, what failed is, an empty row never', () => {
  const make = ids();
  const rows = [
    { ...newRow(make), fullName: 'A', state: { kind: 'done', code: 'c', dossierId: 'd', paperId: 'p' } as const },
    { ...newRow(make), fullName: 'B', state: { kind: 'failed', text: 't' } as const },
    newRow(make),
  ];
  expect(toSend(rows).map((r) => r.fullName)).toEqual(['B']);
  expect(progressOf(rows)).toEqual({ all: 2, done: 1, failed: 1 });
});
