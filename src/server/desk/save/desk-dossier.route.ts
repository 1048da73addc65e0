// One shape for every act on one dossier of the desk: POST /api/desk/dossiers/:id/<act>.
import { z } from 'zod';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { Confirmation } from '#wire/dossier-parts.wire.ts';
import { dossierId } from '#wire/dossier-parts.wire.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import type { DeskRefusal } from '#wire/refusals/desk.ts';
import type { Act } from '../../acts/act.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskCallOf } from '../facts/desk-route.ts';
import { performAtDesk } from '../facts/perform-at-desk.ts';
import type { OneCall } from './desk-act.ts';

type DeskBody = { readonly deskId: DeskId; readonly confirmation?: Confirmation };

type OneDossierRoute<Body extends DeskBody, Facts, Decision, Refusal extends DeskRefusal, Answer> = {
  readonly path: string;
  readonly summary: string;
  readonly body: z.ZodType<Body>;
  readonly answer: z.ZodType;
  readonly act: Act<OneCall<Body>, Facts, Decision, Refusal, Answer>;
};

export const oneDossierRoute = <Body extends DeskBody, Facts, Decision, Refusal extends DeskRefusal, Answer>(
  app: App, deps: DeskDeps, { path, summary, body, answer, act }: OneDossierRoute<Body, Facts, Decision, Refusal, Answer>,
): void => {
  app.post(`/api/desk/dossiers/:id/${path}`, {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary, params: z.object({ id: dossierId }), body, response: { 200: answer } },
  }, async (request, reply) => {
    const command = request.body as Body;
    const { context, ...call } = await deskCallOf(request, deps, act.name, command);
    const performed = await performAtDesk(deps.pool, act, context, { ...call, dossierId: request.params.id, body: command });
    return sendPerformed(request, reply, performed, { refusalText: deskRefusalText });
  });
};
