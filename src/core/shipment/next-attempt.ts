// What follows an attempt that brought nothing: another day, back to the desk, or back for good once the receiver caused
// it on so many days. A second try on the same day counts no more than the first.
// @law QĐ 45/2016/QĐ-TTg Đ.10; TT 17/2017/TT-BTTTT Đ.5.2
import { type AnyCalendar, addWorkingDays } from '../deadline/working-time.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { ABOUT_REASON, type AttemptReason } from './attempt-reasons.ts';

/** Neither number stands in the law [M]: a site's own rule, kept with its carrier. */
export type AttemptPolicy = { readonly mostDays: number; readonly daysBetween: number };
export const ATTEMPT_POLICY: AttemptPolicy = { mostDays: 3, daysBetween: 1 };

export type NextStep =
  | { readonly kind: 'again'; readonly on: PlainDate }
  | { readonly kind: 'to-desk' }
  | { readonly kind: 'return' };

/** The first day on which it may be tried again. */
export const againFrom = (on: PlainDate, { daysBetween }: AttemptPolicy, calendar: AnyCalendar): PlainDate => addWorkingDays(calendar, on, daysBetween);

export type AttemptMade = {
  readonly reason: AttemptReason;
  readonly on: PlainDate;
  /** Days on which the receiver caused it before. */
  readonly countedOn: readonly PlainDate[];
  readonly askedFor?: PlainDate;
};

/** Days on which the receiver caused it, this attempt among them. */
export const countedDays = ({ reason, on, countedOn }: AttemptMade): number => new Set([...countedOn, ...(ABOUT_REASON[reason].counts ? [on] : [])]).size;

/** `first`: the first day on which it may be tried again. */
export const stepAfter = (made: AttemptMade, { mostDays }: Pick<AttemptPolicy, 'mostDays'>, first: PlainDate): NextStep => {
  const { counts, follows } = ABOUT_REASON[made.reason];
  if (follows !== 'again') return { kind: follows };
  if (counts && countedDays(made) >= mostDays) return { kind: 'return' };
  return { kind: 'again', on: made.askedFor !== undefined && made.askedFor > first ? made.askedFor : first };
};

export const nextAfterAttempt = (made: AttemptMade, policy: AttemptPolicy, calendar: AnyCalendar): NextStep =>
  stepAfter(made, policy, againFrom(made.on, policy, calendar));
