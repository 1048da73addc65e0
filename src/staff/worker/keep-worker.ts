// The page's side of the worker: it is asked for on enrolled counters and on couriers' phones only, and a new version only
// when somebody presses.
import { useSyncExternalStore } from 'react';
import type { PressHeld, ToWorker } from './worker-words.ts';

export type Kept = {
  /** Screens are whole on this machine. */
  readonly shell: 'none' | 'fetching' | 'held';
  /** The counter's own press is whole on this machine. */
  readonly press: 'unknown' | 'fetching' | 'held' | 'failed';
  /** A newer version is here: it waits, or another tab took it. */
  readonly updateReady: boolean;
};

const ADDRESS = `${import.meta.env.BASE_URL}service-worker.js`;
const LOOK_FOR_UPDATES = 3_600_000;
/** It waits until the worker before has nothing under way any more. */
const TAKES_OVER_WITHIN = 10_000;
/** Where a tab wakes it in that moment, the browser does not look again by itself for half a minute. */
const ASKED_AGAIN = 1_000;

let kept: Kept = { shell: 'none', press: 'unknown', updateReady: false };
const listeners = new Set<() => void>();
const note = (change: Partial<Kept>): void => {
  kept = { ...kept, ...change };
  for (const tell of listeners) tell();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useKept = (): Kept => useSyncExternalStore(subscribe, () => kept);

const say = (worker: ServiceWorker, words: ToWorker, ports: readonly MessagePort[] = []): void => worker.postMessage(words, [...ports]);

/** Many megabytes: asked for when the screens are whole and nothing else is to do. */
const holdPress = (worker: ServiceWorker): void => {
  const { port1, port2 } = new MessageChannel();
  note({ press: 'fetching' });
  port1.addEventListener('message', ({ data }: MessageEvent<PressHeld>) => note({ press: data.held ? 'held' : 'failed' }));
  port1.start();
  say(worker, { kind: 'hold-press' }, [port2]);
};

/** This page is of the version before. */
let outgrown = false;
const look = (registration: ServiceWorkerRegistration): void => {
  // what broke off is not on its way any more
  const coming = registration.installing ?? registration.waiting;
  note({ shell: registration.active ? 'held' : coming ? 'fetching' : 'none', updateReady: outgrown || (registration.active !== null && registration.waiting !== null) });
};

/** A phone prints nothing: ten megabytes less. */
type Holding = 'all' | 'screens';

let registered: Promise<ServiceWorkerRegistration | undefined> | undefined;
const register = async (what: Holding): Promise<ServiceWorkerRegistration | undefined> => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return undefined;
  // the first worker of a machine takes the page that asked for it, which is of its own version
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      outgrown = true;
      note({ updateReady: true });
    }, { once: true });
  }
  const registration = await navigator.serviceWorker.register(ADDRESS, { scope: import.meta.env.BASE_URL, updateViaCache: 'none' });
  look(registration);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => look(registration));
  });
  const update = (): void => void registration.update().catch(() => undefined);
  setInterval(update, LOOK_FOR_UPDATES);
  addEventListener('online', update);
  const { active } = await navigator.serviceWorker.ready;
  look(registration);
  if (active && what === 'all') requestIdleCallback(() => holdPress(active));
  return registration;
};

/** Without it the app works on the line as ever; what went wrong is seen by `shell` staying behind. */
export const keepWorker = (what: Holding = 'all'): Promise<ServiceWorkerRegistration | undefined> =>
  (registered ??= register(what).catch(() => {
    registered = undefined;
    return undefined;
  }));

export const fetchPressAgain = async (): Promise<void> => {
  const active = (await keepWorker())?.active;
  if (active) holdPress(active);
};

/**
 * Whoever asked begins her tab anew then, with drafts as they were kept; others go on with what they have. False: the newer
 * version did not come in yet, and the tab stays as it is; nothing begins anew later, under somebody's hands.
 */
export const letUpdateIn = async (): Promise<boolean> => {
  const waiting = (await keepWorker())?.waiting;
  const within = AbortSignal.timeout(TAKES_OVER_WITHIN);
  return !waiting || new Promise<boolean>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true, signal: within });
    const ask = (): void => say(waiting, { kind: 'take-over' });
    const asking = setInterval(ask, ASKED_AGAIN);
    within.addEventListener('abort', () => {
      clearInterval(asking);
      resolve(false);
    });
    ask();
  });
};

/** A machine that is no counter any more keeps nothing. */
export const dropWorker = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration(import.meta.env.BASE_URL);
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith('motcua-')) await caches.delete(name);
  registered = undefined;
  outgrown = false;
  note({ shell: 'none', press: 'unknown', updateReady: false });
};
