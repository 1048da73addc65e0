// Open dossiers whose clock runs, and what a changed calendar does to their rows.
import type { Pool, PoolClient } from 'pg';
import type { KeptClock, ClockMoved } from '#core/dossier/kept-clock.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';
import { clockColumns } from './clock-columns.ts';

type Running = {
  readonly dossierId: string;
  readonly code: string;
  readonly dueAt: Moment;
  readonly dependsOnUnconfirmed: boolean;
  readonly clock: KeptClock;
};

const COLUMNS = `d.dossier_id as "dossierId", d.code, d.due_at as "dueAt", coalesce((d.due->>'dependsOnUnconfirmed')::boolean, false) as "dependsOnUnconfirmed", d.clock`;
/** What stands still takes the calendar in force when it goes on. */
const RUNNING = `d.closed_at is null and d.due_at is not null and d.clock_state in ('running', 'restarted', 'extended') and d.clock->>'calendar' <> $2`;

export type RunningRow = Running & { readonly parties: Parties };

/** The next in the order of ids, like every act on several dossiers. */
export const lockRunning = async (
  db: PoolClient, provinceId: number, calendarVersion: string, after: string | null, limit: number,
): Promise<readonly RunningRow[]> => {
  const { rows } = await db.query<RunningRow>({
    name: 'lock-running-clocks',
    text: `select ${COLUMNS}, d.parties from motcua.dossier d
           where d.province_id = $1 and d.dossier_id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000') and ${RUNNING}
           order by d.dossier_id limit $4 for update`,
    values: [provinceId, calendarVersion, after, limit],
  });
  return rows;
};

export const countRunning = async (db: Pool | PoolClient, provinceId: number, calendarVersion: string): Promise<number> => {
  const { rows } = await db.query<{ running: number }>({
    name: 'count-running-clocks',
    text: `select count(*)::int as running from motcua.dossier d where d.province_id = $1 and ${RUNNING}`,
    values: [provinceId, calendarVersion],
  });
  return rows[0]?.running ?? 0;
};

export type RunningListed = Running & { readonly procedureName: string; readonly deskName: string; readonly agencyName: string };
export type DuePlace = { readonly dueAt: Moment; readonly dossierId: string };

/** By the date that was promised; for looking at, nothing is locked. */
export const findRunning = async (
  pool: Pool, provinceId: number, calendarVersion: string, asked: { readonly after?: DuePlace; readonly q: string; readonly limit: number },
): Promise<readonly RunningListed[]> => {
  const { rows } = await pool.query<RunningListed>({
    name: 'find-running-clocks',
    text: `
      select ${COLUMNS}, d.procedure_name as "procedureName", k.short_name as "deskName", u.name as "agencyName"
      from motcua.dossier d
      join motcua.desk k on k.province_id = d.province_id and k.desk_id = d.desk_id
      join motcua.unit u on u.province_id = d.province_id and u.unit_id = d.agency_unit_id
      where d.province_id = $1 and ${RUNNING}
        and ($3::timestamptz is null or (d.due_at, d.dossier_id) > ($3, $4::uuid))
        and ($5 = '' or lower(d.code) like '%' || $5 || '%')
      order by d.due_at, d.dossier_id limit $6`,
    values: [
      provinceId, calendarVersion, asked.after?.dueAt ?? null, asked.after?.dossierId ?? null,
      asked.q.toLowerCase().replaceAll(/[\\%_]/gu, String.raw`\$&`), asked.limit,
    ],
  });
  return rows;
};

export type SavedClock = { readonly dossierId: string; readonly moved: ClockMoved };

/** The revision moves on: who had the dossier on the screen learns of the new date. */
export const saveRecomputed = async (db: PoolClient, provinceId: number, saved: readonly SavedClock[]): Promise<void> => {
  if (saved.length === 0) return;
  const columns = saved.map(({ moved }) => clockColumns(moved));
  await db.query({
    name: 'save-recomputed-clocks',
    text: `update motcua.dossier d
           set due = m.due, due_at = m.due_at, calendar_version = m.calendar_version, clock = m.clock, clock_state = m.clock_state,
             second_request = m.second_request, revision = d.revision + 1
           from unnest($2::uuid[], $3::jsonb[], $4::timestamptz[], $5::text[], $6::jsonb[], $7::text[], $8::boolean[])
             as m (dossier_id, due, due_at, calendar_version, clock, clock_state, second_request)
           where d.province_id = $1 and d.dossier_id = m.dossier_id`,
    values: [provinceId, saved.map(({ dossierId }) => dossierId), ...[0, 1, 2, 3, 4, 5].map((i) => columns.map((row) => row[i]))],
  });
};
