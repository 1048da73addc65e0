// A desk's routes: outcomes sent out with a carrier, taken back, looked up by the number on the label.
import { z } from 'zod';
import { parseItemNumber } from '#core/numbering/item-number.ts';
import {
  cancelShipmentCommand, itemParams, orderShipmentCommand, shipmentCancelled, shipmentOrdered, shipmentRow, shipmentsQuery, shipmentsView,
} from '#wire/shipments.wire.ts';
import { itemNumberWords, shipmentRefusalText, shipmentWords } from '#wire/refusals/carriers.ts';
import { id } from '#wire/fields.ts';
import { perform } from '../acts/perform.ts';
import { type DeskDeps, deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { notFound, sendPerformed, sendRefusal } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { cancelShipmentAct, orderShipmentAct } from './order-shipment.act.ts';
import { type ShipmentRow, findShipmentByItem, listShipments } from './shipments.sql.ts';

const roles = ['postal-clerk', 'commune-officer'] as const;
const shown = (row: ShipmentRow) => ({ ...row, dossiers: [...row.dossiers], words: shipmentWords(row) });

export const shipmentRoutes = (app: App, deps: DeskDeps): void => {
  const { pool, world: { provinceId } } = deps;

  app.get('/api/desk/shipments', {
    config: { roles },
    schema: { summary: 'Bưu gửi của quầy, mới nhất trước', querystring: shipmentsQuery, response: { 200: shipmentsView } },
  }, async (request) => ({ shipments: (await listShipments(pool, provinceId, deskOf(request, request.query.deskId))).map(shown) }));

  app.post('/api/desk/shipments', {
    config: { roles },
    schema: { summary: 'Gửi kết quả của một hoặc nhiều hồ sơ qua đơn vị chuyển phát', body: orderShipmentCommand, response: { 201: shipmentOrdered } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, orderShipmentAct.name, request.body);
    const performed = await perform(pool, orderShipmentAct, call.context, { ...call, command: request.body });
    return sendPerformed(request, reply, performed, { status: 201, refusalText: shipmentRefusalText });
  });

  app.post('/api/desk/shipments/:shipmentId/cancel', {
    config: { roles },
    schema: { summary: 'Hủy một bưu gửi chưa đi', params: z.object({ shipmentId: id<string>() }), body: cancelShipmentCommand, response: { 200: shipmentCancelled } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, cancelShipmentAct.name, request.body);
    const performed = await perform(pool, cancelShipmentAct, call.context, { ...call, shipmentId: request.params.shipmentId });
    return sendPerformed(request, reply, performed, { refusalText: shipmentRefusalText });
  });

  app.get('/api/desk/items/:itemNumber', {
    config: { roles },
    schema: { summary: 'Bưu gửi mang số hiệu này và các hồ sơ trong đó', params: itemParams, querystring: shipmentsQuery, response: { 200: shipmentRow } },
  }, async (request, reply) => {
    const read = parseItemNumber(request.params.itemNumber);
    if (!read.ok) return sendRefusal(request, reply, read.refusal, itemNumberWords);
    const found = await findShipmentByItem(pool, provinceId, deskOf(request, request.query.deskId), read.value);
    if (!found) throw notFound();
    return shown(found);
  });
};
