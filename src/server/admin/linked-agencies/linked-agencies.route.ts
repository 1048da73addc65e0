import { z } from 'zod';
import { linkedAgenciesView, linkedRefusalText, setLinkedAgenciesAnswer, setLinkedAgenciesCommand } from '#wire/linked-agencies.wire.ts';
import { procedureCode } from '#wire/procedure.wire.ts';
import { perform } from '../../acts/perform.ts';
import { notFound, sendPerformed } from '../../http/problem.ts';
import { type RouteModule, actContextOf } from '../../http/route.ts';
import { findNewestVersion } from './linked-agencies.sql.ts';
import { setLinkedAgenciesAct } from './set-linked-agencies.act.ts';

const params = z.object({ code: procedureCode });

export const linkedAgencyRoutes: RouteModule = (app, deps) => {
  const { pool, world } = deps;

  app.get('/api/admin/procedures/:code/linked-agencies', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Cơ quan phối hợp sau cơ quan giải quyết của một thủ tục, mỗi cơ quan một thời hạn', params, response: { 200: linkedAgenciesView } },
  }, async (request) => {
    const newest = await findNewestVersion(pool, world.provinceId, request.params.code);
    if (!newest) throw notFound();
    const { code, name, version, authority, linked = [] } = newest.content;
    return { procedureCode: code, name, version, authority, linked };
  });

  app.post('/api/admin/procedures/:code/linked-agencies', {
    config: { roles: ['administrator'] },
    schema: { summary: 'Ghi các cơ quan phối hợp của một thủ tục', params, body: setLinkedAgenciesCommand, response: { 200: setLinkedAgenciesAnswer } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, setLinkedAgenciesAct.name);
    const performed = await perform(pool, setLinkedAgenciesAct, context, { code: request.params.code, ...request.body });
    return sendPerformed(request, reply, performed, { refusalText: linkedRefusalText });
  });
};
