// Said to a courier who signs out with something on her phone that the server does not have.
import { formatInteger } from '#core/kernel/format.ts';
import type { PhoneActRow } from './phone-db.ts';

export const leftOnPhone = (acts: readonly Pick<PhoneActRow, 'state'>[]): string | undefined => {
  const parked = acts.filter(({ state }) => state === 'refused').length;
  const waiting = acts.filter(({ state }) => state !== 'done').length - parked;
  if (waiting + parked === 0) return undefined;
  const what = [...(waiting > 0 ? [`${formatInteger(waiting)} việc chưa gửi`] : []), ...(parked > 0 ? [`${formatInteger(parked)} việc cần xem lại`] : [])];
  return `Điện thoại này còn ${what.join(' và ')}. Đăng xuất thì chuyến thư được xóa khỏi máy, những việc ấy vẫn giữ kín tại đây và chỉ gửi khi chính ông/bà đăng nhập lại trên máy này.`;
};
