import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import type { CounterStanding } from './counter.ts';
import { doorWords, standingWords, stoppedTone } from './standing-words.ts';

const at = (time: string, day = '18') => `2019-11-${day}T${time}:00+07:00` as Moment;
const CALM: CounterStanding = { vault: 'open', keepers: [], waiting: 0, sending: false, parked: 0, lastSync: at('09:41'), numbersLeft: 57, signInNeeded: false, storage: 'kept', granted: [], clockUnsure: 0 };
const said = (standing: Partial<CounterStanding>, online = true, now = at('10:00')) => standingWords({ ...CALM, ...standing }, online, now).map(({ words }) => words);

test('on a good day the bar says line, queue, last sync, numbers and vault', () => {
  expect(said({})).toEqual(['Có mạng', 'Đã gửi hết', 'Đồng bộ lúc 09:41', 'Còn 57 số', 'Kho dữ liệu đang mở']);
});

test('without the line it says how much waits and since when', () => {
  expect(said({ waiting: 3, oldest: at('09:12') }, false).slice(0, 2)).toEqual(['Mất mạng: làm việc tại máy này', 'Chưa gửi 3 việc, lâu nhất 48 phút']);
  // a round that finds no line sends nothing, whatever it tries
  expect(said({ waiting: 3, oldest: at('09:12'), sending: true }, false)[1]).toBe('Chưa gửi 3 việc, lâu nhất 48 phút');
  expect(said({ waiting: 3, oldest: at('09:12'), sending: true })[1]).toBe('Đang gửi 3 việc, lâu nhất 48 phút');
  expect(said({ waiting: 3, oldest: at('09:12'), signInNeeded: true })[1]).toBe('3 việc chờ đăng nhập để gửi, lâu nhất 48 phút');
});

test('a clock that jumped is told, with what was made of it; one that creeps is put right without a word', () => {
  expect(said({ clockUnsure: 95 * 60_000 })).toContain('Đồng hồ máy vừa nhảy thêm 1 giờ (máy ngủ hoặc bị chỉnh): so giờ trước khi in');
  expect(said({ clockUnsure: -26 * 3_600_000 })).toContain('Đồng hồ máy lùi 1 ngày: giấy ghi giờ tính tiếp, chưa chắc đúng');
  expect(said({ clockUnsure: -2 * 3_600_000 + 40 })).toContain('Đồng hồ máy lùi 2 giờ: giấy ghi giờ tính tiếp, chưa chắc đúng');
  expect(said({ clockUnsure: 59_000 })).toEqual(said({}));
});

test('a browser that may throw the store away is named as long as it may', () => {
  expect(said({ storage: 'may-be-cleared' })).toEqual([...said({}), 'Trình duyệt có thể tự xóa dữ liệu']);
});

test('a machine that was just enrolled is being filled, which is no alarm; one that was silent for days, or gave out its numbers, is', () => {
  expect(standingWords({ ...CALM, numbersLeft: 0, lastSync: undefined }, true, at('10:00')).filter(({ tone }) => tone === 'red')).toEqual([]);
  expect(said({ numbersLeft: 0 })).toContain('Hết số tại máy');
  // it gets no more of them, and hears why
  expect(said({ numbersLeft: 0, stopped: 'revoked', parked: 1 })).toEqual(['Có mạng', 'Đã gửi hết', '1 việc cần xem', 'Đồng bộ lúc 09:41', 'Máy đã bị thu hồi', 'Kho dữ liệu đang mở']);
  expect([stoppedTone('not-filled'), stoppedTone('silent-too-long'), stoppedTone('no-numbers')]).toEqual(['amber', 'red', 'red']);
});

test('what needs a person stands out, and a sync of another day says which day', () => {
  const standing = { parked: 1, numbersLeft: 0, vault: 'closed', storage: 'full', lastSync: at('16:20', '16') } as const;
  expect(said(standing)).toEqual(['Có mạng', 'Đã gửi hết', '1 việc cần xem', 'Đồng bộ 16/11 lúc 16:20', 'Hết số tại máy', 'Kho dữ liệu đang khóa', 'Ổ đĩa đầy']);
  expect(standingWords({ ...CALM, ...standing }, true, at('10:00')).filter(({ tone }) => tone === 'red').map(({ words }) => words)).toEqual(['1 việc cần xem', 'Hết số tại máy', 'Ổ đĩa đầy']);
});

test('the door says all but the line and itself: a clock in doubt and a full disk too', () => {
  const standing = { ...CALM, vault: 'closed', clockUnsure: 60_000, storage: 'full' } as const;
  expect(doorWords(standing, at('10:00')).map(({ words }) => words)).toEqual([...said(standing, false).slice(1, 4), ...said(standing, false).slice(5)]);
  expect(said(standing).at(-1)).toBe('Ổ đĩa đầy');
});
