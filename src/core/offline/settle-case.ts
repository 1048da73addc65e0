// A case is settled once. What could not be believed is not taken on the word of whoever may have sent it: an officer
// of the desk or an administrator decides.
import type { Moment } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { Role } from '../organisation/organisation.ts';
import type { QuarantineReason } from './case-reason.ts';

export type CaseFacts = {
  readonly kind: 'refused' | 'quarantined' | 'correction';
  readonly settled?: { readonly by: string; readonly at: Moment };
  readonly roles: readonly Role[];
};
export type SettleRefused =
  | { readonly kind: 'case-settled'; readonly by: string; readonly at: Moment }
  | { readonly kind: 'case-needs-officer' }
  /** Taken already as it was printed: it is not set aside. */
  | { readonly kind: 'case-stands' };

const BELIEVERS: ReadonlySet<Role> = new Set(['commune-officer', 'administrator']);

export const mayBelieve = (roles: readonly Role[]): boolean => roles.some((role) => BELIEVERS.has(role));

export type SettledHow = 'taken' | 'corrected' | 'set-aside';

/** Without `how`: whether these people settle it at all. */
export const settleCase = (facts: CaseFacts, how?: SettledHow): Result<CaseFacts, SettleRefused> => {
  if (facts.settled) return refuse({ kind: 'case-settled', ...facts.settled });
  if (facts.kind === 'quarantined' && !mayBelieve(facts.roles)) return refuse({ kind: 'case-needs-officer' });
  return facts.kind === 'correction' && how === 'set-aside' ? refuse({ kind: 'case-stands' }) : ok(facts);
};

/** Whoever vouches for it, it would not go in: another act has its desk, its key or its paper, or nobody can read it. */
const NEVER_TAKEN: ReadonlySet<string> = new Set<QuarantineReason>(['desk-differs', 'body-unreadable', 'body-too-large', 'key-reused', 'paper-used', 'basis-unknown']);
export const mayBeTaken = (reason: string): boolean => !NEVER_TAKEN.has(reason);

/** What a person may make of it, the likeliest first. What differs from its paper was taken already. */
export const waysToSettle = (kind: CaseFacts['kind'], reason: string): readonly SettledHow[] => {
  switch (kind) {
    case 'correction': return ['taken', 'corrected'];
    case 'refused': return ['corrected', 'set-aside', 'taken'];
    case 'quarantined': return mayBeTaken(reason) ? ['taken', 'corrected', 'set-aside'] : ['corrected', 'set-aside'];
  }
};

/** Whoever looks at it vouches for who did it, when, and with which number; for an act at another desk nobody here does. */
export const mayBeVouchedFor = (reason: QuarantineReason): boolean => reason !== 'desk-differs';
