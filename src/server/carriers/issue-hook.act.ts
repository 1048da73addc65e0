// A new secret for a carrier's messages; the one before it opens nothing from then on.
import type { Moment } from '#core/kernel/moment.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { CarrierRefusal } from '#wire/carriers.wire.ts';
import type { Act } from '../acts/act.ts';
import type { Secrets } from '../secrets.ts';
import { hashShownOnce, shownOnce } from '../signing/shown-once.ts';
import { type CarrierRow, findCarrier, saveHook } from './account.sql.ts';

export type IssueHook = { readonly carrierId: string };

const decide = (kind: CarrierRow['kind']): Result<true, CarrierRefusal> => (kind === 'viettel' ? ok(true) : refuse({ kind: 'carrier-is-asked' }));

export const issueHookAct = (secrets: Secrets): Act<IssueHook, CarrierRow, true, CarrierRefusal, { readonly issuedAt: Moment }> => ({
  name: 'issue-carrier-hook',
  load: (db, { provinceId }, { carrierId }) => findCarrier(db, provinceId, carrierId, 'for update'),
  decide: (_command, { kind }) => decide(kind),
  save: async (db, context, { carrierId }, _decision, { name }) => {
    await saveHook(db, context, carrierId, hashShownOnce(shownOnce(secrets, 'carrier-hook', context.commandId)));
    return { answer: { issuedAt: context.now }, chain: 'admin', journal: [{ act: 'issue-carrier-hook', data: { carrierId, name } }], outbox: [] };
  },
});
