// The same routes for a desk and for an agency; the minute and what the post pays are the desk's alone.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskId, Role } from '#core/organisation/organisation.ts';
import {
  compensationPaidAnswer, compensationPaidBody, custodyCaseSettled, custodyCaseView, custodyCasesQuery, custodyCasesView, lateCaseBody, lateCaseOpened,
  liabilityMinuteBody, liabilityMinuteMade, reissueDoneAnswer, reissueDoneBody, settleCustodyCaseBody,
} from '#wire/custody-cases.wire.ts';
import { id } from '#wire/fields.ts';
import { custodyRefusalText } from '#wire/refusals/custody.ts';
import type { Act } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import type { CustodyScope } from '../custody/held.sql.ts';
import { keepDeskFacts } from '../desk/facts/desk-facts.ts';
import { deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { notFound, problem, sendPerformed } from '../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor } from '../http/route.ts';
import { findOfficeReach } from '../office/agency/office-reach.sql.ts';
import { OFFICE_ROLES } from '../office/agency/office-route.ts';
import { keepWorkingHours } from '../office/agency/working-hours.ts';
import { unprintableFields } from '../papers/printable.ts';
import { findCase, findCases, findOwnTasks } from './cases.sql.ts';
import { compensationPaidAct, reissueDoneAct } from './follow-up.act.ts';
import { lateCaseAct } from './late-case.act.ts';
import { liabilityMinuteAct } from './minute.act.ts';
import { settleCustodyCaseAct } from './settle-case.act.ts';

const params = z.object({ caseId: id() });
const no = z.coerce.number().int().min(1).max(9_999);

type Side = {
  readonly path: '/api/desk' | '/api/office'; readonly of: string; readonly roles: readonly Role[];
  readonly scopeOf: (request: FastifyRequest, deskId: DeskId | undefined) => Promise<CustodyScope>;
};

const printable = (body: object): void => {
  const fieldErrors = unprintableFields(body);
  if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
};

const sideRoutes = (app: App, deps: Deps, { path, of, roles, scopeOf }: Side): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const config = { roles };
  const late = lateCaseAct(keepWorkingHours(provinceId));
  const run = <Command, Facts, Decision, Refusal, Answer>(request: FastifyRequest, act: Act<Command, Facts, Decision, Refusal, Answer>, command: Command) => {
    printable(request.body as object);
    return perform(pool, act, actContextOf(request, deps, act.name), command);
  };
  app.get(`${path}/custody-cases`, {
    config, schema: { summary: `Việc chênh lệch giao nhận của ${of}, và giấy tờ phải cấp lại`, querystring: custodyCasesQuery, response: { 200: custodyCasesView } },
  }, async (request) => {
    const scope = await scopeOf(request, request.query.deskId);
    return { now: clock.businessNow(), cases: [...await findCases(pool, provinceId, scope)], tasks: [...await findOwnTasks(pool, provinceId, scope)] };
  });
  app.get(`${path}/custody-cases/:caseId`, {
    config, schema: { summary: `Một việc chênh lệch giao nhận của ${of}`, params, querystring: custodyCasesQuery, response: { 200: custodyCaseView } },
  }, async (request) => {
    const view = await findCase(pool, provinceId, await scopeOf(request, request.query.deskId), request.params.caseId, clock.businessNow());
    if (!view) throw notFound();
    return view;
  });
  app.post(`${path}/custody-cases/:caseId/settle`, {
    config, schema: { summary: `Xử lý một việc chênh lệch giao nhận của ${of}`, params, body: settleCustodyCaseBody, response: { 200: custodyCaseSettled } },
  }, async (request, reply) => {
    const { deskId, ...body } = request.body;
    const command = { caseId: request.params.caseId, scope: await scopeOf(request, deskId), body };
    return sendPerformed(request, reply, await run(request, settleCustodyCaseAct, command), { refusalText: custodyRefusalText });
  });
  app.post(`${path}/custody-cases/:caseId/reissue/:taskNo/done`, {
    config, schema: { summary: `Ghi đã cấp lại giấy tờ mà ${of} được giao`, params: params.extend({ taskNo: no }), body: reissueDoneBody, response: { 200: reissueDoneAnswer } },
  }, async (request, reply) => {
    const { deskId, ...body } = request.body;
    const { caseId, taskNo } = request.params;
    return sendPerformed(request, reply, await run(request, reissueDoneAct, { caseId, taskNo, scope: await scopeOf(request, deskId), body }), { refusalText: custodyRefusalText });
  });
  app.post(`${path}/custody-cases/late`, {
    config, schema: { summary: `Lập việc chuyển chậm của ${of}`, body: lateCaseBody, response: { 201: lateCaseOpened } },
  }, async (request, reply) => {
    const { deskId, ...body } = request.body;
    return sendPerformed(request, reply, await run(request, late, { scope: await scopeOf(request, deskId), body }), { status: 201, refusalText: custodyRefusalText });
  });
};

const DESK_ROLES: readonly Role[] = ['postal-clerk', 'commune-officer'];

const postRoutes = (app: App, deps: Deps): void => {
  const facts = keepDeskFacts(deps.pool, deps.world.provinceId);
  const minute = liabilityMinuteAct();
  const config = { roles: DESK_ROLES };
  app.post('/api/desk/custody-cases/:caseId/minute', {
    config, schema: { summary: 'Lập biên bản xác định trách nhiệm', params, body: liabilityMinuteBody, response: { 201: liabilityMinuteMade } },
  }, async (request, reply) => {
    const deskId = deskOf(request, request.body.deskId);
    const desk = await deskCallOf(request, { ...deps, facts }, minute.name, { ...request.body, deskId });
    const { deskId: _desk, confirmation: _confirmation, ...body } = request.body;
    const call = { desk, caseId: request.params.caseId, scope: { side: 'desk', places: [deskId] } as const, body };
    return sendPerformed(request, reply, await perform(deps.pool, minute, desk.context, call), { status: 201, refusalText: custodyRefusalText });
  });
  app.post('/api/desk/custody-cases/:caseId/compensation/:lineNo/paid', {
    config, schema: { summary: 'Ghi đã trả tiền bồi thường', params: params.extend({ lineNo: no }), body: compensationPaidBody, response: { 200: compensationPaidAnswer } },
  }, async (request, reply) => {
    printable(request.body);
    const { caseId, lineNo } = request.params;
    const call = { caseId, lineNo, scope: { side: 'desk', places: [deskOf(request, request.body.deskId)] } as const, body: { receiptNumber: request.body.receiptNumber } };
    return sendPerformed(request, reply, await perform(deps.pool, compensationPaidAct, actContextOf(request, deps, compensationPaidAct.name), call), { refusalText: custodyRefusalText });
  });
};

export const custodyCaseRoutes = (app: App, deps: Deps): void => {
  sideRoutes(app, deps, { path: '/api/desk', of: 'quầy', roles: DESK_ROLES, scopeOf: async (request, asked) => ({ side: 'desk', places: [deskOf(request, asked)] }) });
  sideRoutes(app, deps, {
    path: '/api/office', of: 'cơ quan', roles: OFFICE_ROLES,
    scopeOf: async (request) => ({ side: 'agency', reach: await findOfficeReach(deps.pool, deps.world.provinceId, requireActor(request).accountId, deps.clock.businessNow()) }),
  });
  postRoutes(app, deps);
};
