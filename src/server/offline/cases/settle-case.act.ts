import { type CaseFacts, type SettleRefused, settleCase as decide } from '#core/offline/settle-case.ts';
import type { DeskId, Role } from '#core/organisation/organisation.ts';
import type { Act } from '../../acts/act.ts';
import { type KeptCase, type Settled, lockCase, settleCase } from '../kept/cases.sql.ts';

export type SettleCase = {
  readonly caseId: string;
  /** Absent: any desk. */
  readonly deskId?: DeskId;
  readonly roles: readonly Role[];
  readonly how: Settled['how'];
  readonly note: string;
};
export type CaseSettled = { readonly caseId: string; readonly how: Settled['how'] };
type Facts = CaseFacts & { readonly found: KeptCase };

export const caseFacts = (found: KeptCase, roles: readonly Role[]): Facts => ({
  kind: found.kind, roles, found, ...(found.settledAt === null ? {} : { settled: { by: found.settledBy ?? '', at: found.settledAt } }),
});

export const settleCaseAct: Act<SettleCase, Facts, CaseFacts, SettleRefused, CaseSettled> = {
  name: 'settle-offline-case',
  load: async (db, { provinceId }, { caseId, deskId, roles }) => {
    const found = await lockCase(db, provinceId, caseId);
    return found && (deskId === undefined || found.deskId === deskId) ? caseFacts(found, roles) : undefined;
  },
  decide: ({ how }, facts) => decide(facts, how),
  save: async (db, { provinceId, accountId, accountName, now }, { caseId, how, note }, _decision, { found }) => {
    await settleCase(db, provinceId, caseId, { at: now, by: accountId, byName: accountName, how, note });
    return {
      answer: { caseId, how }, chain: `desk:${found.deskId}`,
      journal: [{
        act: 'settle-offline-case', dossierId: found.dossierId ?? undefined,
        data: { caseId, kind: found.kind, why: found.reason, of: found.act, offlineCommandId: found.commandId, how, note },
      }],
      outbox: [],
    };
  },
};
