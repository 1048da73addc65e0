// POST /bo-sung/gui: a citizen sends the papers asked for. Four digits opened the page; sending needs the whole number,
// guesses of which are counted like those of the digits. Whatever is pressed twice is answered from what is there.
import multipart from '@fastify/multipart';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileStore } from '#adapters/file-store/port.ts';
import { factorOf, LEAST_OF_NUMBER, type NumberFactor } from '#core/people/whole-number.ts';
import { type AnswerRefused, faultsOfSent } from '#core/dossier/answer-supplement.ts';
import { answerFormPage, type FormError } from '#public/answer-form.page.ts';
import { answerPageOf } from '#public/answer-page.ts';
import { sentAnswerPage } from '#public/sent-answer.ts';
import { maybeLine } from '#wire/fields.ts';
import { answerRefusalText, sentFaultText } from '#wire/refusals/answer.ts';
import { type ActContext, type Performed, fingerprintOf, NOBODY } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { comesFromHere } from '../http/access.ts';
import { problem } from '../http/problem.ts';
import { limitHook } from '../http/rate-limit.ts';
import type { App, Deps } from '../http/route.ts';
import { slotsOf } from './at-once.ts';
import type { PublicFacts } from './public-facts.ts';
import { OWN_PAGE, type SendPage } from './send-page.ts';
import { lastFour } from './tracked-dossier.ts';
import { openDossier, readTracked, track, type Tracked } from './tracking.ts';
import { sendLocked, trackFormSender } from './tracking.route.ts';
import { CODE, tidyCode } from './typed-code.ts';
import { ANSWER_LIMITS, performAnswerSupplement } from './answer-supplement.act.ts';
import { type Fields, FORM_BYTES, FORM_LIMITS, isReadFile, readAnswerForm } from './read-answer-form.ts';

export type AnswerDeps = Deps & { readonly fileStore: FileStore };

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Of one dossier: its files are in memory until they are stored, and a hundred forms at once would fill it. */
const FORMS_AT_ONCE = 8;
const NOTE = 500;
const NUMBER_MISSING = 'Cần nhập đủ số giấy tờ tùy thân hoặc số điện thoại.';
const NUMBER_WRONG = 'Số này không khớp với người nộp hoặc chủ hồ sơ. Xin xem lại từng chữ số.';
const FORM_USED = 'Trang này đã được dùng để gửi một lần. Nếu cần gửi thêm, xin quý vị tra cứu lại hồ sơ rồi gửi từ đó.';
const NOTE_TOO_LONG = 'Lời nhắn dài quá 500 chữ. Xin viết ngắn hơn.';

type Who = Tracked<NumberFactor> | { readonly kind: 'unnamed' };

const contextOf = ({ world, clock }: Deps, key: string, factor: NumberFactor, command: unknown): ActContext => ({
  provinceId: world.provinceId, accountId: NOBODY, accountName: factor.startsWith('owner') ? 'Chủ hồ sơ (trực tuyến)' : 'Người nộp (trực tuyến)',
  commandId: key, fingerprint: fingerprintOf('answer-supplement', '', command), now: clock.businessNow(),
});

/** The files of a form that comes twice are only read while something is open: then they are others than those sent before. */
const whyNotTaken = (performed: Performed<AnswerRefused, unknown>, isOpen: boolean): string | undefined => {
  if (performed.kind === 'refused') return answerRefusalText(performed.refusal);
  return performed.kind === 'key-reused' && isOpen ? FORM_USED : undefined;
};

