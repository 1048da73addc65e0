// Giấy mời nhận kết quả: the outcome is ready and was not collected. Two invitations, two working days
// apart at least; after them the outcome may go back to the agency.
// @law TT 17/2017/TT-BTTTT Đ.5.2
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Dated, HandsPrinted, Letterhead, PartyLine, Tracking } from '../kit/parts.ts';

export type InvitationPayload = Dated & {
  readonly kind: 'invitation';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly number: string;
  readonly tracking: Tracking;
  /** Who is invited: who handed the dossier in, or the owner. */
  readonly invited: PartyLine;
  /** Another than the invited. */
  readonly ownerName?: string;
  readonly procedureName: string;
  /** 'Giấy phép xây dựng số 12/GPXD' */
  readonly outcomeName?: string;
  /** Lần mời. */
  readonly round: number;
  readonly earlierInvitations: readonly PlainDate[];
  /** From when on; absent: from the day of the paper. */
  readonly from?: PlainDate;
  /** After this day it is invited again or sent back. */
  readonly until?: PlainDate;
  /** Says what happens after `until`: 'chuyển trả cơ quan giải quyết'. */
  readonly afterwards?: string;
  readonly collectAt: { readonly name: string; readonly address: string; readonly phone?: string; readonly hours?: string };
  /** Giấy tiếp nhận, giấy tờ tùy thân, giấy tờ phải nộp lại … */
  readonly bring: readonly string[];
  /** Fees still to pay, in đồng. */
  readonly toPay?: number;
  readonly hands: HandsPrinted;
};
