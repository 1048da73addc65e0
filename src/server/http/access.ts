// Who may call what, before a body is read. Deny by default: an /api route is open only if it says so.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { problem } from './problem.ts';
import type { App } from './route.ts';

/** Given by the session slice: the person behind a cookie, or nobody. */
export type FindActor = (token: string) => Promise<Actor | undefined>;

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const equalText = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/** Browsers say where a request comes from; a program without these headers carries no cookie of a victim. */
export const comesFromHere = (request: Pick<FastifyRequest, 'headers' | 'host'>): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = request.headers.origin;
  return origin === undefined || hostOf(origin) === request.host;
};

const checkForgery = (request: FastifyRequest, actor: Actor): void => {
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || !equalText(token, actor.session.csrfToken)) throw problem('csrf');
};

export const guardAccess = (app: App, cookieName: string, findActor: FindActor): void => {
  app.decorateRequest('actor', null);
  app.addHook('onRequest', async (request) => {
    const { config, url } = request.routeOptions;
    // citizen pages carry nobody's authority: there is nothing to forge
    if (!url?.startsWith('/api/')) return;
    const writes = !SAFE_METHODS.has(request.method);
    if (writes && !comesFromHere(request)) throw problem('csrf');
    const token = request.cookies[cookieName];
    const actor = token ? await findActor(token) : undefined;
    request.actor = actor ?? null;
    if (config.access === 'open') return;
    if (!actor) throw problem('not-signed-in');
    if (writes) checkForgery(request, actor);
    if (actor.mustChangePassword && config.access !== 'any-signed-in') throw problem('must-change-password');
    if (config.roles && !config.roles.some((role) => actor.roles.includes(role))) throw problem('role-missing');
  });
};
