// A machine that hears no server for long keeps nothing for longer than one that does: looked at with each start as well.
import { POLICY } from '../meta-keys.ts';
import { retainSent } from '../sync/retention.ts';
import type { Counter } from './counter.ts';

export const retainAtStart = async ({ db, businessNow, state }: Pick<Counter, 'db' | 'businessNow' | 'state'>): Promise<void> => {
  const policy = (await db.meta.get(POLICY))?.value as { readonly retentionDays: number } | undefined;
  const now = await businessNow();
  // a clock in doubt makes nothing old
  if (policy && state.get().clockUnsure === 0) await retainSent(db, now, policy.retentionDays);
};
