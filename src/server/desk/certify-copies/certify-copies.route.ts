import { certifyCopiesCommand, copiesCertifiedAnswer } from '#wire/certify-copies.wire.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { performInOneStatement } from '../../acts/perform-in-one-statement.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskCallOf } from '../facts/desk-route.ts';
import { certifyCopiesAct } from './certify-copies.act.ts';

export const certifyCopiesRoute = (app: App, deps: DeskDeps): void => {
  const act = certifyCopiesAct(deps.pool, deps.facts);
  app.post('/api/desk/certifications', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Chứng thực bản sao, giải quyết ngay', body: certifyCopiesCommand, response: { 201: copiesCertifiedAnswer } },
  }, async (request, reply) => {
    const command = request.body;
    const call = await deskCallOf(request, deps, act.name, command);
    const performed = await performInOneStatement(deps.pool, act, call.context, { ...call, command });
    return sendPerformed(request, reply, performed, { status: 201, refusalText: deskRefusalText });
  });
};
