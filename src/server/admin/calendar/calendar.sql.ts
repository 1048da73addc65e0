// The calendar with its versions and places; the next version with the batch it opens.
import type { Pool, PoolClient } from 'pg';
import type { CalendarChanges } from '#core/deadline/change-days.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { CalendarFacts } from '#core/deadline/change-calendar.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { CalendarView } from '#wire/calendar.wire.ts';

const VERSIONS_SHOWN = 100;

export const findNewestCalendar = async (db: Pool | PoolClient, provinceId: number): Promise<WorkingCalendar | undefined> => {
  const { rows } = await db.query<{ content: WorkingCalendar }>(
    'select content from motcua.working_calendar where province_id = $1 order by version desc, calendar_id limit 1', [provinceId]);
  return rows[0]?.content;
};

export const listVersions = async (pool: Pool, provinceId: number, calendarId: string): Promise<CalendarView['versions']> => {
  const { rows } = await pool.query<CalendarView['versions'][number]>(
    `select c.version, c.made_at as "madeAt", c.made_by_name as "madeByName", c.decision, c.reason, c.changes, b.state as batch
     from motcua.working_calendar c
     left join motcua.calendar_batch b on b.province_id = c.province_id and b.calendar_id = c.calendar_id and b.version = c.version
     where c.province_id = $1 and c.calendar_id = $2
     order by c.version desc limit $3`,
    [provinceId, calendarId, VERSIONS_SHOWN],
  );
  return rows;
};

/** A place is named by the desks that keep its hours, or by the agency that has hours of its own. */
export const listPlaces = async (pool: Pool, provinceId: number, siteIds: readonly string[]): Promise<CalendarView['places']> => {
  const { rows } = await pool.query<CalendarView['places'][number]>(
    `select s.site_id as "siteId", array(
       select d.name from motcua.desk d where d.province_id = $1 and d.site_id = s.site_id
       union select u.name from motcua.unit u where u.province_id = $1 and u.unit_id = s.site_id
       order by 1) as names
     from unnest($2::text[]) as s (site_id)`,
    [provinceId, siteIds],
  );
  return rows;
};

export const loadCalendarFacts = async (db: PoolClient, provinceId: number): Promise<CalendarFacts | undefined> => {
  const { rows } = await db.query<{ content: WorkingCalendar; at: Moment | null; byName: string | null; reason: string | null }>(
    `select content, made_at as at, made_by_name as "byName", reason
     from motcua.working_calendar where province_id = $1 order by version desc, calendar_id limit 1`, [provinceId]);
  const [row] = rows;
  if (!row) return undefined;
  const { content, at, byName, reason } = row;
  return { newest: content, ...(at === null || byName === null || reason === null ? {} : { made: { at, byName, reason } }) };
};

export type VersionMade = {
  readonly calendar: WorkingCalendar;
  readonly changes: CalendarChanges;
  readonly by: { readonly accountId: string | null; readonly name: string; readonly at: Moment };
  readonly decision: string;
  readonly reason: string;
};

export const insertVersion = async (db: PoolClient, provinceId: number, { calendar, changes, by, decision, reason }: VersionMade): Promise<void> => {
  const { calendarId, version } = calendar;
  await db.query(
    `insert into motcua.working_calendar (province_id, calendar_id, version, content, made_at, made_by, made_by_name, decision, reason, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [provinceId, calendarId, version, JSON.stringify(calendar), by.at, by.accountId, by.name, decision, reason, JSON.stringify(changes)],
  );
  await db.query(
    `update motcua.calendar_batch set state = 'overtaken', settled_at = $3
     where province_id = $1 and calendar_id = $2 and state in ('open', 'running')`, [provinceId, calendarId, by.at]);
  await db.query(
    `insert into motcua.calendar_batch (province_id, calendar_id, version, state, opened_at) values ($1, $2, $3, 'open', $4)`,
    [provinceId, calendarId, version, by.at],
  );
};
