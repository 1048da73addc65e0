// A whole day of one counter in a real browser: what is printed without a line must be at the office once, at the time it
// was printed, whatever befalls machine, server and line meanwhile.
import { type Moment, momentToEpoch } from '#core/kernel/moment.ts';
import type { Shape } from '#testing/slow-line.ts';
import { wireOf } from '../../e2e/by-wire.ts';
import { DAY_MINUTES, type HoursAlone, spendHoursAlone, type Work } from './hours-alone.ts';
import { type Sent, sendAll } from './line-back.ts';
import { type Morning, spendMorning } from './morning.ts';
import { asks } from './pages.ts';
import { type Stage, openStage, pause } from './stage.ts';
import { type TabMemory, tabMemory } from './tab-memory.ts';
import { type Wrong, whatIsWrong } from './what-is-wrong.ts';

export type DayOptions = Omit<Work, 'lawOffset'> & { readonly shape?: Shape; readonly say: (line: string) => void };
export type Day = {
  readonly wrong: Wrong;
  readonly morning: Morning;
  readonly alone: HoursAlone;
  readonly sent: Sent;
  readonly storeBytes: { readonly full: number; readonly sent: number };
  readonly memoryAfter: TabMemory;
  readonly clockOffAfterSyncSeconds: number;
};

const MINUTE = 60_000;

const lawOffsetOf = async ({ server: { world } }: Stage): Promise<number> => {
  const wire = await wireOf('buudien.kybac', world);
  const { businessNow } = await (await wire.get('/api/me')).json() as { businessNow: Moment };
  await wire.dispose();
  return momentToEpoch(businessNow) - Date.now();
};

export const workDay = async ({ shape, say, ...work }: DayOptions): Promise<Day> => {
  const stage = await openStage(say);
  const { server, line } = stage;
  try {
    const { page: first, morning } = await spendMorning(stage);
    const lawOffset = await lawOffsetOf(stage);
    await server.kill();
    line.cut(true);
    const { app, tabs, ...alone } = await spendHoursAlone(stage, first, { ...work, lawOffset });
    const [page] = tabs;
    const full = await asks(page, 'storeBytes');

    await server.start();
    await server.motcua('clock', 'set', `+${DAY_MINUTES}m`, '--world', 'kybac-2019');
    // what arrives before the server has read its clock anew would be of the future
    while (await lawOffsetOf(stage) - lawOffset < (DAY_MINUTES - 1) * MINUTE) await pause(200);
    line.shape(shape);
    line.cut(false);
    const sent = await sendAll(stage, tabs, alone.scanBytes.length);
    line.shape(undefined);
    const { now, parked } = await asks(page, 'standing');
    const clockOffAfterSyncSeconds = Math.abs(momentToEpoch(now) - await lawOffsetOf(stage) - Date.now()) / 1000;
    return {
      morning, alone, sent, clockOffAfterSyncSeconds,
      storeBytes: { full, sent: await asks(page, 'storeBytes') }, memoryAfter: await tabMemory(app),
      wrong: { ...await whatIsWrong(server.world, alone.printed), parked },
    };
  } finally {
    await stage.close();
  }
};
