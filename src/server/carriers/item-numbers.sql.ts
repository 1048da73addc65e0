// Item numbers of a desk's ranges, taken in the transaction that uses them: a rollback leaves no gap, and of two at once each
// has its own. The range that was given first is used up first.
import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import { type ItemNumber } from '#core/numbering/item-number.ts';
import { type ItemRange, itemNumberAt, itemSeries } from '#core/numbering/item-range.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import type { ActContext } from '../acts/act.ts';

type Taken = { readonly series: string; readonly period: string; readonly prefix: string; readonly from: number; readonly number: number };

const takeNext = async (db: PoolClient, provinceId: number, deskId: DeskId): Promise<Taken | undefined> => {
  const { rows } = await db.query<Taken>({
    name: 'take-item-number',
    text: `with next as (
             select r.series, r.period, r.prefix, r.from_serial, r.to_serial from motcua.item_range r
             join motcua.number_counter c on c.province_id = $1 and c.series = r.series and c.period = r.period
             where r.province_id = $1 and r.desk_id = $2 and c.closed_at is null and c.last_number <= r.to_serial - r.from_serial
             order by r.given_at, r.period limit 1)
           update motcua.number_counter c set last_number = c.last_number + 1 from next
           where c.province_id = $1 and c.series = next.series and c.period = next.period and c.closed_at is null
             and c.last_number <= next.to_serial - next.from_serial
           returning c.series, c.period, next.prefix, next.from_serial as "from", c.last_number as number`,
    values: [provinceId, deskId],
  });
  return rows[0];
};

const hasLeft = async (db: PoolClient, provinceId: number, deskId: DeskId): Promise<boolean> => {
  const { rowCount } = await db.query({
    name: 'item-numbers-left',
    text: `select from motcua.item_range r join motcua.number_counter c on c.province_id = $1 and c.series = r.series and c.period = r.period
           where r.province_id = $1 and r.desk_id = $2 and c.closed_at is null and c.last_number <= r.to_serial - r.from_serial limit 1`,
    values: [provinceId, deskId],
  });
  return rowCount !== 0;
};

/** Undefined: the desk has none left. `bearer`: 'shipment:<id>' */
export const takeItemNumber = async (db: PoolClient, provinceId: number, deskId: DeskId, bearer: string, at: Moment): Promise<ItemNumber | undefined> => {
  let taken = await takeNext(db, provinceId, deskId);
  // the last of a range went to somebody else while this one waited: the next range begins
  while (!taken && (await hasLeft(db, provinceId, deskId))) taken = await takeNext(db, provinceId, deskId);
  if (!taken) return undefined;
  const itemNumber = itemNumberAt(taken, taken.number);
  await db.query({
    name: 'insert-item-number',
    text: `insert into motcua.item_number (province_id, item_number, series, period, number, desk_id, bearer, taken_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [provinceId, itemNumber, taken.series, taken.period, taken.number, deskId, bearer, at],
  });
  return itemNumber;
};

export type ItemRangeRow = ItemRange & {
  readonly deskName: string; readonly taken: number; readonly unused: number; readonly decision: string; readonly givenAt: Moment; readonly givenByName: string;
};

export const listItemRanges = async (db: Pool | PoolClient, provinceId: number): Promise<readonly ItemRangeRow[]> => {
  const { rows } = await db.query<ItemRangeRow>({
    name: 'list-item-ranges',
    text: `select r.desk_id as "deskId", d.name as "deskName", r.prefix, r.from_serial as "from", r.to_serial as "to", c.last_number as taken, r.decision,
             coalesce((select sum(g.to_number - g.from_number + 1) from motcua.number_gap g
               where g.province_id = $1 and g.series = r.series and g.period = r.period), 0)::int as unused,
             r.given_at as "givenAt", r.given_by_name as "givenByName"
           from motcua.item_range r join motcua.desk d on d.province_id = $1 and d.desk_id = r.desk_id
           join motcua.number_counter c on c.province_id = $1 and c.series = r.series and c.period = r.period
           where r.province_id = $1 order by r.given_at desc, r.period`,
    values: [provinceId],
  });
  return rows;
};

/** Until commit nobody else gives a range of this province. */
export const lockItemRanges = async (db: PoolClient, provinceId: number, deskId: DeskId): Promise<readonly ItemRangeRow[] | undefined> => {
  await db.query({ name: 'lock-world', text: 'select from motcua.world where province_id = $1 for update', values: [provinceId] });
  const { rowCount } = await db.query({ name: 'desk-is-there', text: 'select from motcua.desk where province_id = $1 and desk_id = $2', values: [provinceId, deskId] });
  return rowCount === 0 ? undefined : listItemRanges(db, provinceId);
};

export const insertItemRange = async (db: PoolClient, { provinceId, now, accountId, accountName }: ActContext, range: ItemRange, decision: string): Promise<void> => {
  const { series, period } = itemSeries(range);
  await db.query({
    name: 'insert-item-range',
    text: `with counter as (insert into motcua.number_counter (province_id, series, period, last_number) values ($1, $2, $3, 0))
           insert into motcua.item_range (province_id, series, period, desk_id, prefix, from_serial, to_serial, decision, given_at, given_by, given_by_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [provinceId, series, period, range.deskId, range.prefix, range.from, range.to, decision, now, accountId, accountName],
  });
};
