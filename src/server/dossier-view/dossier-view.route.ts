import { z } from 'zod';
import { dateOf } from '#core/kernel/moment.ts';
import { dossierId } from '#wire/dossier-parts.wire.ts';
import { dossierView } from '#wire/dossier-view.wire.ts';
import { notFound } from '../http/problem.ts';
import { type App, type Deps, requireActor, staffOnly } from '../http/route.ts';
import { keepCalendar } from './calendar.ts';
import { findDossierRecord } from './dossier-view.sql.ts';
import { dossierViewOf } from './dossier-view.ts';
import { findReader } from '../reading/reader.sql.ts';

export const dossierViewRoutes = (app: App, deps: Deps): void => {
  const { pool, world, clock } = deps;
  const calendarNow = keepCalendar(pool, world.provinceId);
  app.get('/api/dossiers/:id', {
    config: { roles: ['postal-clerk', 'commune-officer', 'agency-officer', 'section-head', 'signing-leader', 'records-clerk'] },
    preHandler: staffOnly,
    schema: { summary: 'Toàn bộ hồ sơ', params: z.object({ id: dossierId }), response: { 200: dossierView } },
  }, async (request) => {
    const now = clock.businessNow();
    const reader = await findReader(pool, world.provinceId, requireActor(request).accountId, dateOf(now));
    const record = await findDossierRecord(pool, world.provinceId, reader, request.params.id, dateOf(now));
    if (!record) throw notFound();
    return dossierViewOf(record, reader, now, await calendarNow());
  });
};
