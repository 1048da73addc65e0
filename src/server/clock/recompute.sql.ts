// Open dossiers whose clock runs, and what a changed calendar does to their rows.
import type { Pool, PoolClient } from 'pg';
import type { KeptClock, ClockMoved } from '#core/dossier/kept-clock.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Parties } from '#core/people/person.ts';
import { clockColumns } from './clock-columns.ts';

export type RunningRow = {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly deskId: string;
  readonly agencyUnitId: string;
  readonly state: DossierState;
  readonly parties: Parties;
  readonly dueAt: Moment;
  readonly dependsOnUnconfirmed: boolean;
  readonly clock: KeptClock;
};

const COLUMNS = `dossier_id as "dossierId", code, procedure_name as "procedureName", desk_id as "deskId", agency_unit_id as "agencyUnitId", state, parties,
  due_at as "dueAt", coalesce((due->>'dependsOnUnconfirmed')::boolean, false) as "dependsOnUnconfirmed", clock`;
/** What stands still takes the calendar in force when it goes on. */
const RUNNING = `closed_at is null and due_at is not null and clock_state in ('running', 'restarted', 'extended') and clock->>'calendar' <> $2`;

export const findRunning = async (
  db: Pool | PoolClient, provinceId: number, calendarVersion: string, after: string, limit: number,
): Promise<readonly RunningRow[]> => {
  const { rows } = await db.query<RunningRow>({
    name: 'find-running-clocks',
    text: `select ${COLUMNS} from motcua.dossier where province_id = $1 and dossier_id > $3::uuid and ${RUNNING} order by dossier_id limit $4`,
    values: [provinceId, calendarVersion, after, limit],
  });
  return rows;
};

/** In the order of ids, like every act on several dossiers. */
export const lockRunning = async (
  db: PoolClient, provinceId: number, calendarVersion: string, ids: readonly string[],
): Promise<readonly RunningRow[]> => {
  const { rows } = await db.query<RunningRow>({
    name: 'lock-running-clocks',
    text: `select ${COLUMNS} from motcua.dossier where province_id = $1 and dossier_id = any($3::uuid[]) and ${RUNNING} order by dossier_id for update`,
    values: [provinceId, calendarVersion, ids],
  });
  return rows;
};

/** The revision moves on: who had the dossier on the screen learns of the new date. */
export const saveRecomputed = async (db: PoolClient, provinceId: number, dossierId: string, moved: ClockMoved): Promise<void> => {
  await db.query({
    name: 'save-recomputed-clock',
    text: `update motcua.dossier
           set due = $3, due_at = $4, calendar_version = $5, clock = $6, clock_state = $7, second_request = $8, revision = revision + 1
           where province_id = $1 and dossier_id = $2`,
    values: [provinceId, dossierId, ...clockColumns(moved)],
  });
};
