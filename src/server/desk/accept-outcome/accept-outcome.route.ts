import { z } from 'zod';
import { acceptOutcomeCommand, outcomeAcceptedAnswer } from '#wire/accept-outcome.wire.ts';
import { id } from '#wire/fields.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskCallOf } from '../facts/desk-route.ts';
import { performAtDesk } from '../facts/perform-at-desk.ts';
import { acceptOutcomeAct } from './accept-outcome.act.ts';

export const acceptOutcomeRoute = (app: App, deps: DeskDeps): void => {
  const act = acceptOutcomeAct();
  app.post('/api/desk/incoming/:handOverId/accept', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: {
      summary: 'Nhận kết quả về Bộ phận Một cửa', params: z.object({ handOverId: id() }), body: acceptOutcomeCommand,
      response: { 200: outcomeAcceptedAnswer },
    },
  }, async (request, reply) => {
    const command = request.body;
    const call = await deskCallOf(request, deps, act.name, command);
    const performed = await performAtDesk(deps.pool, act, call.context, { ...call, command, handOverId: request.params.handOverId });
    return sendPerformed(request, reply, performed, { refusalText: deskRefusalText });
  });
};
