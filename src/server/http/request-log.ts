// One line per request: the route's pattern, never the address itself, which may hold a code or a search.
import { randomBytes } from 'node:crypto';
import type { FastifyServerOptions } from 'fastify';
import { safeFault } from './fault.ts';
import type { App } from './route.ts';
import type { HttpSettings } from './settings.ts';

export const traceId = (): string => randomBytes(8).toString('hex');

export type LogStream = { readonly write: (line: string) => void };

export const loggerOptions = (level: HttpSettings['logLevel'], stream?: LogStream): FastifyServerOptions['logger'] => ({
  level,
  ...(stream ? { stream } : {}),
  base: null,
  serializers: {
    req: () => ({}),
    res: () => ({}),
    err: (error) => {
      const { name, code, at } = safeFault(error);
      return { type: name, message: code ?? '', stack: at ?? '' };
    },
  },
});

export const logRequests = (app: App, worldName: string): void => {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      world: worldName,
      traceId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }, 'answered');
  });
};
