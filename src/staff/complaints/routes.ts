// Complaints at the desk and at the post's supervisor, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';

export const complaintRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/khieu-nai', component: lazyRouteComponent(() => import('./complaints.screen.tsx'), 'DeskComplaintsScreen') }),
  createRoute({ getParentRoute: parent, path: '/khieu-nai/$complaintId', component: lazyRouteComponent(() => import('./complaint.screen.tsx'), 'DeskComplaintScreen') }),
  createRoute({ getParentRoute: parent, path: '/khieu-nai-buu-chinh', component: lazyRouteComponent(() => import('./complaints.screen.tsx'), 'PostComplaintsScreen') }),
  createRoute({ getParentRoute: parent, path: '/khieu-nai-buu-chinh/$complaintId', component: lazyRouteComponent(() => import('./complaint.screen.tsx'), 'PostComplaintScreen') }),
] as const;
