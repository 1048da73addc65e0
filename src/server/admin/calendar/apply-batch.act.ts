// One step of applying a batch, in one transaction with the mark of how far it came: what breaks off between two steps
// loses nothing, two who step at once take turns, and a step that is sent again is answered from what it did.
import { type BatchRefused, settleBatch } from '#core/deadline/settle-batch.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { Act, JournalEntry } from '../../acts/act.ts';
import { recomputeStep } from '../../clock/recompute.ts';
import { countRunning } from '../../clock/recompute.sql.ts';
import { type LockedBatch, lockBatch, saveStepped } from './batch.sql.ts';

export type ApplyBatch = { readonly calendar: WorkingCalendar };
export type BatchStepped = {
  readonly version: number; readonly state: 'running' | 'applied'; readonly examined: number; readonly total: number; readonly moved: number; readonly kept: number;
};

export const applyBatchAct: Act<ApplyBatch, LockedBatch, LockedBatch, BatchRefused, BatchStepped> = {
  name: 'apply-calendar-batch',
  load: (db, { provinceId }, { calendar }) => lockBatch(db, provinceId, calendar.version),
  decide: (_command, batch) => settleBatch(batch, 'apply'),
  save: async (db, context, { calendar }, batch) => {
    const { provinceId, accountId, accountName, now } = context;
    const { version } = calendar;
    const total = batch.total ?? await countRunning(db, provinceId, `${calendar.calendarId}@${version}`);
    const step = await recomputeStep(db, context, { calendar, reason: `${batch.decision}: ${batch.reason}`, after: batch.reached });
    const moved = batch.moved + step.moved;
    const kept = batch.kept + step.kept;
    const examined = batch.examined + step.examined;
    await saveStepped(db, provinceId, version, { accountId, name: accountName, at: now }, { reached: step.reached, examined, total, moved, kept });
    const settled: readonly JournalEntry[] = step.reached === null ? [{ act: 'settle-calendar-batch', data: { version, decision: 'applied', moved, kept } }] : [];
    return {
      answer: { version, state: step.reached === null ? 'applied' : 'running', examined, total: Math.max(total, examined), moved, kept },
      chain: 'admin', journal: [...step.journal, ...settled], outbox: step.outbox,
    };
  },
};
