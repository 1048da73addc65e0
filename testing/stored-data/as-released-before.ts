// The store of a counter as the release before left it: tables and views as they were then. What this release wrote since
// is in it, so that an update can come at any moment of a day.
import { VIEWS } from '#staff/offline/meta-keys.ts';
import { dbName } from '#staff/offline/counter-db.ts';
import { type Stored, allDossiers, sealDossier } from '#staff/offline/store.ts';
import { putDatabase, readDatabase } from './database-file.ts';

const VERSION_THEN = 10;
const TABLES_SINCE = ['typed'];

const removed = (name: string): Promise<void> => new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase(name);
  request.onsuccess = () => resolve();
  request.onerror = () => reject(request.error ?? new Error('not removed'));
});

/** Seals what it must while the store is open; what it returns is done while it is closed. */
export const asReleasedBefore = async (stored: Stored, world: string): Promise<() => Promise<void>> => {
  const { db } = stored;
  const views = await Promise.all((await allDossiers(stored)).map(({ clock: _clock, receipt: _receipt, register: _register, ...view }) => sealDossier(stored, view)));
  await db.dossiers.bulkPut(views);
  await db.meta.delete(VIEWS);
  return async () => {
    const name = dbName(world);
    const file = await readDatabase(name);
    await removed(name);
    await putDatabase(name, { version: VERSION_THEN, tables: file.tables.filter((table) => !TABLES_SINCE.includes(table.name)) });
  };
};
