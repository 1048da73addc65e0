// A machine that is given back: what it holds in advance returns by its own word, and nothing of anybody stays on it. Only
// once everything was sent and judged; what another tab does in between is sent, and judged, as of any revoked machine.
import { returnLeasesAnswer } from '#wire/offline.wire.ts';
import { bagsBegun } from '../bags-begun.ts';
import { tellServer } from '../sync/round.ts';
import { wipe } from '../sync/retention.ts';
import type { Counter } from './counter.ts';

export type Left =
  /** `unused`: numbers that no paper bears; unknown where the answer was lost. */
  | { readonly kind: 'left'; readonly unused?: number }
  | { readonly kind: 'something-waits' }
  | { readonly kind: 'no-line' }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'shut' };

export const leaveDesk = async (counter: Counter): Promise<Left> => {
  const { db, parts } = counter;
  const [stored, device] = [counter.stored(), await counter.device()];
  if (!stored || !device) return { kind: 'shut' };
  await counter.sync.poke();
  if (await db.outbox.where('state').notEqual('done').count() > 0) return { kind: 'something-waits' };
  const leases = (await db.leases.toArray()).map(({ leaseId, next }) => ({ leaseId, next }));
  const verdict = await tellServer({ transport: parts.transport, ports: parts.ports }, '/api/desk/offline/leases/return', { leases, leaving: true }, device);
  if (verdict.kind === 'refused') return verdict;
  // asked before, and the answer was lost
  if (verdict.kind !== 'done' && verdict.kind !== 'revoked') return { kind: 'no-line' };
  if (!(await wipe(db))) return { kind: 'something-waits' };
  return { kind: 'left', ...(verdict.kind === 'done' ? { unused: returnLeasesAnswer.parse(verdict.body).unused } : {}) };
};

/** Drafts, lists and bags being filled that would go with the machine. */
export const undoneHere = async ({ db, parts }: Counter): Promise<number> => {
  const [typed, bags] = await Promise.all([db.typed.where('kind').anyOf('draft', 'list').count(), bagsBegun(db, parts.ports.newId).list()]);
  return typed + bags.filter(({ dossierIds }) => dossierIds.length > 0).length;
};
