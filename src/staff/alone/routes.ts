// The counter's own page for days without a line, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';

export const aloneRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/mat-mang', component: lazyRouteComponent(() => import('./queue.screen.tsx'), 'QueueScreen') }),
  createRoute({ getParentRoute: parent, path: '/mat-mang/sua/$commandId', component: lazyRouteComponent(() => import('./put-right.screen.tsx'), 'PutRightScreen') }),
] as const;
