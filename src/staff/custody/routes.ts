// Who holds what, at the desk and at the agency, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';
import { readCustodySearch } from './custody-search.ts';

export const custodyRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/giao-nhan', validateSearch: readCustodySearch, component: lazyRouteComponent(() => import('./custody.screen.tsx'), 'DeskCustodyScreen') }),
  createRoute({ getParentRoute: parent, path: '/co-quan/giao-nhan', validateSearch: readCustodySearch, component: lazyRouteComponent(() => import('./custody.screen.tsx'), 'OfficeCustodyScreen') }),
  createRoute({ getParentRoute: parent, path: '/giao-nhan/viec/$caseId', component: lazyRouteComponent(() => import('./case.screen.tsx'), 'DeskCaseScreen') }),
  createRoute({ getParentRoute: parent, path: '/co-quan/giao-nhan/viec/$caseId', component: lazyRouteComponent(() => import('./case.screen.tsx'), 'OfficeCaseScreen') }),
] as const;
