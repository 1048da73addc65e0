// How often one address may ask. Counted per process and address; lifted only for the bench.
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { problem } from './problem.ts';
import type { App } from './route.ts';
import type { HttpSettings, RateLimits } from './settings.ts';

export type LimitHook = (request: FastifyRequest) => Promise<void>;

/** A hook for `onRequest` of a route, with a count of its own; by address, unless it is told by what. */
export const limitHook = (app: App, settings: HttpSettings, which: keyof RateLimits, keyOf?: (request: FastifyRequest) => string): LimitHook => {
  if (settings.rateLimits === 'lifted') return async () => undefined;
  const { max, windowSeconds } = settings.rateLimits[which];
  const count = app.createRateLimit({ max, timeWindow: windowSeconds * 1000, ...(keyOf ? { keyGenerator: keyOf } : {}) });
  return async (request) => {
    const answer = await count(request);
    if (!answer.isAllowed && answer.isExceeded) {
      throw problem('too-many-requests', { retryAfterSeconds: answer.ttlInSeconds });
    }
  };
};

/** Before anything is looked up, cookies included. */
export const limitAll = async (app: App, settings: HttpSettings): Promise<void> => {
  await app.register(rateLimit, { global: false });
  app.addHook('onRequest', limitHook(app, settings, 'all'));
};
