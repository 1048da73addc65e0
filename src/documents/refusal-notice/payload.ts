// Form 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ. The desk's officer refuses reception, the agency
// refuses resolution: one form, two acts. Never the postal clerk's.
// @law NĐ 61/2018/NĐ-CP Đ.17.1b, Đ.19.8; TT 01/2018/TT-VPCP Mẫu số 03; TT 03/2025/TT-VPCP Mẫu số 03
import type { Dated, HandsPrinted, Letterhead, PartyLine, Replacing, SignerPrinted, Tracking } from '../kit/parts.ts';

export type RefusalNoticePayload = Dated & Replacing & {
  readonly kind: 'refusal-notice';
  readonly version: 'v2018' | 'v2025';
  readonly act: 'reception' | 'resolution';
  readonly head: Letterhead;
  readonly number: string;
  /** Present when a dossier was received and is refused by the agency. */
  readonly tracking?: Tracking;
  readonly applicant: PartyLine;
  readonly owner?: PartyLine;
  readonly procedureName: string;
  readonly reason: string;
  /** 'Điều 18 Luật Hộ tịch số 60/2014/QH13' */
  readonly legalGround: string;
  readonly contact?: { readonly name: string; readonly phone: string };
  /** Reception: the officer (and the assistant). */
  readonly hands?: HandsPrinted;
  /** Resolution: who signs for the agency. */
  readonly signer?: SignerPrinted;
};
