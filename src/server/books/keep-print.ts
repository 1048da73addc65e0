// A volume is kept as it stood when it was signed: whatever becomes of its dossiers, printed again it says the same.
import type { PoolClient } from 'pg';
import { type BookKey, seriesOfBook } from '#core/numbering/register-book.ts';
import type { BookView } from '#wire/books.wire.ts';
import type { ActContext } from '../acts/act.ts';
import { findFormTable } from '../papers/form-table.sql.ts';
import { findLines } from './book-lines.sql.ts';
import { bookHead, bookPaper } from './book-paper.ts';
import { rangeOf } from './book-view.ts';
import { insertPrint } from './book.sql.ts';

/** Far more than a desk receives in a year. */
export const WHOLE_BOOK = { limit: 200_000, q: '' };

export const keepPrint = async (db: PoolClient, { provinceId, now }: ActContext, key: BookKey, book: BookView, yearCount?: number): Promise<void> => {
  const lines = await findLines(db, provinceId, key, { ...WHOLE_BOOK, ...rangeOf(book) });
  const payload = bookPaper(book, await bookHead(db, provinceId, book), lines, await findFormTable(db, provinceId), now, yearCount);
  if (payload && book.volume !== null) await insertPrint(db, provinceId, seriesOfBook(key), book.volume, payload);
};
