// One round of a counter: sending, then reading anew.
import { LAST_SYNC, POLICY, REVOKED } from '../meta-keys.ts';
import { waitingIn } from '../store.ts';
import { forgetPins } from '../vault.ts';
import { fillUpLeases, followChanges, refreshReference } from './refresh.ts';
import { retain, wipe } from './retention.ts';
import type { Round } from './round.ts';
import { sendCommands } from './send-commands.ts';
import { readJudged } from './judged.ts';
import { readStale } from './stale.ts';
import type { RoundEnd } from './turns.ts';

/** A device that was revoked still tells what it printed before; then it forgets everybody. */
const afterRevocation = async ({ stored: { db } }: Round): Promise<void> => {
  await db.meta.put({ key: REVOKED, value: true });
  await forgetPins(db);
  await db.leases.clear();
  await db.typed.clear();
  await wipe(db);
};

export const syncOnce = async (round: Round): Promise<RoundEnd> => {
  const { db } = round.stored;
  const sent = await sendCommands(round);
  if (sent.stop) return sent.stop;
  for (const step of [readJudged, fillUpLeases, refreshReference, followChanges, readStale]) {
    const stop = await step(round);
    if (stop?.kind === 'revoked') await afterRevocation(round);
    if (stop) return stop;
  }
  const now = round.businessNow();
  await db.meta.put({ key: LAST_SYNC, value: now });
  const policy = (await db.meta.get(POLICY))?.value as { readonly retentionDays: number } | undefined;
  if (policy) await retain(db, now, round.ports.machineNow(), policy.retentionDays);
  return (await waitingIn(db)).count === 0 ? { kind: 'up-to-date' } : { kind: 'some-wait' };
};
