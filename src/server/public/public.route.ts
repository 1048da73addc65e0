// The citizen's pages: server-rendered, no script. Codes travel in forms, digits never in an address.
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { foldVietnamese } from '#core/kernel/fold.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { frontPage } from '#public/front.page.ts';
import { type Page, renderPage } from '#public/layout.ts';
import { placesPage } from '#public/places.page.ts';
import { procedurePage } from '#public/procedure.page.ts';
import { proceduresPage } from '#public/procedures.page.ts';
import { trackAnswerPage } from '#public/track-answer.ts';
import { unverifiedPage, verifiedPage } from '#public/verify.page.ts';
import { EMPTY_FORM, type TrackForm, trackFormPage } from '#public/track-form.ts';
import { waitInWords } from '../http/guess-limit.ts';
import { notFound } from '../http/problem.ts';
import { publishedKeys } from '../signing/check-seal.ts';
import { keepSealKeys } from '../signing/seal-keys.ts';
import { loadDeskNames } from '../signing/seal-keys.sql.ts';
import { limitHook } from '../http/rate-limit.ts';
import type { RouteModule } from '../http/route.ts';
import { assetRoutes, MARK_ADDRESS, STYLESHEET } from './assets.ts';
import { findProcedure, loadPlaces } from './catalogue.sql.ts';
import { keepPublicFacts } from './public-facts.ts';
import { track } from './tracking.ts';
import { verifyPaper } from './verify.ts';

const FORM_BYTES = 4_096;
const CODE = /^[A-Z0-9][A-Z0-9.-]{5,39}$/;
const PROCEDURE = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;

const tidyCode = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(/[–—‐]/g, '-').toUpperCase();

const searchQuery = z.object({ q: z.string().max(200).optional().catch(undefined) });
const tidyQuery = (typed: string | undefined): string => (typed ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 120);

/** What is typed, forgivingly; undefined where there is nothing to look up. */
const errorsOf = (code: string, digits: string): TrackForm['errors'] => ({
  ...(code === '' ? { code: 'Mã hồ sơ chưa được điền.' } : CODE.test(code) ? {} : { code: 'Mã hồ sơ chưa đúng dạng. Xin xem lại trên giấy tiếp nhận.' }),
  ...(/^\d{4}$/.test(digits) ? {} : { digits: 'Cần nhập đúng bốn chữ số.' }),
});

const WRONG = 'Không có hồ sơ nào khớp với mã và bốn số cuối này. Xin xem lại cả hai.';

export const publicRoutes: RouteModule = (app, deps) => {
  const facts = keepPublicFacts(deps);
  const sealKeys = keepSealKeys(deps);
  const limitTracking = limitHook(app, deps.settings, 'tracking');
  const hidden = { hide: true } as const;

  const send = async (reply: FastifyReply, page: Page, status = 200): Promise<FastifyReply> => {
    const site = { place: await facts.place(), isDemo: deps.world.isDemo, stylesheet: STYLESHEET, mark: MARK_ADDRESS };
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache');
    return reply.code(status).type('text/html; charset=utf-8').send(renderPage(site, page));
  };
  const sendForm = (reply: FastifyReply, form: TrackForm, status = 200): Promise<FastifyReply> => {
    const wrong = Object.keys(form.errors).length > 0;
    return send(reply.header('cache-control', 'no-store'), {
      title: wrong ? 'Lỗi: Tra cứu hồ sơ' : 'Tra cứu hồ sơ', here: '/tra-cuu', body: trackFormPage(form, deps.clock.businessNow()),
      description: 'Tra cứu hồ sơ thủ tục hành chính bằng mã hồ sơ: đang ở đâu, khi nào có kết quả.',
    }, status);
  };

  assetRoutes(app);

  app.get('/', { schema: hidden }, async (_request, reply) => send(reply, {
    title: 'Bộ phận Một cửa', wide: true, body: frontPage([...(await facts.desks()).values()], deps.clock.businessNow()),
    description: 'Tra cứu hồ sơ, tìm thủ tục hành chính, nơi nộp hồ sơ và nhận kết quả tại Điểm Bưu điện - Văn hóa xã.',
  }));

  app.get('/tra-cuu', { schema: hidden }, async (_request, reply) => sendForm(reply, EMPTY_FORM));

  app.get('/q/:code', { schema: { ...hidden, params: z.object({ code: z.string().max(60) }) } }, async (request, reply) => {
    const code = tidyCode(request.params.code);
    if (!CODE.test(code)) throw notFound();
    return sendForm(reply, { code, errors: {}, codeIsGiven: true });
  });

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

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: FORM_BYTES }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    });
    scope.post('/tra-cuu', { schema: hidden, onRequest: limitTracking }, async (request: FastifyRequest, reply) => {
      const typed = (request.body ?? {}) as { readonly ma?: string; readonly so?: string };
      const code = tidyCode(typed.ma ?? '');
      const digits = (typed.so ?? '').replace(/\s+/g, '');
      const errors = errorsOf(code, digits);
      if (Object.keys(errors).length > 0) return sendForm(reply, { code, errors }, 422);
      const answer = await track(deps, facts, normalizeIP(request.ip), code, digits);
      if (answer.kind === 'wrong') return sendForm(reply, { code, errors: { form: WRONG } }, 422);
      if (answer.kind === 'locked') {
        void reply.header('retry-after', String(answer.retryAfterSeconds));
        return sendForm(reply, {
          code, errors: { form: `Đã nhập sai nhiều lần. Để giữ an toàn cho hồ sơ, xin thử lại ${waitInWords(answer.retryAfterSeconds)}.` },
        }, 429);
      }
      return send(reply.header('cache-control', 'no-store'), {
        title: 'Hồ sơ của quý vị', here: '/tra-cuu', body: trackAnswerPage(answer.dossier),
      });
    });
  });

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
