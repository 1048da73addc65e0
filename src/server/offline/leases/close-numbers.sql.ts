import type { Pool, PoolClient } from 'pg';
import type { Moment } from '#core/kernel/moment.ts';
import { rangesOf } from '#core/numbering/series-check.ts';
import { insertGap } from '../../books/book.sql.ts';

export const countOpenCases = async (db: Pool | PoolClient, provinceId: number, deviceId: string): Promise<number> => {
  const { rows } = await db.query<{ n: number }>({
    name: 'count-open-cases', text: `select count(*)::int as n from motcua.offline_case where province_id = $1 and device_id = $2 and settled_at is null`, values: [provinceId, deviceId],
  });
  return rows[0]?.n ?? 0;
};

/** Of its leases what no command bears; each range is a recorded gap from now on. Returns how many numbers. */
export const closeNumbers = async (
  db: PoolClient, provinceId: number, device: { readonly deviceId: string; readonly name: string }, at: Moment, by: string,
): Promise<number> => {
  const { rows } = await db.query<{ series: string; period: string; numbers: readonly number[] }>({
    name: 'find-lost-numbers',
    text: `select l.series, l.period, array_agg(n.number order by n.number) as numbers
           from motcua.number_lease l
           cross join lateral generate_series(l.from_number, coalesce(l.unused_from - 1, l.to_number)) as n (number)
           where l.province_id = $1 and l.device_id = $2
             and not exists (select from motcua.leased_number u where u.province_id = $1 and u.series = l.series and u.period = l.period and u.number = n.number)
             and not exists (select from motcua.number_gap g where g.province_id = $1 and g.series = l.series and g.period = l.period
               and n.number between g.from_number and g.to_number)
           group by l.series, l.period order by l.series, l.period`,
    values: [provinceId, device.deviceId],
  });
  for (const { series, period, numbers } of rows) {
    for (const range of rangesOf(numbers)) {
      await insertGap(db, provinceId, { series, period }, { ...range, reason: 'lease-lost' }, `Mất cùng máy “${device.name}”`, at, by);
    }
  }
  await db.query({
    name: 'close-device-numbers', text: `update motcua.device set numbers_closed_at = $3 where province_id = $1 and device_id = $2`, values: [provinceId, device.deviceId, at],
  });
  return rows.reduce((sum, { numbers }) => sum + numbers.length, 0);
};
