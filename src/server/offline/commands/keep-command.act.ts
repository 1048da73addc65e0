// What is not taken is kept whole, explained and journalled; the rest of the queue goes on.
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { ok } from '#core/kernel/result.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { type Act, type ActContext, fingerprintOf } from '../../acts/act.ts';
import { perform } from '../../acts/perform.ts';
import type { Deps } from '../../http/route.ts';
import { type CaseOf, type CaseRow, type NewCase, findKeptOf, insertCase, settleCorrected, settleKeptOf } from '../kept/cases.sql.ts';

type Keep = { readonly one: NewCase; readonly of: CaseOf; readonly isWholeNow: boolean };

const WHOLE_NOTE = 'Nội dung đã được gửi lên đủ và được giữ lại vì lý do khác.';

const keepCommandAct: Act<Keep, Keep, Keep, never, { readonly caseId: string }> = {
  name: 'keep-offline-command',
  load: async (_db, _context, keep) => keep,
  decide: (keep) => ok(keep),
  save: async (db, { provinceId, accountId, accountName }, { one, of, isWholeNow }) => {
    if (isWholeNow) await settleKeptOf(db, provinceId, of.envelope.commandId, { at: of.openedAt, by: accountId, byName: accountName, how: 'corrected', note: WHOLE_NOTE });
    await insertCase(db, provinceId, one, of);
    const { envelope } = of;
    // put right and refused again: the newer one is the one to look at
    if (envelope.corrects && one.kind === 'refused') {
      await settleCorrected(db, provinceId, of.deviceId, envelope.corrects.commandId, { at: of.openedAt, by: accountId, byName: accountName, correctedBy: envelope.commandId });
    }
    return {
      answer: { caseId: one.caseId }, chain: `desk:${of.deskId}`,
      journal: [{
        act: 'keep-offline-command', dossierId: envelope.dossierId,
        data: { caseId: one.caseId, kind: one.kind, why: one.reason, of: envelope.act, offlineCommandId: envelope.commandId, deviceId: of.deviceId, bodyBytes: of.bodyBytes },
      }],
      outbox: [],
    };
  },
};

export type Sender = { readonly accountId: AccountId; readonly accountName: string };

/** Sent again, it is still the one case. */
export const keepCommand = async (
  { pool, world: { provinceId } }: Pick<Deps, 'pool' | 'world'>, sender: Sender, of: CaseOf, one: Omit<NewCase, 'caseId'>,
): Promise<CaseRow> => {
  const { commandId } = of.envelope;
  const before = await findKeptOf(pool, provinceId, commandId);
  // another machine that names this command has its body no more than we have
  const isWholeNow = before?.settledAt === null && before.reason === 'body-too-large' && of.bodyBytes === undefined && before.deviceId === of.deviceId;
  if (before?.settledAt === null && !isWholeNow) return before;
  const context: ActContext = {
    provinceId, ...sender, commandId: randomUUID(), fingerprint: fingerprintOf(keepCommandAct.name, commandId, null), now: of.openedAt,
  };
  try {
    await perform(pool, keepCommandAct, context, { one: { ...one, caseId: randomUUIDv7() }, of, isWholeNow });
  } catch (error) {
    // two sendings at once: the other one keeps it
    if (!(error instanceof Error && 'constraint' in error && error.constraint === 'offline_case_command')) throw error;
  }
  const kept = await findKeptOf(pool, provinceId, commandId);
  if (!kept) throw new Error('what was kept is not there');
  return kept;
};
