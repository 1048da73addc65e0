// When to send: at start, when the line is back, after each act, and on a timer. One tab sends. However often a flapping line
// says that it is back, and whatever is done meanwhile, one round follows the other with a pause between.
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
  /** Milliseconds that only ever pass. */
  readonly steadyNow: () => number;
  readonly told: (end: RoundEnd | { readonly kind: 'running' } | { readonly kind: 'not-open' } | { readonly kind: 'other-tab' }) => void;
};
export type Sync = {
  /** Now: a person asks, or the store was opened. */
  readonly poke: () => Promise<void>;
  /** An act was done: now, but over a line that failed just before. */
  readonly acted: () => Promise<void>;
  /** Somebody says that the line is back. */
  readonly lineBack: () => void;
  readonly stop: () => void;
};

const REST_SECONDS = 60;
/** Between two rounds that only the line asked for; after one that failed as long as it waits, and no longer than this, spread. */
const PAUSE_AFTER_GOOD = 1;
const PAUSE_AFTER_FAILED = 5;

export const startSync = <Round>({ round, once, oneTab, timer, random, steadyNow, told }: SyncParts<Round>): Sync => {
  let failures = 0;
  let running: Promise<void> | undefined;
  let again = false;
  /** Asked for while a round ran: it follows when its pause is over. */
  let soonAfter = false;
  let notBefore = 0;
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
    const rest = next(end);
    const pause = failures === 0 ? PAUSE_AFTER_GOOD : Math.min(rest, PAUSE_AFTER_FAILED * (0.5 + random() / 2));
    notBefore = steadyNow() + pause * 1000;
    wake(soonAfter ? pause : rest);
    soonAfter = false;
  };
  const wake = (seconds: number): void => {
    silence();
    if (!stopped) silence = timer(seconds * 1000, () => void poke());
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
  const lineBack = (): void => {
    const left = (notBefore - steadyNow()) / 1000;
    if (running) soonAfter = true;
    else if (left > 0) wake(left);
    else void poke();
  };
  return {
    poke, lineBack,
    acted: async () => (failures === 0 ? poke() : lineBack()),
    stop: () => {
      stopped = true;
      silence();
    },
  };
};
