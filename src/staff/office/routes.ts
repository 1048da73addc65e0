// The agency's routes, hung under the shell.
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';
import { readInboxSearch } from './inbox-search.ts';

export const officeRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/co-quan', beforeLoad: () => { throw redirect({ to: '/co-quan/ho-so' }); } }),
  createRoute({ getParentRoute: parent, path: '/co-quan/ho-so', validateSearch: readInboxSearch, component: lazyRouteComponent(() => import('./inbox/inbox.screen.tsx'), 'InboxScreen') }),
  createRoute({ getParentRoute: parent, path: '/co-quan/tim', validateSearch: (search: Record<string, unknown>): { q?: string } => (typeof search['q'] === 'string' ? { q: search['q'] } : {}), component: lazyRouteComponent(() => import('./inbox/find-in-agency.screen.tsx'), 'FindInAgencyScreen') }),
  createRoute({ getParentRoute: parent, path: '/co-quan/ho-so/$dossierId', component: lazyRouteComponent(() => import('./workspace/workspace.screen.tsx'), 'WorkspaceScreen') }),
] as const;
