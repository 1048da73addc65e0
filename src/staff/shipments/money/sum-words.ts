import { formatMoney } from '#core/kernel/format.ts';
import type { DeskMoneyView } from '#wire/remittance.wire.ts';
import { shortMoment } from '../../words/moment-words.ts';

type Sum = DeskMoneyView['sums'][number];

export const signedMoney = (amount: number): string => (amount < 0 ? `−${formatMoney(-amount)}` : formatMoney(amount));

/** As the slip says it, with the moment. */
export const sumWords = ({ kind, name, at }: Sum): string => {
  switch (kind) {
    case 'hand-in': return `Bưu tá ${name} nộp ${shortMoment(at)}`;
    case 'short': return `Phần còn thiếu của bảng kê ${name}, đếm ${shortMoment(at)}`;
    case 'given-back': return `Đã trả lại người nhận ${name} ${shortMoment(at)}`;
  }
};
