import type { PlainDate } from '#core/kernel/moment.ts';
import { expect, test } from 'vitest';
import { NEW_ROW, rowFee, toLines, totalFee } from './certify-lines.ts';

const day = '2019-11-18' as PlainDate;

test('three copies of five pages cost 2,000 for the first two pages and 1,000 from the third', () => {
  expect(rowFee({ paperName: 'Bằng tốt nghiệp', pages: '5', copies: '3' }, day)).toBe(21_000);
});

test('a row without a name is not sent and costs nothing', () => {
  const rows = [{ paperName: 'Sổ hộ khẩu', pages: '2', copies: '2' }, NEW_ROW];
  expect(toLines(rows)).toEqual([{ paperName: 'Sổ hộ khẩu', pages: 2, copies: 2 }]);
  expect(totalFee(rows, day)).toBe(8_000);
});
