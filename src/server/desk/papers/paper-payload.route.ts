// What the counter's own press needs to set a paper just issued: its words with its proof, and how often it was printed.
import { dateOf } from '#core/kernel/moment.ts';
import { paperPayloadView, paperPdfParams } from '#wire/papers.wire.ts';
import { findReader } from '../../reading/reader.sql.ts';
import { notFound } from '../../http/problem.ts';
import { type App, type Deps, originOf, requireActor, staffOnly } from '../../http/route.ts';
import { atServedAddress } from '../../papers/served-address.ts';
import { withProof } from '../../signing/paper-proof.ts';
import { keepSealKeys } from '../../signing/seal-keys.ts';
import { findSignedPaper } from '../../signing/signing.sql.ts';
import { openPaper } from './papers.sql.ts';

const WHO = ['postal-clerk', 'commune-officer'] as const;

export const paperPayloadRoute = (app: App, deps: Deps): void => {
  const { pool, world: { provinceId }, clock } = deps;
  const sealKeys = keepSealKeys(deps);
  app.get('/api/papers/:paperId/payload', {
    config: { roles: WHO },
    preHandler: staffOnly,
    schema: { summary: 'Nội dung giấy tờ đã lập, để in từ máy ở quầy', params: paperPdfParams, response: { 200: paperPayloadView } },
  }, async (request) => {
    const reader = await findReader(pool, provinceId, requireActor(request).accountId, dateOf(clock.businessNow()));
    const paper = await openPaper(pool, provinceId, reader, request.params.paperId, false);
    // what was signed is that file and no other
    if (!paper || (await findSignedPaper(pool, provinceId, paper.paperId)) !== undefined) throw notFound();
    const payload = atServedAddress(paper.payload, originOf(request, deps));
    return { payload: { ...(await withProof({ ...paper, payload }, sealKeys)) }, printCount: paper.printCount };
  });
};
