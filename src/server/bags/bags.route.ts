// Bags at both sides: the same paths, each side's own acts behind them.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseBagLabel } from '#core/numbering/bag-label.ts';
import type { AlreadyRecorded } from '#core/dossier/desk-dossier.ts';
import type { Role } from '#core/organisation/organisation.ts';
import {
  bagClosed, bagHandedOver, bagId, bagLost, bagPacked, bagReceived, bagStarted, bagTakenOut, bagView, bagsView, closeBagBody, findBagBody, handOverBagBody, handOverFilledBagCommand, loseBagBody, packBody, receiveBagBody,
  reopenBagBody, startBagBody, takeOutBody,
} from '#wire/bags.wire.ts';
import { documentFor } from '#documents/papers.ts';
import { bagRefusalText } from '#wire/refusals/bags.ts';
import type { Act, Performed } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { keepDeskFacts } from '../desk/facts/desk-facts.ts';
import { type DeskDeps, deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { notFound, problem, sendPerformed, sendRefusal } from '../http/problem.ts';
import { type App, type Deps, actContextOf, originOf, requireActor } from '../http/route.ts';
import { findOfficeReach } from '../office/agency/office-reach.sql.ts';
import type { Office } from '../office/agency/office-act.ts';
import { type WorkingHours, keepWorkingHours } from '../office/agency/working-hours.ts';
import { OFFICE_ROLES } from '../office/agency/office-route.ts';
import { signedFor } from '../office/agency/signature.ts';
import { printPaper } from '../papers/press.ts';
import { unprintableFields } from '../papers/printable.ts';
import { bagLabelPaper } from './bag-label-paper.ts';
import { bagViewOf, bagsViewOf } from './bag-view.ts';
import type { BagScope } from './bag.sql.ts';
import { findBag } from './bag-views.sql.ts';
import { envelopeRoutes } from './envelope.route.ts';
import { type BagCall, closeBagAct, packAct, reopenBagAct, startBagAct, takeOutAct } from './fill-bag.act.ts';
import { deskPapersAfterRoutes, officePapersAfterRoutes } from './papers-after.route.ts';
import { handOverFromDesk, handOverFromOffice } from './hand-over-bag.act.ts';
import { handOverFilledBagAct } from './hand-over-filled-bag.act.ts';
import { findBagAct, loseBagAct } from './lose-bag.act.ts';
import { receiveAtDesk, receiveAtOffice } from './receive-bag.act.ts';

type Done<R, A> = Promise<Performed<R, A>>;
const params = z.object({ bagId });

type Side = {
  readonly path: '/api/desk' | '/api/office';
  readonly of: string;
  readonly roles: readonly Role[];
  readonly scopeOf: (request: FastifyRequest) => Promise<BagScope>;
};

/** What both sides do alike. */
const sharedRoutes = (app: App, deps: Deps, side: Side, hours: WorkingHours): void => {
  const [lose, find] = [loseBagAct(hours), findBagAct(hours)];
  const { pool, world: { provinceId } } = deps;
  const config = { roles: side.roles };
  const run = async <Body extends object, Facts, Decision, Refusal, Answer>(
    request: FastifyRequest, act: Act<BagCall<Body>, Facts, Decision, Refusal, Answer>, id: BagCall<Body>['bagId'], body: Body,
  ): Done<Refusal | AlreadyRecorded, Answer> => {
    const fieldErrors = unprintableFields(body);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    return performAtDesk(pool, act, actContextOf(request, deps, act.name), { scope: await side.scopeOf(request), bagId: id, body });
  };
  app.get(`${side.path}/bags`, { config, schema: { summary: `Túi hồ sơ của ${side.of}`, response: { 200: bagsView } } },
    async (request) => bagsViewOf(pool, provinceId, await side.scopeOf(request), deps.clock.businessNow()));
  app.get(`${side.path}/bags/:bagId`, { config, schema: { summary: 'Một túi hồ sơ và những gì trong túi', params, response: { 200: bagView } } }, async (request, reply) => {
    const scope = await side.scopeOf(request);
    const found = await bagViewOf(pool, provinceId, scope, await findBag(pool, provinceId, scope, request.params), deps.clock.businessNow());
    if (!found) throw notFound();
    return found.kind === 'refused' ? sendRefusal(request, reply, found.refusal, bagRefusalText) : reply.send(found.view);
  });
  app.get(`${side.path}/bags/by-label/:label`, {
    config, schema: { summary: 'Túi hồ sơ theo nhãn vừa quét', params: z.object({ label: z.string().max(60) }), response: { 200: bagView } },
  }, async (request, reply) => {
    const label = parseBagLabel(request.params.label);
    if (!label.ok) return sendRefusal(request, reply, label.refusal, bagRefusalText);
    const scope = await side.scopeOf(request);
    const found = await bagViewOf(pool, provinceId, scope, await findBag(pool, provinceId, scope, { label: label.value }), deps.clock.businessNow());
    if (!found) return sendRefusal(request, reply, { kind: 'bag-unknown' as const, label: label.value }, bagRefusalText);
    return found.kind === 'refused' ? sendRefusal(request, reply, found.refusal, bagRefusalText) : reply.send(found.view);
  });
  app.get(`${side.path}/bags/:bagId/label.pdf`, { config, schema: { summary: 'Nhãn túi hồ sơ', params } }, async (request, reply) => {
    const bag = await findBag(pool, provinceId, await side.scopeOf(request), request.params);
    const paper = bag && bagLabelPaper(bag);
    if (!paper) throw notFound();
    return reply.type('application/pdf').header('cache-control', 'private, no-store').send(Buffer.from(await printPaper(documentFor(paper))));
  });
  app.post(`${side.path}/bags`, { config, schema: { summary: 'Mở túi hồ sơ', body: startBagBody, response: { 201: bagStarted } } }, async (request, reply) => {
    const { bagId: id, ...body } = request.body;
    return sendPerformed(request, reply, await run(request, startBagAct, id, body), { status: 201, refusalText: bagRefusalText });
  });
  app.post(`${side.path}/bags/:bagId/pack`, { config, schema: { summary: 'Cho hồ sơ vào túi', params, body: packBody, response: { 200: bagPacked } } },
    async (request, reply) => sendPerformed(request, reply, await run(request, packAct, request.params.bagId, request.body), { refusalText: bagRefusalText }));
  app.post(`${side.path}/bags/:bagId/take-out`, { config, schema: { summary: 'Lấy hồ sơ ra khỏi túi', params, body: takeOutBody, response: { 200: bagTakenOut } } },
    async (request, reply) => sendPerformed(request, reply, await run(request, takeOutAct, request.params.bagId, request.body), { refusalText: bagRefusalText }));
  app.post(`${side.path}/bags/:bagId/close`, { config, schema: { summary: 'Đóng gói, niêm phong túi', params, body: closeBagBody, response: { 200: bagClosed } } },
    async (request, reply) => sendPerformed(request, reply, await run(request, closeBagAct, request.params.bagId, request.body), { refusalText: bagRefusalText }));
  app.post(`${side.path}/bags/:bagId/reopen`, { config, schema: { summary: 'Cắt niêm phong, mở lại túi chưa bàn giao', params, body: reopenBagBody, response: { 200: bagClosed } } },
    async (request, reply) => sendPerformed(request, reply, await run(request, reopenBagAct, request.params.bagId, request.body), { refusalText: bagRefusalText }));
  app.post(`${side.path}/bags/:bagId/lost`, { config, schema: { summary: 'Báo thất lạc túi đã bàn giao', params, body: loseBagBody, response: { 200: bagLost } } },
    async (request, reply) => sendPerformed(request, reply, await run(request, lose, request.params.bagId, request.body), { refusalText: bagRefusalText }));
  app.post(`${side.path}/bags/:bagId/found`, { config, schema: { summary: 'Báo đã tìm thấy túi thất lạc', params, body: findBagBody, response: { 200: bagLost } } },
    async (request, reply) => sendPerformed(request, reply, await run(request, find, request.params.bagId, request.body), { refusalText: bagRefusalText }));
};

const SUMMARY = { handOver: 'Bàn giao túi hồ sơ kèm biên bản', receive: 'Kiểm đếm, ký nhận túi hồ sơ' } as const;

const deskBagRoutes = (app: App, deps: DeskDeps, hours: WorkingHours): void => {
  const roles: readonly Role[] = ['postal-clerk', 'commune-officer'];
  const config = { roles };
  const scopeOf = async (request: FastifyRequest): Promise<BagScope> => ({ side: 'desk', deskId: deskOf(request, undefined) });
  sharedRoutes(app, deps, { path: '/api/desk', of: 'quầy', roles, scopeOf }, hours);
  const [handOver, receive] = [handOverFromDesk(), receiveAtDesk(hours)];
  app.post('/api/desk/bags/:bagId/hand-over', { config, schema: { summary: SUMMARY.handOver, params, body: handOverBagBody, response: { 200: bagHandedOver } } }, async (request, reply) => {
    const deskId = deskOf(request, undefined);
    const desk = await deskCallOf(request, deps, handOver.name, { ...request.body, deskId });
    const call = { desk, scope: { side: 'desk', deskId } as const, bagId: request.params.bagId, body: request.body };
    return sendPerformed(request, reply, await performAtDesk(deps.pool, handOver, desk.context, call), { refusalText: bagRefusalText });
  });
  const filled = handOverFilledBagAct();
  app.post('/api/desk/bags/filled', { config, schema: { summary: 'Bàn giao túi vừa đóng tại máy của quầy', body: handOverFilledBagCommand, response: { 201: bagHandedOver } } }, async (request, reply) => {
    const call = await deskCallOf(request, deps, filled.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(deps.pool, filled, call.context, { ...call, command: request.body }), { status: 201, refusalText: bagRefusalText });
  });
  app.post('/api/desk/bags/:bagId/receive', { config, schema: { summary: SUMMARY.receive, params, body: receiveBagBody, response: { 200: bagReceived } } }, async (request, reply) => {
    const deskId = deskOf(request, undefined);
    const desk = await deskCallOf(request, deps, receive.name, { ...request.body, deskId });
    const call = { desk, scope: { side: 'desk', deskId } as const, bagId: request.params.bagId, body: request.body };
    return sendPerformed(request, reply, await performAtDesk(deps.pool, receive, desk.context, call), { refusalText: bagRefusalText });
  });
};

const officeBagRoutes = (app: App, deps: Deps, office: Office): void => {
  const config = { roles: OFFICE_ROLES };
  const scopeOf = async (request: FastifyRequest): Promise<BagScope> =>
    ({ side: 'agency', reach: await findOfficeReach(deps.pool, deps.world.provinceId, requireActor(request).accountId, deps.clock.businessNow()) });
  sharedRoutes(app, deps, { path: '/api/office', of: 'cơ quan', roles: OFFICE_ROLES, scopeOf }, office.hours);
  const [handOver, receive] = [handOverFromOffice(office), receiveAtOffice(office)];
  app.post('/api/office/bags/:bagId/hand-over', { config, schema: { summary: SUMMARY.handOver, params, body: handOverBagBody, response: { 200: bagHandedOver } } }, async (request, reply) => {
    const call = { scope: await scopeOf(request), origin: originOf(request, deps), bagId: request.params.bagId, body: request.body };
    return sendPerformed(request, reply, await perform(deps.pool, handOver, actContextOf(request, deps, handOver.name), call), { refusalText: bagRefusalText });
  });
  app.post('/api/office/bags/:bagId/receive', { config, schema: { summary: SUMMARY.receive, params, body: receiveBagBody, response: { 200: bagReceived } } }, async (request, reply) => {
    const fieldErrors = unprintableFields(request.body);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    const call = { scope: await scopeOf(request), origin: originOf(request, deps), bagId: request.params.bagId, body: request.body, signed: await signedFor(request, deps, request.body.signature) };
    return sendPerformed(request, reply, await perform(deps.pool, receive, actContextOf(request, deps, receive.name), call), { refusalText: bagRefusalText });
  });
};

export const bagRoutes = (app: App, deps: Deps): void => {
  const { provinceId } = deps.world;
  const atDesk = { ...deps, facts: keepDeskFacts(deps.pool, provinceId) };
  const office: Office = { provinceId, hours: keepWorkingHours(provinceId) };
  deskBagRoutes(app, atDesk, office.hours);
  envelopeRoutes(app, atDesk);
  deskPapersAfterRoutes(app, atDesk);
  officeBagRoutes(app, deps, office);
  officePapersAfterRoutes(app, deps, office);
};
