// Giving a machine back, in words.
import { formatInteger } from '#core/kernel/format.ts';
import type { Counter } from '../offline/counter/counter.ts';
import { leaveDesk } from '../offline/counter/leave-desk.ts';

const NOT_YET = {
  'something-waits': 'Máy này còn việc chưa gửi hoặc cần xem. Gửi hết và giải quyết từng việc ở “Việc chưa gửi” rồi trả máy.',
  'no-line': 'Trả máy cần có mạng và người của quầy đang đăng nhập. Máy vẫn như trước; có mạng rồi bấm lại.',
  shut: 'Kho dữ liệu đang khóa. Mở kho rồi trả máy.',
} as const;

export const leave = async (counter: Counter): Promise<string> => {
  const left = await leaveDesk(counter);
  if (left.kind !== 'left') throw new Error(left.kind === 'refused' ? left.text : NOT_YET[left.kind]);
  const unused = left.unused === undefined ? '' : ` ${formatInteger(left.unused)} số chưa dùng được ghi là số bỏ trống.`;
  return `Đã trả máy, kho dữ liệu đã xóa.${unused}`;
};
