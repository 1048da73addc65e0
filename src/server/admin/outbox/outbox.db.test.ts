// What nobody fetches is counted for the administrator and does not wait for ever.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServedWorld, servedWorld } from '#testing/served-world.ts';
import type { WaitingMessages } from '#wire/outbox.wire.ts';
import { dropUnfetched } from '../../notices/outbox.sql.ts';

let world: ServedWorld;
beforeAll(async () => { world = await servedWorld('kybac-2019'); }, 120_000);
afterAll(() => world.close());

const put = (topic: string, days: number, done = false) => world.database.pool.query(
  `insert into motcua.outbox (province_id, outbox_id, topic, payload, created_at, next_attempt_at, done_at)
   values (42, gen_random_uuid(), $1, '{}', now() - make_interval(days => $2), now(), case when $3 then now() end)`, [topic, days, done]);

it('counts what waits by its kind, drops what nobody fetched in time, and keeps what a dossier or a carrier needs', async () => {
  const administrator = await world.signIn('quantri');
  const topics = async () => (await administrator.get('/api/admin/outbox')).json<WaitingMessages>().topics.map(({ topic, waiting, keptDays }) => [topic, waiting, keptDays]);
  await world.database.migratorPool.query('delete from motcua.outbox');
  for (const topic of ['national-portal', 'staff-warning', 'citizen-notice', 'carrier-order']) for (const days of [1, 31, 400]) await put(topic, days);
  await put('national-portal', 400, true);
  expect(await topics()).toEqual([['carrier-order', 3, undefined], ['citizen-notice', 3, undefined], ['national-portal', 3, 90], ['staff-warning', 3, 30]]);
  expect(await dropUnfetched(world.database.pool, 42)).toBe(3);
  expect(await topics()).toEqual([['carrier-order', 3, undefined], ['citizen-notice', 3, undefined], ['national-portal', 2, 90], ['staff-warning', 1, 30]]);
  expect(await dropUnfetched(world.database.pool, 42)).toBe(0);
});
