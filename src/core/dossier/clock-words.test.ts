import { describe, expect, it } from 'vitest';
import { dossierClock } from '#testing/dossier-clock.ts';
import { CALENDAR, HOURS, at } from '#testing/office-dossier.ts';
import type { ClockEvent } from '../deadline/clock-event.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { clockAfter } from './kept-clock.ts';
import { clockWords } from './clock-words.ts';

const wordsAfter = (...events: readonly ClockEvent[]): string | undefined => {
  const clock = dossierClock(CALENDAR, HOURS.siteId, { receivedAt: at('2019-11-18T08:00'), limit: { kind: 'working-days', days: 5 } }, ...events);
  const reading = clockAfter(clock)?.reading;
  return reading && clockWords(reading);
};
const asked = (moment: string): ClockEvent => ({ kind: 'supplement-asked', at: at(moment), policy: 'RESTART', citizenUntil: '2019-12-02' as PlainDate });
const supplied = (moment: string): ClockEvent => ({ kind: 'supplied', at: at(moment), complete: true });

describe('how a clock stands, in words', () => {
  it('one that simply runs needs none', () => expect(wordsAfter()).toBeUndefined());
  it('one that waits says since when, why, by which law and until when', () =>
    expect(wordsAfter(asked('2019-11-19T09:00'))).toBe('Tạm dừng tính thời gian từ thứ Ba, 19/11/2019, 9 giờ vì chờ bổ sung giấy tờ (NĐ 61/2018/NĐ-CP Đ.19.4). Hạn thực hiện: hết ngày 02/12/2019.'));
  it('one that was counted anew says from when', () =>
    expect(wordsAfter(asked('2019-11-19T09:00'), supplied('2019-11-22T08:00'))).toBe('Thời hạn được tính lại từ đầu, từ thứ Sáu, 22/11/2019, 8 giờ.'));
  it('a second request is marked, whatever comes after it', () =>
    expect(wordsAfter(asked('2019-11-19T09:00'), supplied('2019-11-22T08:00'), asked('2019-11-25T09:00'), supplied('2019-11-26T09:00')))
      .toContain('Đã yêu cầu bổ sung quá một lần: hồ sơ được tính là quá hạn khi đánh giá.'));
  it('one that ended says how', () => {
    expect(wordsAfter({ kind: 'finished', at: at('2019-11-19T09:00') })).toBe('Đã giải quyết xong, trước hạn.');
    expect(wordsAfter({ kind: 'withdrawn', at: at('2019-11-19T09:00') })).toBe('Thời hạn không còn được tính: người nộp rút hồ sơ.');
  });
});

it('where several agencies work one after the other, each one’s date is told while the clock runs', () => {
  const clock = dossierClock(CALENDAR, HOURS.siteId, {
    receivedAt: at('2019-11-18T08:00'), limit: { kind: 'working-days', days: 5 }, linked: [{ agency: 'Bảo hiểm xã hội', limit: { kind: 'working-days', days: 2 } }],
  });
  const words = (...events: readonly ClockEvent[]) => {
    const reading = clockAfter(clock, ...events)?.reading;
    return reading && clockWords(reading);
  };
  expect(words()).toMatch(/^Cơ quan giải quyết có đến .*26\/11\/2019, .*; Bảo hiểm xã hội đến .*28\/11\/2019, /u);
  expect(words(asked('2019-11-19T09:00'))).not.toContain('Bảo hiểm');
});
