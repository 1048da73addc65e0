// A lease comes back when its period is over or the counter asks: what no paper bears becomes a recorded gap. The
// counter says from where; a number that a command has come in with is used, whatever the counter says.
import { type Result, ok, refuse } from '../kernel/result.ts';
import { isPeriodOver } from './plan-leases.ts';
import type { PlainDate } from '../kernel/moment.ts';

export type LeaseHeld = { readonly leaseId: string; readonly period: string; readonly from: number; readonly to: number; readonly lastUsed?: number };
export type LeaseReturned = { readonly leaseId: string; readonly next: number };

export type ReturnRefused =
  | { readonly kind: 'lease-unknown' }
  /** Below what was used, or beyond the lease. */
  | { readonly kind: 'lease-next-wrong'; readonly from: number; readonly to: number };

/** The first number that may still be given at the counter: as it says, but never one that was used. */
export const nextOf = (lease: LeaseHeld, said: number | undefined): number =>
  Math.min(lease.to + 1, Math.max(said ?? lease.from, (lease.lastUsed ?? lease.from - 1) + 1));

export const returnLeases = (asked: readonly LeaseReturned[], held: readonly LeaseHeld[]): Result<readonly LeaseReturned[], ReturnRefused> => {
  for (const { leaseId, next } of asked) {
    const lease = held.find((one) => one.leaseId === leaseId);
    if (!lease) return refuse({ kind: 'lease-unknown' });
    if (next !== nextOf(lease, next)) return refuse({ kind: 'lease-next-wrong', from: lease.from, to: lease.to });
  }
  return ok(asked);
};

/** Of a period that is over: what the counter names, and, once it has nothing more to send, what it no longer knows. */
export const leasesRunOut = (
  held: readonly LeaseHeld[], said: ReadonlyMap<string, number>, pending: number, today: PlainDate,
): readonly LeaseReturned[] =>
  held.filter(({ leaseId, period }) => isPeriodOver(period, today) && (said.has(leaseId) || pending === 0))
    .map((lease) => ({ leaseId: lease.leaseId, next: nextOf(lease, said.get(lease.leaseId)) }));
