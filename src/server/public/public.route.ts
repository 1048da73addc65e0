// The citizen's pages: server-rendered, no script. Codes travel in forms, digits never in an address.
import { z } from 'zod';
import { foldVietnamese } from '#core/kernel/fold.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { frontPage } from '#public/front.page.ts';
import { placesPage } from '#public/places.page.ts';
import { procedurePage } from '#public/procedure.page.ts';
import { proceduresPage } from '#public/procedures.page.ts';
import { unverifiedPage, verifiedPage } from '#public/verify.page.ts';
import { notFound } from '../http/problem.ts';
import { publishedKeys } from '../signing/check-seal.ts';
import { keepSealKeys } from '../signing/seal-keys.ts';
import { loadDeskNames } from '../signing/seal-keys.sql.ts';
import { limitHook } from '../http/rate-limit.ts';
import type { RouteModule } from '../http/route.ts';
import { type AnswerDeps, answerSupplementRoute } from './answer-supplement.route.ts';
import { assetRoutes } from './assets.ts';
import { findProcedure, loadPlaces } from './catalogue.sql.ts';
import { keepPublicFacts } from './public-facts.ts';
import { pageSender } from './send-page.ts';
import { trackingRoutes } from './tracking.route.ts';
import { verifyPaper } from './verify.ts';

const PROCEDURE = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;

const searchQuery = z.object({ q: z.string().max(200).optional().catch(undefined) });
const tidyQuery = (typed: string | undefined): string => (typed ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 120);

export const publicRoutes: RouteModule<AnswerDeps> = (app, deps) => {
  const facts = keepPublicFacts(deps);
  const send = pageSender(deps, facts);
  const sealKeys = keepSealKeys(deps);
  const limitTracking = limitHook(app, deps.settings, 'tracking');
  const hidden = { hide: true } as const;

  assetRoutes(app);

  app.get('/', { schema: hidden }, async (_request, reply) => send(reply, {
    title: 'Bộ phận Một cửa', wide: true, body: frontPage([...(await facts.desks()).values()], deps.clock.businessNow()),
    description: 'Tra cứu hồ sơ, tìm thủ tục hành chính, nơi nộp hồ sơ và nhận kết quả tại Điểm Bưu điện - Văn hóa xã.',
  }));

  trackingRoutes(app, deps, facts, send);
  answerSupplementRoute(app, deps, facts, send);

  // a seal is longer than a parameter may be
  app.get('/x/*', { schema: { ...hidden, params: z.object({ '*': z.string().max(300) }) }, onRequest: limitTracking }, async (request, reply) => {
    const verdict = await verifyPaper(deps, sealKeys, request.params['*']);
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
    return verdict.kind === 'verified'
      ? send(reply, { title: 'Xác nhận giấy tờ', body: verifiedPage(verdict.paper, deps.clock.businessNow()) })
      : send(reply, { title: 'Không xác nhận được giấy tờ', body: unverifiedPage(verdict.why) }, 404);
  });

  app.get('/.well-known/motcua-receipt-keys.json', { schema: hidden }, async (_request, reply) => reply
    .header('cache-control', 'public, max-age=3600').header('access-control-allow-origin', '*').type('application/json; charset=utf-8')
    .send(publishedKeys(await facts.place(), await sealKeys.all(), await loadDeskNames(deps.pool, deps.world.provinceId))));

  app.get('/noi-nop', { schema: { ...hidden, querystring: searchQuery } }, async (request, reply) => {
    const query = tidyQuery(request.query.q);
    const asked = foldVietnamese(query);
    const desks = [...(await facts.desks()).values()];
    return send(reply, {
      title: 'Nơi nộp hồ sơ và nhận kết quả',
      body: placesPage({ query, found: desks.filter((desk) => foldVietnamese(`${desk.name} ${desk.address}`).includes(asked)) }),
      description: 'Địa chỉ, điện thoại, giờ làm việc của các nơi nộp hồ sơ và nhận kết quả.',
    });
  });

  app.get('/thu-tuc', { schema: { ...hidden, querystring: searchQuery } }, async (request, reply) => {
    const query = tidyQuery(request.query.q);
    const all = await facts.catalogue();
    const found = query === '' ? all.filter((procedure) => procedure.atDesk) : await facts.search(query);
    return send(reply, {
      title: query === '' ? 'Thủ tục hành chính' : `Tìm thủ tục: ${query}`, here: '/thu-tuc',
      body: proceduresPage({ query, found, elsewhere: all.length - found.length }),
      description: 'Danh mục thủ tục hành chính: cần mang theo gì, phí, lệ phí, thời hạn, nơi nộp.',
    });
  });

  app.get('/thu-tuc/:code', { schema: { ...hidden, params: z.object({ code: z.string().max(80) }) } }, async (request, reply) => {
    const today = dateOf(deps.clock.businessNow());
    const { code } = request.params;
    const procedure = PROCEDURE.test(code) ? await findProcedure(deps.pool, deps.world.provinceId, code, today) : undefined;
    if (!procedure) throw notFound();
    const [desks, places] = await Promise.all([facts.desks(), loadPlaces(deps.pool, deps.world.provinceId, procedure.code, today)]);
    const open = places.flatMap(({ deskId, agencyName }) => {
      const desk = desks.get(deskId);
      return desk ? [{ desk, agencyName }] : [];
    });
    return send(reply, {
      title: procedure.name, here: '/thu-tuc', body: procedurePage({ procedure, places: open }),
      description: `${procedure.name}: cần mang theo gì, phí, lệ phí, thời hạn, nơi nộp.`,
    });
  });
};
