// How an act on one dossier of the agency becomes a route.
import { z } from 'zod';
import type { Role } from '#core/organisation/organisation.ts';
import { type OfficeRefusal, officeRefusalText } from '#wire/refusals/office.ts';
import { dossierId } from '#wire/dossier-parts.wire.ts';
import type { Act } from '../../acts/act.ts';
import { perform } from '../../acts/perform.ts';
import { problem, sendPerformed } from '../../http/problem.ts';
import { type App, type Deps, actContextOf, originOf } from '../../http/route.ts';
import { unprintableFields } from '../../papers/printable.ts';
import type { OneCommand, OneFacts } from './office-act.ts';

export const OFFICE_ROLES: readonly Role[] = ['agency-officer', 'section-head', 'signing-leader', 'records-clerk'];

type OneDossierRoute<Body, More, Decision, Refusal extends OfficeRefusal, Answer> = {
  /** The last word of the path: /api/office/dossiers/:dossierId/assign */
  readonly path: string;
  readonly summary: string;
  readonly body: z.ZodType<Body>;
  readonly answer: z.ZodType;
  readonly act: Act<OneCommand<Body>, OneFacts<More>, Decision, Refusal, Answer>;
};

const params = z.object({ dossierId });

/** Each role's part is the core's to say: a wrong one gets its refusal, with whose act it is. */
export const oneDossierRoute = <Body, More, Decision, Refusal extends OfficeRefusal, Answer>(
  app: App, deps: Deps, route: OneDossierRoute<Body, More, Decision, Refusal, Answer>,
): void => {
  app.post(`/api/office/dossiers/:dossierId/${route.path}`, {
    config: { roles: OFFICE_ROLES },
    schema: { summary: route.summary, params, body: route.body, response: { 200: route.answer } },
  }, async (request, reply) => {
    const fieldErrors = unprintableFields(request.body as object);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    const command: OneCommand<Body> = {
      dossierId: request.params.dossierId, origin: originOf(request, deps), body: request.body as Body,
    };
    const performed = await perform(deps.pool, route.act, actContextOf(request, deps, route.act.name), command);
    return sendPerformed(request, reply, performed, { refusalText: officeRefusalText });
  });
};
