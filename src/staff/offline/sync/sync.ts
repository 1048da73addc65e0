// Sending, then reading anew: at start, when the line is back, after each act, and on a timer. One tab sends.
import { LAST_SYNC, POLICY, REVOKED } from '../meta-keys.ts';
import { unsent } from '../store.ts';
import { forgetPins } from '../vault.ts';
import { waitSeconds } from './back-off.ts';
import { fillUpLeases, followChanges, refreshReference } from './refresh.ts';
import { retain, wipe } from './retention.ts';
import type { Round, Stop } from './round.ts';
import { sendCommands } from './send-commands.ts';
import { readStale } from './stale.ts';

export type RoundEnd = { readonly kind: 'up-to-date' } | { readonly kind: 'some-wait' } | { readonly kind: 'broken' } | Stop;

/** A device that was revoked still tells what it printed before; then it forgets everybody. */
const afterRevocation = async ({ stored: { db } }: Round): Promise<void> => {
  await db.meta.put({ key: REVOKED, value: true });
  await forgetPins(db);
  await db.leases.clear();
  await db.typed.clear();
  if (await db.outbox.where('state').notEqual('done').count() === 0) await wipe(db);
};

export const syncOnce = async (round: Round): Promise<RoundEnd> => {
  const { db } = round.stored;
  const sent = await sendCommands(round);
  if (sent.stop) return sent.stop;
  for (const step of [fillUpLeases, refreshReference, followChanges, readStale]) {
    const stop = await step(round);
    if (stop?.kind === 'revoked') await afterRevocation(round);
    if (stop) return stop;
  }
  const now = round.businessNow();
  await db.meta.put({ key: LAST_SYNC, value: now });
  const policy = (await db.meta.get(POLICY))?.value as { readonly retentionDays: number } | undefined;
  if (policy) await retain(db, now, round.ports.machineNow(), policy.retentionDays);
  return (await unsent(db)).length === 0 ? { kind: 'up-to-date' } : { kind: 'some-wait' };
};

/** Nobody else sends while `work` runs; undefined: another tab does. */
export type OneTab = <T>(work: () => Promise<T>) => Promise<T | undefined>;
export const webLock = (world: string): OneTab => <T>(work: () => Promise<T>) =>
  navigator.locks.request(`motcua-sync-${world}`, { ifAvailable: true }, async (lock): Promise<T | undefined> => (lock ? work() : undefined)) as Promise<T | undefined>;

export type Timer = (milliseconds: number, ring: () => void) => () => void;
export const browserTimer: Timer = (milliseconds, ring) => {
  const id = setTimeout(ring, milliseconds);
  return () => clearTimeout(id);
};

export type SyncParts = {
  /** Undefined while the vault is closed or the machine is not enrolled. */
  readonly round: () => Promise<Round | undefined>;
  readonly oneTab: OneTab;
  readonly timer: Timer;
  readonly random: () => number;
  readonly told: (end: RoundEnd | { readonly kind: 'running' } | { readonly kind: 'not-open' } | { readonly kind: 'other-tab' }) => void;
};
export type Sync = { readonly poke: () => Promise<void>; readonly stop: () => void };

const REST_SECONDS = 60;

export const startSync = ({ round, oneTab, timer, random, told }: SyncParts): Sync => {
  let failures = 0;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let silence = (): void => undefined;
  const next = (end: RoundEnd | { readonly kind: 'other-tab' }): number => {
    failures = end.kind === 'wait' || end.kind === 'some-wait' || end.kind === 'broken' ? failures + 1 : 0;
    return failures === 0 ? REST_SECONDS : waitSeconds(failures, random(), end.kind === 'wait' ? end.seconds : undefined);
  };
  const turn = async (): Promise<void> => {
    // a tab that closes meanwhile closes the store under it
    const work = await round().catch(() => undefined);
    if (!work) return told({ kind: 'not-open' });
    told({ kind: 'running' });
    // what breaks a round is a fault of ours; the queue is still there and is tried again
    const end = await oneTab(() => syncOnce(work).catch((): RoundEnd => ({ kind: 'broken' }))) ?? { kind: 'other-tab' as const };
    told(end);
    silence();
    if (!stopped) silence = timer(next(end) * 1000, () => void poke());
  };
  const poke = async (): Promise<void> => {
    if (stopped) return;
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await turn();
      } while (again && !stopped);
    })().finally(() => { running = undefined; });
    return running;
  };
  return {
    poke,
    stop: () => {
      stopped = true;
      silence();
    },
  };
};

