// The decision on a batch: applied, once every dossier has its new date, or left with the reason why.
import { type BatchFacts, type BatchRefused, settleBatch } from '#core/deadline/settle-batch.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { Act } from '../../acts/act.ts';
import { countMoved, loadBatchFacts, saveSettled } from './batch.sql.ts';

export type SettleBatch =
  | { readonly kind: 'applied'; readonly version: number; readonly calendarVersion: string; readonly openedAt: Moment; readonly kept: number }
  | { readonly kind: 'left'; readonly version: number; readonly note: string };
export type BatchSettled = { readonly version: number; readonly moved: number; readonly kept: number };

export const settleBatchAct: Act<SettleBatch, BatchFacts, BatchFacts, BatchRefused, BatchSettled> = {
  name: 'settle-calendar-batch',
  load: (db, { provinceId }, { version }) => loadBatchFacts(db, provinceId, version),
  decide: (_command, facts) => settleBatch(facts),
  save: async (db, { provinceId, accountId, accountName, now }, command) => {
    const { version, kind } = command;
    const moved = kind === 'applied' ? await countMoved(db, provinceId, command.calendarVersion, command.openedAt) : 0;
    const kept = kind === 'applied' ? command.kept : 0;
    const note = kind === 'left' ? command.note : null;
    await saveSettled(db, provinceId, { version, state: kind, by: { accountId, name: accountName, at: now }, note, moved, kept });
    return {
      answer: { version, moved, kept },
      chain: 'admin',
      journal: [{ act: 'settle-calendar-batch', data: { version, decision: kind, moved, kept, ...(note === null ? {} : { note }) } }],
      outbox: [],
    };
  },
};
