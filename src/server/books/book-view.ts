// A book as the screens get it, for one person.
import type { Pool } from 'pg';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { type BookKey, nameOfBook, seriesOfBook, stateOfBook } from '#core/numbering/register-book.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { BOOK_SLUGS, type BookView, slugOfBook } from '#wire/books.wire.ts';
import { findReader } from '../dossier-view/reader.sql.ts';
import { type BookHolder, findBookHolders } from './book-holder.sql.ts';
import { type BookRow, findBooks } from './book.sql.ts';

export const keyOf = (holder: Pick<BookHolder, 'kind' | 'holderId'>, year: number): BookKey =>
  ({ kind: holder.kind, holderId: holder.holderId, year }) as BookKey;

const UNWRITTEN = { lastNumber: 0, unusedCount: 0, decision: null, openedAt: null, openedByName: null, openedByTitle: null, closedAt: null, closedByName: null, closedByTitle: null } as const;

const signedOf = (at: Moment | null, name: string | null, title: string | null) =>
  at === null ? undefined : { at, name: name ?? '', title: title ?? '' };

export const bookViewOf = (holder: BookHolder, year: number, row: Omit<BookRow, 'series' | 'period'> = UNWRITTEN, today: PlainDate): BookView => ({
  kind: holder.kind, slug: slugOfBook(holder.kind), holderId: holder.holderId, holderName: holder.holderName, year, name: nameOfBook(keyOf(holder, year)),
  state: stateOfBook(year, { openedAt: row.openedAt ?? undefined, closedAt: row.closedAt ?? undefined }, today),
  lastNumber: row.lastNumber, unusedCount: row.unusedCount, decision: row.decision ?? undefined,
  opened: signedOf(row.openedAt, row.openedByName, row.openedByTitle), closed: signedOf(row.closedAt, row.closedByName, row.closedByTitle),
  isHead: holder.signer !== null,
});

export const holdersFor = async (db: Pool, provinceId: number, accountId: AccountId, today: PlainDate): Promise<readonly BookHolder[]> =>
  findBookHolders(db, provinceId, accountId, today, await findReader(db, provinceId, accountId, today));

/** This year's books stand in the list from its first day, with or without an entry. */
export const booksOf = async (pool: Pool, provinceId: number, holders: readonly BookHolder[], now: Moment): Promise<readonly BookView[]> => {
  const today = dateOf(now);
  const thisYear = Number(today.slice(0, 4));
  const rows = await findBooks(pool, provinceId, holders.map(({ series }) => series));
  return holders.flatMap((holder) => {
    const own = rows.filter(({ series }) => series === holder.series);
    const years = [...new Set([...(holder.endedOn !== null && holder.endedOn <= today ? [] : [thisYear]), ...own.map(({ period }) => Number(period))])];
    return years.toSorted((a, b) => b - a).map((year) => bookViewOf(holder, year, own.find(({ period }) => Number(period) === year), today));
  }).toSorted((a, b) => b.year - a.year || Number(b.kind === 'dossier-register') - Number(a.kind === 'dossier-register'));
};

export type OneBook = { readonly holder: BookHolder; readonly key: BookKey; readonly view: BookView };

/** Undefined: not of this person's desk or agency, or never written. */
export const findBook = async (
  pool: Pool, provinceId: number, accountId: AccountId, now: Moment, asked: { readonly slug: string; readonly holderId: string; readonly year: number },
): Promise<OneBook | undefined> => {
  const today = dateOf(now);
  const holders = await holdersFor(pool, provinceId, accountId, today);
  const holder = holders.find((one) => one.kind === BOOK_SLUGS[asked.slug] && one.holderId === asked.holderId);
  if (!holder) return undefined;
  const key = keyOf(holder, asked.year);
  const { series, period } = seriesOfBook(key);
  const row = (await findBooks(pool, provinceId, [series])).find((one) => one.period === period);
  if (!row && asked.year !== Number(today.slice(0, 4))) return undefined;
  return { holder, key, view: bookViewOf(holder, asked.year, row, today) };
};

