// Biên bản giao nhận hồ sơ between desk and agency, both ways, from a desk to its carrier, and between a
// desk and the post's own courier, both ways: dossiers, completeness, originals or
// copies, moment of signing, both signatures. In the postal regime the clock starts here.
// @law QĐ 45/2016/QĐ-TTg Đ.7.3, Đ.9
import type { Dated, Letterhead, Moment, Replacing, SidePrinted } from '../kit/parts.ts';

export type HandOverLine = {
  readonly code: string;
  /** Số hiệu phiếu gửi, postal regime. */
  readonly postingNumber?: string;
  readonly ownerName: string;
  readonly procedureName: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly plainCopy: number;
  /** To the desk: 'Giấy khai sinh số 125/2019'. */
  readonly outcome?: string;
  readonly dueAt?: Moment;
  /** Filled once counted together; absent before. */
  readonly result?: 'received' | 'rejected';
  readonly note?: string;
};

export type HandOverRecordPayload = Dated & Replacing & {
  readonly kind: 'hand-over-record';
  readonly version: 'v2016';
  readonly direction: 'to-agency' | 'to-desk' | 'to-carrier' | 'to-courier' | 'from-courier';
  readonly head: Letterhead;
  readonly number: string;
  readonly giver: SidePrinted;
  readonly taker: SidePrinted;
  readonly lines: readonly HandOverLine[];
  readonly sentAt: Moment;
  readonly receivedAt?: Moment;
  readonly remarks?: string;
};
