// What the bar at the top says. Observed without React: whoever listens is told, and reads the same object until it changes.
import type { PresentOfficerView } from '#wire/session.wire.ts';
import type { NumbersLeft } from './lease-hand.ts';

export type CounterState = {
  /** 'none': this machine is not enrolled. */
  readonly vault: 'none' | 'locked' | 'open';
  readonly line: 'unknown' | 'online' | 'offline';
  readonly sync: 'resting' | 'running' | 'waiting' | 'sign-in-needed' | 'other-desk' | 'other-tab' | 'revoked';
  readonly pending: number;
  readonly oldestMadeAt?: string;
  readonly parked: number;
  /** Another tab runs a newer release, which has given the store another form. */
  readonly outgrown: boolean;
  /** By how much a jump of the machine's clock leaves the time unsure: above zero believed, below zero not. */
  readonly clockUnsure: number;
  /** The officer beside the clerk, as this tab knows her. */
  readonly present?: PresentOfficerView;
  readonly lastSyncAt?: string;
  readonly numbersLeft: readonly NumbersLeft[];
};

export type Observed<T> = { readonly get: () => T; readonly subscribe: (listener: () => void) => () => void };
export type Told = Observed<CounterState> & { readonly set: (change: Partial<CounterState>) => void };

export const START: CounterState = { vault: 'none', line: 'unknown', sync: 'resting', pending: 0, parked: 0, outgrown: false, clockUnsure: 0, numbersLeft: [] };

export const makeState = (): Told => {
  let state = START;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      const next = { ...state, ...change };
      if (JSON.stringify(next) === JSON.stringify(state)) return;
      state = next;
      for (const tell of listeners) tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
