// A courier's act as it reaches the server: done at its own time, perhaps hours ago, by the phone's clock.
import type { FastifyRequest } from 'fastify';
import type { Moment } from '#core/kernel/moment.ts';
import type { Role, UnitId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../acts/act.ts';
import type { KeptDeskFacts } from '../desk/facts/desk-facts.ts';
import type { Actor } from '../http/actor.ts';
import { notFound, problem } from '../http/problem.ts';
import { type Deps, actContextOf, requireActor } from '../http/route.ts';
import { unprintableFields } from '../papers/printable.ts';

export type CourierDeps = Deps & { readonly facts: KeptDeskFacts };

export type CourierCall<Body> = {
  readonly body: Body;
  readonly roles: readonly Role[];
  /** The moment at which it reached the server; the context has the one at which it was done. */
  readonly arrivedAt: Moment;
};

type Asked<Body> = { readonly context: ActContext; readonly call: CourierCall<Body> };

/** A clock that runs ahead is brought back: nothing that is written down lies in the future. */
export const courierCallOf = <Body extends { readonly at: Moment }>(request: FastifyRequest, deps: Deps, act: string, body: Body): Asked<Body> => {
  const fieldErrors = unprintableFields(body);
  if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
  const context = actContextOf(request, deps, act);
  const arrivedAt = context.now;
  return { context: { ...context, now: body.at < arrivedAt ? body.at : arrivedAt }, call: { body, roles: requireActor(request).roles, arrivedAt } };
};

/** The post office that she belongs to. */
export const courierUnitOf = ({ assignments }: Actor): UnitId => {
  const seat = assignments.find(({ role }) => role === 'courier');
  if (!seat) throw notFound();
  return seat.unitId;
};
