import { officeRefusalText } from '#wire/refusals/office.ts';
import { sendOutcomeAnswer, sendOutcomeBody } from '#wire/send-outcome.wire.ts';
import { perform } from '../../acts/perform.ts';
import { sendPerformed } from '../../http/problem.ts';
import { type App, type Deps, actContextOf, originOf } from '../../http/route.ts';
import type { Office } from '../agency/office-act.ts';
import { OFFICE_ROLES } from '../agency/office-route.ts';
import { performSendOutcome } from './send-outcome.act.ts';

export const sendOutcomeRoute = (app: App, deps: Deps, office: Office): void => {
  const act = performSendOutcome(office);
  app.post('/api/office/outcomes/send', {
    config: { roles: OFFICE_ROLES },
    schema: { summary: 'Chuyển trả kết quả về Bộ phận Một cửa', body: sendOutcomeBody, response: { 200: sendOutcomeAnswer } },
  }, async (request, reply) => {
    const command = { origin: originOf(request, deps), body: request.body };
    const performed = await perform(deps.pool, act, actContextOf(request, deps, act.name), command);
    return sendPerformed(request, reply, performed, { refusalText: officeRefusalText });
  });
};
