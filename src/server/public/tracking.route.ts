// The way into one dossier: the code and four digits open its page; from there the page of the papers asked for.
// Codes and digits travel in forms, never in an address.
import { randomUUID } from 'node:crypto';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerFormPage } from '#public/answer-form.page.ts';
import { answerPageOf } from '#public/answer-page.ts';
import { EMPTY_FORM, type TrackForm, trackFormPage } from '#public/track-form.ts';
import { waitInWords } from '../http/guess-limit.ts';
import { notFound } from '../http/problem.ts';
import { limitHook } from '../http/rate-limit.ts';
import type { App, Deps } from '../http/route.ts';
import type { PublicFacts } from './public-facts.ts';
import { OWN_PAGE, type SendPage } from './send-page.ts';
import { type Tracked, track } from './tracking.ts';
import { CODE, tidyCode } from './typed-code.ts';

const FORM_BYTES = 4_096;

/** What is typed, forgivingly; undefined where there is nothing to look up. */
const errorsOf = (code: string, digits: string): TrackForm['errors'] => ({
  ...(code === '' ? { code: 'Mã hồ sơ chưa được điền.' } : CODE.test(code) ? {} : { code: 'Mã hồ sơ chưa đúng dạng. Xin xem lại trên giấy tiếp nhận.' }),
  ...(/^\d{4}$/.test(digits) ? {} : { digits: 'Cần nhập đúng bốn chữ số.' }),
});

const WRONG = 'Không có hồ sơ nào khớp với mã và bốn số cuối này. Xin xem lại cả hai.';

export type SendTrackForm = (reply: FastifyReply, form: TrackForm, status?: number) => Promise<FastifyReply>;

export const trackFormSender = ({ clock }: Deps, send: SendPage): SendTrackForm => (reply, form, status = 200) => {
  const wrong = Object.keys(form.errors).length > 0;
  return send(reply.header('cache-control', OWN_PAGE), {
    title: wrong ? 'Lỗi: Tra cứu hồ sơ' : 'Tra cứu hồ sơ', here: '/tra-cuu', body: trackFormPage(form, clock.businessNow()),
    description: 'Tra cứu hồ sơ thủ tục hành chính bằng mã hồ sơ: đang ở đâu, khi nào có kết quả.',
  }, status);
};

/** Too many guesses: said on the form, with when to come back. */
export const sendLocked = (reply: FastifyReply, sendForm: SendTrackForm, code: string, retryAfterSeconds: number): Promise<FastifyReply> =>
  sendForm(reply.header('retry-after', String(retryAfterSeconds)), {
    code, errors: { form: `Đã nhập sai nhiều lần. Để giữ an toàn cho hồ sơ, xin thử lại ${waitInWords(retryAfterSeconds)}.` },
  }, 429);

export const trackingRoutes = (app: App, deps: Deps, facts: PublicFacts, send: SendPage): void => {
  const hidden = { hide: true } as const;
  const limitTracking = limitHook(app, deps.settings, 'tracking');
  const sendForm = trackFormSender(deps, send);

  app.get('/tra-cuu', { schema: hidden }, async (_request, reply) => sendForm(reply, EMPTY_FORM));
  // an address that was kept or reloaded holds no code: it begins anew
  for (const address of ['/bo-sung', '/bo-sung/gui']) app.get(address, { schema: hidden }, async (_request, reply) => reply.redirect('/tra-cuu', 303));

  app.get('/q/:code', { schema: { ...hidden, params: z.object({ code: z.string().max(60) }) } }, async (request, reply) => {
    const code = tidyCode(request.params.code);
    if (!CODE.test(code)) throw notFound();
    return sendForm(reply, { code, errors: {}, codeIsGiven: true });
  });

  type Opened = Extract<Tracked, { readonly kind: 'found' }>;
  const whenOpened = async (
    request: FastifyRequest, reply: FastifyReply, show: (opened: Opened, digits: string) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const typed = (request.body ?? {}) as { readonly ma?: string; readonly so?: string };
    const code = tidyCode(typed.ma ?? '');
    const digits = (typed.so ?? '').replace(/\s+/g, '');
    const errors = errorsOf(code, digits);
    if (Object.keys(errors).length > 0) return sendForm(reply, { code, errors }, 422);
    const answer = await track(deps, facts, normalizeIP(request.ip), code, digits);
    if (answer.kind === 'wrong') return sendForm(reply, { code, errors: { form: WRONG } }, 422);
    if (answer.kind === 'locked') return sendLocked(reply, sendForm, code, answer.retryAfterSeconds);
    return show(answer, digits);
  };

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: FORM_BYTES }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    });
    scope.post('/tra-cuu', { schema: hidden, onRequest: limitTracking }, async (request, reply) =>
      whenOpened(request, reply, ({ dossier }, digits) => send(reply.header('cache-control', OWN_PAGE), answerPageOf(dossier, digits))));
    scope.post('/bo-sung', { schema: hidden, onRequest: limitTracking }, async (request, reply) =>
      whenOpened(request, reply, ({ dossier }, digits) => send(reply.header('cache-control', OWN_PAGE), (
        dossier.supplement?.online === 'open'
          ? answerFormPage({ dossier, asked: dossier.supplement, digits, key: randomUUID(), typed: { number: '', note: '' }, errors: [] })
          : answerPageOf(dossier, digits)))));
  });
};
