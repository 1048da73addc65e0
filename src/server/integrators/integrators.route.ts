// What an administrator does with programs of other houses, and the one thing that they themselves may do: read a chain.
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dateOf, momentToEpoch } from '#core/kernel/moment.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { epcisDocument } from '#wire/epcis.wire.ts';
import { id, line } from '#wire/fields.ts';
import { integratorIssued, integratorRevoked, integratorsView, issueIntegratorCommand, revokeIntegratorCommand } from '#wire/integrators.wire.ts';
import { integratorRefusalWords } from '#wire/refusals/integrators.ts';
import { fingerprintOf } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { LD_JSON, epcisBaseOf, exportChain } from '../custody/epcis.ts';
import { notFound, problem, sendPerformed } from '../http/problem.ts';
import { limitHook } from '../http/rate-limit.ts';
import { type RouteModule, actContextOf, originOf } from '../http/route.ts';
import { hashShownOnce, shownOnce } from '../signing/shown-once.ts';
import { issueIntegratorAct, readChainAct, revokeIntegratorAct } from './integrator.acts.ts';
import { findIntegrator, listIntegrators, listUnitsInForce } from './integrators.sql.ts';

const roles = ['administrator'] as const;
const options = { refusalText: integratorRefusalWords };
const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/;

const hashOf = (request: FastifyRequest): Buffer | undefined => {
  const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
  return token === undefined ? undefined : hashShownOnce(token);
};

export const integratorRoutes: RouteModule = (app, deps) => {
  const { pool, world: { provinceId, name }, clock, settings, secrets, realNow } = deps;

  app.get('/api/epcis/dossiers/:code', {
    config: { access: 'open' },
    // by the token, so that two programs of one address do not keep each other waiting
    onRequest: limitHook(app, settings, 'integrator', (request) => hashOf(request)?.toString('hex') ?? request.ip),
    schema: { summary: 'Chuỗi giao nhận giấy tờ của hồ sơ theo chuẩn EPCIS 2.0 (JSON-LD), cho hệ thống khác mang mã truy cập', params: z.object({ code: line(60) }), response: { 200: epcisDocument } },
  }, async (request, reply) => {
    const now = clock.businessNow();
    const hash = hashOf(request);
    const integrator = hash && (await findIntegrator(pool, provinceId, hash, dateOf(now)));
    if (!integrator) throw problem('wrong-machine-secret');
    const { code } = request.params;
    const context = {
      provinceId, accountId: integrator.integratorId as AccountId, accountName: integrator.name, commandId: randomUUID(), fingerprint: fingerprintOf(readChainAct.name, code, {}), now,
    };
    const read = await perform(pool, readChainAct, context, { integrator, code, realNow: realNow() });
    if (read.kind !== 'done' || read.answer.dossierId === undefined) throw notFound();
    return reply.type(LD_JSON).send(await exportChain({ pool, provinceId, base: epcisBaseOf(settings, name), now }, [read.answer.dossierId]));
  });

  app.get('/api/admin/integrators', {
    config: { roles },
    schema: { summary: 'Hệ thống khác được đọc chuỗi giao nhận: phạm vi, thời hạn, lần dùng cuối', response: { 200: integratorsView } },
  }, async () => {
    const now = clock.businessNow();
    const [rows, units] = await Promise.all([
      listIntegrators(pool, provinceId, dateOf(now), (momentToEpoch(now) - realNow()) / 1000), listUnitsInForce(pool, provinceId, dateOf(now)),
    ]);
    return {
      integrators: rows.map(({ isEnded, ...row }) => ({ ...row, standing: row.revokedAt !== null ? 'revoked' as const : isEnded ? 'ended' as const : 'good' as const })), units: [...units],
    };
  });

  app.post('/api/admin/integrators', {
    config: { roles },
    schema: { summary: 'Cấp mã truy cập cho một hệ thống khác; mã chỉ hiện một lần', body: issueIntegratorCommand, response: { 201: integratorIssued } },
  }, async (request, reply) => {
    const act = issueIntegratorAct(secrets);
    const context = actContextOf(request, deps, act.name);
    const performed = await perform(pool, act, context, request.body);
    // the token is no part of the stored answer
    return sendPerformed(request, reply, performed.kind === 'done' ? {
      ...performed, answer: { ...performed.answer, token: shownOnce(secrets, 'integrator', context.commandId), address: `${originOf(request, deps)}/api/epcis/dossiers/` },
    } : performed, { status: 201, ...options });
  });

  app.post('/api/admin/integrators/:integratorId/revoke', {
    config: { roles },
    schema: { summary: 'Thu hồi mã truy cập của một hệ thống khác', params: z.object({ integratorId: id() }), body: revokeIntegratorCommand, response: { 200: integratorRevoked } },
  }, async (request, reply) => {
    const performed = await perform(pool, revokeIntegratorAct, actContextOf(request, deps, revokeIntegratorAct.name), { ...request.params, ...request.body });
    return sendPerformed(request, reply, performed, options);
  });
};
