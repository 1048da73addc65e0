import { afterEach, expect, it, vi } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import type { Deps } from '../http/route.ts';
import { DEFAULT_HTTP_SETTINGS } from '../http/settings.ts';
import { secretsFrom } from '../secrets.ts';
import { startJobs } from './jobs.ts';

afterEach(() => { vi.useRealTimers(); });

const MINUTE = 60_000;

const depsWith = (pool: Deps['pool'], settings = DEFAULT_HTTP_SETTINGS): Deps => ({
  settings, pool, realNow: () => 0, secrets: secretsFrom(Buffer.alloc(32)),
  world: { provinceId: 42 as ProvinceId, name: 'thu', title: 'Thử', isDemo: true },
  clock: { businessNow: () => '2026-11-23T10:00:00+07:00' as Moment, refresh: async () => undefined, stop: () => undefined },
});

it('carriers are asked as often as the province has set', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const askCarriers = vi.fn(() => new Promise<void>(() => undefined));
  startJobs(depsWith({} as Deps['pool'], { ...DEFAULT_HTTP_SETTINGS, carrierSeconds: 40 }), () => undefined, askCarriers);
  vi.advanceTimersByTime(39_999);
  expect(askCarriers).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(askCarriers).toHaveBeenCalledOnce();
});

it('warnings that take longer than a minute are not queued a second time beside themselves', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const asked: ((fault: Error) => void)[] = [];
  const pool = { query: () => new Promise((_resolve, reject) => { asked.push(reject); }) } as unknown as Deps['pool'];
  const faults: string[] = [];
  startJobs(depsWith(pool), ({ job }) => faults.push(job), async () => undefined);
  vi.advanceTimersByTime(4 * MINUTE);
  expect(asked).toHaveLength(1);
  asked[0]?.(new Error('the line to the database broke'));
  await vi.waitFor(() => expect(faults).toEqual(['warnings']), { timeout: 30_000 });
  vi.advanceTimersByTime(MINUTE);
  expect(asked).toHaveLength(2);
});
