import { forwardDossiersCommand, dossiersForwardedAnswer } from '#wire/forward-dossiers.wire.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskCallOf } from '../facts/desk-route.ts';
import { performAtDesk } from '../facts/perform-at-desk.ts';
import { forwardDossiersAct } from './forward-dossiers.act.ts';

export const forwardDossiersRoute = (app: App, deps: DeskDeps): void => {
  const act = forwardDossiersAct();
  app.post('/api/desk/hand-overs', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Chuyển hồ sơ', body: forwardDossiersCommand, response: { 201: dossiersForwardedAnswer } },
  }, async (request, reply) => {
    const command = request.body;
    const call = await deskCallOf(request, deps, act.name, command);
    const performed = await performAtDesk(deps.pool, act, call.context, { ...call, command });
    return sendPerformed(request, reply, performed, { status: 201, refusalText: deskRefusalText });
  });
};
