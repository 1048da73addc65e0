// Complaints at the desk and at the post's supervisor, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';

export const complaintRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/khieu-nai', component: lazyRouteComponent(() => import('./complaints.screen.tsx'), 'DeskComplaintsScreen') }),
  createRoute({ getParentRoute: parent, path: '/khieu-nai/$complaintId', component: lazyRouteComponent(() => import('./complaint.screen.tsx'), 'DeskComplaintScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-dien/khieu-nai', component: lazyRouteComponent(() => import('./complaints.screen.tsx'), 'PostComplaintsScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-dien/khieu-nai/$complaintId', component: lazyRouteComponent(() => import('./complaint.screen.tsx'), 'PostComplaintScreen') }),
] as const;
