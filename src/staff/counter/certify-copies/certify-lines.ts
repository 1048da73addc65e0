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
