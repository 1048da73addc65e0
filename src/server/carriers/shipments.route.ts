// A desk's routes: outcomes sent out with a carrier, handed to it, taken back, looked up by the number on the label.
import type { FastifyRequest } from 'fastify';
import { parseItemNumber } from '#core/numbering/item-number.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { documentFor } from '#documents/papers.ts';
import {
  cancelShipmentCommand, countBackCommand, countedBack, deliveryWrongBody, deliveryWrongSaid, handOverShipmentsCommand, itemParams, orderShipmentCommand, shipmentCancelled, shipmentOrdered, shipmentParams, shipmentRow, shipmentView,
  shipmentsHandedOver, shipmentsQuery, shipmentsView,
} from '#wire/shipments.wire.ts';
import { itemNumberWords, receiverFieldErrors, shipmentRefusalText } from '#wire/refusals/carriers.ts';
import { perform } from '../acts/perform.ts';
import { type DeskDeps, deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { type RefusalText, notFound, sendPerformed, sendRefusal } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { printPaper } from '../papers/press.ts';
import { countBackAct } from './count-back.act.ts';
import { deliveryWrongAct } from './delivery-wrong.act.ts';
import { handOverShipmentsAct } from './hand-over-shipments.act.ts';
import { cancelShipmentAct, orderShipmentAct } from './order-shipment.act.ts';
import { type ShipmentRow, findShipment } from './shipment-views.sql.ts';
import { shipmentLabel, shipmentViewOf, shipmentsViewOf, shownShipment } from './shipments-view.ts';

const roles = ['postal-clerk', 'commune-officer'] as const;
type Refusal = Parameters<typeof shipmentRefusalText>[0];
const ALREADY = 'Bưu gửi hoặc biên bản này đã được lưu trước đó. Tải lại danh sách để xem.';
const refusalText = (refusal: Refusal | { readonly kind: 'already-recorded' }): RefusalText => {
  if (refusal.kind === 'already-recorded') return ALREADY;
  const detail = shipmentRefusalText(refusal);
  return refusal.kind === 'receiver-wrong' ? { title: 'Người nhận chưa đủ thông tin', detail, fieldErrors: receiverFieldErrors(refusal.fields) } : detail;
};

export const shipmentRoutes = (app: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const config = { roles };
  const one = async (request: FastifyRequest<{ Params: { shipmentId: string }; Querystring: { deskId?: DeskId | undefined } }>): Promise<{ readonly row: ShipmentRow; readonly deskId: DeskId }> => {
    const deskId = deskOf(request, request.query.deskId);
    const row = await findShipment(pool, provinceId, deskId, { shipmentId: request.params.shipmentId });
    if (!row) throw notFound();
    return { row, deskId };
  };

  app.get('/api/desk/shipments', {
    config, schema: { summary: 'Bưu gửi của quầy, việc cần xem trước; kết quả chờ gửi về nhà', querystring: shipmentsQuery, response: { 200: shipmentsView } },
  }, async (request) => shipmentsViewOf(pool, provinceId, deskOf(request, request.query.deskId), clock.businessNow()));

  app.get('/api/desk/shipments/:shipmentId', {
    config, schema: { summary: 'Một bưu gửi và mọi điều đơn vị chuyển phát đã báo', params: shipmentParams, querystring: shipmentsQuery, response: { 200: shipmentView } },
  }, async (request) => shipmentViewOf(pool, provinceId, (await one(request)).row));

  app.get('/api/desk/shipments/:shipmentId/label.pdf', {
    config, schema: { summary: 'Nhãn bưu gửi có mã vạch', params: shipmentParams, querystring: shipmentsQuery },
  }, async (request, reply) => {
    const { row, deskId } = await one(request);
    const place = await deps.facts.place(deskId, dateOf(clock.businessNow()));
    if (!place) throw notFound();
    return reply.type('application/pdf').header('cache-control', 'private, no-store').send(Buffer.from(await printPaper(documentFor(shipmentLabel(row, place)))));
  });

  app.post('/api/desk/shipments', {
    config, schema: { summary: 'Gửi kết quả của một hoặc nhiều hồ sơ qua đơn vị chuyển phát', body: orderShipmentCommand, response: { 201: shipmentOrdered } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, orderShipmentAct.name, request.body);
    const performed = await performAtDesk(pool, orderShipmentAct, call.context, { ...call, command: request.body });
    return sendPerformed(request, reply, performed, { status: 201, refusalText });
  });

  app.post('/api/desk/shipments/hand-over', {
    config, schema: { summary: 'Giao bưu gửi cho đơn vị chuyển phát kèm biên bản', body: handOverShipmentsCommand, response: { 201: shipmentsHandedOver } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, handOverShipmentsAct.name, request.body);
    const performed = await performAtDesk(pool, handOverShipmentsAct, call.context, { ...call, command: request.body });
    return sendPerformed(request, reply, performed, { status: 201, refusalText });
  });

  app.post('/api/desk/shipments/count-back', {
    config, schema: { summary: 'Kiểm đếm bưu gửi đơn vị chuyển phát chuyển hoàn', body: countBackCommand, response: { 200: countedBack } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, countBackAct.name, request.body);
    const performed = await perform(pool, countBackAct, call.context, { ...call, command: request.body });
    return sendPerformed(request, reply, performed, { refusalText });
  });

  app.post('/api/desk/shipments/:shipmentId/wrong', {
    config, schema: { summary: 'Ghi sự cố khi phát: hư hỏng, hoặc người nhận báo chưa nhận được', params: shipmentParams, body: deliveryWrongBody, response: { 201: deliveryWrongSaid } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, deliveryWrongAct.name, request.body);
    const performed = await perform(pool, deliveryWrongAct, call.context, { ...call, shipmentId: request.params.shipmentId, body: request.body });
    return sendPerformed(request, reply, performed, { status: 201, refusalText });
  });

  app.post('/api/desk/shipments/:shipmentId/cancel', {
    config, schema: { summary: 'Hủy một bưu gửi chưa đi', params: shipmentParams, body: cancelShipmentCommand, response: { 200: shipmentCancelled } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, cancelShipmentAct.name, request.body);
    const performed = await perform(pool, cancelShipmentAct, call.context, { ...call, shipmentId: request.params.shipmentId });
    return sendPerformed(request, reply, performed, { refusalText });
  });

  app.get('/api/desk/items/:itemNumber', {
    config, schema: { summary: 'Bưu gửi mang số hiệu này và các hồ sơ trong đó', params: itemParams, querystring: shipmentsQuery, response: { 200: shipmentRow } },
  }, async (request, reply) => {
    const read = parseItemNumber(request.params.itemNumber);
    if (!read.ok) return sendRefusal(request, reply, read.refusal, itemNumberWords);
    const found = await findShipment(pool, provinceId, deskOf(request, request.query.deskId), { itemNumber: read.value });
    if (!found) throw notFound();
    return shownShipment(found);
  });
};
