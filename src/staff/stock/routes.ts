// Stock counts at both sides, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';

export const stockRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/kiem-ke', component: lazyRouteComponent(() => import('./stock.screen.tsx'), 'DeskStockScreen') }),
  createRoute({ getParentRoute: parent, path: '/co-quan/kiem-ke', component: lazyRouteComponent(() => import('./stock.screen.tsx'), 'OfficeStockScreen') }),
] as const;
