// The line above every screen of the courier, in words: whether there is a line, what waits, what needs her.
import { formatInteger } from '#core/kernel/format.ts';
import { type Moment, momentToEpoch } from '#core/kernel/moment.ts';
import { agoWords } from '../words/moment-words.ts';
import type { PhoneState } from './phone/phone.ts';

/** Less than this goes without saying on a narrow bar. */
const LONG = 600_000;

export type BarSay = { readonly tone: 'calm' | 'amber' | 'red'; readonly words: string };

export const barWords = ({ acts, sending, signInNeeded }: PhoneState, online: boolean, now: Moment): readonly BarSay[] => {
  const waiting = acts.filter(({ row }) => row.state !== 'done' && row.state !== 'refused');
  const parked = acts.filter(({ row }) => row.state === 'refused').length;
  const [oldest] = waiting;
  const count = `${formatInteger(waiting.length)} việc`;
  const unsent = (): BarSay => {
    if (!oldest) return { tone: 'calm', words: 'Đã gửi hết' };
    if (online && signInNeeded) return { tone: 'amber', words: `${count} chờ đăng nhập để gửi` };
    if (online && sending) return { tone: 'calm', words: `Đang gửi ${count}` };
    const since = oldest.row.madeAt as Moment;
    return { tone: 'amber', words: `Chưa gửi ${count}${momentToEpoch(now) - momentToEpoch(since) < LONG ? '' : `, lâu nhất ${agoWords(since, now)}`}` };
  };
  return [
    online ? { tone: 'calm', words: 'Có mạng' } : { tone: 'amber', words: 'Mất mạng: vẫn làm được' },
    unsent(),
    ...(parked > 0 ? [{ tone: 'red', words: `${formatInteger(parked)} việc cần xem` } as const] : []),
  ];
};
