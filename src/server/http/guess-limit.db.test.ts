import { expect, it } from 'vitest';
import { HA_TINH } from '#demo/worlds.ts';
import { testDatabase } from '#testing/database.ts';
import { guess, waitInWords } from './guess-limit.ts';

it('a wrong guess locks for a minute after the fifth, and twice as long with each further one, an hour at most', async () => {
  const database = await testDatabase();
  let now = Date.parse('2026-11-23T03:00:00Z');
  const deps = { pool: database.pool, world: { provinceId: HA_TINH }, secrets: { guessKey: Buffer.alloc(32) }, realNow: () => now };
  const wrong = () => guess(deps, 'pin', 'sen');
  for (let i = 0; i < 5; i += 1) expect((await wrong()).kind).toBe('allowed');
  const locks: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    const answer = await wrong();
    if (answer.kind !== 'locked') throw new Error('a wrong guess too many was allowed');
    locks.push(answer.retryAfterSeconds);
    now += answer.retryAfterSeconds * 1000 + 1;
    expect((await wrong()).kind).toBe('allowed');
  }
  expect(locks).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600]);
  await database.close();
});

it.each([[1, 'sau 1 giây'], [61, 'sau 2 phút'], [600, 'sau 10 phút'], [3_600, 'sau 1 giờ'], [5_400, 'sau 1 giờ 30 phút']])(
  '%s seconds to wait are said as "%s"', (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words);
  },
);
