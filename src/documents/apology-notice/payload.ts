// Form 04: the agency says that it will be late, why, and when: at most once a dossier. In 2018 a slip
// with the new date; since the forms of 2025 a document that also asks for the extension.
// @law NĐ 61/2018/NĐ-CP Đ.19.9; TT 01/2018/TT-VPCP Mẫu số 04; TT 03/2025/TT-VPCP Mẫu số 04
import type { Dated, Letterhead, Moment, PartyLine, SignerPrinted, Tracking } from '../kit/parts.ts';

export type ApologyNoticePayload = Dated & {
  readonly kind: 'apology-notice';
  readonly version: 'v2018' | 'v2025';
  /** The agency that apologises. */
  readonly head: Letterhead;
  /** Only the number. */
  readonly number: string;
  /** 'UBND-VP'; absent: the form's own. */
  readonly symbol?: string;
  readonly tracking: Tracking;
  readonly applicant: PartyLine;
  readonly owner?: PartyLine;
  readonly procedureName: string;
  readonly receivedAt: Moment;
  /** As printed on the receipt. */
  readonly dueAt: Moment;
  readonly newDueAt: Moment;
  /** Cơ quan, đơn vị làm chậm; absent where it is the agency of the heading. */
  readonly lateUnit?: string;
  readonly reason: string;
  /** Asked for with the apology, printed in the form of 2025: '05 ngày làm việc' and what allows it. */
  readonly extension?: { readonly limit?: string; readonly legalGround?: string };
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly signer: SignerPrinted;
  /** Nơi nhận, after 'Như trên' and before 'Lưu: VT'. */
  readonly recipients?: readonly string[];
};
