import type { RouteModule } from '../http/route.ts';

export const publicRoutes: RouteModule = () => undefined;
