import { refuseReceptionCommand, receptionRefusedAnswer } from '#wire/refuse-reception.wire.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskCallOf } from '../facts/desk-route.ts';
import { performAtDesk } from '../facts/perform-at-desk.ts';
import { refuseReceptionAct } from './refuse-reception.act.ts';

export const refuseReceptionRoute = (app: App, deps: DeskDeps): void => {
  const act = refuseReceptionAct(deps.facts);
  app.post('/api/desk/refusals', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Từ chối tiếp nhận', body: refuseReceptionCommand, response: { 201: receptionRefusedAnswer } },
  }, async (request, reply) => {
    const command = request.body;
    const call = await deskCallOf(request, deps, act.name, command);
    const performed = await performAtDesk(deps.pool, act, call.context, { ...call, command });
    return sendPerformed(request, reply, performed, { status: 201, refusalText: deskRefusalText });
  });
};
