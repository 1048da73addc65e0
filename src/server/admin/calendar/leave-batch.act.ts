// The batch is left: every date stays as it was, and the reason why is kept.
import { type BatchFacts, type BatchRefused, settleBatch } from '#core/deadline/settle-batch.ts';
import type { Act } from '../../acts/act.ts';
import { lockBatch, saveLeft } from './batch.sql.ts';

export type LeaveBatch = { readonly version: number; readonly note: string };

export const leaveBatchAct: Act<LeaveBatch, BatchFacts, BatchFacts, BatchRefused, { readonly version: number }> = {
  name: 'settle-calendar-batch',
  load: (db, { provinceId }, { version }) => lockBatch(db, provinceId, version),
  decide: (_command, facts) => settleBatch(facts, 'leave'),
  save: async (db, { provinceId, accountId, accountName, now }, { version, note }) => {
    await saveLeft(db, provinceId, version, { accountId, name: accountName, at: now }, note);
    return {
      answer: { version },
      chain: 'admin',
      journal: [{ act: 'settle-calendar-batch', data: { version, decision: 'left', moved: 0, kept: 0, note } }],
      outbox: [],
    };
  },
};
