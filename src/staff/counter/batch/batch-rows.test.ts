import { expect, test } from 'vitest';
import { failedRows, newRow, progressOf, rowsFromText, toSend, unauthorisedRows } from './batch-rows.ts';

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

test('of thirty rows the ones that failed are named by their line, the others stand', () => {
  const text = Array.from({ length: 30 }, (_, i) => `Người Thứ ${i + 1}`).join('\n');
  const rows = rowsFromText(text, ids()).map((row, i) =>
    i === 6 || i === 20
      ? { ...row, state: { kind: 'failed', text: 't' } as const }
      : { ...row, state: { kind: 'done', code: 'c', dossierId: 'd', paperId: 'p' } as const },
  );
  expect(failedRows(rows)).toEqual(['7. Người Thứ 7', '21. Người Thứ 21']);
  expect(progressOf(rows)).toEqual({ all: 30, done: 28, failed: 2 });
  expect(toSend(rows).length).toBe(2);
});

test('owners whose authorisation is not written down are named while they are still to be received', () => {
  const rows = rowsFromText('A\t1\t\t\tUQ 01\nB\t2', ids());
  expect(unauthorisedRows(rows)).toEqual(['2. B']);
});

test('a pasted sheet brings the fields that differ from person to person behind the others', () => {
  const [first, second] = rowsFromText('A\t1\t\t\tUQ 01\t3\tKhai tử\nB\t2', ids(), ['copies', 'event']);
  expect(first?.own).toEqual({ copies: '3', event: 'Khai tử' });
  expect(second?.own).toEqual({ copies: '', event: '' });
});
