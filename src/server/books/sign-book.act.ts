// Opening and closing a book: the counter is locked, so that what is signed is what stands there.
import { type BookClosed, type BookFacts, type ClosingFacts, closeBook, openBook, seriesOfBook } from '#core/numbering/register-book.ts';
import { checkSeries } from '#core/numbering/series-check.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { refuse } from '#core/kernel/result.ts';
import type { BookSignedAnswer } from '#wire/books.wire.ts';
import type { BookRefusal } from '#wire/refusals/books.ts';
import type { Act, ActContext, ChainId } from '../acts/act.ts';
import { type BookRow, findGaps, findNumbers, insertOpening, lockBook, saveClosing } from './book.sql.ts';
import { type OneBook, bookViewOf } from './book-view.ts';

export type SignBook = {
  readonly book: OneBook;
  readonly pin: BookFacts['pin'];
};
export type OpenBook = SignBook & { readonly decision: string };
export type CloseBook = SignBook & { readonly expectedLastNumber: number };

type Facts = BookFacts & { readonly series: NumberSeries; readonly row: BookRow };

const load = async (db: Parameters<typeof lockBook>[0], { provinceId, now }: ActContext, { book, pin }: SignBook): Promise<Facts> => {
  const series = seriesOfBook(book.key);
  const row = await lockBook(db, provinceId, series);
  return {
    series, row, year: book.key.year, now, pin, isHead: book.holder.signer !== null,
    record: { openedAt: row.openedAt ?? undefined, closedAt: row.closedAt ?? undefined },
  };
};

const chainOf = ({ key }: OneBook): ChainId => (key.kind === 'dossier-register' ? `desk:${key.holderId}` : `unit:${key.holderId}`);
const titleOf = ({ holder: { signer } }: OneBook): string => (signer ? `${signer.prefix} ${signer.title}`.trim() : '');
const answerOf = ({ book }: SignBook, { now }: ActContext, row: BookRow): BookSignedAnswer =>
  ({ book: bookViewOf(book.holder, book.key.year, row, dateOf(now)) });

export const openBookAct: Act<OpenBook, Facts, { readonly openedAt: Moment }, BookRefusal, BookSignedAnswer> = {
  name: 'open-book',
  load,
  decide: (_command, facts) => openBook(facts),
  save: async (db, context, command, { openedAt }, { series, row }) => {
    const title = titleOf(command.book);
    await insertOpening(db, context, series, command.decision, title);
    return {
      answer: answerOf(command, context, { ...row, decision: command.decision, openedAt, openedByName: context.accountName, openedByTitle: title }),
      chain: chainOf(command.book), outbox: [],
      journal: [{ act: 'open-book', data: { ...series, book: command.book.view.name, decision: command.decision, title } }],
    };
  },
};

export const closeBookAct: Act<CloseBook, Facts & ClosingFacts, BookClosed, BookRefusal, BookSignedAnswer> = {
  name: 'close-book',
  load: async (db, context, command) => {
    const facts = await load(db, context, command);
    const [numbers, gaps] = [await findNumbers(db, context.provinceId, facts.series), await findGaps(db, context.provinceId, facts.series)];
    const { lastNumber } = facts.row;
    return { ...facts, lastNumber, gaps, findings: checkSeries(lastNumber, numbers, gaps), holderEndedOn: command.book.holder.endedOn ?? undefined };
  },
  // what the head saw is what she signs
  decide: ({ expectedLastNumber }, facts) => {
    const closed = closeBook(facts);
    return closed.ok && expectedLastNumber !== facts.lastNumber ? refuse({ kind: 'book-grew', lastNumber: facts.lastNumber }) : closed;
  },
  save: async (db, context, command, closed, { series, row }) => {
    const title = titleOf(command.book);
    await saveClosing(db, context, series, title, closed);
    return {
      answer: answerOf(command, context, { ...row, closedAt: closed.closedAt, closedByName: context.accountName, closedByTitle: title }),
      chain: chainOf(command.book), outbox: [],
      journal: [{ act: 'close-book', data: { ...series, book: command.book.view.name, title, lastNumber: closed.lastNumber, unused: closed.unused } }],
    };
  },
};
