// The batch that a version opened: what it says, how far it was applied, how it is settled.
import type { Pool, PoolClient } from 'pg';
import type { BatchFacts, BatchState } from '#core/deadline/settle-batch.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { Moment } from '#core/kernel/moment.ts';

type Db = Pool | PoolClient;

export type BatchRow = {
  readonly version: number; readonly state: BatchState; readonly openedAt: Moment; readonly reason: string; readonly decision: string;
  readonly settledAt: Moment | null; readonly settledByName: string | null; readonly note: string | null;
  readonly startedAt: Moment | null; readonly startedByName: string | null; readonly steppedAt: Moment | null;
  readonly examined: number; readonly total: number | null; readonly moved: number | null; readonly kept: number | null;
};

/** Without the calendar itself, which is large and read only where it is used. */
export const findBatch = async (db: Db, provinceId: number, version: number): Promise<BatchRow | undefined> => {
  const { rows } = await db.query<BatchRow>(
    `select b.version, b.state, b.opened_at as "openedAt", coalesce(c.reason, '') as reason, coalesce(c.decision, '') as decision,
       b.settled_at as "settledAt", b.settled_by_name as "settledByName", b.note, b.started_at as "startedAt", b.started_by_name as "startedByName",
       b.stepped_at as "steppedAt", b.examined, b.total, b.moved, b.kept
     from motcua.calendar_batch b
     join motcua.working_calendar c on c.province_id = b.province_id and c.calendar_id = b.calendar_id and c.version = b.version
     where b.province_id = $1 and b.version = $2 order by b.calendar_id limit 1`,
    [provinceId, version],
  );
  return rows[0];
};

export const findCalendarOf = async (db: Db, provinceId: number, version: number): Promise<WorkingCalendar | undefined> => {
  const { rows } = await db.query<{ content: WorkingCalendar }>(
    'select content from motcua.working_calendar where province_id = $1 and version = $2 order by calendar_id limit 1', [provinceId, version]);
  return rows[0]?.content;
};

export type LockedBatch = BatchFacts & {
  readonly reached: string | null; readonly examined: number; readonly total: number | null; readonly moved: number; readonly kept: number;
  readonly reason: string; readonly decision: string;
};

/** Whoever steps or settles waits here for who was before. */
export const lockBatch = async (db: PoolClient, provinceId: number, version: number): Promise<LockedBatch | undefined> => {
  const { rows } = await db.query<Omit<LockedBatch, 'at' | 'byName'> & { at: Moment | null; byName: string | null }>(
    `select b.version, b.state, coalesce(b.settled_at, b.started_at) as at, coalesce(b.settled_by_name, b.started_by_name) as "byName", b.reached, b.examined, b.total,
       coalesce(b.moved, 0) as moved, coalesce(b.kept, 0) as kept, coalesce(c.reason, '') as reason, coalesce(c.decision, '') as decision
     from motcua.calendar_batch b
     join motcua.working_calendar c on c.province_id = b.province_id and c.calendar_id = b.calendar_id and c.version = b.version
     where b.province_id = $1 and b.version = $2 order by b.calendar_id limit 1 for update of b`,
    [provinceId, version],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { at, byName, ...batch } = row;
  return { ...batch, ...(at === null || byName === null ? {} : { at, byName }) };
};

type By = { readonly accountId: string; readonly name: string; readonly at: Moment };
export type Stepped = { readonly reached: string | null; readonly examined: number; readonly total: number; readonly moved: number; readonly kept: number };

/** The last step settles it. */
export const saveStepped = async (db: PoolClient, provinceId: number, version: number, by: By, { reached, examined, total, moved, kept }: Stepped): Promise<void> => {
  await db.query(
    `update motcua.calendar_batch set
       state = case when $6::uuid is null then 'applied' else 'running' end, started_at = coalesce(started_at, $3), started_by_name = coalesce(started_by_name, $5), stepped_at = $3,
       settled_at = case when $6::uuid is null then $3::timestamptz end, settled_by = case when $6::uuid is null then $4::uuid end, settled_by_name = case when $6::uuid is null then $5::text end,
       reached = coalesce($6, reached), examined = $7, total = $8, moved = $9, kept = $10
     where province_id = $1 and version = $2 and state in ('open', 'running')`,
    [provinceId, version, by.at, by.accountId, by.name, reached, examined, total, moved, kept],
  );
};

export const saveLeft = async (db: PoolClient, provinceId: number, version: number, by: By, note: string): Promise<void> => {
  await db.query(
    `update motcua.calendar_batch set state = 'left', settled_at = $3, settled_by = $4, settled_by_name = $5, note = $6, moved = 0, kept = 0
     where province_id = $1 and version = $2 and state = 'open'`,
    [provinceId, version, by.at, by.accountId, by.name, note],
  );
};
