import type { FastifyRequest } from 'fastify';
import type { FileStore } from '#adapters/file-store/port.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { signingRefusalText } from '#wire/refusals/signing.ts';
import { type SignPaperBody, paperSignedAnswer, signDraftParams, signOutcomeParams, signPaperBody, signPaperParams } from '#wire/sign-paper.wire.ts';
import { signaturesParams, signaturesView } from '#wire/signatures.wire.ts';
import { findReader } from '../reading/reader.sql.ts';
import { notFound, sendPerformed } from '../http/problem.ts';
import { type App, type Deps, actContextOf, originOf, requireActor, staffOnly } from '../http/route.ts';
import { keepSealKeys } from './seal-keys.ts';
import type { ServiceMakers } from './services.ts';
import { signaturesOf } from './signatures.ts';
import { performSignPaper } from './sign-paper.act.ts';
import { type Subject, findCapacity } from './signing.sql.ts';

const WHO = ['signing-leader', 'records-clerk'] as const;
const READERS = ['agency-officer', 'section-head', ...WHO] as const;

export const signingRoutes = (app: App, deps: Deps & { readonly fileStore: FileStore; readonly makers: ServiceMakers }): void => {
  const sealKeys = keepSealKeys(deps);
  const sign = async (request: FastifyRequest, subject: Subject, { as, pin, assignmentNo }: SignPaperBody) => {
    const context = actContextOf(request, deps, 'sign-paper');
    const reader = await findReader(deps.pool, context.provinceId, context.accountId, dateOf(context.now));
    const capacity = await findCapacity(deps.pool, context.provinceId, context.accountId, dateOf(context.now), assignmentNo);
    return performSignPaper({ ...deps, sealKeys }, context, { subject, as, pin, reader, capacity, origin: originOf(request, deps) });
  };
  const words = { refusalText: signingRefusalText };

  app.get('/api/signing/dossiers/:dossierId', {
    config: { roles: READERS }, preHandler: staffOnly,
    schema: { summary: 'Chữ ký số trên giấy tờ của hồ sơ', params: signaturesParams, response: { 200: signaturesView } },
  }, async (request, reply) => {
    const { accountId } = requireActor(request);
    const { dossierId } = request.params;
    const reader = await findReader(deps.pool, deps.world.provinceId, accountId, dateOf(deps.clock.businessNow()));
    const found = await signaturesOf(deps, dossierId, accountId, reader);
    if (!found) throw notFound();
    return reply.send({ dossierId, ...found });
  });

  app.post('/api/signing/papers/:paperId', {
    config: { roles: WHO }, preHandler: staffOnly,
    schema: { summary: 'Ký số thông báo', params: signPaperParams, body: signPaperBody, response: { 200: paperSignedAnswer } },
  }, async (request, reply) =>
    sendPerformed(request, reply, await sign(request, { paperId: request.params.paperId }, request.body), words));

  app.post('/api/signing/outcomes/:dossierId/:outcomeNo', {
    config: { roles: WHO }, preHandler: staffOnly,
    schema: { summary: 'Ký số kết quả giải quyết', params: signOutcomeParams, body: signPaperBody, response: { 200: paperSignedAnswer } },
  }, async (request, reply) =>
    sendPerformed(request, reply, await sign(request, { dossierId: request.params.dossierId, outcomeNo: request.params.outcomeNo }, request.body), words));

  app.post('/api/signing/drafts/:dossierId/:sha256', {
    config: { roles: WHO }, preHandler: staffOnly,
    schema: { summary: 'Ký số dự thảo kết quả khi ký duyệt', params: signDraftParams, body: signPaperBody, response: { 200: paperSignedAnswer } },
  }, async (request, reply) =>
    sendPerformed(request, reply, await sign(request, { dossierId: request.params.dossierId, draft: request.params.sha256 }, request.body), words));
};
