// Whether this tab writes open, sealed or not at all. Apart from the drawers themselves: every page of the app starts
// with it, and only the counter's load a database.
import { useSyncExternalStore } from 'react';
import type { Drawer } from './drawer.ts';
import { type MemoryDrawer, memoryDrawer } from './memory-drawer.ts';

export type DrawerState =
  | { readonly kind: 'plain' }
  /** An enrolled counter whose store nobody has opened yet. */
  | { readonly kind: 'shut'; readonly memory: MemoryDrawer }
  | { readonly kind: 'sealed'; readonly drawer: Drawer; readonly memory: MemoryDrawer | undefined };

let state: DrawerState = { kind: 'plain' };
const listeners = new Set<() => void>();
const become = (now: DrawerState): void => {
  state = now;
  for (const tell of listeners) tell();
};

export const drawerStateNow = (): DrawerState => state;
export const shutDrawer = (): void => become({ kind: 'shut', memory: memoryDrawer() });
/** No counter (any more). */
export const plainAgain = (): void => become({ kind: 'plain' });
/** What lay loose must be in it already; what was typed meanwhile is still at hand. */
export const adoptSealed = (drawer: Drawer): void => become({ kind: 'sealed', drawer, memory: state.kind === 'shut' ? state.memory : undefined });

/** Something typed lies in this tab alone. */
export const isTypedLoose = (): boolean => state.kind === 'shut' && !state.memory.isEmpty();

/** What was typed until now is in the counter's store; asked before a page begins anew. */
export const isTypedKept = async (): Promise<boolean> => state.kind !== 'sealed' || ((await state.drawer.isKept?.()) ?? true);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};
export const useDrawerState = (): DrawerState['kind'] => useSyncExternalStore(subscribe, () => state.kind);
