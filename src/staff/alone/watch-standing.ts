// The standing as everything on the screen reads it: one object, told again when the store, the sync or the day changes.
import { liveQuery } from 'dexie';
import { businessNow } from '../api/session.ts';
import type { Counter as Core } from '../offline/counter/counter.ts';
import type { CounterStanding } from './counter.ts';
import { readStanding } from './read-standing.ts';

/** The day changes and grants run out also when nothing is written. */
const READ_AGAIN = 30_000;

export type Watched = {
  readonly standing: () => CounterStanding | undefined;
  readonly noteStorage: (storage: CounterStanding['storage']) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export const watchStanding = ({ db, state, present }: Core): Watched => {
  let storage: CounterStanding['storage'] = 'kept';
  let standing: CounterStanding | undefined;
  const listeners = new Set<() => void>();
  let reads = 0;
  /** The newest question alone is heard: an older answer may come after it. */
  const read = async (): Promise<void> => {
    reads += 1;
    const asked = reads;
    const { vault, sync, pending, outgrown } = state.get();
    // said before the store is read, which another tab may be changing just now
    if (outgrown && standing) note({ ...standing, stopped: 'newer-release' });
    // asked for, it ends where it is over
    present();
    const now = await readStanding(db, { isOpen: vault === 'open', outgrown, present: state.get().present, clockUnsure: state.get().clockUnsure, sending: sync === 'running' && pending > 0, signInNeeded: sync === 'sign-in-needed', storage }, businessNow());
    if (asked === reads) note(now);
  };
  const note = (now: CounterStanding): void => {
    if (JSON.stringify(now) === JSON.stringify(standing)) return;
    standing = now;
    for (const listener of listeners) listener();
  };
  const again = (): void => void read();
  // other tabs write too
  liveQuery(read).subscribe();
  state.subscribe(again);
  setInterval(again, READ_AGAIN);
  return {
    standing: () => standing,
    noteStorage: (now) => {
      storage = now;
      again();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
};
