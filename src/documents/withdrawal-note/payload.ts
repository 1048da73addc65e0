// Giấy trả lại hồ sơ khi rút: the citizen asked for the dossier back; which papers went back, which were
// kept and why, who took them.
// @law NĐ 61/2018/NĐ-CP Đ.20.2; QĐ 985/QĐ-TTg 2018 (trạng thái 7, công dân yêu cầu rút hồ sơ)
import type { Dated, HandsPrinted, Letterhead, Moment, PaperLine, PartyLine, Replacing, Tracking } from '../kit/parts.ts';

export type WithdrawalNotePayload = Dated & Replacing & {
  readonly kind: 'withdrawal-note';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly number: string;
  readonly tracking: Tracking;
  readonly applicant: PartyLine;
  readonly owner?: PartyLine;
  readonly procedureName: string;
  readonly receivedAt: Moment;
  readonly askedAt: Moment;
  readonly reason?: string;
  readonly papersBack: readonly PaperLine[];
  /** Kept for the record, with the reason in the note. */
  readonly papersKept?: readonly PaperLine[];
  /** 'Phí đã thu 14.000 đồng được hoàn trả ngày 20/11/2019.' */
  readonly feeNote?: string;
  readonly receiver: { readonly name: string; readonly identity?: string; readonly relation?: string };
  readonly hands: HandsPrinted;
};
