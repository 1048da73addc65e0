import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { testDatabase, type TestDatabase } from '#testing/database.ts';
import type { Deps } from '../http/route.ts';
import { DEFAULT_HTTP_SETTINGS } from '../http/settings.ts';
import { secretsFrom } from '../secrets.ts';
import { startJobs } from './jobs.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const depsOf = (pool: Deps['pool']): Deps => ({
  settings: DEFAULT_HTTP_SETTINGS, pool, realNow: () => Date.parse('2026-11-23T03:00:00Z'), secrets: secretsFrom(Buffer.alloc(32)),
  world: { provinceId: HA_TINH, name: 'thu', title: 'Thử', isDemo: true },
  clock: { businessNow: () => '2026-11-23T10:00:00+07:00' as Moment, refresh: async () => undefined, stop: () => undefined },
});

it('before it stops, a server signs where every chain stands', async () => {
  await database.pool.query(`insert into motcua.journal_head values (42, 'desk:ky-bac', 1, $1, $1)`, [Buffer.alloc(32, 1)]);
  const faults: unknown[] = [];
  await startJobs(depsOf(database.pool), (fault) => faults.push(fault), async () => undefined).stop();
  const { rows } = await database.pool.query<{ heads: unknown }>('select heads from motcua.journal_checkpoint');
  expect(rows).toEqual([{ heads: [{ chainId: 'desk:ky-bac', seq: 1, hash: '01'.repeat(32) }] }]);
  expect(faults).toEqual([]);
});

it('a database that is away is told to the log by its kind, and stops nothing', async () => {
  const away = await testDatabase();
  await away.close();
  const faults: { readonly job: string; readonly fault: object }[] = [];
  await startJobs(depsOf(away.pool), (fault) => faults.push(fault), async () => undefined).stop();
  expect(faults.map(({ job }) => job)).toEqual(['checkpoint']);
  expect(faults[0]?.fault).not.toHaveProperty('message');
});
