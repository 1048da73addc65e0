import { z } from 'zod';
import { referenceAnswer, referenceCommand, referenceManifest } from '#wire/offline.wire.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { type App, originOf, staffOnly } from '../../http/route.ts';
import { requireDevice } from '../device/device.ts';
import { manifestTag, referenceParts } from './reference.ts';

const roles = ['postal-clerk', 'commune-officer'] as const;

export const referenceRoutes = (scope: App, deps: DeskDeps): void => {
  scope.get('/api/desk/offline/reference', {
    config: { roles },
    preHandler: staffOnly,
    schema: { summary: 'Dữ liệu nền của quầy: các phần và phiên bản', response: { 200: referenceManifest, 304: z.undefined() } },
  }, async (request, reply) => {
    const parts = await referenceParts(deps, requireDevice(request), originOf(request, deps));
    const etag = manifestTag(parts);
    void reply.header('cache-control', 'private, no-cache').header('etag', etag);
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send(undefined);
    return { parts: parts.map(({ key, version }) => ({ key, version })) };
  });

  scope.post('/api/desk/offline/reference', {
    config: { roles },
    preHandler: staffOnly,
    schema: { summary: 'Lấy những phần dữ liệu nền mới', body: referenceCommand, response: { 200: referenceAnswer } },
  }, async (request) => {
    const asked = new Set(request.body.keys);
    const parts = (await referenceParts(deps, requireDevice(request), originOf(request, deps))).filter(({ key }) => asked.has(key));
    const answered = [];
    // one after the other: a first load must not take all connections
    for (const { key, version, load } of parts) answered.push({ key, version, data: await load() });
    return { parts: answered };
  });
};
