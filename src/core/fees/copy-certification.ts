// Certifying copies: 2,000 đồng a page for the first two pages, 1,000 from the third, at most
// 200,000 for one copy. The rates are data of their day.
// @law TT 226/2016/TT-BTC Đ.4; NĐ 23/2015/NĐ-CP Đ.20
import type { DatedSetting } from '../kernel/in-force.ts';
import type { PlainDate } from '../kernel/moment.ts';

export type CopyRates = {
  readonly firstPages: number;
  readonly firstPageAmount: number;
  readonly laterPageAmount: number;
  readonly maxPerCopy: number;
};

/** Standing rates; a new tariff is a new row, never an edit. */
export const COPY_CERTIFICATION_RATES: readonly DatedSetting<CopyRates>[] = [
  {
    validFrom: '2017-01-01' as PlainDate,
    value: { firstPages: 2, firstPageAmount: 2_000, laterPageAmount: 1_000, maxPerCopy: 200_000 },
    law: 'TT 226/2016/TT-BTC Đ.4',
  },
];

export const copyFee = (rates: CopyRates, pages: number): number =>
  Math.min(
    rates.maxPerCopy,
    Math.min(pages, rates.firstPages) * rates.firstPageAmount +
      Math.max(0, pages - rates.firstPages) * rates.laterPageAmount,
  );

/** One kind of paper: the pages of one copy, and how many copies. */
export const copyCertificationFee = (rates: CopyRates, paper: { readonly pages: number; readonly copies: number }): number =>
  copyFee(rates, paper.pages) * paper.copies;
