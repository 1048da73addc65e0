import { offlineCommand, offlineCommandAnswer, offlineCommandQuery } from '#wire/offline.wire.ts';
import { deskRefusalText } from '#wire/refusals/refusal-text.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { sendRefusal } from '../../http/problem.ts';
import { type App, originOf, requireActor } from '../../http/route.ts';
import { requireDevice } from '../device/device.ts';
import { takeCommand } from './take-command.ts';

export const commandRoutes = (scope: App, deps: DeskDeps): void => {
  scope.post('/api/desk/offline/commands', {
    config: { roles: ['postal-clerk', 'commune-officer'], revokedDevice: 'heard' },
    schema: { summary: 'Gửi một việc đã làm khi mất mạng', querystring: offlineCommandQuery, body: offlineCommand, response: { 200: offlineCommandAnswer } },
  }, async (request, reply) => {
    const { accountId, fullName } = requireActor(request);
    const taken = await takeCommand(deps, {
      device: requireDevice(request), sender: { accountId, accountName: fullName }, command: request.body, arrivedAt: deps.clock.businessNow(),
      origin: originOf(request, deps), bodyBytes: request.query.bodyBytes, ...(request.query.scans === 'lost' ? { scansLost: true } : {}),
    });
    switch (taken.kind) {
      case 'taken': return { answer: taken.answer, replayed: taken.replayed, cases: [...taken.cases] };
      case 'waits': return sendRefusal(request, reply, taken.refusal, deskRefusalText);
      case 'needs-officer': case 'not-taken': throw new Error('only a review ends so');
      case 'kept': {
        const { caseId, kind, reason, text, settledAt, resolution } = taken.kept;
        const settled = settledAt === null ? {} : { settledAt, resolution };
        return sendRefusal(request, reply, { kind: reason, caseId, caseKind: kind, ...settled }, () => ({
          title: 'Việc này được giữ lại để xem xét', detail: text, ...(taken.fieldErrors ? { fieldErrors: taken.fieldErrors } : {}),
        }));
      }
    }
  });
};
