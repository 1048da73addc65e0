import { describe, expect, test } from 'vitest';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import type { Moment, WallTime } from '../kernel/moment.ts';
import { computeDue } from './compute-due.ts';

const base = { siteId: 'ha-tinh-hours', calendar: hatinhCalendar, cutoffTime: '15:00' as WallTime };
const at = (text: string): Moment => `${text}:00+07:00` as Moment;
const sentences = (due: { readonly explanation: readonly { readonly text: string }[] }): readonly string[] => due.explanation.map((line) => line.text);

describe('the explanation of a due date', () => {
  test('tells a citizen each day counted and each day left out', () => {
    const due = computeDue({ ...base, receivedAt: at('2026-11-20T15:10'), limit: { kind: 'working-days', days: 3 } });
    expect(sentences(due)).toEqual([
      'Hồ sơ nộp lúc 15 giờ 10, thứ Sáu, 20/11/2026. Thời hạn giải quyết: 3 ngày làm việc.',
      'Ngày tiếp nhận (thứ Sáu, 20/11/2026) không tính vào thời hạn.',
      'Thứ Bảy, 21/11/2026 là ngày nghỉ hằng tuần nên không tính.',
      'Chủ nhật, 22/11/2026 là ngày nghỉ hằng tuần nên không tính.',
      'Tính 1 ngày làm việc: thứ Hai, 23/11/2026.',
      'Thứ Ba, 24/11/2026 là ngày nghỉ lễ, tết (Ngày Văn hóa Việt Nam) nên không tính.',
      'Tính 2 ngày làm việc, từ thứ Tư, 25/11/2026 đến thứ Năm, 26/11/2026.',
      'Thời gian trả kết quả: 17 giờ 30, thứ Năm, 26/11/2026.',
    ]);
    expect(due.calendarVersion).toBe('hatinh@1');
  });

  test('cites the Labour Code of its day', () => {
    const laws = (received: string): readonly (string | undefined)[] =>
      computeDue({ ...base, receivedAt: at(received), limit: { kind: 'working-days', days: 1 } })
        .explanation.filter((line) => line.rule.startsWith('skipped')).map((line) => line.law);
    expect(laws('2019-08-30T08:00')).toEqual(['BLLĐ 10/2012/QH13 Đ.110', 'BLLĐ 10/2012/QH13 Đ.110', 'BLLĐ 10/2012/QH13 Đ.115']);
    expect(laws('2024-08-30T08:00')).toEqual(['BLLĐ 45/2019/QH14 Đ.111', 'BLLĐ 45/2019/QH14 Đ.111', 'BLLĐ 45/2019/QH14 Đ.112', 'BLLĐ 45/2019/QH14 Đ.112']);
  });

  test('says why a dossier of the evening counts from the next session', () => {
    const due = computeDue({ ...base, receivedAt: at('2019-05-03T18:00'), limit: { kind: 'same-day' } });
    expect(due.countsFrom).toBe('2019-05-04T07:00:00+07:00');
    expect(sentences(due)[1]).toBe('Thời điểm nộp ngoài giờ làm việc nên hồ sơ được tính là tiếp nhận khi mở phiên làm việc kế tiếp: 7 giờ, thứ Bảy, 04/05/2019.');
  });

  test('says that it came after 15:00', () => {
    const due = computeDue({ ...base, receivedAt: at('2019-11-18T15:10'), limit: { kind: 'same-day' } });
    expect(due.explanation.map((line) => line.rule)).toEqual(['received', 'after-cutoff', 'counted', 'due']);
    expect(sentences(due)[1]).toBe('Hồ sơ được tiếp nhận sau 15 giờ nên kết quả được trả trong ngày làm việc tiếp theo.');
  });

  test('says that a calendar-day limit moved off a rest day, and which days lay in the way', () => {
    const due = computeDue({ ...base, receivedAt: at('2019-11-22T08:00'), limit: { kind: 'calendar-days', days: 15 } });
    expect(due.explanation.map((line) => line.rule)).toEqual(['received', 'intake-day-not-counted', 'counted', 'skipped-rest-day', 'skipped-rest-day', 'rolled-off-rest-day', 'due']);
    expect(sentences(due)[5]).toBe('Ngày cuối của thời hạn là thứ Bảy, 07/12/2019, trùng ngày nghỉ, nên thời hạn kết thúc vào ngày làm việc tiếp theo: thứ Hai, 09/12/2019.');
  });

  test('of working hours takes each day from its opening to its closing, and not to midnight', () => {
    const due = computeDue({ ...base, receivedAt: at('2019-11-18T14:30'), limit: { kind: 'working-hours', hours: 12 } });
    const counted = due.explanation.filter((line) => line.rule === 'counted');
    expect(counted.map(({ from, to, amount }) => `${from?.slice(0, 16)} ${to?.slice(0, 16)} ${amount}`)).toEqual([
      '2019-11-18T14:30 2019-11-18T17:30 180', '2019-11-19T07:30 2019-11-19T17:30 480', '2019-11-20T07:30 2019-11-20T08:30 60',
    ]);
  });

  test('names the extra days of a large dossier, and a day not yet announced', () => {
    const due = computeDue({ ...base, receivedAt: at('2026-12-30T08:00'), limit: { kind: 'same-day', extraDaysIfLarge: 2 }, large: true });
    expect(due.due).toBe('2027-01-04T17:30:00+07:00');
    expect(due.explanation.map((line) => line.rule)).toContain('extra-days-if-large');
    expect(sentences(due).at(-2)).toMatch(/chưa được công bố chính thức/);
    expect(due.dependsOnUnconfirmed).toBe(true);
  });

  test('a year without any data counts as not announced', () => {
    expect(computeDue({ ...base, receivedAt: at('2031-03-03T08:00'), limit: { kind: 'working-days', days: 1 } }).dependsOnUnconfirmed).toBe(true);
  });
});
