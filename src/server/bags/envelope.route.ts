// A desk's routes for the envelope of one dossier: sealed before the citizen, its label printed.
import { z } from 'zod';
import { itemNumberInGroups } from '#core/numbering/item-number.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { documentFor } from '#documents/papers.ts';
import { envelopeSealed, sealEnvelopeBody } from '#wire/bags.wire.ts';
import { dossierId } from '#wire/dossier-parts.wire.ts';
import { envelopeRefusalText } from '#wire/refusals/bags.ts';
import { perform } from '../acts/perform.ts';
import { type DeskDeps, deskCallOf, deskOf } from '../desk/facts/desk-route.ts';
import { notFound, sendPerformed } from '../http/problem.ts';
import type { App } from '../http/route.ts';
import { printPaper } from '../papers/press.ts';
import { findEnvelopeLabel } from './envelope.sql.ts';
import { sealEnvelopeAct } from './seal-envelope.act.ts';

const config = { roles: ['postal-clerk', 'commune-officer'] as const };
const params = z.object({ id: dossierId });
const ITEM = /^[A-Z]{2}\d{9}[A-Z]{2}$/;

export const envelopeRoutes = (app: App, deps: DeskDeps): void => {
  app.post('/api/desk/dossiers/:id/seal-envelope', {
    config, schema: { summary: 'Đóng gói, niêm phong phong bì hồ sơ trước mặt người gửi', params, body: sealEnvelopeBody, response: { 200: envelopeSealed } },
  }, async (request, reply) => {
    const call = await deskCallOf(request, deps, sealEnvelopeAct.name, request.body);
    const performed = await perform(deps.pool, sealEnvelopeAct, call.context, { ...call, dossierId: request.params.id, sealNumber: request.body.sealNumber });
    return sendPerformed(request, reply, performed, { refusalText: envelopeRefusalText });
  });

  app.get('/api/desk/dossiers/:id/envelope-label.pdf', { config, schema: { summary: 'Nhãn phong bì hồ sơ đã niêm phong', params } }, async (request, reply) => {
    const deskId = deskOf(request, undefined);
    const row = await findEnvelopeLabel(deps.pool, deps.world.provinceId, deskId, request.params.id);
    const place = row && await deps.facts.place(deskId, dateOf(deps.clock.businessNow()));
    if (!row || !place) throw notFound();
    const { itemNumber, code, pieces, sealNumber, sealedAt, agencyName, agencyAddress } = row;
    const { name, address, phone } = place.desk;
    const paper = documentFor({
      kind: 'item-label', version: 'v1', label: itemNumber, labelInGroups: ITEM.test(itemNumber) ? itemNumberInGroups(itemNumber) : itemNumber, from: { name, address, phone },
      to: { name: agencyName, address: agencyAddress }, content: `Hồ sơ ${code}, ${String(pieces).padStart(2, '0')} bản giấy`, collectOnDelivery: 0, sealNumber, issuedAt: sealedAt,
    });
    return reply.type('application/pdf').header('cache-control', 'private, no-store').send(Buffer.from(await printPaper(paper)));
  });
};
