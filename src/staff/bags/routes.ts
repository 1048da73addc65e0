// Bags at both sides, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';
import type { SidePath } from './use-bags.ts';

const readSearch = (search: Record<string, unknown>): { ben?: SidePath } => (search['ben'] === 'quay' || search['ben'] === 'co-quan' ? { ben: search['ben'] } : {});

export const bagRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/tui-ho-so', validateSearch: readSearch, component: lazyRouteComponent(() => import('./bags.screen.tsx'), 'BagsScreen') }),
  createRoute({ getParentRoute: parent, path: '/tui-ho-so/tai-may/$agencyUnitId', component: lazyRouteComponent(() => import('./fill-here.screen.tsx'), 'FillHereScreen') }),
  createRoute({ getParentRoute: parent, path: '/tui-ho-so/$side/$bagId', component: lazyRouteComponent(() => import('./bag.screen.tsx'), 'BagScreen') }),
] as const;
