// What a person must look at: listed for the desk, and for the administrator of all desks; settled once, in words.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayBelieve, settleCase } from '#core/offline/settle-case.ts';
import type { DeskId, Role } from '#core/organisation/organisation.ts';
import { id } from '#wire/fields.ts';
import { judgedAnswer, judgedQuery, offlineCasesView, settleCaseAnswer, settleCaseCommand } from '#wire/offline.wire.ts';
import { offlineRefusalText } from '#wire/refusals/offline.ts';
import { perform, replayOf } from '../../acts/perform.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { rolesAtDesk } from '../../http/actor.ts';
import { notFound, sendPerformed } from '../../http/problem.ts';
import { type App, actContextOf, originOf, requireActor, staffOnly } from '../../http/route.ts';
import { takeCommand } from '../commands/take-command.ts';
import { requireDevice } from '../device/device.ts';
import { findDevice } from '../device/devices.sql.ts';
import { type CaseRow, type KeptCase, findCase, findJudged, listCases } from '../kept/cases.sql.ts';
import { findBagsOfCases } from './bags-of-cases.sql.ts';
import { type CaseSettled, caseFacts, settleCaseAct } from './settle-case.act.ts';

const viewOf = ({ deviceId: _device, settledHow: _how, ...row }: CaseRow) => ({
  ...row, dossierId: row.dossierId ?? undefined, code: row.code ?? undefined, settledAt: row.settledAt ?? undefined,
  settledBy: row.settledBy ?? undefined, resolution: row.resolution ?? undefined,
  personName: row.personName ?? undefined, doneBy: row.doneBy ?? undefined, paperNumber: row.paperNumber ?? undefined,
});
const params = z.object({ caseId: id() });
const options = { refusalText: offlineRefusalText };
type Settling = z.output<typeof settleCaseCommand>;

/** The desk's own at a machine of the desk, all of them for an administrator. */
export const caseRoutes = (app: App, scope: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const casesAt = async (deskId: DeskId | undefined) => {
    const rows = await listCases(pool, provinceId, deskId);
    const bags = await findBagsOfCases(pool, provinceId, rows);
    return rows.map((row) => ({ ...viewOf(row), bag: bags.get(row.caseId) }));
  };

  /** Taken: the act itself is done now, on the word of whoever looked at it; it settles its case in the same transaction. */
  const takeKept = async (request: FastifyRequest, found: KeptCase, roles: readonly Role[], { note }: Settling) => {
    const device = await findDevice(pool, provinceId, found.deviceId);
    if (!device) throw notFound();
    const { accountId, fullName } = requireActor(request);
    const at = clock.businessNow();
    return takeCommand(deps, {
      device, sender: { accountId, accountName: fullName }, command: found.envelope, arrivedAt: at, origin: originOf(request, deps),
    }, { at, by: accountId, byName: fullName, how: 'taken', note, mayBelieve: mayBelieve(roles) });
  };

  const settle = async (request: FastifyRequest, reply: FastifyReply, caseId: string, deskId: DeskId | undefined, roles: readonly Role[]) => {
    const command = settleCaseCommand.parse(request.body);
    const context = actContextOf(request, deps, settleCaseAct.name);
    const replay = await replayOf<never, CaseSettled>(pool, context, settleCaseAct.name);
    if (replay) return sendPerformed(request, reply, replay, options);
    const found = await findCase(pool, provinceId, caseId);
    if (!found || (deskId !== undefined && found.deskId !== deskId)) throw notFound();
    // the same decision sent again, whose act settled the case itself
    if (found.settledBy === context.accountName && found.settledHow === command.how && found.resolution === command.note) {
      return sendPerformed(request, reply, { kind: 'done', answer: { caseId, how: command.how }, replayed: true }, options);
    }
    const may = settleCase(caseFacts(found, roles), command.how);
    if (!may.ok) return sendPerformed(request, reply, { kind: 'refused', refusal: may.refusal }, options);
    if (command.how === 'taken' && found.kind !== 'correction') {
      const taken = await takeKept(request, found, roles, command);
      if (taken.kind === 'taken') return sendPerformed(request, reply, { kind: 'done', answer: { caseId, how: 'taken' as const }, replayed: taken.replayed }, options);
      if (taken.kind === 'needs-officer') return sendPerformed(request, reply, { kind: 'refused', refusal: { kind: 'case-needs-officer' } }, options);
      const meanwhile = taken.kind === 'kept' ? settleCase(caseFacts({ ...found, ...taken.kept }, roles)) : undefined;
      if (meanwhile && !meanwhile.ok) return sendPerformed(request, reply, { kind: 'refused', refusal: meanwhile.refusal }, options);
      const why = taken.kind === 'not-taken' ? taken.why : 'Bản quét của việc này chưa được gửi lên.';
      return sendPerformed(request, reply, { kind: 'refused', refusal: { kind: 'case-not-taken' as const, why } }, options);
    }
    const performed = await perform(pool, settleCaseAct, context, { caseId, deskId, roles, how: command.how, note: command.note });
    return sendPerformed(request, reply, performed, options);
  };

  scope.get('/api/desk/offline/cases', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Việc làm khi mất mạng cần người xem xét, tại quầy này', response: { 200: offlineCasesView } },
  }, async (request) => ({ cases: await casesAt(requireDevice(request).deskId) }));

  scope.get('/api/desk/offline/judged', {
    config: { roles: ['postal-clerk', 'commune-officer'], revokedDevice: 'heard' },
    schema: { summary: 'Việc chờ xem xét của quầy này đã được giải quyết', querystring: judgedQuery, response: { 200: judgedAnswer } },
  }, async (request) => ({ judged: [...await findJudged(pool, provinceId, requireDevice(request).deskId, request.query.commands)] }));

  scope.post('/api/desk/offline/cases/:caseId/settle', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Xử lý một việc làm khi mất mạng, tại quầy này', params, body: settleCaseCommand, response: { 200: settleCaseAnswer } },
  }, async (request, reply) => {
    const { deskId } = requireDevice(request);
    return settle(request, reply, request.params.caseId, deskId, rolesAtDesk(requireActor(request), deskId));
  });

  app.get('/api/admin/offline-cases', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Việc làm khi mất mạng cần người xem xét, mọi quầy', response: { 200: offlineCasesView } },
  }, async () => ({ cases: await casesAt(undefined) }));

  app.post('/api/admin/offline-cases/:caseId/settle', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Xử lý một việc làm khi mất mạng, mọi quầy', params, body: settleCaseCommand, response: { 200: settleCaseAnswer } },
  }, async (request, reply) => settle(request, reply, request.params.caseId, undefined, requireActor(request).roles));
};
