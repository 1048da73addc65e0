// Opening, closing and turning to the next volume: the counter is locked, so that what is signed is what stands there.
import {
  type BookClosed, type BookFacts, type ClosingFacts, type VolumeTurned, closeBook, nameOfBook, openBook, seriesOfBook, turnVolume,
} from '#core/numbering/register-book.ts';
import { checkSeries } from '#core/numbering/series-check.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { type Result, refuse } from '#core/kernel/result.ts';
import type { BookSignedAnswer } from '#wire/books.wire.ts';
import type { BookRefusal } from '#wire/refusals/books.ts';
import type { Act, ActContext, ChainId } from '../acts/act.ts';
import { keepPrint } from './keep-print.ts';
import { type BookRow, findGaps, findNumbers, insertOpening, lockBook, saveClosing } from './book.sql.ts';
import { type OneBook, bookViewOf } from './book-view.ts';

export type SignBook = {
  readonly book: OneBook;
  readonly pin: BookFacts['pin'];
};
export type OpenBook = SignBook & { readonly decision: string };
export type CloseBook = SignBook & { readonly expectedLastNumber: number };
export type TurnVolume = CloseBook & OpenBook;

type Facts = BookFacts & { readonly series: NumberSeries; readonly row: BookRow };

const load = async (db: Parameters<typeof lockBook>[0], { provinceId, now }: ActContext, { book, pin }: SignBook): Promise<Facts> => {
  const series = seriesOfBook(book.key);
  const row = await lockBook(db, provinceId, series);
  return {
    series, row, year: book.key.year, now, pin, isHead: book.holder.signer !== null,
    record: { openedAt: row.openedAt ?? undefined, closedAt: row.closedAt ?? undefined },
  };
};

const loadClosing = async (db: Parameters<typeof lockBook>[0], context: ActContext, command: SignBook): Promise<Facts & ClosingFacts> => {
  const facts = await load(db, context, command);
  const [numbers, gaps] = [await findNumbers(db, context.provinceId, facts.series), await findGaps(db, context.provinceId, facts.series)];
  const { lastNumber } = facts.row;
  return { ...facts, lastNumber, gaps, findings: checkSeries(lastNumber, numbers, gaps), holderEndedOn: command.book.holder.endedOn ?? undefined };
};

/** What the head saw is what she signs. */
const asSeen = <T>(decided: Result<T, BookRefusal>, expectedLastNumber: number, { lastNumber }: ClosingFacts): Result<T, BookRefusal> =>
  (decided.ok && expectedLastNumber !== lastNumber ? refuse({ kind: 'book-grew', lastNumber }) : decided);

const chainOf = ({ key }: OneBook): ChainId => (key.kind === 'dossier-register' ? `desk:${key.holderId}` : `unit:${key.holderId}`);
const titleOf = ({ holder: { signer } }: OneBook): string => (signer ? `${signer.prefix} ${signer.title}`.trim() : '');
const viewOf = ({ book }: SignBook, { now }: ActContext, row: BookRow) => bookViewOf(book.holder, book.key.year, row, dateOf(now), Math.max(book.view.volumes, row.volume));

export const openBookAct: Act<OpenBook, Facts, { readonly openedAt: Moment }, BookRefusal, BookSignedAnswer> = {
  name: 'open-book',
  load,
  decide: (_command, facts) => openBook(facts),
  save: async (db, context, command, { openedAt }, { series, row }) => {
    const title = titleOf(command.book);
    await insertOpening(db, context, series, command.decision, title);
    const book = viewOf(command, context, { ...row, decision: command.decision, openedAt, openedByName: context.accountName, openedByTitle: title });
    return {
      answer: { book }, chain: chainOf(command.book), outbox: [],
      journal: [{ act: 'open-book', data: { ...series, book: book.name, decision: command.decision, title } }],
    };
  },
};

const closedRow = (row: BookRow, context: ActContext, title: string, { closedAt, lastNumber, unused }: BookClosed): BookRow =>
  ({ ...row, lastNumber, unusedCount: unused, closedAt, closedByName: context.accountName, closedByTitle: title });

export const closeBookAct: Act<CloseBook, Facts & ClosingFacts, BookClosed, BookRefusal, BookSignedAnswer> = {
  name: 'close-book',
  load: loadClosing,
  decide: ({ expectedLastNumber }, facts) => asSeen(closeBook(facts), expectedLastNumber, facts),
  save: async (db, context, command, closed, { series, row }) => {
    const title = titleOf(command.book);
    await saveClosing(db, context, { ...series, volume: row.volume }, title, { lastNumber: closed.lastNumber, unused: row.unusedCount });
    const book = viewOf(command, context, closedRow(row, context, title, { ...closed, unused: row.unusedCount }));
    await keepPrint(db, context, command.book.key, book, closed.lastNumber - closed.unused);
    return {
      answer: { book }, chain: chainOf(command.book), outbox: [],
      journal: [{ act: 'close-book', data: { ...series, book: book.name, title, lastNumber: closed.lastNumber, unused: closed.unused } }],
    };
  },
};

export const turnVolumeAct: Act<TurnVolume, Facts & ClosingFacts, VolumeTurned, BookRefusal, BookSignedAnswer> = {
  name: 'open-next-volume',
  load: loadClosing,
  decide: ({ expectedLastNumber }, facts) => asSeen(turnVolume({ ...facts, volume: facts.row.volume, firstNumber: facts.row.firstNumber }), expectedLastNumber, facts),
  save: async (db, context, command, turned, { series, row }) => {
    const title = titleOf(command.book);
    const { decision } = command;
    const { volume, firstNumber, lastNumber, unused, closedAt } = turned;
    await saveClosing(db, context, { ...series, volume: row.volume }, title, turned, volume);
    await insertOpening(db, context, series, decision, title, { volume, firstNumber });
    const full = bookViewOf(command.book.holder, command.book.key.year, { ...closedRow(row, context, title, turned), isCurrent: false }, dateOf(context.now), volume);
    await keepPrint(db, context, command.book.key, full);
    const next: BookRow = {
      ...row, volume, firstNumber, unusedCount: 0, isCurrent: true, decision, openedAt: closedAt, openedByName: context.accountName, openedByTitle: title,
    };
    const name = nameOfBook(command.book.key, volume);
    return {
      answer: { book: bookViewOf(command.book.holder, command.book.key.year, next, dateOf(context.now), volume) }, chain: chainOf(command.book), outbox: [],
      journal: [
        { act: 'close-book', data: { ...series, book: full.name, title, lastNumber, unused } },
        { act: 'open-book', data: { ...series, book: name, decision, title } },
      ],
    };
  },
};
