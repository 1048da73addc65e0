// One world made ready: its database, its tables, its data; the same for the server and the command line.
import type { Databases } from '../db/databases.ts';
import { migrate } from '../db/migrate.ts';
import { createPool, type Pool } from '../db/pool.ts';
import { operatorError } from '../faults/operator-error.ts';
import { findWorld, type WorldRow } from './world.sql.ts';

export type Report = (line: string) => void;
/** Demo data, given by those who may know the demo (start.ts, the command line). */
export type LoadDemo = (pool: Pool, world: string, report: Report) => Promise<void>;
export type OpenWorld = { readonly row: WorldRow; readonly pool: Pool };
/** Without demo data a new database waits for its administrator. */
export type WaitingWorld = { readonly row: undefined; readonly pool: Pool };

export const openWorld = async (
  databases: Databases, world: string, loadDemo: LoadDemo | undefined, report: Report,
): Promise<OpenWorld | WaitingWorld> => {
  await databases.ensure(world);
  const ran = await migrate(databases.urlOf(world, 'motcua_migrator'));
  if (ran.length > 0) report(`${world}: đã chạy ${ran.length} migration`);
  const pool = createPool(databases.urlOf(world, 'motcua_app'));
  try {
    if ((await findWorld(pool)) === undefined && loadDemo !== undefined) await loadDemo(pool, world, report);
    const row = await findWorld(pool);
    if (row === undefined) return { row, pool };
    if (row.name !== world) throw operatorError(`Cơ sở dữ liệu này chứa bộ dữ liệu ${row.name}, không phải ${world}.`);
    return { row, pool };
  } catch (cause) {
    await pool.end();
    throw cause;
  }
};
