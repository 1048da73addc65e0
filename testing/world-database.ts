// A demo world is loaded once a run, by whoever wants it first; each test file has a clone of its own.
import { loadWorld } from '#demo/load-world.ts';
import type { WorldName } from '#demo/worlds.ts';
import { asSuperuser, testDatabase, type TestDatabase } from './database.ts';

const kept = new Map<string, Promise<void>>();

/** Two workers may think of it at once: the second waits, and finds it there. */
const keepTemplate = (name: string, world: WorldName, sample: boolean): Promise<void> => asSuperuser(async (run) => {
  await run(`select pg_advisory_lock(hashtext('${name}'))`);
  const { rowCount } = await run(`select 1 from pg_database where datname = '${name}'`);
  if (rowCount === 1) return;
  const database = await testDatabase();
  await loadWorld(database.pool, world, undefined, { sample });
  await database.leave();
  await run(`alter database ${database.name} rename to ${name}`);
});

export const worldDatabase = async (world: WorldName, { sample }: { readonly sample: boolean }): Promise<TestDatabase> => {
  const name = `motcua_${world.replace('-', '_')}_${sample ? 'sample' : 'bare'}`;
  const template = kept.get(name) ?? keepTemplate(name, world, sample);
  kept.set(name, template);
  await template;
  return testDatabase(name);
};
