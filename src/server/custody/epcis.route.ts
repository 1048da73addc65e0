// The chain of one dossier in the standard: for the staff who may read the dossier, and, by its code, for the administrator
// whose programs hand it on. It names no person, so the administrator needs no seat at the desk or agency.
import { z } from 'zod';
import { dateOf } from '#core/kernel/moment.ts';
import { dossierId } from '#wire/dossier-parts.wire.ts';
import { epcisDocument } from '#wire/epcis.wire.ts';
import { line } from '#wire/fields.ts';
import { findReader } from '../reading/reader.sql.ts';
import { notFound } from '../http/problem.ts';
import { type App, type Deps, requireActor, staffOnly } from '../http/route.ts';
import { findDossierByCode, mayReadChain } from './epcis.sql.ts';
import { LD_JSON, epcisBaseOf, exportChain } from './epcis.ts';

export const epcisRoutes = (app: App, { pool, world: { provinceId, name }, clock, settings }: Deps): void => {
  const exporting = () => ({ pool, provinceId, base: epcisBaseOf(settings, name), now: clock.businessNow() });

  app.get('/api/dossiers/:id/epcis', {
    config: { roles: ['postal-clerk', 'commune-officer', 'agency-officer', 'section-head', 'signing-leader', 'records-clerk'] },
    preHandler: staffOnly,
    schema: { summary: 'Chuỗi giao nhận giấy tờ của hồ sơ theo chuẩn EPCIS 2.0 (JSON-LD), không có tên người', params: z.object({ id: dossierId }), response: { 200: epcisDocument } },
  }, async (request, reply) => {
    const { id } = request.params;
    const reader = await findReader(pool, provinceId, requireActor(request).accountId, dateOf(clock.businessNow()));
    if (!(await mayReadChain(pool, provinceId, reader, id))) throw notFound();
    return reply.type(LD_JSON).send(await exportChain(exporting(), [id]));
  });

  app.get('/api/admin/epcis/:code', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Chuỗi giao nhận giấy tờ của hồ sơ mang mã này theo chuẩn EPCIS 2.0, cho hệ thống khác', params: z.object({ code: line(60) }), response: { 200: epcisDocument } },
  }, async (request, reply) => {
    const id = await findDossierByCode(pool, provinceId, request.params.code);
    if (id === undefined) throw notFound();
    return reply.type(LD_JSON).send(await exportChain(exporting(), [id]));
  });
};
