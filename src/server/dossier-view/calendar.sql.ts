import type { Pool, PoolClient } from 'pg';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';

/** The newest calendar; 'as-known' when that is the version already at hand. */
export const findCalendarInForce = async (db: Pool | PoolClient, provinceId: number, known?: string): Promise<WorkingCalendar | 'as-known'> => {
  const { rows } = await db.query<{ content: WorkingCalendar | null }>({
    name: 'find-calendar-in-force',
    text: `select case when calendar_id || '@' || version = $2 then null else content end as content
           from motcua.working_calendar where province_id = $1 order by version desc, calendar_id limit 1`,
    values: [provinceId, known ?? null],
  });
  const row = rows[0];
  if (!row) throw new Error('no working calendar');
  return row.content ?? 'as-known';
};
