// Biên bản xác định trách nhiệm: what went wrong on the way, who answers for it and why, what is issued anew by whom and by
// when, and what the post pays. The days to pay run from it.
// @law QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Dated, Letterhead, Moment, SidePrinted } from '../kit/parts.ts';

export type LiabilityMinutePayload = Dated & {
  readonly kind: 'liability-minute';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly number: string;
  /** The minute before, which holds no more. */
  readonly replaces?: { readonly number: string; readonly because: string };
  readonly desk: SidePrinted;
  readonly agency: SidePrinted;
  /** Of papers collected at home the other side is the person; absent: the agency. */
  readonly otherIs?: 'person';
  /** 'Túi thất lạc', 'Hư hỏng, rách nát'. */
  readonly incident: string;
  readonly bagLabel?: string;
  readonly recordNumber?: string;
  readonly foundOutAt: Moment;
  /** As it was written down then. */
  readonly account: string;
  readonly things: readonly { readonly name: string; readonly code?: string; readonly ownerName?: string; readonly itemNumber?: string; readonly count: number }[];
  /** 'Bưu điện', the agency's name; absent: nobody's fault. */
  readonly answerable?: string;
  readonly ground: string;
  readonly reissue: readonly { readonly what: string; readonly by: string; readonly due: PlainDate }[];
  /** Amounts in đồng. */
  readonly compensation: readonly { readonly what: string; readonly itemNumber?: string; readonly postage?: number; readonly amount: number }[];
  readonly payBy?: PlainDate;
  /** Dossiers without a posting slip: nothing is paid for them. */
  readonly unproved: readonly string[];
};
