// Which drawer this tab uses now. Whoever keeps asks each time: the store of a counter is opened and shut under the work.
import type { Drawer, LooseDrawer } from './drawer.ts';
import { drawerStateNow } from './drawer-state.ts';
import { plainDrawer } from './plain-drawer.ts';

export const drawerOf = (world: string): Drawer => {
  const state = drawerStateNow();
  switch (state.kind) {
    case 'plain': return plainDrawer(world);
    case 'shut': return state.memory;
    case 'sealed': return state.drawer;
  }
};

/** What lies on this machine and is not sealed, in the order in which it is emptied. */
export const looseDrawers = (world: string): readonly LooseDrawer[] => {
  const state = drawerStateNow();
  return state.kind === 'plain' || !state.memory ? [plainDrawer(world)] : [plainDrawer(world), state.memory];
};
