// Her phone comes back and tells what the desk has written down from her paper already. It is recognised by shipment, day and
// what became of it, and does nothing twice; where the two differ a person looks at both.
import { type Moment, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';
import type { AttemptReason } from './attempt-reasons.ts';
import type { CourierRefused } from './courier-round.ts';

export const TOLD_DIFFERENCES = ['outcome', 'day', 'receiver', 'amount', 'old-papers', 'reason'] as const;
export type ToldDifference = (typeof TOLD_DIFFERENCES)[number];

export type Told = {
  readonly outcome: 'delivered' | 'failed';
  readonly at: Moment;
  readonly reason?: AttemptReason;
  readonly receiver?: { readonly fullName: string; readonly identity: { readonly number: string } };
  readonly amount: number;
  /** Old papers that were taken in at that door. */
  readonly oldPapers: readonly string[];
};

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
const namesOf = ({ oldPapers }: Told): string => oldPapers.map(plain).toSorted().join('\n');

export const differencesOf = (phone: Told, paper: Told): readonly ToldDifference[] => {
  const differs: Readonly<Record<ToldDifference, boolean>> = {
    outcome: phone.outcome !== paper.outcome,
    day: dateOf(phone.at) !== dateOf(paper.at),
    receiver: plain(phone.receiver?.fullName ?? '') !== plain(paper.receiver?.fullName ?? '') || phone.receiver?.identity.number !== paper.receiver?.identity.number,
    amount: phone.amount !== paper.amount,
    'old-papers': namesOf(phone) !== namesOf(paper),
    reason: phone.reason !== paper.reason,
  };
  // delivered or not says the rest
  return differs.outcome ? ['outcome'] : TOLD_DIFFERENCES.filter((one) => differs[one]);
};

/**
 * Which of them the phone tells again; `written`: those that were written down after it happened, the last one last.
 * Undefined: none of them, and it is an act like any other. What is no longer with her cannot have happened beside the paper.
 */
export const toldAgain = <Paper extends Told>(phone: Told, written: readonly Paper[], isWithHer: boolean): Paper | undefined => {
  const alike = written.findLast(({ outcome, at }) => outcome === phone.outcome && dateOf(at) === dateOf(phone.at));
  if (alike || isWithHer) return alike;
  return written.findLast(({ outcome }) => outcome === phone.outcome) ?? written.at(-1);
};

export type ReportRefused = Extract<CourierRefused, { readonly kind: 'both-sides' }> | { readonly kind: 'report-settled'; readonly at: Moment; readonly byName: string };

/** Once, and not by her whose word it is. */
export const settleReport = ({ courierId, settled }: { readonly courierId: AccountId; readonly settled?: { readonly at: Moment; readonly byName: string } | null }, by: AccountId): Result<true, ReportRefused> => {
  if (settled) return refuse({ kind: 'report-settled', ...settled });
  return courierId === by ? refuse({ kind: 'both-sides' }) : ok(true);
};
