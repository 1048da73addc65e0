import { z } from 'zod';
import { forwardBy } from '#core/deadline/forward-by.ts';
import { addWorkingDays } from '#core/deadline/working-time.ts';
import { cutoffOn } from '#core/dossier/desk-settings.ts';
import { type Moment, type WallTime, addDays, dateOf, momentAt } from '#core/kernel/moment.ts';
import { rowOf } from '#wire/answers/dossier-row.ts';
import { type DeskTodayView, deskTodayView } from '#wire/desk-today.wire.ts';
import { deskId } from '#wire/procedure.wire.ts';
import { notFound } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import type { DeskPlace } from '../facts/desk-facts.ts';
import { type DeskDeps, deskOf } from '../facts/desk-route.ts';
import { countDay, findAsked, findDueBy, findInState, findOnRecords, findOpenHandOvers } from './desk-today.sql.ts';

const MIDNIGHT = '00:00' as WallTime;

const today = async (deps: DeskDeps, place: DeskPlace, now: Moment): Promise<DeskTodayView> => {
  const { pool, world: { provinceId } } = deps;
  const { desk, calendar } = place;
  const date = dateOf(now);
  const nextWorkingDay = addWorkingDays(calendar.compiled, date, 1);
  const nextDayEnd = momentAt(addDays(nextWorkingDay, 1), MIDNIGHT);
  const [counts, filed, received, ready, due, asked, handOvers] = await Promise.all([
    countDay(pool, provinceId, desk.deskId, {
      from: momentAt(date, MIDNIGHT), to: momentAt(addDays(date, 1), MIDNIGHT), now, nextDayEnd,
    }),
    findInState(pool, provinceId, desk.deskId, 'filed-online'), findInState(pool, provinceId, desk.deskId, 'received'),
    findInState(pool, provinceId, desk.deskId, 'ready-to-return'), findDueBy(pool, provinceId, desk.deskId, nextDayEnd),
    findAsked(pool, provinceId, desk.deskId), findOpenHandOvers(pool, provinceId, desk.deskId),
  ]);
  const incoming = handOvers.filter((record) => record.direction === 'to-desk');
  const onRecords = await findOnRecords(pool, provinceId, desk.deskId, incoming.map((record) => record.handOverId));
  const row = (listed: Parameters<typeof rowOf>[0]) => rowOf(listed, now, nextWorkingDay);
  const mustGoToday = (receivedAt: Moment): boolean =>
    dateOf(forwardBy({ receivedAt, calendar: calendar.compiled, siteId: desk.siteId, cutoffTime: cutoffOn(dateOf(receivedAt)) })) <= date;
  const agencies = new Map(received.map((listed) => [listed.agencyUnitId, listed.agencyName]));
  return {
    now, deskId: desk.deskId, deskName: desk.name, nextWorkingDay, counts,
    afterCutoff: now > momentAt(date, cutoffOn(date)),
    filedOnline: filed.map(row),
    toGoOut: [...agencies].map(([agencyUnitId, agencyName]) => ({
      agencyUnitId, agencyName,
      dossiers: received.filter((listed) => listed.agencyUnitId === agencyUnitId)
        .map((listed) => ({ ...row(listed), mustGoToday: mustGoToday(listed.receivedAt) })),
    })),
    sent: handOvers.filter((record) => record.direction === 'to-agency'),
    incoming: incoming.map((record) => ({
      ...record, dossiers: onRecords.filter((listed) => listed.handOverId === record.handOverId).map(row),
    })),
    readyToReturn: ready.map(row),
    dueSoon: due.map(row),
    supplements: asked.map(({ askedAt, reason, items, answerBy, answerSentAt, ...listed }) => ({
      ...row(listed), askedAt, reason, items: items.map((item) => item.name), answerBy: answerBy ?? undefined, answerSentAt: answerSentAt ?? undefined,
    })),
  };
};

export const deskTodayRoute = (app: App, deps: DeskDeps): void => {
  app.get('/api/desk/today', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Hôm nay tại quầy', querystring: z.object({ deskId: deskId.optional() }), response: { 200: deskTodayView } },
  }, async (request) => {
    const now = deps.clock.businessNow();
    const place = await deps.facts.place(deskOf(request, request.query.deskId), dateOf(now));
    if (!place) throw notFound();
    return today(deps, place, now);
  });
};
