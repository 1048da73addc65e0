// A book as the screens get it, for one person.
import type { Pool } from 'pg';
import { type Moment, type PlainDate, dateOf } from '#core/kernel/moment.ts';
import { type BookKey, nameOfBook, seriesOfBook, stateOfBook } from '#core/numbering/register-book.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { BOOK_SLUGS, type BookView, slugOfBook } from '#wire/books.wire.ts';
import { findReader } from '../reading/reader.sql.ts';
import { type BookHolder, findBookHolders } from './book-holder.sql.ts';
import type { LinesAsked } from './book-lines.sql.ts';
import { type BookRow, findBooks } from './book.sql.ts';

const keyOf = (holder: Pick<BookHolder, 'kind' | 'holderId'>, year: number): BookKey =>
  ({ kind: holder.kind, holderId: holder.holderId, year }) as BookKey;

const UNWRITTEN = { volume: 1, isCurrent: true, firstNumber: 1, lastNumber: 0, unusedCount: 0, decision: null, openedAt: null, openedByName: null, openedByTitle: null, closedAt: null, closedByName: null, closedByTitle: null } as const;

const signedOf = (at: Moment | null, name: string | null, title: string | null) =>
  at === null ? undefined : { at, name: name ?? '', title: title ?? '' };

type Volume = Omit<BookRow, 'series' | 'period'>;

/** One volume of the year's `volumes`. */
export const bookViewOf = (holder: BookHolder, year: number, row: Volume, today: PlainDate, volumes: number): BookView => ({
  kind: holder.kind, slug: slugOfBook(holder.kind), holderId: holder.holderId, holderName: holder.holderName, year, name: nameOfBook(keyOf(holder, year), row.volume),
  volume: row.volume, volumes, isCurrent: row.isCurrent, firstNumber: row.firstNumber,
  state: stateOfBook(year, { openedAt: row.openedAt ?? undefined, closedAt: row.closedAt ?? undefined }, today),
  lastNumber: row.lastNumber, unusedCount: row.unusedCount, decision: row.decision ?? undefined,
  opened: signedOf(row.openedAt, row.openedByName, row.openedByTitle), closed: signedOf(row.closedAt, row.closedByName, row.closedByTitle),
  isHead: holder.signer !== null,
});

/** All volumes of a year as one: opened with the first, closed with the last. */
const wholeYearOf = (views: readonly BookView[]): BookView | undefined => {
  const [first, last] = [views[0], views.at(-1)];
  if (!first || !last || views.length < 2) return last;
  return {
    ...last, volume: null, isCurrent: false, name: `${first.name} đến ${last.name}`, firstNumber: 1, opened: first.opened, decision: first.decision,
    unusedCount: views.reduce((sum, { unusedCount }) => sum + unusedCount, 0),
  };
};

/** Its first and last number, and what its volumes are called. */
export const rangeOf = (view: BookView): Pick<LinesAsked, 'after' | 'upTo' | 'books'> => ({
  after: view.firstNumber - 1, ...(view.volume !== null && !view.isCurrent ? { upTo: view.lastNumber } : {}),
  books: view.volume === null ? Array.from({ length: view.volumes }, (_, i) => nameOfBook(keyOf(view, view.year), i + 1)) : [view.name],
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
    return years.toSorted((a, b) => b - a).flatMap((year) => {
      const volumes = own.filter(({ period }) => Number(period) === year);
      return (volumes.length > 0 ? volumes : [UNWRITTEN]).map((row) => bookViewOf(holder, year, row, today, Math.max(volumes.length, 1)));
    });
  }).toSorted((a, b) => b.year - a.year || Number(b.kind === 'dossier-register') - Number(a.kind === 'dossier-register'));
};

export type OneBook = { readonly holder: BookHolder; readonly key: BookKey; readonly view: BookView };

/** A volume, the one that counts, or without one the whole year. Undefined: not of this person's desk or agency, or never written. */
export const findBook = async (
  pool: Pool, provinceId: number, accountId: AccountId, now: Moment, asked: { readonly slug: string; readonly holderId: string; readonly year: number }, volume?: number | 'current',
): Promise<OneBook | undefined> => {
  const today = dateOf(now);
  const holders = await holdersFor(pool, provinceId, accountId, today);
  const holder = holders.find((one) => one.kind === BOOK_SLUGS[asked.slug] && one.holderId === asked.holderId);
  if (!holder) return undefined;
  const key = keyOf(holder, asked.year);
  const { series, period } = seriesOfBook(key);
  const written = (await findBooks(pool, provinceId, [series])).filter((one) => one.period === period);
  if (written.length === 0 && asked.year !== Number(today.slice(0, 4))) return undefined;
  const views = (written.length > 0 ? written : [UNWRITTEN]).map((row) => bookViewOf(holder, asked.year, row, today, Math.max(written.length, 1)));
  const view = volume === undefined ? wholeYearOf(views) : views.find((one) => (volume === 'current' ? one.isCurrent : one.volume === volume));
  return view && { holder, key, view };
};

