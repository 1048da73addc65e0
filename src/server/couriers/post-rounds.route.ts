// The post's supervisor: who brings what on a day, for the desks of her unit and below.
import { dateOf } from '#core/kernel/moment.ts';
import { assignStopsBody, postRoundsQuery, postRoundsView, stopsAssigned } from '#wire/courier-desk.wire.ts';
import { courierRefusalText } from '#wire/refusals/courier.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { notFound, sendPerformed } from '../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor } from '../http/route.ts';
import { asDeskStop } from './desk-couriers.route.ts';
import { findSupervisedDesks } from './supervised.sql.ts';
import { assignStopsAct } from './plan.acts.ts';
import { findCouriersOf } from './shipments.sql.ts';
import { findDeskStops } from './stops-view.sql.ts';

const config = { roles: ['post-supervisor'] } as const;

export const postRoundRoutes = (app: App, deps: Deps): void => {
  const { pool, world: { provinceId } } = deps;

  app.get('/api/post/rounds', {
    config, schema: { summary: 'Chuyến phát của các bưu tá trong ngày, và bưu gửi chưa xếp chuyến', querystring: postRoundsQuery, response: { 200: postRoundsView } },
  }, async (request) => {
    const now = deps.clock.businessNow();
    const day = request.query.day ?? dateOf(now);
    const deskIds = await findSupervisedDesks(pool, provinceId, requireActor(request).accountId, dateOf(now));
    const [couriers, stops] = await Promise.all([findCouriersOf(pool, provinceId, deskIds, dateOf(now)), findDeskStops(pool, provinceId, deskIds, day)]);
    return {
      now, day, couriers,
      stops: stops.map(asDeskStop).map(({ shipmentId, itemNumber, state, courierId, courierName, day: on, inBook, deskId, deskName }) =>
        ({ shipmentId, itemNumber, state, courierId, courierName, day: on, inBook, deskId, deskName })),
    };
  });

  app.post('/api/post/rounds/assign', {
    config, schema: { summary: 'Xếp bưu gửi vào chuyến phát của một bưu tá', body: assignStopsBody, response: { 200: stopsAssigned } },
  }, async (request, reply) => {
    const actor = requireActor(request);
    const context = actContextOf(request, deps, assignStopsAct.name);
    const unitId = actor.assignments.find(({ role }) => role === 'post-supervisor')?.unitId;
    if (!unitId) throw notFound();
    const deskIds = await findSupervisedDesks(pool, provinceId, actor.accountId, dateOf(context.now));
    return sendPerformed(request, reply, await performAtDesk(pool, assignStopsAct, context, { body: request.body, deskIds, unitId }), { refusalText: courierRefusalText });
  });
};
