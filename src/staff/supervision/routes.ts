// Screens of the post's supervisor, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';
import { readPostSearch } from './post-search.ts';

export const supervisionRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/buu-dien', validateSearch: readPostSearch, component: lazyRouteComponent(() => import('./supervision.screen.tsx'), 'SupervisionScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-dien/bien-ban/$handOverId', component: lazyRouteComponent(() => import('./one.screen.tsx'), 'RecordScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-dien/ho-so/$dossierId', component: lazyRouteComponent(() => import('./one.screen.tsx'), 'WayScreen') }),
] as const;
