// Money of others at a desk and on its way to the post: what each holds, what is paid on, what the post counted.
import { z } from 'zod';
import { dateOf } from '#core/kernel/moment.ts';
import { confirmRemittanceBody, deskMoneyQuery, deskMoneyView, postMoneyView, remitBody, remittanceConfirmed, remittanceId, remitted } from '#wire/remittance.wire.ts';
import { remittanceRefusalText } from '#wire/refusals/remittance.ts';
import { type DeskDeps, deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { notFound, sendPerformed } from '../http/problem.ts';
import { type App, actContextOf, requireActor } from '../http/route.ts';
import { type HeldFor, findMoneyHeld } from './money.sql.ts';
import { confirmRemittanceAct, payeeOf, remitAct } from './remittance.acts.ts';
import { findDeskHoldings, findRemittances, findSums } from './remittances.sql.ts';
import { findSupervisedDesks } from './supervised.sql.ts';

const desk = { roles: ['postal-clerk', 'commune-officer'] } as const;
const post = { roles: ['post-supervisor'] } as const;
const refusalText = remittanceRefusalText;

const byCourier = (held: readonly HeldFor[], deskId: string) => held.filter((one) => one.deskId === deskId).map(({ courierId, courierName, held: amount }) => ({ courierId, name: courierName, held: amount }));

export const remittanceRoutes = (app: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId } } = deps;

  app.get('/api/desk/money', {
    config: desk, schema: { summary: 'Tiền thu hộ quầy và bưu tá đang giữ, các lần nộp về bưu cục', querystring: deskMoneyQuery, response: { 200: deskMoneyView } },
  }, async (request) => {
    const deskId = deskOf(request, request.query.deskId);
    const now = deps.clock.businessNow();
    const [place, sums, holdings, couriers, slips] = await Promise.all([
      deps.facts.place(deskId, dateOf(now)), findSums(pool, provinceId, deskId), findDeskHoldings(pool, provinceId, [deskId]), findMoneyHeld(pool, provinceId, { deskId }), findRemittances(pool, provinceId, [deskId]),
    ]);
    if (!place) throw notFound();
    return { now, held: holdings[0]?.held ?? 0, sums, couriers: byCourier(couriers, deskId), unitName: payeeOf(place).shortName, ...slips };
  });

  app.post('/api/desk/remittances', {
    config: desk, schema: { summary: 'Nộp tiền thu hộ về bưu cục', body: remitBody, response: { 201: remitted } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, remitAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, remitAct, call.context, { ...call, body: request.body }), { status: 201, refusalText });
  });

  app.get('/api/post/money', {
    config: post, schema: { summary: 'Tiền thu hộ các quầy và bưu tá đang giữ, các lần nộp chờ xác nhận', response: { 200: postMoneyView } },
  }, async (request) => {
    const now = deps.clock.businessNow();
    const deskIds = await findSupervisedDesks(pool, provinceId, requireActor(request).accountId, dateOf(now));
    const [holdings, couriers, slips] = await Promise.all([
      findDeskHoldings(pool, provinceId, deskIds), findMoneyHeld(pool, provinceId, {}), findRemittances(pool, provinceId, deskIds),
    ]);
    const desks = holdings.map((one) => ({ ...one, couriers: byCourier(couriers, one.deskId) }));
    return { now, desks: desks.filter(({ held, onTheWay, couriers: theirs }) => held !== 0 || onTheWay !== 0 || theirs.length > 0), ...slips };
  });

  app.post('/api/post/remittances/:remittanceId/confirm', {
    config: post, schema: { summary: 'Xác nhận số tiền quầy nộp', params: z.object({ remittanceId }), body: confirmRemittanceBody, response: { 200: remittanceConfirmed } },
  }, async (request, reply) => {
    const actor = requireActor(request);
    const context = actContextOf(request, deps, confirmRemittanceAct.name);
    const unitId = actor.assignments.find(({ role }) => role === 'post-supervisor')?.unitId;
    if (!unitId) throw notFound();
    const deskIds = await findSupervisedDesks(pool, provinceId, actor.accountId, dateOf(context.now));
    return sendPerformed(request, reply, await performAtDesk(pool, confirmRemittanceAct, context, { ...request.params, body: request.body, deskIds, unitId }), { refusalText });
  });
};
