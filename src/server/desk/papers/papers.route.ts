import type { FileStore } from '#adapters/file-store/port.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { paperPdfParams, paperPdfQuery, reprintCommand, reprintedAnswer } from '#wire/papers.wire.ts';
import { perform } from '../../acts/perform.ts';
import { findReader } from '../../reading/reader.sql.ts';
import { notFound, problem, sendPerformed } from '../../http/problem.ts';
import { type App, type Deps, actContextOf, requireActor, staffOnly } from '../../http/route.ts';
import { openPaper } from './papers.sql.ts';
import { reprintAct } from './reprint.act.ts';
import { paperSender } from './send-paper.ts';

const WHO = ['postal-clerk', 'commune-officer', 'agency-officer', 'section-head', 'signing-leader', 'records-clerk'] as const;

export const paperRoutes = (app: App, deps: Deps & { readonly fileStore: FileStore }): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const act = reprintAct();
  const send = paperSender(deps);

  app.get('/api/papers/:paperId.pdf', {
    config: { roles: WHO },
    preHandler: staffOnly,
    schema: { summary: 'Giấy tờ đã lập (PDF)', params: paperPdfParams, querystring: paperPdfQuery },
  }, async (request, reply) => {
    const now = clock.businessNow();
    const reader = await findReader(pool, provinceId, requireActor(request).accountId, dateOf(now));
    const paper = await openPaper(pool, provinceId, reader, request.params.paperId, request.query.print === 'yes');
    if (!paper) throw notFound();
    if (paper.spent) throw problem('reprint-needed');
    return send(request, reply, paper, request.query.size);
  });

  app.post('/api/papers/:paperId/reprint', {
    config: { roles: WHO },
    preHandler: staffOnly,
    schema: { summary: 'In lại (ghi nhật ký)', params: paperPdfParams, body: reprintCommand, response: { 200: reprintedAnswer } },
  }, async (request, reply) => {
    const context = actContextOf(request, deps, act.name);
    const reader = await findReader(pool, provinceId, context.accountId, dateOf(context.now));
    const performed = await perform(pool, act, context, { paperId: request.params.paperId, reason: request.body.reason, reader });
    return sendPerformed(request, reply, performed, { refusalText: () => '' });
  });
};
