// The warning lists of desk and agency, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';
import { readWarningSearch } from './warning-words.ts';

export const warningRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/nhac-han', validateSearch: readWarningSearch, component: lazyRouteComponent(() => import('./warnings.screen.tsx'), 'DeskWarningsScreen') }),
  createRoute({ getParentRoute: parent, path: '/co-quan/nhac-han', validateSearch: readWarningSearch, component: lazyRouteComponent(() => import('./warnings.screen.tsx'), 'OfficeWarningsScreen') }),
  createRoute({ getParentRoute: parent, path: '/quan-tri/nhac-han', component: lazyRouteComponent(() => import('../admin/warnings/warning-settings.screen.tsx'), 'WarningSettingsScreen') }),
] as const;