export const answerSupplementRoute = (app: App, deps: AnswerDeps, facts: PublicFacts, send: SendPage): void => {
  const sendTrackForm = trackFormSender(deps, send);
  const beginReading = slotsOf(FORMS_AT_ONCE);

  /** Nobody's dossier is opened by a number that is too short to be one. */
  const whoSends = (caller: string, reads: (dossierId: string) => void) => async (fields: Fields): Promise<{ who: Who; mayRead: boolean }> => {
    const [code, number] = [tidyCode(fields['ma'] ?? ''), fields['dinh-danh'] ?? ''];
    if (!CODE.test(code) || number.normalize('NFKC').replace(/\W/g, '').length < LEAST_OF_NUMBER) return { who: { kind: 'unnamed' }, mayRead: false };
    const who = await openDossier(deps, facts, caller, code, (parties) => factorOf(parties, number));
    const mayRead = who.kind === 'found' && who.dossier.supplement?.online === 'open';
    if (mayRead) reads(who.dossierId);
    return { who, mayRead };
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply, reads: (dossierId: string) => void): Promise<FastifyReply> => {
    if (!comesFromHere(request)) throw problem('csrf');
    void reply.header('cache-control', 'no-store');
    const caller = normalizeIP(request.ip);
    const { fields, who, files } = await readAnswerForm(request, whoSends(caller, reads));
    const [code, key, number] = [tidyCode(fields['ma'] ?? ''), fields['khoa'] ?? '', fields['dinh-danh'] ?? ''];
    const typed = { number: number.slice(0, 30), note: (fields['ghi-chu'] ?? '').slice(0, 2 * NOTE) };
    if (!KEY.test(key) || !CODE.test(code)) throw problem('bad-request');
    if (who.kind === 'locked') return sendLocked(reply, sendTrackForm, code, who.retryAfterSeconds);

    /** The form again, for whoever has opened it with the digits. */
    const again = async (errors: readonly FormError[], opened: Tracked<unknown>, digits: string): Promise<FastifyReply> => {
      if (opened.kind === 'locked') return sendLocked(reply, sendTrackForm, code, opened.retryAfterSeconds);
      if (opened.kind === 'wrong') return sendTrackForm(reply, { code, errors: { form: NUMBER_WRONG } }, 422);
      const { dossier } = opened;
      if (dossier.supplement?.online !== 'open') return send(reply.header('cache-control', OWN_PAGE), answerPageOf(dossier, digits), 409);
      return send(reply, answerFormPage({ dossier, asked: dossier.supplement, digits, key, typed, errors }), 422);
    };
    if (who.kind !== 'found') {
      const digits = fields['so'] ?? '';
      return again([{ at: 'number', text: who.kind === 'unnamed' ? NUMBER_MISSING : NUMBER_WRONG }], await track(deps, facts, caller, code, digits), digits);
    }
    const digits = lastFour(number) ?? '';
    const note = maybeLine(NOTE).safeParse(fields['ghi-chu'] ?? '');
    if (!note.success) return again([{ at: 'note', text: NOTE_TOO_LONG }], who, digits);

    const { dossierId, by: factor } = who;
    const asked = who.dossier.supplement?.online === 'open' ? who.dossier.supplement : undefined;
    const known = files.filter((file) => asked?.items[file.itemNo - 1] !== undefined);
    const faults = asked ? faultsOfSent(known, ANSWER_LIMITS) : [];
    if (faults.length > 0) return again(faults.map((fault) => ({ at: 'itemNo' in fault ? fault.itemNo : 'form', text: sentFaultText(fault) })), who, digits);
    const kept = known.filter(isReadFile);
    // whole before it is named; what is refused afterwards lies there named by nothing
    for (const file of kept) await deps.fileStore.put(file.sha256, file.content);
    const command = {
      dossierId, factor, ...(note.data === '' ? {} : { note: note.data }),
      files: kept.map(({ itemNo, bytes, readable, sha256, mediaType }) => ({ itemNo, bytes, readable, sha256, mediaType })),
    };
    const performed = await perform(deps.pool, performAnswerSupplement, contextOf(deps, key, factor, command), command);
    const now = await readTracked(deps, facts, code);
    if (!now) throw problem('not-found');
    const { dossier } = now;
    const { supplement } = dossier;
    // performed before, and decided since: where it stands now is the answer
    const why = whyNotTaken(performed, asked !== undefined);
    const page = supplement?.sent ? sentAnswerPage(dossier, supplement.sent, supplement.items, digits, why) : answerPageOf(dossier, digits, why);
    return send(reply.header('cache-control', OWN_PAGE), page, why === undefined ? 200 : 409);
  };

  app.register(async (scope) => {
    await scope.register(multipart, { limits: FORM_LIMITS, throwFileSizeLimit: false });
    scope.post('/bo-sung/gui', {
      schema: { hide: true }, bodyLimit: FORM_BYTES, onRequest: limitHook(app, deps.settings, 'tracking'),
    }, async (request: FastifyRequest, reply: FastifyReply) => {
      let end: (() => void) | undefined;
      try {
        return await answer(request, reply, (dossierId) => {
          end = beginReading(dossierId);
          if (!end) throw problem('too-many-requests', { retryAfterSeconds: 60 });
        });
      } finally {
        end?.();
      }
    });
  });
};
