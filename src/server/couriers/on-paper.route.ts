// Written down from a courier's paper at her desk; and what her phone tells otherwise, settled.
import {
  paperStopParams, paperStopQuery, recordDeliveryBody, recordFailureBody, recordedOnPaper, reportSettled, settleReportBody, settleReportParams,
} from '#wire/courier-paper.wire.ts';
import { roundStop } from '#wire/courier.wire.ts';
import { courierRefusalText } from '#wire/refusals/courier.ts';
import { type DeskDeps, deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { notFound, sendPerformed } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { recordDeliveryAct, recordFailureAct, settleReportAct } from './on-paper.acts.ts';
import { findDeskStop, roundStopsOf } from './stops-view.sql.ts';

const config = { roles: ['postal-clerk', 'commune-officer'] } as const;
const refusalText = courierRefusalText;
const params = paperStopParams;

export const onPaperRoutes = (app: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId } } = deps;

  app.get('/api/desk/courier-shipments/:shipmentId', {
    config, schema: { summary: 'Một bưu gửi trong chuyến của bưu tá: ai được nhận, phải thu bao nhiêu', params, querystring: paperStopQuery, response: { 200: roundStop } },
  }, async (request) => {
    const found = await findDeskStop(pool, provinceId, deskOf(request, request.query.deskId), request.params.shipmentId);
    const [stop] = roundStopsOf(found ? [found] : []);
    if (!stop) throw notFound();
    return stop;
  });

  app.post('/api/desk/courier-shipments/:shipmentId/record-delivery', {
    config, schema: { summary: 'Ghi phát thành công từ giấy của bưu tá mất hoặc hỏng điện thoại', params, body: recordDeliveryBody, response: { 200: recordedOnPaper } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, recordDeliveryAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, recordDeliveryAct, call.context, { ...call, ...request.params, body: request.body }), { refusalText });
  });

  app.post('/api/desk/courier-shipments/:shipmentId/record-failure', {
    config, schema: { summary: 'Ghi phát không thành công từ giấy của bưu tá mất hoặc hỏng điện thoại', params, body: recordFailureBody, response: { 200: recordedOnPaper } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, recordFailureAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, recordFailureAct, call.context, { ...call, ...request.params, body: request.body }), { refusalText });
  });

  app.post('/api/desk/courier-reports/:attemptId/settle', {
    config, schema: { summary: 'Xử lý xong việc điện thoại của bưu tá báo khác giấy', params: settleReportParams, body: settleReportBody, response: { 200: reportSettled } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, settleReportAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, settleReportAct, call.context, { ...call, ...request.params, body: request.body }), { refusalText });
  });
};
