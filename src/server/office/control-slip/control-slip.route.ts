import { z } from 'zod';
import { dossierId } from '#wire/dossier-parts.wire.ts';
import { controlSlipAnswer } from '#wire/office-work.wire.ts';
import { perform } from '../../acts/perform.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, type Deps, actContextOf, originOf } from '../../http/route.ts';
import { OFFICE_ROLES } from '../agency/office-route.ts';
import { performPrintControlSlip } from './control-slip.act.ts';

export const controlSlipRoute = (app: App, deps: Deps): void => {
  app.post('/api/office/dossiers/:dossierId/control-slip', {
    config: { roles: OFFICE_ROLES },
    schema: { summary: 'Lập phiếu kiểm soát quá trình giải quyết', params: z.object({ dossierId }), body: z.strictObject({}).nullish(), response: { 200: controlSlipAnswer } },
  }, async (request, reply) => {
    const command = { dossierId: request.params.dossierId, origin: originOf(request, deps) };
    const performed = await perform(deps.pool, performPrintControlSlip, actContextOf(request, deps, performPrintControlSlip.name), command);
    return sendPerformed(request, reply, performed, { refusalText: (refusal: never) => refusal });
  });
};
