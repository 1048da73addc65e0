import type { Pool, PoolClient } from 'pg';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';

export const findCalendarVersion = async (db: Pool | PoolClient, provinceId: number): Promise<string> => {
  const { rows } = await db.query<{ version: string }>({
    name: 'find-calendar-version',
    text: `select calendar_id || '@' || version as version from motcua.working_calendar
           where province_id = $1 order by version desc, calendar_id limit 1`,
    values: [provinceId],
  });
  const version = rows[0]?.version;
  if (version === undefined) throw new Error('no working calendar');
  return version;
};

export const findCalendar = async (db: Pool | PoolClient, provinceId: number, version: string): Promise<WorkingCalendar> => {
  const { rows } = await db.query<{ content: WorkingCalendar }>(
    `select content from motcua.working_calendar where province_id = $1 and calendar_id || '@' || version = $2`,
    [provinceId, version],
  );
  const content = rows[0]?.content;
  if (!content) throw new Error(`no working calendar ${version}`);
  return content;
};
