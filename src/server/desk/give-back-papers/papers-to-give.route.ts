import { z } from 'zod';
import { papersToGiveView } from '#wire/give-back-papers.wire.ts';
import { deskId } from '#wire/procedure.wire.ts';
import { type App, staffOnly } from '../../http/route.ts';
import { type DeskDeps, deskOf } from '../facts/desk-route.ts';
import { findPapersToGive } from './papers-to-give.sql.ts';

export const papersToGiveRoute = (app: App, deps: DeskDeps): void => {
  app.get('/api/desk/papers-back', {
    config: { roles: ['postal-clerk', 'commune-officer'] },
    preHandler: staffOnly,
    schema: { summary: 'Giấy tờ phải trả lại của hồ sơ đã rút hoặc đã dừng', querystring: z.object({ deskId: deskId.optional() }), response: { 200: papersToGiveView } },
  }, async (request) => {
    const desk = deskOf(request, request.query.deskId);
    return { now: deps.clock.businessNow(), rows: await findPapersToGive(deps.pool, deps.world.provinceId, desk) };
  });
};
