import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#testing/database.ts';
import { takesOnline, type OnlineAnswers } from '#core/dossier/answer-supplement.ts';
import { dateOf } from '#core/kernel/moment.ts';
import { loadWorld } from './load-world.ts';
import { WORLD_FACTS, WORLD_NAMES } from './worlds.ts';

describe.each(WORLD_NAMES)('the world %s', (world) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await loadWorld(db.pool, world);
  }, 120_000);
  afterAll(() => db.close());

  it('starts at its own business time', async () => {
    const { rows } = await db.pool.query(
      `select extract(epoch from now() + clock_offset_seconds * interval '1 second' - $1::timestamptz)::float as ahead from motcua.world`,
      [WORLD_FACTS[world].startsAt],
    );
    expect(rows).toHaveLength(1);
    expect(Math.abs(rows[0].ahead)).toBeLessThan(120);
  });

  it('takes papers that were asked for online at every desk', async () => {
    const { rows } = await db.pool.query<{ settings: OnlineAnswers }>('select online_answers as settings from motcua.desk');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ settings }) => takesOnline(settings, dateOf(WORLD_FACTS[world].startsAt)))).toBe(true);
  });

  it('has desks with clerks and officers', async () => {
    const { rows } = await db.pool.query(
      `select desk_id from motcua.assignment where role = 'postal-clerk' intersect
       select desk_id from motcua.assignment where role = 'commune-officer'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(world === 'kybac-2019' ? 2 : 6);
  });
});
