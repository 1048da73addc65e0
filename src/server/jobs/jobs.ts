// What a server does by itself, every few minutes and once more before it stops.
import { type WallTime, addDays, dateOf, momentAt } from '#core/kernel/moment.ts';
import { OFFLINE_POLICY } from '#core/offline/offline-policy.ts';
import { safeFault } from '../http/fault.ts';
import { forgetOldGuesses } from '../http/guess-limit.sql.ts';
import type { Deps } from '../http/route.ts';
import { makeCheckpoint } from '../journal/checkpoint.ts';
import { keepCalendar } from '../dossier-view/calendar.ts';
import { dropUnfetched } from '../notices/outbox.sql.ts';
import { emptyEnvelopes } from '../offline/kept/cases.sql.ts';
import { dropOldPieces } from '../offline/pieces/pieces.sql.ts';
import { deleteDeadSessions } from '../session/session.sql.ts';
import { queueStandingWarnings } from '../warnings/queue-warnings.ts';

export type Jobs = { readonly stop: () => Promise<void> };
export type FaultLog = (fault: { readonly job: string; readonly fault: ReturnType<typeof safeFault> }) => void;

const CHECKPOINT_SECONDS = 15 * 60;
const SWEEP_SECONDS = 60 * 60;
const WARN_SECONDS = 60;
/** Pieces of scans that were begun and never finished. */
const PIECES_KEPT_DAYS = 14;
/** Longer than the longest memory of a wrong guess. */
const GUESSES_KEPT_MILLISECONDS = 2 * 86_400_000;

export const startJobs = (deps: Deps, logFault: FaultLog, askCarriers: () => Promise<void>): Jobs => {
  const { pool, world, realNow, secrets, settings } = deps;
  /** Its faults are logged. What takes longer than its interval is not begun beside itself. */
  const guarded = (job: string, work: () => Promise<unknown>) => {
    let running = false;
    return async (): Promise<void> => {
      if (running) return;
      running = true;
      try {
        await work();
      } catch (error) {
        logFault({ job, fault: safeFault(error) });
      } finally {
        running = false;
      }
    };
  };
  const checkpoint = (notWithinSeconds: number) => guarded('checkpoint', () =>
    makeCheckpoint({ pool, provinceId: world.provinceId, key: secrets.checkpointKey, realNow }, notWithinSeconds));
  const regularly = checkpoint(CHECKPOINT_SECONDS - 60);
  const sweep = guarded('sweep', async () => {
    const now = realNow();
    await forgetOldGuesses(pool, world.provinceId, now - GUESSES_KEPT_MILLISECONDS);
    await deleteDeadSessions(pool, world.provinceId, now, now - settings.sessionIdleMinutes * 60_000);
    await dropOldPieces(pool, world.provinceId, PIECES_KEPT_DAYS);
    await dropUnfetched(pool, world.provinceId);
    await emptyEnvelopes(pool, world.provinceId, momentAt(addDays(dateOf(deps.clock.businessNow()), -OFFLINE_POLICY.retentionDays), '00:00' as WallTime));
  });

  const calendar = keepCalendar(pool, world.provinceId);
  const warn = guarded('warnings', async () => queueStandingWarnings(pool, world.provinceId, await calendar(), deps.clock.businessNow()));

  const carriers = guarded('carriers', askCarriers);

  const timers = [
    setInterval(() => void carriers(), settings.carrierSeconds * 1000),
    setInterval(() => void warn(), WARN_SECONDS * 1000),
    setInterval(() => void regularly(), CHECKPOINT_SECONDS * 1000),
    setInterval(() => void sweep(), SWEEP_SECONDS * 1000),
  ];
  for (const timer of timers) timer.unref();
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await checkpoint(0)();
    },
  };
};
