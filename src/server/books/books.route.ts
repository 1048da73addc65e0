import { foldVietnamese } from '#core/kernel/fold.ts';
import { type Moment, type PlainDate, type WallTime, dateOf, momentAt } from '#core/kernel/moment.ts';
import { type BookKey, seriesOfBook } from '#core/numbering/register-book.ts';
import type { Role } from '#core/organisation/organisation.ts';
import { isUnprintableCharacter } from '#documents/kit/clean.ts';
import { documentFor } from '#documents/papers.ts';
import {
  BOOK_PAGE, type BookView, bookParams, bookQuery, bookSignedAnswer, bookVolumeQuery, booksView, closeBookCommand, nextVolumeCommand, onePageOfBook, openBookCommand,
} from '#wire/books.wire.ts';
import { bookRefusalText } from '#wire/refusals/books.ts';
import { perform } from '../acts/perform.ts';
import { notFound, problem, sendPerformed, sendRefusal } from '../http/problem.ts';
import { type RouteModule, actContextOf, requireActor } from '../http/route.ts';
import { unprintableFields } from '../papers/printable.ts';
import { printPaper } from '../papers/press.ts';
import { bookCsv } from './book-csv.ts';
import { countMonths, findLines } from './book-lines.sql.ts';
import { findFormTable } from '../papers/form-table.sql.ts';
import { bookHead, bookPaper } from './book-paper.ts';
import { booksOf, findBook, holdersFor, rangeOf } from './book-view.ts';
import { findGaps, findPrint } from './book.sql.ts';
import { checkOwnPin } from '../session/own-pin.ts';
import { WHOLE_BOOK } from './keep-print.ts';
import { closeBookAct, openBookAct, turnVolumeAct } from './sign-book.act.ts';

const WHO: readonly Role[] = ['postal-clerk', 'commune-officer', 'agency-officer', 'section-head', 'signing-leader', 'records-clerk'];
const ONE = '/api/books/:slug/:holderId/:year';
const fileName = ({ slug, holderId, year, volume, volumes }: BookView): string => `${slug}-${holderId}-${year}${volume !== null && volumes > 1 ? `-quyen-${String(volume).padStart(2, '0')}` : ''}`;

/** A month of a year as moments, its end excluded. */
const monthOf = (year: number, month: number | undefined): { readonly from?: Moment; readonly to?: Moment } => {
  if (month === undefined) return {};
  const first = (y: number, m: number): Moment => momentAt(`${y}-${String(m).padStart(2, '0')}-01` as PlainDate, '00:00' as WallTime);
  return { from: first(year, month), to: month === 12 ? first(year + 1, 1) : first(year, month + 1) };
};

