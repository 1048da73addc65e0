import type { PlainDate } from '#core/kernel/moment.ts';
import { expect, test } from 'vitest';
import { NEW_ROW, paperKindsOn, rowFee, toLines, totalFee } from './certify-lines.ts';

const day = '2019-11-18' as PlainDate;

test('three copies of five pages cost 2,000 for the first two pages and 1,000 from the third', () => {
  expect(rowFee({ paperName: 'Bằng tốt nghiệp', pages: '5', copies: '3' }, day)).toBe(21_000);
});

test('a row without a name is not sent and costs nothing', () => {
  const rows = [{ paperName: 'Sổ hộ khẩu', pages: '2', copies: '2' }, NEW_ROW];
  expect(toLines(rows)).toEqual([{ paperName: 'Sổ hộ khẩu', pages: 2, copies: 2 }]);
  expect(totalFee(rows, day)).toBe(8_000);
});

test('a paper that is no more is not offered, one that is not yet neither', () => {
  const on = (day: string) => paperKindsOn(day as PlainDate);
  expect(on('2019-11-18')).toEqual(expect.arrayContaining(['Chứng minh nhân dân', 'Sổ hộ khẩu']));
  expect(on('2019-11-18')).not.toContain('Thẻ căn cước');
  expect(on('2022-12-31')).toContain('Sổ hộ khẩu');
  expect(on('2023-01-01')).not.toContain('Sổ hộ khẩu');
  expect(on('2026-11-23')).toEqual(expect.not.arrayContaining(['Chứng minh nhân dân', 'Sổ hộ khẩu']));
  expect(on('2026-11-23')).toContain('Thẻ căn cước');
});
