// When to send: at start, when the line is back, after each act, and on a timer. One tab sends.
import { waitSeconds } from './back-off.ts';
import type { Stop } from './round.ts';

export type RoundEnd = { readonly kind: 'up-to-date' } | { readonly kind: 'some-wait' } | { readonly kind: 'broken' } | Stop;

/** Nobody else sends while `work` runs; undefined: another tab does. */
export type OneTab = <T>(work: () => Promise<T>) => Promise<T | undefined>;
export const webLock = (world: string): OneTab => <T>(work: () => Promise<T>) =>
  navigator.locks.request(`motcua-sync-${world}`, { ifAvailable: true }, async (lock): Promise<T | undefined> => (lock ? work() : undefined)) as Promise<T | undefined>;

export type Timer = (milliseconds: number, ring: () => void) => () => void;
export const browserTimer: Timer = (milliseconds, ring) => {
  const id = setTimeout(ring, milliseconds);
  return () => clearTimeout(id);
};

export type SyncParts<Round> = {
  /** What a round works with; undefined while that is shut. */
  readonly round: () => Promise<Round | undefined>;
  readonly once: (round: Round) => Promise<RoundEnd>;
  readonly oneTab: OneTab;
  readonly timer: Timer;
  readonly random: () => number;
  readonly told: (end: RoundEnd | { readonly kind: 'running' } | { readonly kind: 'not-open' } | { readonly kind: 'other-tab' }) => void;
};
export type Sync = { readonly poke: () => Promise<void>; readonly stop: () => void };

const REST_SECONDS = 60;

export const startSync = <Round>({ round, once, oneTab, timer, random, told }: SyncParts<Round>): Sync => {
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
    const end = await oneTab(() => once(work).catch((): RoundEnd => ({ kind: 'broken' }))) ?? { kind: 'other-tab' as const };
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
