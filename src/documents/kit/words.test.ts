import { describe, expect, it } from 'vitest';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { countsInWords, dateInWords, money, moneyInWords, momentInWords, shortMoment, weekdayInWords } from './words.ts';

describe('dates on papers', () => {
  it('days below ten and the months one and two have two digits', () => {
    expect(dateInWords('2020-02-05' as PlainDate)).toBe('ngày 05 tháng 02 năm 2020');
    expect(dateInWords('2019-11-18' as PlainDate)).toBe('ngày 18 tháng 11 năm 2019');
    expect(dateInWords('2026-03-09' as PlainDate)).toBe('ngày 09 tháng 3 năm 2026');
  });

  it('hours are written out', () => {
    expect(momentInWords('2019-11-18T16:30:00+07:00' as Moment)).toBe('16 giờ 30 phút, ngày 18 tháng 11 năm 2019');
    expect(shortMoment('2019-11-18T08:05:00+07:00' as Moment)).toBe('08 giờ 05, 18/11/2019');
  });

  it('the weekday is the one of the day in Vietnam', () => {
    expect(weekdayInWords('2019-11-18T00:10:00+07:00' as Moment)).toBe('thứ Hai');
    expect(weekdayInWords('2026-11-29T23:50:00+07:00' as Moment)).toBe('Chủ nhật');
  });
});

describe('money', () => {
  it.each([
    [0, '0 đồng', 'Không đồng'],
    [8000, '8.000 đồng', 'Tám nghìn đồng'],
    [14000, '14.000 đồng', 'Mười bốn nghìn đồng'],
    [15500, '15.500 đồng', 'Mười lăm nghìn năm trăm đồng'],
    [21005, '21.005 đồng', 'Hai mươi mốt nghìn không trăm linh năm đồng'],
    [60550, '60.550 đồng', 'Sáu mươi nghìn năm trăm năm mươi đồng'],
    [111011, '111.011 đồng', 'Một trăm mười một nghìn không trăm mười một đồng'],
    [1000000, '1.000.000 đồng', 'Một triệu đồng'],
    [2005000105, '2.005.000.105 đồng', 'Hai tỷ không trăm linh năm triệu một trăm linh năm đồng'],
    [45024000, '45.024.000 đồng', 'Bốn mươi lăm triệu không trăm hai mươi tư nghìn đồng'],
  ])('%d is %s, %s', (amount, figures, words) => {
    expect(money(amount)).toBe(figures);
    expect(moneyInWords(amount)).toBe(words);
  });
});

describe('counts of papers', () => {
  it('name each form the law tells apart', () => {
    expect(countsInWords({ original: 1, certifiedCopy: 2, plainCopy: 3 })).toBe('01 bản chính, 02 bản sao có chứng thực, 03 bản chụp');
  });

  it('a paper only shown is given back at once', () => {
    expect(countsInWords({ original: 1, certifiedCopy: 0, plainCopy: 0, shownOnly: true })).toBe('01 bản chính (xuất trình, trả lại ngay)');
    expect(countsInWords({ original: 0, certifiedCopy: 0, plainCopy: 0, shownOnly: true })).toBe('xuất trình, trả lại ngay');
  });
});
