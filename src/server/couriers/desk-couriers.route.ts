// The desk and its couriers: what is given out, what is brought back and counted, and when nothing more is tried.
import { z } from 'zod';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { recordId, shipmentId } from '#wire/courier-parts.wire.ts';
import {
  deliveryEnded, deskCouriersQuery, deskCouriersView, endDeliveryBody, giveToCourierBody, givenToCourier, handInTaken, takeHandInBody, undoDeliveryBody, undone,
} from '#wire/courier-desk.wire.ts';
import { courierRefusalText } from '#wire/refusals/courier.ts';
import { type DeskDeps, deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { sendPerformed } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { giveToCourierAct } from './give-to-courier.act.ts';
import { findMoneyAt, findMoneyHeld } from './money.sql.ts';
import { endDeliveryAct } from './plan.acts.ts';
import { findPickups } from './pickups.sql.ts';
import { findDeskRecords } from './records-view.sql.ts';
import { findOpenReports } from './reports.sql.ts';
import { findCouriersOf } from './shipments.sql.ts';
import { MOST_STOPS, type StopFound, findDeskStops } from './stops-view.sql.ts';
import { takeHandInAct } from './take-hand-in.act.ts';
import { undoDeliveryAct } from './undo-delivery.act.ts';

const config = { roles: ['postal-clerk', 'commune-officer'] } as const;
const refusalText = courierRefusalText;

/** What is not there is left out. */
const asDeskStop = ({ state, courierId, courierName, day, next, ...stop }: StopFound) => ({
  ...stop, ...(state && { state }), ...(courierId && { courierId }), ...(courierName !== null && { courierName }), ...(day && { day }), ...(next && { next }),
});

export const deskCourierRoutes = (app: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId } } = deps;

  app.get('/api/desk/couriers', {
    config, schema: { summary: 'Bưu tá của quầy: bưu gửi chờ giao, đang đi phát, nộp lại; tiền thu hộ', querystring: deskCouriersQuery, response: { 200: deskCouriersView } },
  }, async (request) => {
    const deskId = deskOf(request, request.query.deskId);
    const now = deps.clock.businessNow();
    const today = dateOf(now);
    const [couriers, found, records, pickups, held, moneyHere, reports] = await Promise.all([
      findCouriersOf(pool, provinceId, [deskId], today), findDeskStops(pool, provinceId, deskId, today), findDeskRecords(pool, provinceId, deskId, `${today}T00:00:00+07:00` as Moment),
      findPickups(pool, provinceId, { kind: 'desk', deskId }, today), findMoneyHeld(pool, provinceId, { deskId }), findMoneyAt(pool, provinceId, deskId),
      findOpenReports(pool, provinceId, deskId),
    ]);
    const shipments = found.slice(0, MOST_STOPS);
    return {
      now, shipments: shipments.map(asDeskStop), hasMore: found.length > shipments.length, records, pickups, moneyHere, reports,
      couriers: couriers.map((one) => ({
        ...one, withHer: shipments.filter(({ courierId, state }) => courierId === one.courierId && state === 'with-courier').length,
        moneyHeld: held.filter(({ courierId }) => courierId === one.courierId).reduce((sum, { held: amount }) => sum + amount, 0),
      })),
    };
  });

  app.post('/api/desk/courier-records', {
    config, schema: { summary: 'Giao bưu gửi cho bưu tá', body: giveToCourierBody, response: { 201: givenToCourier } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, giveToCourierAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, giveToCourierAct, call.context, { ...call, body: request.body }), { status: 201, refusalText });
  });

  app.post('/api/desk/courier-records/:recordId/take', {
    config, schema: { summary: 'Kiểm đếm những gì bưu tá nộp lại', params: z.object({ recordId }), body: takeHandInBody, response: { 200: handInTaken } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, takeHandInAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, takeHandInAct, call.context, { ...call, ...request.params, body: request.body }), { refusalText });
  });

  app.post('/api/desk/courier-shipments/:shipmentId/undo', {
    config, schema: { summary: 'Hủy việc ghi phát tại nhà do ghi nhầm', params: z.object({ shipmentId }), body: undoDeliveryBody, response: { 200: undone } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, undoDeliveryAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, undoDeliveryAct, call.context, { ...call, ...request.params, body: request.body }), { refusalText });
  });

  app.post('/api/desk/courier-shipments/:shipmentId/end', {
    config, schema: { summary: 'Thôi phát, giữ kết quả tại quầy', params: z.object({ shipmentId }), body: endDeliveryBody, response: { 200: deliveryEnded } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, endDeliveryAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, endDeliveryAct, call.context, { ...call, ...request.params, body: request.body }), { refusalText });
  });
};
