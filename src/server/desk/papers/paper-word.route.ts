// The Word file of a notice, for the officer who words it: a working copy, neither a print nor an original.
import { dateOf } from '#core/kernel/moment.ts';
import { paperPdfParams } from '#wire/papers.wire.ts';
import { findReader } from '../../reading/reader.sql.ts';
import { notFound } from '../../http/problem.ts';
import { type App, type Deps, requireActor, staffOnly } from '../../http/route.ts';
import { docxFor, isEditable } from '../../papers/word/docx.ts';
import { openPaper } from './papers.sql.ts';

const WHO = ['commune-officer', 'agency-officer', 'section-head', 'signing-leader', 'records-clerk'] as const;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const paperWordRoute = (app: App, { pool, world: { provinceId }, clock }: Deps): void => {
  app.get('/api/papers/:paperId.docx', {
    config: { roles: WHO },
    preHandler: staffOnly,
    schema: { summary: 'Văn bản để chỉnh sửa (Word): xin lỗi, dừng giải quyết, yêu cầu bổ sung, từ chối', params: paperPdfParams },
  }, async (request, reply) => {
    const reader = await findReader(pool, provinceId, requireActor(request).accountId, dateOf(clock.businessNow()));
    const paper = await openPaper(pool, provinceId, reader, request.params.paperId, false);
    if (!paper || !isEditable(paper.payload)) throw notFound();
    return reply.type(WORD)
      .header('content-disposition', `attachment; filename="${paper.payload.kind}.docx"`)
      .send(Buffer.from(await docxFor(paper.payload)));
  });
};
