// The courier's routes, hung under the shell; everything behind them is fetched when a courier opens it.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';

export const courierRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/buu-ta/chuyen-thu', component: lazyRouteComponent(() => import('./round/round.screen.tsx'), 'RoundScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-ta/chua-gui', component: lazyRouteComponent(() => import('./queue/phone-queue.screen.tsx'), 'PhoneQueueScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-ta/nop-lai', component: lazyRouteComponent(() => import('./hand-in/hand-in.screen.tsx'), 'HandInScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-ta/nhan/$recordId', component: lazyRouteComponent(() => import('./take/take.screen.tsx'), 'TakeScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-ta/don/$shipmentId', component: lazyRouteComponent(() => import('./stop/stop.screen.tsx'), 'StopScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-ta/don/$shipmentId/phat', component: lazyRouteComponent(() => import('./deliver/deliver.screen.tsx'), 'DeliverScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-ta/don/$shipmentId/khong-phat-duoc', component: lazyRouteComponent(() => import('./fail/fail.screen.tsx'), 'FailScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-ta/nhan-tai-nha/$pickupId', component: lazyRouteComponent(() => import('./pickup/pickup.screen.tsx'), 'PickupScreen') }),
  createRoute({ getParentRoute: parent, path: '/buu-ta/nhan-tai-nha/$pickupId/khong-nhan-duoc', component: lazyRouteComponent(() => import('./pickup/fail-pickup.screen.tsx'), 'FailPickupScreen') }),
] as const;
