// Giấy tiếp nhận khiếu nại dịch vụ bưu chính: what is complained about, by whom, and by when it is settled.
// @law TT 17/2017/TT-BTTTT Đ.12
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Dated, Letterhead, PersonLine } from '../kit/parts.ts';

export type ComplaintReceiptPayload = Dated & {
  readonly kind: 'complaint-receipt';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly number: string;
  readonly complainant: PersonLine;
  /** 'Hồ sơ', 'Bưu gửi', 'Túi hồ sơ' */
  readonly about: string;
  readonly code: string;
  readonly proofNumber?: string;
  /** 'Chứng từ gửi (01 tệp), Ảnh bưu gửi hư hỏng (02 tệp)' */
  readonly proofs?: string;
  readonly content: string;
  readonly wish?: string;
  readonly settleBy: PlainDate;
  /** '5 ngày làm việc (bưu gửi trong tỉnh)' */
  readonly within: string;
  /** Brought after its last day: it is taken, and says so. */
  readonly lastDayWas?: PlainDate;
  readonly receivedBy: { readonly name: string; readonly title?: string };
};
