// Files that were given to this tab and lie in no drawer yet, for they are still being made small: a page that begins anew
// would lose them.
import { useSyncExternalStore } from 'react';

let inHand = 0;
const listeners = new Set<() => void>();
const add = (files: 1 | -1): void => {
  inHand += files;
  for (const tell of listeners) tell();
};

export const whileInHand = async <T>(work: () => Promise<T>): Promise<T> => {
  add(1);
  try {
    return await work();
  } finally {
    add(-1);
  }
};
export const isFileInHand = (): boolean => inHand > 0;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};
export const useFileInHand = (): boolean => useSyncExternalStore(subscribe, isFileInHand);
