// A book: the counter it counts with, its first and last page, its numbers and its recorded gaps.
import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import type { RecordedGap } from '#core/numbering/series-check.ts';
import type { NumberSeries } from '#core/numbering/series.ts';
import type { ActContext } from '../acts/act.ts';
import type { BookPayload } from './book-paper.ts';

type Db = Pool | PoolClient;

/** One volume. */
export type BookRow = NumberSeries & {
  readonly volume: number;
  /** The volume that counts; the ones before it are closed. */
  readonly isCurrent: boolean;
  readonly firstNumber: number;
  readonly lastNumber: number;
  readonly unusedCount: number;
  readonly decision: string | null;
  readonly openedAt: Moment | null;
  readonly openedByName: string | null;
  readonly openedByTitle: string | null;
  readonly closedAt: Moment | null;
  readonly closedByName: string | null;
  readonly closedByTitle: string | null;
};

const COLUMNS = `
  c.series, c.period, coalesce(b.volume, c.volume) as volume, coalesce(b.volume, c.volume) = c.volume as "isCurrent", coalesce(b.first_number, 1) as "firstNumber",
  coalesce(b.last_number, c.last_number) as "lastNumber", b.decision, b.opened_at as "openedAt", b.opened_by_name as "openedByName",
  b.opened_by_title as "openedByTitle", b.closed_at as "closedAt", b.closed_by_name as "closedByName", b.closed_by_title as "closedByTitle",
  coalesce((select sum(least(g.to_number, coalesce(b.last_number, c.last_number)) - greatest(g.from_number, b.first_number, 1) + 1) from motcua.number_gap g
    where g.province_id = c.province_id and g.series = c.series and g.period = c.period
      and g.from_number <= coalesce(b.last_number, c.last_number) and g.to_number >= coalesce(b.first_number, 1)), 0)::int as "unusedCount"`;
const FROM = `from motcua.number_counter c
  left join motcua.register_book b on b.province_id = c.province_id and b.series = c.series and b.period = c.period`;

export const findBooks = async (db: Db, provinceId: number, series: readonly string[]): Promise<readonly BookRow[]> => {
  const { rows } = await db.query<BookRow>({
    name: 'find-books',
    text: `select ${COLUMNS} ${FROM} where c.province_id = $1 and c.series = any($2::text[]) order by c.period desc, c.series, volume`,
    values: [provinceId, series],
  });
  return rows;
};

/** Locks the counter: while a book is signed no number is taken from it. The volume that counts. */
export const lockBook = async (db: PoolClient, provinceId: number, { series, period }: NumberSeries): Promise<BookRow> => {
  await db.query({
    name: 'lay-counter',
    text: `insert into motcua.number_counter (province_id, series, period, last_number) values ($1, $2, $3, 0) on conflict do nothing`,
    values: [provinceId, series, period],
  });
  await db.query({
    name: 'lock-counter',
    text: 'select 1 from motcua.number_counter where province_id = $1 and series = $2 and period = $3 for update',
    values: [provinceId, series, period],
  });
  const { rows } = await db.query<BookRow>({
    name: 'find-locked-book', text: `select ${COLUMNS} ${FROM} where c.province_id = $1 and c.series = $2 and c.period = $3 and coalesce(b.volume, c.volume) = c.volume`,
    values: [provinceId, series, period],
  });
  const [row] = rows;
  if (!row) throw new Error(`no counter ${series} ${period}`);
  return row;
};

export const findGaps = async (db: Db, provinceId: number, { series, period }: NumberSeries): Promise<readonly (RecordedGap & { readonly note: string })[]> => {
  const { rows } = await db.query<RecordedGap & { note: string }>({
    name: 'find-number-gaps',
    text: `select from_number as "from", to_number as "to", reason, note from motcua.number_gap
           where province_id = $1 and series = $2 and period = $3 order by from_number`,
    values: [provinceId, series, period],
  });
  return rows;
};

export const insertGap = async (
  db: PoolClient, provinceId: number, { series, period }: NumberSeries, gap: RecordedGap, note: string, at: Moment, by: string,
): Promise<void> => {
  await db.query({
    name: 'insert-number-gap',
    text: `insert into motcua.number_gap (province_id, series, period, from_number, to_number, reason, note, recorded_at, recorded_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [provinceId, series, period, gap.from, gap.to, gap.reason, note, at, by],
  });
};

export const insertOpening = async (
  db: PoolClient, context: ActContext, { series, period }: NumberSeries, decision: string, title: string,
  { volume, firstNumber }: { readonly volume: number; readonly firstNumber: number } = { volume: 1, firstNumber: 1 },
): Promise<void> => {
  await db.query({
    name: 'insert-book-opening',
    text: `insert into motcua.register_book (province_id, series, period, decision, opened_at, opened_by, opened_by_name, opened_by_title, volume, first_number)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [context.provinceId, series, period, decision, context.now, context.accountId, context.accountName, title, volume, firstNumber],
  });
};

/**
 * The counter is closed in the same transaction, so that nothing enters afterwards; or it turns to the next volume, so
 * that the next number stands there.
 */
export const saveClosing = async (
  db: PoolClient, context: ActContext, { series, period, volume }: NumberSeries & { readonly volume: number }, title: string,
  last: { readonly lastNumber: number; readonly unused: number }, nextVolume?: number,
): Promise<void> => {
  await db.query({
    name: 'save-book-closing',
    text: `with counter as (
             update motcua.number_counter set closed_at = case when $11::smallint is null then $4::timestamptz end, volume = coalesce($11, volume)
             where province_id = $1 and series = $2 and period = $3
           )
           update motcua.register_book
           set closed_at = $4, closed_by = $5, closed_by_name = $6, closed_by_title = $7, last_number = $8, unused_count = $9
           where province_id = $1 and series = $2 and period = $3 and volume = $10`,
    values: [context.provinceId, series, period, context.now, context.accountId, context.accountName, title, last.lastNumber, last.unused, volume, nextVolume ?? null],
  });
};

/** Every number that stands in the year's volumes. */
export const findNumbers = async (db: Db, provinceId: number, { series, period }: NumberSeries): Promise<readonly number[]> => {
  const [, kind, unitId] = series.split(':');
  const { rows } = await db.query<{ number: number }>(
    unitId === undefined
      ? { name: 'find-register-numbers', text: 'select number from motcua.register_entry where province_id = $1 and desk_id = $2 and year = $3::smallint', values: [provinceId, kind, period] }
      : {
          name: 'find-certification-numbers', text: 'select number from motcua.certification_entry where province_id = $1 and unit_id = $2 and substr(book, 4) = $3',
          values: [provinceId, unitId, `${period}-${kind}`],
        },
  );
  return rows.map(({ number }) => number);
};

/** The volume as it was signed. */
export const insertPrint = async (db: PoolClient, provinceId: number, { series, period }: NumberSeries, volume: number, payload: object): Promise<void> => {
  await db.query({
    name: 'insert-book-print',
    text: 'insert into motcua.book_print (province_id, series, period, volume, payload) values ($1, $2, $3, $4, $5)',
    values: [provinceId, series, period, volume, JSON.stringify(payload)],
  });
};

export const findPrint = async (db: Db, provinceId: number, { series, period }: NumberSeries, volume: number): Promise<BookPayload | undefined> => {
  const { rows } = await db.query<{ payload: BookPayload }>({
    name: 'find-book-print',
    text: 'select payload from motcua.book_print where province_id = $1 and series = $2 and period = $3 and volume = $4',
    values: [provinceId, series, period, volume],
  });
  return rows[0]?.payload;
};
