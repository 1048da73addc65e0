// Giving a machine back, in words.
import { formatInteger } from '#core/kernel/format.ts';
import type { Counter } from '../offline/counter/counter.ts';
import { leaveDesk } from '../offline/counter/leave-desk.ts';
import { NOT_YET } from './leave-words.ts';

export const leave = async (counter: Counter): Promise<string> => {
  const left = await leaveDesk(counter);
  if (left.kind !== 'left') throw new Error(left.kind === 'refused' ? left.text : NOT_YET[left.kind]);
  const unused = left.unused === undefined ? '' : ` ${formatInteger(left.unused)} số chưa dùng đã được ghi là số bỏ trống.`;
  return `Đã trả máy, kho dữ liệu đã xóa.${unused}`;
};
