// Papers collected at home: asked for and closed at the desk, collected by the courier.
import { z } from 'zod';
import type { AlreadyRecorded } from '#core/dossier/desk-dossier.ts';
import type { PickupRefused } from '#core/shipment/pickup.ts';
import { type PickupMoved, askPickupBody, closePickupBody, collectBody, failPickupBody, pickupAsked, pickupClosed, pickupId, pickupMoved } from '#wire/pickup.wire.ts';
import { courierRefusalText } from '#wire/refusals/courier.ts';
import type { Performed } from '../acts/act.ts';
import { deskCallOf } from '../desk/facts/desk-route.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { sendPerformed } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { type CourierDeps, courierCallOf } from './courier-call.ts';
import { askPickupAct, closePickupAct, collectAct, failPickupAct } from './pickup.acts.ts';

const desk = { roles: ['postal-clerk', 'commune-officer'] } as const;
const courier = { roles: ['courier'] } as const;
const params = z.object({ pickupId });
const refusalText = courierRefusalText;

type Collected = Performed<PickupRefused | AlreadyRecorded, PickupMoved>;
const SLIPS = new Set(['pickup_slip', 'custody_thing_label']);

/** Two who write one number at the same moment: the second is told what it would be told a moment later. */
const collectOnce = async (perform: () => Promise<Collected>, slipNumber: string): Promise<Collected> => {
  try {
    return await perform();
  } catch (error) {
    if (!(error instanceof Error && 'constraint' in error && SLIPS.has(String(error.constraint)))) throw error;
    return { kind: 'refused', refusal: { kind: 'slip-number-used', slipNumber } };
  }
};

export const pickupRoutes = (app: App, deps: CourierDeps): void => {
  const { pool } = deps;
  const [ask, fail] = [askPickupAct(deps.facts), failPickupAct(deps.facts)];

  app.post('/api/desk/pickups', {
    config: desk, schema: { summary: 'Cử bưu tá đến nhà nhận hồ sơ', body: askPickupBody, response: { 201: pickupAsked } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, ask.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, ask, call.context, { ...call, body: request.body }), { status: 201, refusalText });
  });

  app.post('/api/desk/pickups/:pickupId/close', {
    config: desk, schema: { summary: 'Mở phong bì tiếp nhận hồ sơ, trả lại người gửi, hoặc thôi đến nhận', params, body: closePickupBody, response: { 200: pickupClosed } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, closePickupAct.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, closePickupAct, call.context, { ...call, ...request.params, body: request.body }), { refusalText });
  });

  app.post('/api/courier/pickups/:pickupId/collect', {
    config: courier, schema: { summary: 'Kiểm đếm, nhận giấy tờ tại nhà, ghi số phiếu gửi', params, body: collectBody, response: { 200: pickupMoved } },
  }, async (request, reply) => {
    const { context, call } = courierCallOf(request, deps, collectAct.name, request.body);
    return sendPerformed(request, reply, await collectOnce(() => performAtDesk(pool, collectAct, context, { ...call, ...request.params }), request.body.slipNumber), { refusalText });
  });

  app.post('/api/courier/pickups/:pickupId/fail', {
    config: courier, schema: { summary: 'Đến nhận nhưng chưa nhận được, và lý do', params, body: failPickupBody, response: { 200: pickupMoved } },
  }, async (request, reply) => {
    const { context, call } = courierCallOf(request, deps, fail.name, request.body);
    return sendPerformed(request, reply, await performAtDesk(pool, fail, context, { ...call, ...request.params }), { refusalText });
  });
};
