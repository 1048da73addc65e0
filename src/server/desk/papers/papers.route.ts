import type { FileStore } from '#adapters/file-store/port.ts';
import { isUnprintableCharacter } from '#documents/kit/clean.ts';
import { momentInWords } from '#documents/kit/words.ts';
import { documentFor } from '#documents/papers.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { paperPdfParams, paperPdfQuery, reprintCommand, reprintedAnswer } from '#wire/papers.wire.ts';
import { perform } from '../../acts/perform.ts';
import { findReader } from '../../reading/reader.sql.ts';
import { notFound, problem, sendPerformed } from '../../http/problem.ts';
import { type App, type Deps, actContextOf, originOf, requireActor, staffOnly } from '../../http/route.ts';
import { printPaper } from '../../papers/press.ts';
import { atServedAddress } from '../../papers/served-address.ts';
import { withProof } from '../../signing/paper-proof.ts';
import { findSignedPaper } from '../../signing/signing.sql.ts';
import { keepSealKeys } from '../../signing/seal-keys.ts';
import { openPaper } from './papers.sql.ts';
import { reprintAct } from './reprint.act.ts';

const WHO = ['postal-clerk', 'commune-officer', 'agency-officer', 'section-head', 'signing-leader', 'records-clerk'] as const;

export const paperRoutes = (app: App, deps: Deps & { readonly fileStore: FileStore }): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const act = reprintAct();
  const sealKeys = keepSealKeys(deps);

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
    const reprint = paper.printCount > 1 ? { count: paper.printCount - 1, at: momentInWords(paper.lastPrintedAt ?? now) } : undefined;
    try {
      // what was signed is that file and no other: no line of a re-print is set into it
      const signed = await findSignedPaper(pool, provinceId, paper.paperId);
      const pdf = (signed && await deps.fileStore.get(signed)) ?? await printPaper(documentFor(await withProof({ ...paper, payload: atServedAddress(paper.payload, originOf(request, deps)) }, sealKeys), request.query.size), reprint);
      return await reply.type('application/pdf')
        .header('content-disposition', `inline; filename="${paper.payload.kind}.pdf"`)
        .send(Buffer.from(pdf));
    } catch (error) {
      if (isUnprintableCharacter(error)) throw problem('bad-request', { detail: error.message });
      throw error;
    }
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
