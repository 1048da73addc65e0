// The bar at the top in words: it always says how the counter stands, and never only turns a wheel.
import { formatDate, formatInteger } from '#core/kernel/format.ts';
import { dateOf, type Moment, wallTimeOf } from '#core/kernel/moment.ts';
import { agoWords, spanWords } from '../words/moment-words.ts';
import type { CounterStanding } from './counter.ts';

export type Say = { readonly tone: 'calm' | 'amber' | 'red'; readonly words: string };

/** A quarter of an hour of receiving at a busy counter. */
const FEW_NUMBERS = 5;

const unsent = ({ waiting, sending, oldest, signInNeeded }: CounterStanding, online: boolean, now: Moment): Say => {
  if (waiting === 0) return { tone: 'calm', words: 'Đã gửi hết' };
  const count = `${formatInteger(waiting)} việc`;
  const since = oldest === undefined ? '' : `, lâu nhất ${agoWords(oldest, now)}`;
  // a round that only asks whether anybody answers sends nothing
  if (sending && online) return { tone: 'calm', words: `Đang gửi ${count}${since}` };
  if (online && signInNeeded) return { tone: 'amber', words: `${count} chờ đăng nhập để gửi${since}` };
  return { tone: 'amber', words: `Chưa gửi ${count}${since}` };
};

const synced = (lastSync: Moment | undefined, now: Moment): string => {
  if (lastSync === undefined) return 'Chưa đồng bộ lần nào';
  return dateOf(lastSync) === dateOf(now) ? `Đồng bộ lúc ${wallTimeOf(lastSync)}` : `Đồng bộ ${formatDate(dateOf(lastSync)).slice(0, 5)} lúc ${wallTimeOf(lastSync)}`;
};

const numbers = (left: number, lastSync: Moment | undefined): Say =>
  left === 0 && lastSync === undefined ? { tone: 'amber', words: 'Đang nhận số lần đầu' } : left === 0 ? { tone: 'red', words: 'Hết số tại máy' } : { tone: left <= FEW_NUMBERS ? 'amber' : 'calm', words: `Còn ${formatInteger(left)} số` };

const VAULT: Readonly<Record<CounterStanding['vault'], Say>> = {
  open: { tone: 'calm', words: 'Kho dữ liệu đang mở' },
  resting: { tone: 'amber', words: 'Kho dữ liệu đang khóa, mở bằng mã PIN' },
  closed: { tone: 'amber', words: 'Kho dữ liệu đang khóa' },
};

export const STOPPED: Readonly<Record<NonNullable<CounterStanding['stopped']>, string>> = {
  'not-filled': 'Máy mới đăng ký, đang nhận thủ tục và số hồ sơ lần đầu nên chưa tiếp nhận được khi mất mạng. Giữ mạng và để màn hình mở đến khi dòng trên cùng ghi giờ đồng bộ.',
  'silent-too-long': 'Máy đã quá lâu chưa đồng bộ nên chưa tiếp nhận được khi mất mạng. Nối mạng, đăng nhập và chờ đồng bộ xong; trong lúc đó dùng sổ giấy đánh số và nhập lại sau.',
  'no-numbers': 'Máy đã hết số được giữ sẵn nên chưa cấp được mã hồ sơ. Nối mạng để nhận thêm số; trong lúc đó dùng sổ giấy đánh số và nhập lại sau.',
  'newer-release': 'Thẻ khác trên máy này đã dùng bản mới và kho dữ liệu đã đổi theo, nên thẻ này không ghi thêm việc lúc mất mạng. Việc đã làm và hồ sơ đang nhập vẫn nằm trong kho. Bấm “Cập nhật bản mới” ở dòng trên cùng để làm tiếp.',
  revoked: 'Máy này đã bị thu hồi, không làm việc khi mất mạng được nữa. Việc đã làm được giữ lại để xem xét; báo quản trị hệ thống.',
};

/** What only takes its time, or a press, is no alarm. */
export const stoppedTone = (stopped: NonNullable<CounterStanding['stopped']>): 'amber' | 'red' => (stopped === 'not-filled' || stopped === 'newer-release' ? 'amber' : 'red');

/** Less is told by no clock on the wall. */
const TOLD_FROM = 60_000;
const clock = ({ clockUnsure }: CounterStanding): readonly Say[] => {
  if (Math.abs(clockUnsure) < TOLD_FROM) return [];
  // two hours less a blink are two hours
  const much = spanWords(Math.abs(clockUnsure) + TOLD_FROM / 2);
  return [{
    tone: 'red',
    words: clockUnsure > 0 ? `Đồng hồ máy vừa nhảy thêm ${much} (máy ngủ hoặc bị chỉnh): so giờ trước khi in` : `Đồng hồ máy lùi ${much}: giấy ghi giờ tính tiếp, chưa chắc đúng`,
  }];
};

/** What to do about it stands on “Máy này”. */
const storage = ({ storage: kept }: CounterStanding): readonly Say[] => {
  switch (kept) {
    case 'kept': return [];
    case 'may-be-cleared': return [{ tone: 'amber', words: 'Trình duyệt có thể tự xóa dữ liệu' }];
    case 'full': return [{ tone: 'red', words: 'Ổ đĩa đầy' }];
  }
};

/** In the order in which they matter; each is there every time. */
export const standingWords = (standing: CounterStanding, online: boolean, now: Moment): readonly Say[] => [
  online ? { tone: 'calm', words: 'Có mạng' } : { tone: 'amber', words: 'Mất mạng: làm việc tại máy này' },
  unsent(standing, online, now),
  ...(standing.parked > 0 ? [{ tone: 'red', words: `${formatInteger(standing.parked)} việc cần xem` } as const] : []),
  { tone: 'calm', words: synced(standing.lastSync, now) },
  // with the line nothing else says so while it still has acts to be looked at
  standing.stopped === 'revoked' ? { tone: 'red', words: 'Máy đã bị thu hồi' } : numbers(standing.numbersLeft, standing.lastSync),
  VAULT[standing.vault],
  ...clock(standing),
  ...storage(standing),
];

/** What the door of the store does not say itself. */
export const doorWords = (standing: CounterStanding, now: Moment): readonly Say[] => standingWords(standing, false, now).slice(1).filter((say) => say !== VAULT[standing.vault]);
