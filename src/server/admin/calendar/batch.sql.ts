// The batch that a version opened: what it says, how it is settled, and the names of whom it touches.
import type { Pool, PoolClient } from 'pg';
import type { BatchFacts, BatchState } from '#core/deadline/settle-batch.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { Moment } from '#core/kernel/moment.ts';

export type BatchRow = {
  readonly version: number; readonly state: BatchState; readonly openedAt: Moment; readonly reason: string; readonly decision: string;
  readonly settledAt: Moment | null; readonly settledByName: string | null; readonly note: string | null;
  readonly moved: number | null; readonly kept: number | null; readonly content: WorkingCalendar;
};

export const findBatch = async (db: Pool | PoolClient, provinceId: number, version: number): Promise<BatchRow | undefined> => {
  const { rows } = await db.query<BatchRow>(
    `select b.version, b.state, b.opened_at as "openedAt", coalesce(c.reason, '') as reason, coalesce(c.decision, '') as decision,
       b.settled_at as "settledAt", b.settled_by_name as "settledByName", b.note, b.moved, b.kept, c.content
     from motcua.calendar_batch b
     join motcua.working_calendar c on c.province_id = b.province_id and c.calendar_id = b.calendar_id and c.version = b.version
     where b.province_id = $1 and b.version = $2 order by b.calendar_id limit 1`,
    [provinceId, version],
  );
  return rows[0];
};

export const loadBatchFacts = async (db: PoolClient, provinceId: number, version: number): Promise<BatchFacts | undefined> => {
  const { rows } = await db.query<{ state: BatchState; at: Moment | null; byName: string | null }>(
    `select state, settled_at as at, settled_by_name as "byName" from motcua.calendar_batch where province_id = $1 and version = $2 order by calendar_id limit 1 for update`,
    [provinceId, version],
  );
  const [row] = rows;
  return row && { version, state: row.state, ...(row.at === null || row.byName === null ? {} : { at: row.at, byName: row.byName }) };
};

export type Settling = {
  readonly version: number;
  readonly state: 'applied' | 'left';
  readonly by: { readonly accountId: string; readonly name: string; readonly at: Moment };
  readonly note: string | null;
  readonly moved: number | null;
  readonly kept: number | null;
};

export const saveSettled = async (db: PoolClient, provinceId: number, { version, state, by, note, moved, kept }: Settling): Promise<void> => {
  await db.query(
    `update motcua.calendar_batch set state = $3, settled_at = $4, settled_by = $5, settled_by_name = $6, note = $7, moved = $8, kept = $9
     where province_id = $1 and version = $2 and state = 'open'`,
    [provinceId, version, state, by.at, by.accountId, by.name, note, moved, kept],
  );
};

/** All that this batch moved, also in a run that was broken off. */
export const countMoved = async (db: PoolClient, provinceId: number, calendarVersion: string, since: Moment): Promise<number> => {
  const { rows } = await db.query<{ moved: number }>(
    `select count(*)::int as moved from motcua.dossier
     where province_id = $1 and calendar_version = $2 and clock->'recomputed'->-1->>'at' >= $3`,
    [provinceId, calendarVersion, since],
  );
  return rows[0]?.moved ?? 0;
};

export type Names = { readonly desks: ReadonlyMap<string, string>; readonly units: ReadonlyMap<string, string> };

export const loadNames = async (pool: Pool, provinceId: number, deskIds: readonly string[], unitIds: readonly string[]): Promise<Names> => {
  const { rows } = await pool.query<{ kind: 'desk' | 'unit'; id: string; name: string }>(
    `select 'desk' as kind, desk_id as id, short_name as name from motcua.desk where province_id = $1 and desk_id = any($2)
     union all select 'unit', unit_id, name from motcua.unit where province_id = $1 and unit_id = any($3)`,
    [provinceId, deskIds, unitIds],
  );
  const of = (kind: 'desk' | 'unit') => new Map(rows.filter((row) => row.kind === kind).map(({ id, name }) => [id, name]));
  return { desks: of('desk'), units: of('unit') };
};
