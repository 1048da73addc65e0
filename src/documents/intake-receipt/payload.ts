// Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả; also the appointment slip of a certification
// that is not returned on the day.
// @law TT 01/2018/TT-VPCP Đ.9 (Mẫu số 01); TT 03/2025/TT-VPCP Phụ lục I (Mẫu số 01)
import type { Dated, FeeLinePrinted, HandsPrinted, Letterhead, Moment, PaperLine, PartyLine, Replacing, ReturnPlace, Tracking } from '../kit/parts.ts';

export type IntakeReceiptPayload = Dated & {
  readonly kind: 'intake-receipt';
  readonly version: 'v2018' | 'v2025';
  readonly head: Letterhead;
  /** Số …/TNHS, only the number: '0001'. */
  readonly number: string;
  readonly tracking: Tracking;
  readonly applicant: PartyLine;
  /** Absent when the applicant is the owner. */
  readonly owner?: PartyLine;
  /** 'con ruột', 'theo Giấy ủy quyền số …' */
  readonly representation?: string;
  readonly procedureName: string;
  /** Cơ quan giải quyết. */
  readonly agencyName: string;
  /** Where help was given, when it was another place than the desk. */
  readonly helpedAt?: string;
  readonly papers: readonly PaperLine[];
  readonly setCount: number;
  /** '05 ngày làm việc' */
  readonly timeLimit: string;
  readonly receivedAt: Moment;
  /** Absent only while the clock has not started. */
  readonly dueAt?: Moment;
  readonly dueNote?: string;
  readonly returnPlace: ReturnPlace;
  readonly fees: readonly FeeLinePrinted[];
  readonly register?: { readonly book: string; readonly order: string };
  readonly hands: HandsPrinted;
  /** This receipt replaces an earlier one. */
  readonly supersedes?: Replacing['supersedes'];
  /** Due moment in very large print, for people who read with difficulty. */
  readonly largePrint?: boolean;
};
