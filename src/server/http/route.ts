// The contract of a slice: `xRoutes: RouteModule = (app, deps) => void`.
// Every /api route needs a signed-in person unless its config says otherwise (access.ts).
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { ProvinceId, Role } from '#core/organisation/organisation.ts';
import type { ActContext } from '../acts/act.ts';
import { fingerprintOf } from '../acts/act.ts';
import type { Secrets } from '../secrets.ts';
import type { Actor } from './actor.ts';
import type { BusinessClock } from './clock.ts';
import { problem } from './problem.ts';
import type { HttpSettings } from './settings.ts';

export type App = FastifyInstance<Server, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

export type World = {
  readonly provinceId: ProvinceId;
  readonly name: string; // 'kybac-2019'
  readonly title: string;
  readonly isDemo: boolean;
};

export type Deps = {
  readonly settings: HttpSettings;
  readonly world: World;
  readonly pool: Pool;
  readonly clock: BusinessClock;
  /** Real time in milliseconds: sign-in and security only. */
  readonly realNow: () => number;
  readonly secrets: Secrets;
};

export type RouteModule<D extends Deps = Deps> = (app: App, deps: D) => void;

export type Access =
  | 'open' // nobody needs to be signed in
  | 'any-signed-in' // even before the forced change of password
  | 'signed-in'; // the default

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Any of these roles; absent = every signed-in person. Objects are scoped in the query itself. */
    roles?: readonly Role[];
  }
  interface FastifyRequest {
    actor: Actor | null;
  }
}

export const requireActor = (request: FastifyRequest): Actor => {
  if (!request.actor) throw problem('not-signed-in');
  return request.actor;
};

/** Stands on receipts for years: whoever calls the server by another name does not put it there once the address is set. */
export const originOf = (request: FastifyRequest, { settings, world }: Pick<Deps, 'settings' | 'world'>): string =>
  settings.publicUrl?.replaceAll('{world}', world.name) ?? `${request.protocol}://${request.host}`;

/** Says at the route what access.ts enforces for all of /api. */
export const staffOnly = async (request: FastifyRequest): Promise<void> => {
  requireActor(request);
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The command's id; every write needs one. */
export const commandIdOf = (request: FastifyRequest): string => {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !UUID.test(key)) throw problem('idempotency-key-missing');
  return key.toLowerCase();
};

/** A PIN has a million values: its hash in the stored fingerprint would give it away. */
const withoutPins = (body: unknown): unknown => {
  if (body === null || typeof body !== 'object') return body;
  if (Array.isArray(body)) return body.map(withoutPins);
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'pin').map(([key, value]) => [key, withoutPins(value)]));
};

/** `act` and the route's parameters are part of the fingerprint: one key cannot serve two targets. */
export const actContextOf = (request: FastifyRequest, deps: Deps, act: string): ActContext => {
  const actor = requireActor(request);
  const now: Moment = deps.clock.businessNow();
  return {
    provinceId: actor.provinceId,
    accountId: actor.accountId,
    accountName: actor.fullName,
    commandId: commandIdOf(request),
    fingerprint: fingerprintOf(act, JSON.stringify(request.params ?? {}), withoutPins(request.body ?? null)),
    now,
  };
};
