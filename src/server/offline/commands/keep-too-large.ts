// An act whose body is too large for the way here: the office learns of it all the same, and whom to ask.
import { dateOf } from '#core/kernel/moment.ts';
import { quarantineText, tooLargeText } from '#wire/refusals/offline.ts';
import { findStoredAnswer } from '../../acts/perform.sql.ts';
import type { Deps } from '../../http/route.ts';
import { findPeopleThen } from '../grants/grants.sql.ts';
import { type CaseRow, findKeptOf } from '../kept/cases.sql.ts';
import { keepCommand } from './keep-command.act.ts';
import { type Sending, caseOf } from './sending.ts';

export const keepTooLarge = async (deps: Pick<Deps, 'pool' | 'world'>, sending: Sending, bytes: number): Promise<CaseRow> => {
  const { pool, world: { provinceId } } = deps;
  const { command, device, sender } = sending;
  const before = await findKeptOf(pool, provinceId, command.commandId);
  if (before && before.settledAt !== null) return before;
  const keep = (reason: 'key-reused' | 'body-too-large', detail: string): Promise<CaseRow> =>
    keepCommand(deps, sender, caseOf(sending), { kind: 'quarantined', reason, detail });
  if (await findStoredAnswer(pool, provinceId, command.commandId)) return keep('key-reused', quarantineText('key-reused', command.act));
  const [maker] = await findPeopleThen(pool, provinceId, device.deskId, [command.by.accountId], dateOf(command.madeAt));
  const who = maker && maker.roles.length > 0 ? maker.fullName : sender.accountName;
  return keep('body-too-large', tooLargeText({ bytes, deviceName: device.name, maker: who }, command.act));
};
