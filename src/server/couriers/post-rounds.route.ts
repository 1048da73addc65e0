// The post's supervisor: who brings what on a day, for the desks of her unit and below.
import type { FastifyRequest } from 'fastify';
import { dateOf } from '#core/kernel/moment.ts';
import { parseMoment } from '#core/kernel/parse-date.ts';
import { MOST_IN_ROUNDS, WAITING_PAGE, assignStopsBody, postRoundsQuery, postRoundsView, stopsAssigned, stopsUnplanned, unplanStopsBody } from '#wire/courier-desk.wire.ts';
import { courierRefusalText } from '#wire/refusals/courier.ts';
import { performAtDesk } from '../desk/facts/perform-at-desk.ts';
import { notFound, sendPerformed } from '../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor } from '../http/route.ts';
import { assignStopsAct, unplanStopsAct } from './plan.acts.ts';
import { FROM_THE_OLDEST, type WaitingCursor, countWaitingStops, findCouriersByDesk, findRounds, findWaitingStops } from './post-rounds.sql.ts';
import { findSupervisedDesks } from './supervised.sql.ts';

const config = { roles: ['post-supervisor'] } as const;

const CURSOR = /^([^~]+)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** A cursor nobody made here begins at the beginning. */
const readCursor = (text: string | undefined): WaitingCursor => {
  const [, at, shipmentId] = CURSOR.exec(text ?? '') ?? [];
  const madeAt = at === undefined ? undefined : parseMoment(at);
  return madeAt !== undefined && shipmentId !== undefined && madeAt === at ? { madeAt, shipmentId } : FROM_THE_OLDEST;
};

export const postRoundRoutes = (app: App, deps: Deps): void => {
  const { pool, world: { provinceId } } = deps;
  /** For which desks she plans, and in whose journal. */
  const planningOf = async (request: FastifyRequest) => {
    const actor = requireActor(request);
    const unitId = actor.assignments.find(({ role }) => role === 'post-supervisor')?.unitId;
    if (!unitId) throw notFound();
    return { unitId, deskIds: await findSupervisedDesks(pool, provinceId, actor.accountId, dateOf(deps.clock.businessNow())) };
  };

  app.get('/api/post/rounds', {
    config, schema: { summary: 'Chuyến phát của các bưu tá trong ngày, và bưu gửi chưa xếp chuyến', querystring: postRoundsQuery, response: { 200: postRoundsView } },
  }, async (request) => {
    const now = deps.clock.businessNow();
    const day = request.query.day ?? dateOf(now);
    const deskIds = await findSupervisedDesks(pool, provinceId, requireActor(request).accountId, dateOf(now));
    const after = readCursor(request.query.after);
    const isFirst = after === FROM_THE_OLDEST;
    const [couriers, stops, found, waitingCount] = await Promise.all([
      findCouriersByDesk(pool, provinceId, deskIds, dateOf(now)), isFirst ? findRounds(pool, provinceId, deskIds, day) : [],
      findWaitingStops(pool, provinceId, deskIds, after, WAITING_PAGE + 1), countWaitingStops(pool, provinceId, deskIds),
    ]);
    const waiting = found.slice(0, WAITING_PAGE);
    const last = waiting.at(-1);
    return { now, day, couriers, stops: stops.slice(0, MOST_IN_ROUNDS), moreStops: stops.length > MOST_IN_ROUNDS, waiting, waitingCount, next: found.length > WAITING_PAGE && last ? `${last.madeAt}~${last.shipmentId}` : null };
  });

  app.post('/api/post/rounds/assign', {
    config, schema: { summary: 'Xếp bưu gửi vào chuyến phát của một bưu tá', body: assignStopsBody, response: { 200: stopsAssigned } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, assignStopsAct.name);
    return sendPerformed(request, reply, await performAtDesk(pool, assignStopsAct, context, { body: request.body, ...await planningOf(request) }), { refusalText: courierRefusalText });
  });

  app.post('/api/post/rounds/unplan', {
    config, schema: { summary: 'Bỏ bưu gửi còn ở quầy khỏi chuyến phát', body: unplanStopsBody, response: { 200: stopsUnplanned } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, unplanStopsAct.name);
    return sendPerformed(request, reply, await performAtDesk(pool, unplanStopsAct, context, { body: request.body, ...await planningOf(request) }), { refusalText: courierRefusalText });
  });
};
