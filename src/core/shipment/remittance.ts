// Money counted at a desk goes on to its post. Every sum goes whole and once; until the post has counted it, it is between
// the two, and what the post counts less is the desk's as a sum of its own. Nobody signs for both sides.
// @law QĐ 45/2016/QĐ-TTg Đ.7.5
import { type Moment, type PlainDate, dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { AccountId } from '../organisation/organisation.ts';
import { type CourierRefused, type OnRecord, mayDiffer } from './courier-round.ts';

export const REMITTANCE_WAYS = ['cash', 'transfer'] as const;
export type RemittanceWay = (typeof REMITTANCE_WAYS)[number];

/** Where a sum at the desk comes from; what the desk gave back to a receiver counts against the others. */
export const SUM_KINDS = ['hand-in', 'short', 'given-back'] as const;
export type HeldSum = { readonly sumId: string; readonly kind: (typeof SUM_KINDS)[number]; readonly amount: number };

export type Remit = { readonly sumIds: readonly string[]; readonly way: RemittanceWay; readonly reference?: string; readonly paidOn: PlainDate };
export type RemitFacts = { readonly today: PlainDate; readonly held: number; readonly sums: readonly (HeldSum & { readonly at: Moment })[] };

export type RemittanceRefused =
  | Extract<CourierRefused, { readonly kind: 'both-sides' | 'more-than-held' | 'amount-differs' | 'taken-already' }>
  | { readonly kind: 'sum-gone' }
  | { readonly kind: 'nothing-to-remit' }
  | { readonly kind: 'reference-missing' }
  | { readonly kind: 'paid-later'; readonly today: PlainDate }
  | { readonly kind: 'paid-before-counted'; readonly countedOn: PlainDate };

export const totalOf = (sums: readonly { readonly amount: number }[]): number => sums.reduce((total, { amount }) => total + amount, 0);

export const remitMoney = ({ sumIds, way, reference, paidOn }: Remit, { today, held, sums }: RemitFacts): Result<{ readonly amount: number; readonly sums: readonly HeldSum[] }, RemittanceRefused> => {
  const chosen = sums.filter(({ sumId }) => sumIds.includes(sumId));
  if (chosen.length < sumIds.length) return refuse({ kind: 'sum-gone' });
  const amount = totalOf(chosen);
  if (amount <= 0) return refuse({ kind: 'nothing-to-remit' });
  if (amount > held) return refuse({ kind: 'more-than-held', held });
  if (way === 'transfer' && (reference ?? '') === '') return refuse({ kind: 'reference-missing' });
  if (paidOn > today) return refuse({ kind: 'paid-later', today });
  // what the post counted less may have been on its way when it counted
  const countedOn = chosen.filter(({ kind }) => kind === 'hand-in').map(({ at }) => dateOf(at)).find((day) => day > paidOn);
  return countedOn === undefined ? ok({ amount, sums: chosen }) : refuse({ kind: 'paid-before-counted', countedOn });
};

export type ConfirmFacts = { readonly amount: number; readonly sentBy: AccountId; readonly received?: NonNullable<OnRecord['received']> };

export const confirmRemittance = ({ counted, note }: { readonly counted: number; readonly note?: string }, facts: ConfirmFacts, by: AccountId): Result<true, RemittanceRefused> => {
  if (facts.received) return refuse({ kind: 'taken-already', ...facts.received });
  if (facts.sentBy === by) return refuse({ kind: 'both-sides' });
  if (counted > facts.amount) return refuse({ kind: 'more-than-held', held: facts.amount });
  const differs = mayDiffer(facts.amount, counted, note);
  return differs.ok ? ok(true) : refuse({ kind: 'amount-differs', expected: facts.amount, counted });
};
