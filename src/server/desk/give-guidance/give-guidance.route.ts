import { giveGuidanceCommand, guidanceGivenAnswer } from '#wire/give-guidance.wire.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskCallOf } from '../facts/desk-route.ts';
import { performAtDesk } from '../facts/perform-at-desk.ts';
import { giveGuidanceAct } from './give-guidance.act.ts';

export const giveGuidanceRoute = (app: App, deps: DeskDeps): void => {
  const act = giveGuidanceAct(deps.facts);
  app.post('/api/desk/guidance', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Hướng dẫn; danh mục giấy tờ còn thiếu', body: giveGuidanceCommand, response: { 201: guidanceGivenAnswer } },
  }, async (request, reply) => {
    const command = request.body;
    const call = await deskCallOf(request, deps, act.name, command);
    const performed = await performAtDesk(deps.pool, act, call.context, { ...call, command });
    return sendPerformed(request, reply, performed, { status: 201, refusalText: deskRefusalText });
  });
};
