// The list of what /api really offers: the matrix of who may do what is proved against it.
import type { App, Access } from './route.ts';
import type { Role } from '#core/organisation/organisation.ts';

export type ApiRoute = {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
  readonly roles: readonly Role[] | undefined;
};

declare module 'fastify' {
  interface FastifyInstance {
    apiRoutes: ApiRoute[];
  }
}

export const listApiRoutes = (app: App): void => {
  const routes: ApiRoute[] = [];
  app.decorate('apiRoutes', routes);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!url.startsWith('/api/')) return;
    for (const each of [method].flat()) {
      if (each !== 'HEAD') routes.push({ method: each, url, access: config?.access ?? 'signed-in', roles: config?.roles });
    }
  });
};
