// A product of a bench's own, whose database is filled while the product is down: what it does beside its answers
// would read whole tables that have no index yet.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '#server/config.ts';
import { databaseNameOf, type Databases, openDatabases } from '#server/db/databases.ts';
import { createPool, type Pool } from '#server/db/pool.ts';

export const WORLD = 'hatinh-2026';

/** The database's own user lives below it. */
export const ownDataFolder = (bench: string): string => {
  const dataFolder = mkdtempSync(join(tmpdir(), `motcua-bench-${bench}-`));
  chmodSync(dataFolder, 0o755);
  return dataFolder;
};

/** The databases of a data folder, whether the product runs their server or nobody does. */
export const withDatabases = async <T>(dataFolder: string, work: (databases: Databases) => Promise<T>): Promise<T> => {
  const { secrets } = readConfiguration({ MOTCUA_DATA_DIR: dataFolder });
  const databases = await openDatabases(secrets.database, dataFolder, randomBytes(32));
  try {
    return await work(databases);
  } finally {
    await databases.close();
  }
};

/** The server's own superuser, on one connection: settings of a session hold for the whole load. Beside it the app's role. */
export const withOwner = <T>(dataFolder: string, work: (owner: Pool, app: Pool) => Promise<T>): Promise<T> => withDatabases(dataFolder, async (databases) => {
  if (!databases.embedded) throw new Error('a bench fills a database of its own');
  const owner = createPool(databases.embedded.superuserUrl(databaseNameOf(WORLD)), 1);
  const app = createPool(databases.urlOf(WORLD, 'motcua_app'), 2);
  try {
    return await work(owner, app);
  } finally {
    await Promise.all([owner.end(), app.end()]);
  }
});
