// Thông báo dừng giải quyết hồ sơ: nothing more is done on the dossier, and why. Form 05 of 2025; before
// it a plain administrative notice, for which the circular of 2018 had no form.
// @law TT 03/2025/TT-VPCP Mẫu số 05; NĐ 30/2020/NĐ-CP Đ.8
import type { Dated, Letterhead, Moment, PaperLine, PartyLine, SignerPrinted, Tracking } from '../kit/parts.ts';

export type StopNoticePayload = Dated & {
  readonly kind: 'stop-notice';
  readonly version: 'v2018' | 'v2025';
  readonly head: Letterhead;
  /** Only the number. */
  readonly number: string;
  /** 'TB-UBND'; absent: 'TB'. */
  readonly symbol?: string;
  readonly tracking: Tracking;
  readonly applicant: PartyLine;
  readonly owner?: PartyLine;
  readonly procedureName: string;
  readonly receivedAt: Moment;
  readonly dueAt?: Moment;
  readonly stoppedAt: Moment;
  readonly reason: string;
  readonly legalGround?: string;
  /** Given back with the notice; absent: said to be collected at the desk when there are any. */
  readonly papersBack?: readonly PaperLine[];
  /** 'Lệ phí đã thu 8.000 đồng được hoàn trả tại nơi đã nộp.' */
  readonly feeNote?: string;
  /** What the citizen can do now: file again, complain. Whole sentences. */
  readonly advice?: readonly string[];
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly signer: SignerPrinted;
  readonly recipients?: readonly string[];
};
