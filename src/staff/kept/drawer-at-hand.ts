// Which drawer this tab uses now. Whoever keeps asks each time: the store of a counter is opened and shut under the work.
import { useSyncExternalStore } from 'react';
import type { Drawer, LooseDrawer } from './drawer.ts';
import { memoryDrawer } from './memory-drawer.ts';
import { plainDrawer } from './plain-drawer.ts';

export type DrawerState = 'plain' | 'shut' | 'sealed';

let sealed: Drawer | undefined;
let memory = memoryDrawer();
let state: DrawerState = 'plain';
const listeners = new Set<() => void>();

const become = (now: DrawerState, drawer?: Drawer): void => {
  state = now;
  sealed = drawer;
  for (const tell of listeners) tell();
};

export const drawerOf = (world: string): Drawer => sealed ?? (state === 'shut' ? memory : plainDrawer(world));

/** An enrolled counter whose store nobody has opened yet. */
export const shutDrawer = (): void => {
  memory = memoryDrawer();
  become('shut');
};
/** No counter (any more). */
export const plainAgain = (): void => become('plain');
/** What lay loose must be in it already. */
export const adoptSealed = (drawer: Drawer): void => become('sealed', drawer);
/** What lies on this machine and is not sealed, in the order in which it is emptied. */
export const looseDrawers = (world: string): readonly LooseDrawer[] => [plainDrawer(world), memory];

/** Something typed lies in this tab alone. */
export const isTypedLoose = (): boolean => state === 'shut' && !memory.isEmpty();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};
export const useDrawerState = (): DrawerState => useSyncExternalStore(subscribe, () => state);
