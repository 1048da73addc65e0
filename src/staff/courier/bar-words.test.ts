import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { barWords } from './bar-words.ts';
import type { PhoneState } from './phone/phone.ts';

const NOW = '2019-11-20T10:00:00+07:00' as Moment;
const state = (states: readonly string[], change: Partial<PhoneState> = {}): PhoneState => ({
  acts: states.map((one) => ({ row: { state: one, madeAt: '2019-11-20T09:15:00+07:00' }, act: {} })) as unknown as PhoneState['acts'], sending: false, signInNeeded: false, ...change,
});
const words = (given: PhoneState, online: boolean) => barWords(given, online, NOW).map((say) => say.words);

test('the bar says the line, what waits and since when, and what needs her', () => {
  expect(words(state([]), true)).toEqual(['Có mạng', 'Đã gửi hết']);
  expect(words(state(['queued', 'waiting-for-file', 'refused', 'done']), false)).toEqual(['Mất mạng: vẫn làm được', 'Chưa gửi 2 việc, lâu nhất 45 phút', '1 việc cần xem']);
  expect(barWords(state(['queued']), true, '2019-11-20T09:24:59+07:00' as Moment).map((say) => say.words)).toEqual(['Có mạng', 'Chưa gửi 1 việc']);
  expect(words(state(['sending'], { sending: true }), true)).toEqual(['Có mạng', 'Đang gửi 1 việc']);
  expect(words(state(['queued'], { signInNeeded: true }), true)).toEqual(['Có mạng', '1 việc chờ đăng nhập để gửi']);
});
