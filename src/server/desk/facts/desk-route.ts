// What every route of the desk does before its act: the command without its PIN, the context, the person.
import type { FastifyRequest } from 'fastify';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { StandingActor } from '#documents/slips/standing-actor.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import { type ActContext, fingerprintOf } from '../../acts/act.ts';
import { notFound, problem } from '../../http/problem.ts';
import { type Deps, actContextOf, originOf, requireActor } from '../../http/route.ts';
import type { DeskFacts, DeskPlace } from './desk-facts.ts';
import { standAtDesk } from './desk-actor.ts';
import { unprintableFields } from '../../papers/printable.ts';
import { dateOf } from '#core/kernel/moment.ts';

export type DeskDeps = Deps & { readonly facts: DeskFacts };

export type DeskCall = {
  readonly context: ActContext;
  readonly actor: StandingActor;
  readonly place: DeskPlace;
  /** Where the citizen's pages stand, for the QR on papers. */
  readonly origin: string;
};

type Body = { readonly deskId: DeskId; readonly confirmation?: Confirmation };

/** A PIN is checked here and goes no further: neither into the fingerprint nor into the journal. */
export const deskCallOf = async (request: FastifyRequest, deps: DeskDeps, act: string, body: Body): Promise<DeskCall> => {
  const fieldErrors = unprintableFields(body);
  if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
  const context = actContextOf(request, deps, act);
  const actor = await standAtDesk(deps, requireActor(request), body.deskId, body.confirmation);
  const place = await deps.facts.place(body.deskId, dateOf(context.now));
  if (!actor || !place) throw notFound();
  const { confirmation: _confirmation, ...command } = body;
  return {
    context: { ...context, fingerprint: fingerprintOf(act, JSON.stringify(request.params ?? {}), command) },
    actor, place, origin: originOf(request, deps),
  };
};

/** The desk named in a query, or the one where this person stands. */
export const deskOf = (request: FastifyRequest, asked: DeskId | undefined): DeskId => {
  const actor = requireActor(request);
  const deskId = asked ?? actor.deskId;
  if (!deskId || !actor.assignments.some((assignment) => assignment.deskId === deskId)) throw notFound();
  return deskId;
};
