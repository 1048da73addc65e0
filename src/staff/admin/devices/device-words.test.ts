import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { standingOf } from './device-words.ts';

const at = (day: number, hour: number) => `2019-11-${day}T${String(hour).padStart(2, '0')}:00:00+07:00` as Moment;
const NOW = at(20, 9);

test('a machine that was heard of today is in use, and says when something is not sent yet', () => {
  expect(standingOf({ lastSeenAt: at(20, 8), pending: 0 }, NOW)).toEqual({ tone: 'green', words: 'Đang dùng' });
  expect(standingOf({ lastSeenAt: at(20, 8), pending: 3 }, NOW)).toEqual({ tone: 'amber', words: 'Còn việc chưa gửi' });
});

test('a silent machine says for how long, a revoked one nothing else', () => {
  expect(standingOf({ lastSeenAt: at(18, 8), pending: 0 }, NOW)).toEqual({ tone: 'amber', words: 'Im lặng 2 ngày' });
  expect(standingOf({ pending: 0 }, NOW).words).toBe('Chưa liên lạc lần nào');
  expect(standingOf({ lastSeenAt: at(20, 8), pending: 3, revokedAt: at(20, 8) }, NOW)).toEqual({ tone: 'red', words: 'Đã thu hồi' });
});
