// Shipments of the desk, hung under the shell.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../shell/root-route.tsx';
import { readShipmentSearch } from './shipment-search.ts';

export const shipmentRoutes = (parent: () => ShellRoute) => [
  createRoute({ getParentRoute: parent, path: '/gui-di', validateSearch: readShipmentSearch, component: lazyRouteComponent(() => import('./shipments.screen.tsx'), 'ShipmentsScreen') }),
] as const;
