// The same three routes for a desk and for an agency: what is held, what was counted differently, and its end.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskId, Role } from '#core/organisation/organisation.ts';
import { custodyCaseSettled, custodyCasesQuery, custodyCasesView, custodyQuery, custodyView, settleCustodyCaseBody } from '#wire/custody.wire.ts';
import { id } from '#wire/fields.ts';
import { custodyRefusalText } from '#wire/refusals/custody.ts';
import { perform } from '../acts/perform.ts';
import { sendPerformed } from '../http/problem.ts';
import { type App, type Deps, actContextOf } from '../http/route.ts';
import { findCases } from './cases.sql.ts';
import { custodyViewOf } from './custody-view.ts';
import type { CustodyScope } from './held.sql.ts';
import { settleCustodyCaseAct } from './settle-case.act.ts';

type Side = {
  readonly path: '/api/desk' | '/api/office';
  readonly of: string;
  readonly roles: readonly Role[];
  /** What this person may see; a desk named in the query is one of theirs. */
  readonly scopeOf: (request: FastifyRequest, deskId: DeskId | undefined) => Promise<CustodyScope>;
};

export const custodyRoutes = (app: App, deps: Deps, { path, of, roles, scopeOf }: Side): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const config = { roles };
  app.get(`${path}/custody`, {
    config, schema: { summary: `Giấy tờ ${of} đang giữ, đang đến và đã gửi`, querystring: custodyQuery, response: { 200: custodyView } },
  }, async (request) => custodyViewOf(pool, provinceId, await scopeOf(request, request.query.deskId), request.query, clock.businessNow()));

  app.get(`${path}/custody-cases`, {
    config, schema: { summary: `Việc chênh lệch giao nhận của ${of}`, querystring: custodyCasesQuery, response: { 200: custodyCasesView } },
  }, async (request) => ({ now: clock.businessNow(), cases: [...await findCases(pool, provinceId, await scopeOf(request, request.query.deskId))] }));

  app.post(`${path}/custody-cases/:caseId/settle`, {
    config,
    schema: { summary: `Xử lý một việc chênh lệch giao nhận của ${of}`, params: z.object({ caseId: id() }), body: settleCustodyCaseBody, response: { 200: custodyCaseSettled } },
  }, async (request, reply) => {
    const { deskId, ...body } = request.body;
    const scope = await scopeOf(request, deskId);
    const performed = await perform(pool, settleCustodyCaseAct, actContextOf(request, deps, settleCustodyCaseAct.name), { caseId: request.params.caseId, scope, body });
    return sendPerformed(request, reply, performed, { refusalText: custodyRefusalText });
  });
};
