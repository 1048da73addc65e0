// Thông báo giải quyết khiếu nại dịch vụ bưu chính: what was found and by which ground, or why it is not settled.
// @law TT 17/2017/TT-BTTTT Đ.12; NĐ 47/2011/NĐ-CP
import type { Dated, Letterhead, Moment, PersonLine } from '../kit/parts.ts';

export type ComplaintNoticePayload = Dated & {
  readonly kind: 'complaint-notice';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly number: string;
  readonly complainant: PersonLine;
  readonly about: string;
  readonly code: string;
  readonly receiptNumber: string;
  readonly receivedAt: Moment;
  readonly content: string;
  /** 'Khiếu nại đúng', or 'Từ chối giải quyết'. */
  readonly result: string;
  readonly isRefused: boolean;
  readonly ground: string;
  readonly note: string;
  /** In đồng. */
  readonly compensation?: number;
  readonly settledBy: { readonly name: string; readonly title?: string };
};
