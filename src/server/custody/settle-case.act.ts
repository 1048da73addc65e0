// A difference is settled by the desk or by the agency it concerns; each finds the thing in its own hands.
import type { CustodyChange } from '#core/custody/change.ts';
import { type SettleCaseRefused, settleCustodyCase } from '#core/custody/settle-case.ts';
import { type Thing, atAgency, atDesk } from '#core/custody/thing.ts';
import { SETTLED_WORDS } from '#wire/custody-words.ts';
import type { CustodyCaseSettled, SettleCustodyCaseBody } from '#wire/custody.wire.ts';
import type { Act } from '../acts/act.ts';
import { type LockedCase, lockCase, saveSettled } from './cases.sql.ts';
import { custodyStamp } from './custody-stamp.ts';
import type { CustodyScope } from './held.sql.ts';
import { findThings } from './things.sql.ts';

export type SettleCall = { readonly caseId: string; readonly scope: CustodyScope; readonly body: Omit<SettleCustodyCaseBody, 'deskId'> };
type Facts = { readonly found: LockedCase; readonly thing: Thing };

export const settleCustodyCaseAct: Act<SettleCall, Facts, CustodyChange, SettleCaseRefused, CustodyCaseSettled> = {
  name: 'settle-custody-case',
  load: async (db, { provinceId }, { caseId, scope }) => {
    const found = await lockCase(db, provinceId, caseId, scope);
    const thing = found && (await findThings(db, provinceId, [found.dossierId])).find(({ thingId }) => thingId === found.thingId);
    return found && thing && { found, thing };
  },
  decide: ({ scope, body }, { found, thing }, context) => settleCustodyCase(body, {
    thing, side: scope.side === 'desk' ? atDesk(found.deskId) : atAgency(found.agencyUnitId),
    ...(found.settledAt !== null && { settled: { by: found.settledByName ?? '', at: found.settledAt } }),
  }, custodyStamp(context)),
  save: async (db, context, { caseId, scope, body }, change, { found }) => {
    await saveSettled(db, context, caseId, body);
    return {
      answer: { caseId, how: body.how, at: context.now },
      chain: scope.side === 'desk' ? `desk:${found.deskId}` : `unit:${found.agencyRootUnitId}`,
      journal: [{
        act: 'settle-custody-case', dossierId: found.dossierId,
        data: { code: found.code, caseId, kind: found.kind, how: body.how, costBearer: body.costBearer, note: `${SETTLED_WORDS[body.how]}: ${body.note}` },
      }],
      outbox: [], custody: change,
    };
  },
};
