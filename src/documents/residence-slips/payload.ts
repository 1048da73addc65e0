// The police's own slips for residence: CT04 receipt, CT05 guidance, CT06 refusal; not forms 01–03.
// @law TT 66/2023/TT-BCA Đ.4 (Mẫu CT04, CT05, CT06)
import type { Dated, HandsPrinted, Moment, PaperLine, Replacing, ReturnPlace, Tracking } from '../kit/parts.ts';

export type ResidencePerson = {
  readonly name: string;
  /** 12 digits, or 9 of an old card. */
  readonly personalNumber: string;
  readonly permanentAddress?: string;
  readonly temporaryAddress?: string;
  readonly currentAddress?: string;
  readonly phone?: string;
  readonly email?: string;
};

type ResidenceHead = Dated & Replacing & {
  readonly version: 'v2023';
  /** 'Công an tỉnh Hà Tĩnh' */
  readonly superiorAgency: string;
  /** 'Công an xã Kỳ Xuân' */
  readonly agency: string;
  readonly place: string;
  readonly number: string;
  readonly person: ResidencePerson;
  readonly procedureName: string;
  readonly hands: HandsPrinted;
};

export type ResidenceReceiptPayload = ResidenceHead & {
  readonly kind: 'residence-receipt';
  readonly tracking: Tracking;
  readonly papers: readonly PaperLine[];
  readonly receivedAt: Moment;
  readonly dueAt?: Moment;
  /** How the outcome is wished: on paper, electronically, by SMS. */
  readonly outcomeBy: 'paper' | 'electronic' | 'sms';
  readonly returnPlace?: ReturnPlace;
};

export type ResidenceGuidancePayload = ResidenceHead & {
  readonly kind: 'residence-guidance';
  /** 1. Bổ sung thêm các giấy tờ, thủ tục. */
  readonly papersToAdd: readonly string[];
  /** 2. Kê khai lại các biểu mẫu. */
  readonly formsToRewrite: readonly string[];
  /** 3. Hướng dẫn khác. */
  readonly otherGuidance?: string;
  readonly reason: string;
};

export type ResidenceRefusalPayload = ResidenceHead & {
  readonly kind: 'residence-refusal';
  readonly reason: string;
  readonly legalGround: string;
};
