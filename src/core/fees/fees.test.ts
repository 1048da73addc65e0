import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingOn } from '../kernel/in-force.ts';
import type { PlainDate } from '../kernel/moment.ts';
import type { UnitId } from '../organisation/organisation.ts';
import type { FeeItem } from '../procedure/procedure.ts';
import { amountInWords, numberInWords } from './amount-in-words.ts';
import { COPY_CERTIFICATION_RATES, copyCertificationFee } from './copy-certification.ts';
import { feeItemsFor, feeLines, feeTotals } from './fee-lines.ts';

describe('certifying copies', () => {
  const rates = settingOn(COPY_CERTIFICATION_RATES, '2019-11-18' as PlainDate);
  test.each([
    [1, 1, 2_000], [2, 1, 4_000], [3, 1, 5_000], [4, 3, 18_000], [1, 7, 14_000], [198, 1, 200_000], [199, 1, 200_000], [500, 2, 400_000],
  ])('%i pages × %i copies cost %i đồng', (pages, copies, fee) => {
    expect(rates && copyCertificationFee(rates, { pages, copies })).toBe(fee);
  });
});

describe('fee lines', () => {
  const payee = 'xa-ky-bac' as UnitId;
  const items: readonly FeeItem[] = [
    { feeId: 'extract', kind: 'fee', name: 'Phí cấp bản sao trích lục hộ tịch', amount: 8_000, unit: 'bản' },
    { feeId: 'late-birth', kind: 'charge', name: 'Lệ phí đăng ký khai sinh quá hạn', amount: 10_000, exemptions: ['Hộ nghèo', 'Người khuyết tật'] },
    { feeId: 'unknown', kind: 'charge', name: 'Lệ phí do tỉnh quy định' },
    { feeId: 'online', kind: 'charge', name: 'Lệ phí nộp trực tuyến', amount: 5_000, channel: 'online' },
  ];

  test('multiply the rate, keep phí and lệ phí apart and total both', () => {
    const lines = feeLines(items, [{ feeId: 'extract', quantity: 3 }, { feeId: 'late-birth', quantity: 1 }], payee);
    expect(lines.ok && lines.value.map((line) => [line.kind, line.amount])).toEqual([['fee', 24_000], ['charge', 10_000]]);
    expect(lines.ok && feeTotals(lines.value)).toEqual({ fee: 24_000, charge: 10_000, total: 34_000 });
  });

  test('an exemption leaves the rate to be seen and takes nothing', () => {
    const lines = feeLines(items, [{ feeId: 'late-birth', quantity: 1, exemption: 'Hộ nghèo' }], payee);
    expect(lines.ok && lines.value[0]).toMatchObject({ unitAmount: 10_000, amount: 0, exemption: 'Hộ nghèo', collected: false });
  });

  test.each([
    [{ feeId: 'nothing', quantity: 1 }, 'fee-unknown'],
    [{ feeId: 'unknown', quantity: 1 }, 'fee-amount-unknown'],
    [{ feeId: 'extract', quantity: -1 }, 'fee-quantity-invalid'],
    [{ feeId: 'extract', quantity: 1.5 }, 'fee-quantity-invalid'],
    [{ feeId: 'late-birth', quantity: 1, exemption: 'Quen biết' }, 'fee-exemption-unknown'],
  ])('%o is refused: %s', (choice, kind) => {
    expect(feeLines(items, [choice], payee)).toMatchObject({ ok: false, refusal: { kind } });
  });

  test('a channel sees its own items and those of every channel', () => {
    expect(feeItemsFor(items, 'counter').map((item) => item.feeId)).toEqual(['extract', 'late-birth', 'unknown']);
    expect(feeItemsFor(items, 'online')).toHaveLength(4);
  });
});

describe('amounts in words', () => {
  test.each([
    [0, 'không'], [1, 'một'], [4, 'bốn'], [5, 'năm'], [10, 'mười'], [11, 'mười một'], [14, 'mười bốn'], [15, 'mười lăm'],
    [20, 'hai mươi'], [21, 'hai mươi mốt'], [24, 'hai mươi tư'], [25, 'hai mươi lăm'], [44, 'bốn mươi tư'], [55, 'năm mươi lăm'],
    [91, 'chín mươi mốt'], [100, 'một trăm'], [101, 'một trăm linh một'], [104, 'một trăm linh bốn'], [105, 'một trăm linh năm'],
    [110, 'một trăm mười'], [115, 'một trăm mười lăm'], [121, 'một trăm hai mươi mốt'],
    [1_000, 'một nghìn'], [1_001, 'một nghìn không trăm linh một'], [1_010, 'một nghìn không trăm mười'], [8_500, 'tám nghìn năm trăm'],
    [14_000, 'mười bốn nghìn'], [21_000, 'hai mươi mốt nghìn'], [24_000, 'hai mươi tư nghìn'], [105_000, 'một trăm linh năm nghìn'],
    [1_000_000, 'một triệu'], [1_000_005, 'một triệu không trăm linh năm'], [1_050_000, 'một triệu không trăm năm mươi nghìn'],
    [1_234_567, 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
    [1_000_000_000, 'một tỷ'], [2_015_000_000, 'hai tỷ không trăm mười lăm triệu'],
    [1_000_000_000_000, 'một nghìn tỷ'], [-5_000, 'âm năm nghìn'],
  ])('%i is %s', (amount, words) => expect(numberInWords(amount)).toBe(words));

  test('begin with a capital and end with đồng', () => {
    expect(amountInWords(14_000)).toBe('Mười bốn nghìn đồng');
    expect(amountInWords(0)).toBe('Không đồng');
  });

  test('differ for different amounts, have no stray blanks, and never say ngàn or lẻ', () => {
    const seen = new Map<string, number>();
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_000_000_000 }), (amount) => {
      const words = amountInWords(amount);
      expect(seen.get(words) ?? amount).toBe(amount);
      seen.set(words, amount);
      expect(words).toBe(words.trim().replace(/\s+/g, ' '));
      expect(words).not.toMatch(/ngàn|lẻ/);
    }), { seed: 7, numRuns: 2000 });
  });
});
