import { expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { countUnmapped, standingOf } from './carrier-words.ts';

const at = '2026-11-24T12:00:00+07:00' as Moment;
const well = { isOpen: true, failuresInRow: 0, lastFailure: null, lastContactAt: at };

it('a carrier that answers is told apart from one that was never asked, one that is shut, and one that fails', () => {
  expect(standingOf(well)).toEqual({ tone: 'green', words: 'Đang liên lạc' });
  expect(standingOf({ ...well, lastContactAt: null })).toEqual({ tone: '', words: 'Chưa liên lạc' });
  expect(standingOf({ ...well, isOpen: false, failuresInRow: 9 })).toEqual({ tone: '', words: 'Ngừng nhận' });
  expect(standingOf({ ...well, failuresInRow: 1, lastFailure: 'no-answer' })).toEqual({ tone: 'amber', words: 'Không trả lời, hoặc trả lời không đọc được' });
  expect(standingOf({ ...well, failuresInRow: 3, lastFailure: 'credentials-refused' })).toEqual({ tone: 'red', words: 'Không chấp nhận khóa, mật khẩu' });
});

it('codes that nobody mapped are counted over all carriers', () => {
  const code = { code: '4', message: '', count: 1 };
  expect(countUnmapped([{ codes: [{ ...code, meaning: null }, { ...code, meaning: 'delivered' }] }, { codes: [{ ...code, meaning: null }] }])).toBe(2);
});
