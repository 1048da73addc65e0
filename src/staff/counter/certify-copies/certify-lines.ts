// Kinds × copies × pages → fee, as the tariff of the day says; pure, so that a queue can be served fast.
import { COPY_CERTIFICATION_RATES, copyCertificationFee } from '#core/fees/copy-certification.ts';
import { settingOn } from '#core/kernel/in-force.ts';
import type { PlainDate } from '#core/kernel/moment.ts';

export type CopyRow = { readonly paperName: string; readonly pages: string; readonly copies: string };
export const NEW_ROW: CopyRow = { paperName: '', pages: '1', copies: '1' };

const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);
export const isFilled = (row: CopyRow): boolean => row.paperName.trim() !== '' && whole(row.pages) > 0 && whole(row.copies) > 0;
export const toLines = (rows: readonly CopyRow[]) =>
  rows.filter(isFilled).map((r) => ({ paperName: r.paperName.trim(), pages: whole(r.pages), copies: whole(r.copies) }));

/** Undefined where no tariff holds on that day. */
export const rowFee = (row: CopyRow, date: PlainDate): number | undefined => {
  const rates = settingOn(COPY_CERTIFICATION_RATES, date);
  return rates && isFilled(row) ? copyCertificationFee(rates, { pages: whole(row.pages), copies: whole(row.copies) }) : undefined;
};

export const totalFee = (rows: readonly CopyRow[], date: PlainDate): number =>
  rows.reduce((sum, row) => sum + (rowFee(row, date) ?? 0), 0);

type OfferedKind = { readonly name: string; readonly from?: string; readonly until?: string };
/** What people bring most. The household book ended with 2022, the old card with 2024. */
const KINDS: readonly OfferedKind[] = [
  { name: 'Chứng minh nhân dân', until: '2025-01-01' },
  { name: 'Thẻ căn cước công dân', from: '2016-01-01' },
  { name: 'Thẻ căn cước', from: '2024-07-01' },
  { name: 'Sổ hộ khẩu', until: '2023-01-01' },
  { name: 'Giấy xác nhận thông tin về cư trú', from: '2021-07-01' },
  { name: 'Giấy khai sinh' },
  { name: 'Bằng tốt nghiệp' },
  { name: 'Học bạ' },
  { name: 'Giấy chứng nhận quyền sử dụng đất' },
  { name: 'Giấy đăng ký kết hôn', until: '2016-01-01' },
  { name: 'Giấy chứng nhận kết hôn' },
  { name: 'Giấy phép lái xe' },
];
export const paperKindsOn = (date: PlainDate): readonly string[] =>
  KINDS.filter(({ from, until }) => (from === undefined || date >= from) && (until === undefined || date < until)).map(({ name }) => name);
