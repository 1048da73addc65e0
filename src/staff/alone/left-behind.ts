// Said to whoever signs out at a counter on which something waits.
import { formatInteger } from '#core/kernel/format.ts';
import type { CounterStanding } from './counter.ts';

export const leftBehindHere = ({ waiting, parked }: Pick<CounterStanding, 'waiting' | 'parked'>): string | undefined => {
  if (waiting + parked === 0) return undefined;
  const what = [...(waiting > 0 ? [`${formatInteger(waiting)} việc chưa gửi về máy chủ`] : []), ...(parked > 0 ? [`${formatInteger(parked)} việc cần người xem lại`] : [])];
  return `Máy này còn ${what.join(' và ')}. Đăng xuất thì kho dữ liệu khóa lại: việc đã làm còn nguyên, nhưng chỉ gửi được khi có người của quầy đăng nhập và mở kho tại máy này.`;
};
