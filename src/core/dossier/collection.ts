// What is done about an outcome that nobody collects: a first invitation on the working day after the one on which it
// could be had, a second at least two working days later; after two more it goes back to the agency.
// @law QĐ 45/2016/QĐ-TTg Đ.9; TT 17/2017/TT-BTTTT Đ.5.2
import { type AnyCalendar, addWorkingDays } from '../deadline/working-time.ts';
import type { PlainDate } from '../kernel/moment.ts';
import type { ReturnWish } from './dossier.ts';

export const MOST_INVITATIONS = 2;
/** Working days between two invitations, and those the second one leaves. */
const DAYS_LEFT = 2;

/** Of the outcome that lies at the desk now: what was done about an earlier stay counts no more. */
export type CollectionFacts = {
  readonly readyOn: PlainDate;
  /** The day printed on the receipt: nobody is late before it. */
  readonly dueOn?: PlainDate;
  readonly invitedOn: readonly PlainDate[];
  readonly wish: ReturnWish['kind'];
  readonly shipment: 'none' | 'under-way' | 'came-back';
};

export type CollectionStep =
  | { readonly kind: 'invite'; readonly round: number; readonly from: PlainDate }
  | { readonly kind: 'send-back'; readonly from: PlainDate };

/** The last day that a second invitation leaves. */
export const lastDayOf = (invitedOn: PlainDate, calendar: AnyCalendar): PlainDate => addWorkingDays(calendar, invitedOn, DAYS_LEFT);

/** Undefined while it is to be brought home: nobody is invited to what a courier carries. */
export const nextCollectionStep = (facts: CollectionFacts, calendar: AnyCalendar): CollectionStep | undefined => {
  const { readyOn, dueOn, invitedOn, wish, shipment } = facts;
  if (shipment === 'under-way' || (wish === 'home-delivery' && shipment === 'none')) return undefined;
  const last = invitedOn.at(-1);
  if (last === undefined) return { kind: 'invite', round: 1, from: addWorkingDays(calendar, dueOn && dueOn > readyOn ? dueOn : readyOn, 1) };
  return invitedOn.length < MOST_INVITATIONS
    ? { kind: 'invite', round: invitedOn.length + 1, from: addWorkingDays(calendar, last, DAYS_LEFT) }
    : { kind: 'send-back', from: addWorkingDays(calendar, lastDayOf(last, calendar), 1) };
};
