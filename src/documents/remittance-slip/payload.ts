// Bảng kê nộp tiền thu hộ: what a desk pays to its post, sum by sum, signed for by both. Which part of it belongs to which
// agency is not said here: fees are paid out by a list of their own.
// @law QĐ 45/2016/QĐ-TTg Đ.7.5
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Dated, Letterhead, Moment, SidePrinted } from '../kit/parts.ts';

export type RemittanceSlipPayload = Dated & {
  readonly kind: 'remittance-slip';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly number: string;
  readonly giver: SidePrinted;
  readonly taker: SidePrinted;
  readonly paidOn: PlainDate;
  /** 'Tiền mặt', or 'Chuyển khoản, số tham chiếu FT19322'. */
  readonly way: string;
  /** Below nought: given back to a receiver. */
  readonly sums: readonly { readonly what: string; readonly at: Moment; readonly amount: number }[];
  readonly amount: number;
  readonly note?: string;
};
