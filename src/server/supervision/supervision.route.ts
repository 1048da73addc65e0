// The supervisor of the post looks over the desks below: what is another unit's is not there.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FileStore } from '#adapters/file-store/port.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { id } from '#wire/fields.ts';
import { dossierId } from '#wire/dossier-parts.wire.ts';
import { paperPdfParams } from '#wire/papers.wire.ts';
import { supervisedCases, supervisedDesks, supervisedDossier, supervisedRecord, supervisedRoad } from '#wire/supervision.wire.ts';
import { findSupervisedDesks } from '../couriers/supervised.sql.ts';
import { findDossierCustody } from '../custody/dossier-custody.sql.ts';
import { paperSender } from '../desk/papers/send-paper.ts';
import { notFound } from '../http/problem.ts';
import { type App, type Deps, requireActor } from '../http/route.ts';
import { postActRoutes } from './post-acts.route.ts';
import { findCases, findDesks, findFlows, findLostBags, findOnTheWay, findPostPaper, findRecord, findSupervisedDossier } from './supervision.sql.ts';

export const supervisionRoutes = (app: App, deps: Deps & { readonly fileStore: FileStore }): void => {
  const { pool, clock, world: { provinceId } } = deps;
  postActRoutes(app, deps);
  const send = paperSender(deps);
  const config = { roles: ['post-supervisor'] as const };
  const standOf = async (request: FastifyRequest) => {
    const now = clock.businessNow();
    const today = dateOf(now);
    return { now, today, desks: await findSupervisedDesks(pool, provinceId, requireActor(request).accountId, today) };
  };
  app.get('/api/post/desks', { config, schema: { summary: 'Các quầy: đang giữ gì, giữ lâu nhất bao lâu, luồng đang đi và bị chậm', response: { 200: supervisedDesks } } }, async (request) => {
    const { now, today, desks } = await standOf(request);
    const [found, flows] = await Promise.all([findDesks(pool, provinceId, desks, today), findFlows(pool, provinceId, desks, today)]);
    return { now, desks: found, flows };
  });
  app.get('/api/post/road', { config, schema: { summary: 'Túi và biên bản đang trên đường, quá hạn chuyển, túi thất lạc', response: { 200: supervisedRoad } } }, async (request) => {
    const { now, today, desks } = await standOf(request);
    const [onTheWay, lostBags] = await Promise.all([findOnTheWay(pool, provinceId, desks, today), findLostBags(pool, provinceId, desks)]);
    return { now, onTheWay, lostBags };
  });
  app.get('/api/post/records/:handOverId', {
    config, schema: { summary: 'Một biên bản giao nhận: đi đâu, gồm những mã nào', params: z.object({ handOverId: id() }), response: { 200: supervisedRecord } },
  }, async (request) => {
    const { now, today, desks } = await standOf(request);
    const found = await findRecord(pool, provinceId, desks, today, request.params.handOverId);
    if (!found) throw notFound();
    return { now, ...found };
  });
  app.get('/api/post/papers/:paperId.pdf', {
    config, schema: { summary: 'Phiếu gửi, biên bản giao nhận của các quầy (PDF)', params: paperPdfParams },
  }, async (request, reply) => {
    const { desks } = await standOf(request);
    const paper = await findPostPaper(pool, provinceId, desks, request.params.paperId);
    if (!paper) throw notFound();
    return send(request, reply, paper);
  });
  app.get('/api/post/cases', { config, schema: { summary: 'Việc chênh lệch giao nhận chưa xử lý của các quầy', response: { 200: supervisedCases } } }, async (request) => {
    const { now, today, desks } = await standOf(request);
    return { now, cases: await findCases(pool, provinceId, desks, today) };
  });
  app.get('/api/post/dossiers/:id', {
    config, schema: { summary: 'Giấy tờ của một hồ sơ đã qua tay ai', params: z.object({ id: dossierId }), response: { 200: supervisedDossier } },
  }, async (request) => {
    const { now, desks } = await standOf(request);
    const found = await findSupervisedDossier(pool, provinceId, desks, request.params.id);
    if (!found) throw notFound();
    return { now, ...found, custody: await findDossierCustody(pool, provinceId, [found.dossierId]) };
  });
};
