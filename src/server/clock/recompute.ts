// A changed calendar and the dossiers that are open: the moving itself, one bounded step a transaction, each change
// journalled and told to the citizen. No date ever comes earlier than the one printed for the citizen. Dossiers stand
// in the order of their ids, so that the next step, whoever takes it, goes on where the last one ended.
import type { PoolClient } from 'pg';
import { compiled } from '#core/deadline/compiled-calendar.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import { recomputeClock, sayClockAnew } from '#core/dossier/kept-clock.ts';
import type { ActContext, JournalEntry, OutboxMessage } from '../acts/act.ts';
import { citizenMessage } from '../notices/citizen-notice.ts';
import { judgeClock } from './judge-clock.ts';
import { type SavedClock, lockRunning, saveRecomputed } from './recompute.sql.ts';

/** Below two seconds on a desk machine, with everything that is written for each. */
export const STEP = 500;

export type RecomputeStep = {
  readonly calendar: AnyCalendar;
  /** Said in the explanation of each date that moves: 'CĐ 11/CĐ-UBND: nghỉ bão'. */
  readonly reason: string;
  /** The last dossier of the step before. */
  readonly after: string | null;
};
export type RecomputeStepped = {
  readonly examined: number;
  readonly moved: number;
  readonly kept: number;
  /** Where the next step goes on; null: this was the last. */
  readonly reached: string | null;
  readonly journal: readonly JournalEntry[];
  readonly outbox: readonly OutboxMessage[];
};

export const recomputeStep = async (
  db: PoolClient, { provinceId, now }: Pick<ActContext, 'provinceId' | 'now'>, { calendar, reason, after }: RecomputeStep,
): Promise<RecomputeStepped> => {
  const c = compiled(calendar);
  const rows = await lockRunning(db, provinceId, c.version, after, STEP);
  const saved: SavedClock[] = [];
  const journal: JournalEntry[] = [];
  const outbox: OutboxMessage[] = [];
  let kept = 0;
  for (const row of rows) {
    const { dossierId, code, dueAt: oldDue } = row;
    const { change, newDue } = judgeClock(row, c);
    if (change === 'kept') kept += 1;
    const moved = change === 'moved' ? recomputeClock(row.clock, c, { at: now, reason, from: oldDue, to: newDue }) : change === 'said-anew' ? sayClockAnew(row.clock, c) : undefined;
    if (!moved) continue;
    saved.push({ dossierId, moved });
    if (change !== 'moved') continue;
    journal.push({ act: 'recompute-due', dossierId, data: { code, calendar: c.version, oldDue, newDue, reason } });
    outbox.push(citizenMessage(row, now, { kind: 'recomputed', due: newDue, oldDue }));
  }
  await saveRecomputed(db, provinceId, saved);
  return { examined: rows.length, moved: journal.length, kept, reached: rows.length < STEP ? null : (rows.at(-1)?.dossierId ?? null), journal, outbox };
};
