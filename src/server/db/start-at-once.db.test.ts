import { expect, inject, it } from 'vitest';
import { socketUrl } from './embedded/embedded.ts';
import { dropDatabase, ensureDatabase, ensureRoles } from './roles.ts';

it('several who start at once on one server all find their roles and their database', async () => {
  const url = socketUrl(inject('socket'), 'postgres', 'postgres');
  const passwords = { motcua_migrator: 'm', motcua_app: 'a', motcua_reporter: 'r' };
  const database = `motcua_at_once_${process.pid}`;
  const start = async (): Promise<void> => {
    await ensureRoles(url, passwords);
    await ensureDatabase(url, database);
  };
  const started = await Promise.allSettled(Array.from({ length: 12 }, start));
  expect(started.filter(({ status }) => status === 'rejected')).toEqual([]);
  await dropDatabase(url, database);
});
