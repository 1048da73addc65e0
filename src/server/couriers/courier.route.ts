// The courier's own routes: her round, her acts. What is not in her round is not there.
import { z } from 'zod';
import { dateOf } from '#core/kernel/moment.ts';
import { ATTEMPT_POLICY, againFrom } from '#core/shipment/next-attempt.ts';
import { recordId, shipmentId } from '#wire/courier-parts.wire.ts';
import {
  arrangeRoundBody, attemptTaken, courierRound, deliverBody, failBody, handInBody, handedIn, recordTaken, roundArranged, roundQuery, takeRecordBody,
} from '#wire/courier.wire.ts';
import { courierRefusalText } from '#wire/refusals/courier.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { sendPerformed } from '../http/problem.ts';
import { type App, actContextOf, requireActor } from '../http/route.ts';
import { type CourierDeps, courierCallOf, courierUnitOf } from './courier-call.ts';
import { deliverAct } from './deliver.act.ts';
import { failAct } from './fail.act.ts';
import { handInAct } from './hand-in.act.ts';
import { findMoneyHeld } from './money.sql.ts';
import { arrangeRoundAct } from './plan.acts.ts';
import { findPickups } from './pickups.sql.ts';
import { findRecalled } from './recalled.sql.ts';
import { findOpenRecords } from './records-view.sql.ts';
import { findRoundStops, roundStopsOf } from './stops-view.sql.ts';
import { takeRecordAct } from './take-record.act.ts';
import { unlessWritten } from './told-again.ts';

const config = { roles: ['courier'] } as const;
const refusalText = courierRefusalText;

export const courierRoutes = (app: App, deps: CourierDeps): void => {
  const { pool, world: { provinceId } } = deps;
  const [deliver, fail] = [unlessWritten(deliverAct(deps.facts)), unlessWritten(failAct(deps.facts))];

  app.get('/api/courier/round', {
    config, schema: { summary: 'Chuyến phát trong ngày của bưu tá, theo thứ tự đi', querystring: roundQuery, response: { 200: courierRound } },
  }, async (request) => {
    const { accountId, fullName } = requireActor(request);
    const now = deps.clock.businessNow();
    const day = request.query.day ?? dateOf(now);
    const [stops, records, recalled, pickups, money, calendar] = await Promise.all([
      findRoundStops(pool, provinceId, accountId, day), findOpenRecords(pool, provinceId, accountId), findRecalled(pool, provinceId, accountId), findPickups(pool, provinceId, { kind: 'courier', courierId: accountId }, day),
      findMoneyHeld(pool, provinceId, { courierId: accountId }), deps.facts.calendar(),
    ]);
    const policy = { ...ATTEMPT_POLICY, ...stops[0]?.policy };
    return {
      now, day, courierId: accountId, courierName: fullName, records, pickups, policy, againFrom: againFrom(dateOf(now), policy, calendar.compiled),
      stops: roundStopsOf(stops),
      recalled: recalled.map(({ thing, code, deskId }) => ({ thingId: thing.thingId, name: thing.name ?? '', code, deskId, since: thing.since })),
      money: money.map(({ deskId, deskName, held }) => ({ deskId, deskName, held })),
    };
  });

  app.post('/api/courier/round/order', {
    config, schema: { summary: 'Xếp lại thứ tự đi phát', body: arrangeRoundBody, response: { 200: roundArranged } },
  }, async (request, reply) => {
    const { day, shipmentIds } = request.body;
    const call = { day, shipmentIds, unitId: courierUnitOf(requireActor(request)) };
    return sendPerformed(request, reply, await performAtDesk(pool, arrangeRoundAct, actContextOf(request, deps, arrangeRoundAct.name), call), { refusalText });
  });

  app.post('/api/courier/records/:recordId/take', {
    config, schema: { summary: 'Kiểm đếm, ký nhận bưu gửi quầy giao', params: z.object({ recordId }), body: takeRecordBody, response: { 200: recordTaken } },
  }, async (request, reply) => {
    const { context, call } = courierCallOf(request, deps, takeRecordAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, takeRecordAct, context, { ...call, ...request.params }), { refusalText });
  });

  app.post('/api/courier/shipments/:shipmentId/deliver', {
    config, schema: { summary: 'Phát thành công: người nhận, giấy tờ tùy thân, chữ ký, tiền thu hộ', params: z.object({ shipmentId }), body: deliverBody, response: { 200: attemptTaken } },
  }, async (request, reply) => {
    const { context, call } = courierCallOf(request, deps, deliver.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, deliver, context, { ...call, ...request.params }), { refusalText });
  });

  app.post('/api/courier/shipments/:shipmentId/fail', {
    config, schema: { summary: 'Phát không thành công và lý do', params: z.object({ shipmentId }), body: failBody, response: { 200: attemptTaken } },
  }, async (request, reply) => {
    const { context, call } = courierCallOf(request, deps, fail.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, fail, context, { ...call, ...request.params }), { refusalText });
  });

  app.post('/api/courier/hand-in', {
    config, schema: { summary: 'Nộp lại quầy bưu gửi chưa phát, giấy tờ thu hồi và tiền thu hộ', body: handInBody, response: { 201: handedIn } },
  }, async (request, reply) => {
    const { context, call } = courierCallOf(request, deps, handInAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, handInAct, context, call), { status: 201, refusalText });
  });
};
