// Whether this machine is an enrolled counter: known at once, before anything is opened or asked.
import { useSyncExternalStore } from 'react';
import type { Moment } from '#core/kernel/moment.ts';

const KEY = 'motcua.counter';

export type CounterHere = { readonly world: string; readonly deviceId: string; readonly name: string; readonly deskName: string; readonly enrolledAt: Moment };

const listeners = new Set<() => void>();
const written = (): void => { for (const tell of listeners) tell(); };

export const counterHere = (): CounterHere | undefined => {
  const kept = localStorage.getItem(KEY);
  return kept === null ? undefined : (JSON.parse(kept) as CounterHere);
};
export const keepCounterHere = (here: CounterHere): void => {
  localStorage.setItem(KEY, JSON.stringify(here));
  written();
};
export const dropCounterHere = (): void => {
  localStorage.removeItem(KEY);
  written();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  // another tab writes too
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
};
export const useIsCounter = (): boolean => useSyncExternalStore(subscribe, () => localStorage.getItem(KEY) !== null);
