import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldVietnamese, foldedWords } from './fold.ts';
import { formatDate, formatMoment, formatMoney, formatPaperDate, formatPaperMoment, weekdayName } from './format.ts';
import { inForce, isInForce, settingOn } from './in-force.ts';
import { type Moment, type PlainDate, fromDayNumber, momentFromEpoch, momentToEpoch, toDayNumber, weekdayOf } from './moment.ts';
import { isPlainDate, parseDate, parseMoment } from './parse-date.ts';

const on = (text: string): PlainDate => text as PlainDate;

describe('text without tones', () => {
  test.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['  XÃ   Kỳ Bắc ', 'xa ky bac'],
    ['Nguyễn Thị Thuỷ – Đường Ưởng', 'nguyen thi thuy – duong uong'],
    ['\u00d0ặng Đình', 'dang dinh'],
  ])('%s folds to %s', (text, folded) => expect(foldVietnamese(text)).toBe(folded));

  test('is the same however the tones were typed', () => {
    const name = 'Trần Thị Thúy Hằng, Đức Thọ';
    expect(foldVietnamese(name.normalize('NFD'))).toBe(foldVietnamese(name.normalize('NFC')));
  });

  test('has words of letters and digits only', () => {
    expect(foldedWords('Bản sao (trích lục), 02 bản')).toEqual(['ban', 'sao', 'trich', 'luc', '02', 'ban']);
  });
});

describe('dates and money as they are written', () => {
  test('on screens', () => {
    expect(formatMoment('2019-11-18T16:30:00+07:00' as Moment)).toBe('thứ Hai, 18/11/2019, 16 giờ 30');
    expect(formatMoment('2019-11-24T08:00:00+07:00' as Moment)).toBe('Chủ nhật, 24/11/2019, 8 giờ');
    expect(formatDate(on('2026-02-05'))).toBe('05/02/2026');
    expect(weekdayName(on('2026-11-26'))).toBe('thứ Năm');
  });

  test('on papers, with a zero before days under ten and the months 1 and 2', () => {
    expect(formatPaperDate(on('2019-11-18'))).toBe('ngày 18 tháng 11 năm 2019');
    expect(formatPaperDate(on('2020-02-05'))).toBe('ngày 05 tháng 02 năm 2020');
    expect(formatPaperDate(on('2020-03-09'))).toBe('ngày 09 tháng 3 năm 2020');
    expect(formatPaperMoment('2019-11-18T08:05:00+07:00' as Moment)).toBe('08 giờ 05 phút, ngày 18 tháng 11 năm 2019');
  });

  test('money has dots and its unit', () => {
    expect([0, 999, 14_000, 1_234_567].map(formatMoney)).toEqual(['0 đồng', '999 đồng', '14.000 đồng', '1.234.567 đồng']);
  });

  test('what people type becomes a day that exists, or nothing', () => {
    expect(['18/11/2019', '18-11-2019', '18.11.2019', '18112019', '2019-11-18', ' 18/11/2019 '].map(parseDate)).toEqual(Array(6).fill('2019-11-18'));
    expect(['31/2/2019', '29/02/2019', '00/01/2019', '18/13/2019', 'hôm nay', ''].map(parseDate)).toEqual(Array(6).fill(undefined));
    expect(isPlainDate('2020-02-29')).toBe(true);
    expect(isPlainDate('2019-02-29')).toBe(false);
  });
});

describe('moments as they are typed', () => {
  test('are read in Vietnamese time only', () => {
    expect(['2019-11-18T15:10', '2019-11-18 15:10', '2019-11-18T15:10:00', '2019-11-18T15:10:00+07:00'].map(parseMoment)).toEqual(Array(4).fill('2019-11-18T15:10:00+07:00'));
    expect(['2019-11-18', '2019-11-18T24:00', '2019-02-30T08:00', '2019-11-18T15:10Z', '2019-11-18T15:10+00:00', ''].map(parseMoment)).toEqual(Array(6).fill(undefined));
  });
});

describe('days and moments', () => {
  test('a day number and its date are one', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      expect(toDayNumber(fromDayNumber(day))).toBe(day);
    }), { seed: 1 });
  });

  test('weekdays are ISO', () => {
    expect(['2019-11-18', '2026-11-23', '2025-07-01', '1969-12-31'].map((date) => weekdayOf(on(date)))).toEqual([1, 1, 2, 3]);
  });

  test('a moment of Vietnam is seven hours before in UTC', () => {
    expect(momentToEpoch('1970-01-01T07:00:00+07:00' as Moment)).toBe(0);
    expect(momentFromEpoch(Date.UTC(2019, 10, 18, 17, 0, 0))).toBe('2019-11-19T00:00:00+07:00');
    fc.assert(fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
      expect(momentToEpoch(momentFromEpoch(second * 1000))).toBe(second * 1000);
    }), { seed: 1 });
  });
});

describe('what is in force', () => {
  const rates = [
    { value: 1, validFrom: on('2018-01-01'), validTo: on('2025-07-01') },
    { value: 2, validFrom: on('2025-07-01') },
    { value: 3, validFrom: on('2025-09-01') },
  ];

  test('begins on its first day and ends before its last', () => {
    expect(settingOn(rates, on('2017-12-31'))).toBeUndefined();
    expect(settingOn(rates, on('2025-06-30'))).toBe(1);
    expect(settingOn(rates, on('2025-07-01'))).toBe(2);
    expect(isInForce({ validFrom: on('2025-07-01') }, on('2099-01-01'))).toBe(true);
  });

  test('of two in force the later one holds, in whatever order they stand', () => {
    expect(settingOn(rates, on('2025-10-01'))).toBe(3);
    expect(inForce([...rates].reverse(), on('2025-10-01'))?.value).toBe(3);
  });
});
