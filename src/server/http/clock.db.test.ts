import { expect, it } from 'vitest';
import { HA_TINH } from '#demo/worlds.ts';
import { testDatabase } from '#testing/database.ts';
import { startClock } from './clock.ts';

it('business time is real time plus the offset of the world, and follows when somebody sets it', async () => {
  const database = await testDatabase();
  try {
    await database.migratorPool.query(`insert into motcua.world values (42, 'thu', 'Thử', true, -3600, now())`);
    const clock = await startClock(database.pool, HA_TINH, () => Date.parse('2019-11-18T01:30:00Z'));
    expect(clock.businessNow()).toBe('2019-11-18T07:30:00+07:00');
    await database.migratorPool.query('update motcua.world set clock_offset_seconds = 86400');
    await clock.refresh();
    expect(clock.businessNow()).toBe('2019-11-19T08:30:00+07:00');
    clock.stop();
  } finally {
    await database.close();
  }
});