export const bookRoutes: RouteModule = (app, deps) => {
  const { pool, clock, world: { provinceId } } = deps;
  type Asked = { readonly actor: unknown; readonly params: { readonly slug: string; readonly holderId: string; readonly year: number } } & Parameters<typeof requireActor>[0];
  const theBook = async (request: Asked, volume?: number | 'current') => {
    const now = clock.businessNow();
    const book = await findBook(pool, provinceId, requireActor(request).accountId, now, request.params, volume);
    if (!book) throw notFound();
    return { ...book, now };
  };

  /** What was closed and signed prints as it was kept then. */
  const paperOf = async (key: BookKey, view: BookView, now: Moment) => {
    const kept = view.closed && view.volume !== null ? await findPrint(pool, provinceId, seriesOfBook(key), view.volume) : undefined;
    if (kept) return kept;
    const lines = await findLines(pool, provinceId, key, { ...WHOLE_BOOK, ...rangeOf(view) });
    return bookPaper(view, await bookHead(pool, provinceId, view), lines, await findFormTable(pool, provinceId), now, view.firstNumber === 1 ? lines.length : undefined);
  };

  app.get('/api/books', {
    config: { roles: WHO }, schema: { summary: 'Sổ của quầy và của cơ quan', response: { 200: booksView } },
  }, async (request) => {
    const now = clock.businessNow();
    const holders = await holdersFor(pool, provinceId, requireActor(request).accountId, dateOf(now));
    return { now, books: [...await booksOf(pool, provinceId, holders, now)] };
  });

  app.get(ONE, {
    config: { roles: WHO }, schema: { summary: 'Một quyển sổ theo tháng', params: bookParams, querystring: bookQuery, response: { 200: onePageOfBook } },
  }, async (request) => {
    const { month, q, after, volume } = request.query;
    const { key, view, now } = await theBook(request, volume);
    const range = rangeOf(view);
    const [found, months, gaps] = await Promise.all([
      findLines(pool, provinceId, key, { ...range, after: Math.max(after, range.after), limit: BOOK_PAGE + 1, q: foldVietnamese(q), ...monthOf(key.year, month) }),
      countMonths(pool, provinceId, key, range), findGaps(pool, provinceId, seriesOfBook(key)),
    ]);
    const lines = found.slice(0, BOOK_PAGE);
    return { now, book: view, lines, months: [...months], gaps: gaps.filter((gap) => gap.to > range.after && gap.from <= (range.upTo ?? gap.from)), next: found.length > BOOK_PAGE ? (lines.at(-1)?.number ?? null) : null };
  });

  app.get(`${ONE}.csv`, {
    config: { roles: WHO }, schema: { summary: 'Cả quyển sổ, hoặc các quyển của cả năm, cho Excel', params: bookParams, querystring: bookVolumeQuery },
  }, async (request, reply) => {
    const { key, view } = await theBook(request, request.query.volume);
    const lines = await findLines(pool, provinceId, key, { ...WHOLE_BOOK, ...rangeOf(view) });
    return reply.type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName(view)}.csv"`)
      .send(bookCsv(lines, key.kind === 'dossier-register' ? 'register' : 'certification'));
  });

  app.get(`${ONE}.pdf`, {
    config: { roles: WHO }, schema: { summary: 'In cả quyển sổ, hoặc các quyển của cả năm (PDF, A4 ngang)', params: bookParams, querystring: bookVolumeQuery },
  }, async (request, reply) => {
    const { key, view, now } = await theBook(request, request.query.volume);
    const payload = await paperOf(key, view, now);
    if (!payload) return sendRefusal(request, reply, { kind: 'book-not-opened' } as const, bookRefusalText);
    try {
      const pdf = await printPaper(documentFor(payload));
      return await reply.type('application/pdf').header('content-disposition', `inline; filename="${fileName(view)}.pdf"`).send(Buffer.from(pdf));
    } catch (error) {
      if (isUnprintableCharacter(error)) throw problem('bad-request', { detail: error.message });
      throw error;
    }
  });

  app.post(`${ONE}/open`, {
    config: { roles: WHO }, schema: { summary: 'Mở sổ', params: bookParams, body: openBookCommand, response: { 200: bookSignedAnswer } },
  }, async (request, reply) => {
    const fieldErrors = unprintableFields(request.body);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    const book = await theBook(request, 'current');
    const context = actContextOf(request, deps, openBookAct.name);
    // a PIN is asked only of whoever may sign: nobody locks another's by trying
    const pin = book.holder.signer ? await checkOwnPin(deps, context.accountId, request.body.pin) : 'wrong';
    const performed = await perform(pool, openBookAct, context, { book, pin, decision: request.body.decision });
    return sendPerformed(request, reply, performed, { refusalText: bookRefusalText });
  });

  app.post(`${ONE}/next-volume`, {
    config: { roles: WHO }, schema: { summary: 'Khóa quyển đã hết, mở quyển tiếp theo trong năm', params: bookParams, body: nextVolumeCommand, response: { 200: bookSignedAnswer } },
  }, async (request, reply) => {
    const fieldErrors = unprintableFields(request.body);
    if (fieldErrors.length > 0) throw problem('invalid-fields', { fieldErrors });
    const book = await theBook(request, 'current');
    const context = actContextOf(request, deps, turnVolumeAct.name);
    const pin = book.holder.signer ? await checkOwnPin(deps, context.accountId, request.body.pin) : 'wrong';
    const { decision, expectedLastNumber } = request.body;
    const performed = await perform(pool, turnVolumeAct, context, { book, pin, decision, expectedLastNumber });
    return sendPerformed(request, reply, performed, { refusalText: bookRefusalText });
  });

  app.post(`${ONE}/close`, {
    config: { roles: WHO }, schema: { summary: 'Khóa sổ', params: bookParams, body: closeBookCommand, response: { 200: bookSignedAnswer } },
  }, async (request, reply) => {
    const book = await theBook(request, 'current');
    const context = actContextOf(request, deps, closeBookAct.name);
    const pin = book.holder.signer ? await checkOwnPin(deps, context.accountId, request.body.pin) : 'wrong';
    const performed = await perform(pool, closeBookAct, context, { book, pin, expectedLastNumber: request.body.expectedLastNumber });
    return sendPerformed(request, reply, performed, { refusalText: bookRefusalText });
  });
};
