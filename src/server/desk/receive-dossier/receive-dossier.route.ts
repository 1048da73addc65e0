import { dossierReceivedAnswer, receiveDossierCommand } from '#wire/receive-dossier.wire.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import { perform } from '../../acts/perform.ts';
import { performInOneStatement } from '../../acts/perform-in-one-statement.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskCallOf } from '../facts/desk-route.ts';
import { receiveDossierAct } from './receive-dossier.act.ts';
import { receiveFiledAct, receiveLeasedAct } from './receive-in-steps.act.ts';

export const receiveDossierRoute = (app: App, deps: DeskDeps): void => {
  const act = receiveDossierAct(deps.pool, deps.facts);
  const filedAct = receiveFiledAct(deps.pool, deps.facts);
  // packed and sealed at once: more than the one statement writes
  const sealedAct = receiveLeasedAct(deps.pool, deps.facts);
  app.post('/api/desk/dossiers', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Tiếp nhận hồ sơ', body: receiveDossierCommand, response: { 201: dossierReceivedAnswer } },
  }, async (request, reply) => {
    const command = request.body;
    const call = await deskCallOf(request, deps, act.name, command);
    const performed = command.filedRevision !== undefined ? await perform(deps.pool, filedAct, call.context, { ...call, command })
      : command.posting?.sealNumber !== undefined ? await perform(deps.pool, sealedAct, call.context, { ...call, command })
        : await performInOneStatement(deps.pool, act, call.context, { ...call, command });
    return sendPerformed(request, reply, performed, { status: 201, refusalText: deskRefusalText });
  });
};
