// Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: one complete list, asked once.
// @law NĐ 61/2018/NĐ-CP Đ.17.1a, Đ.19.4; TT 01/2018/TT-VPCP Mẫu số 02; TT 03/2025/TT-VPCP Mẫu số 02
import type { Dated, Letterhead, Moment, PaperLine, PartyLine, Replacing, Tracking } from '../kit/parts.ts';

export type SupplementRequestPayload = Dated & Replacing & {
  readonly kind: 'supplement-request';
  readonly version: 'v2018' | 'v2025';
  readonly head: Letterhead;
  /** Số …/HDHS, only the number. */
  readonly number: string;
  /** Absent before reception, when there is no code. */
  readonly tracking?: Tracking;
  readonly applicant: PartyLine;
  readonly owner?: PartyLine;
  readonly procedureName: string;
  readonly items: readonly (PaperLine & { readonly reason?: string })[];
  readonly reason: string;
  readonly answerBy?: Moment;
  /** What the missing papers do to the time limit; absent on papers of before: it starts anew. */
  readonly clock?: 'restarts' | 'goes-on';
  readonly contact: { readonly name: string; readonly phone: string };
  readonly guideName: string;
  readonly guideTitle?: string;
  readonly assistantName?: string;
};
