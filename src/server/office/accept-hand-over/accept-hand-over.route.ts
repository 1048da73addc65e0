import { acceptHandOverAnswer, acceptHandOverBody } from '#wire/accept-hand-over.wire.ts';
import { officeRefusalText } from '#wire/refusals/office.ts';
import { perform } from '../../acts/perform.ts';
import { problem, sendPerformed } from '../../http/problem.ts';
import { type App, type Deps, actContextOf } from '../../http/route.ts';
import { unprintableFields } from '../../papers/printable.ts';
import type { Office } from '../agency/office-act.ts';
import { OFFICE_ROLES } from '../agency/office-route.ts';
import { signedFor } from '../agency/signature.ts';
import { performAcceptHandOver } from './accept-hand-over.act.ts';

export const acceptHandOverRoute = (app: App, deps: Deps, office: Office): void => {
  const act = performAcceptHandOver(office);
  app.post('/api/office/hand-overs/accept', {
    config: { roles: OFFICE_ROLES },
    schema: { summary: 'Xác nhận đã nhận, hoặc trả lại nơi chuyển kèm lý do', body: acceptHandOverBody, response: { 200: acceptHandOverAnswer } },
  }, async (request, reply) => {
    const fieldErrors = unprintableFields(request.body);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    const { signature, ...body } = request.body;
    const performed = await perform(deps.pool, act, actContextOf(request, deps, act.name), { ...body, signed: await signedFor(request, deps, signature) });
    return sendPerformed(request, reply, performed, { refusalText: officeRefusalText });
  });
};
