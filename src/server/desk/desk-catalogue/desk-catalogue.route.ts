import { z } from 'zod';
import { areasOf, isOutside } from '#core/organisation/units.ts';
import { addDays, dateOf, momentAt, type WallTime } from '#core/kernel/moment.ts';
import { unitOf } from '#documents/slips/desk-place.ts';
import { deskCatalogueView, type DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import { deskId } from '#wire/procedure.wire.ts';
import { notFound } from '../../http/problem.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskOf } from '../facts/desk-route.ts';
import { findCatalogue } from './desk-catalogue.sql.ts';

const USED_DAYS = 90;

export const deskCatalogueRoute = (app: App, deps: DeskDeps): void => {
  const { pool, world, clock, facts } = deps;
  app.get('/api/desk/catalogue', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: {
      summary: 'Danh mục thủ tục tiếp nhận tại quầy hôm nay', querystring: z.object({ deskId: deskId.optional() }),
      response: { 200: deskCatalogueView },
    },
  }, async (request): Promise<DeskCatalogueView> => {
    const desk = deskOf(request, request.query.deskId);
    const now = clock.businessNow();
    const today = dateOf(now);
    const place = await facts.place(desk, today);
    if (!place) throw notFound();
    const rows = await findCatalogue(pool, world.provinceId, desk, today, momentAt(addDays(today, -USED_DAYS), '00:00' as WallTime));
    return {
      now, desk: place.desk, ...areasOf(place.units, place.desk.communeUnitId),
      receivingUnitName: unitOf(place, place.desk.receivingUnitId).name, postOfficeName: unitOf(place, place.desk.postOfficeUnitId).name,
      entries: rows.map(({ procedure, agencyName, useCount, ...transfer }) => ({ procedure, transfer, agencyName, useCount, away: isOutside(place.units, transfer.agencyUnitId, place.desk.communeUnitId) })),
      calendar: place.calendar.working, forms: place.forms, signers: place.signers,
    };
  });
};
