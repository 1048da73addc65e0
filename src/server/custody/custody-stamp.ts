// Who moved what when, as the act's context knows it; identifiers of new things are made here.
import { randomUUIDv7 } from 'node:crypto';
import type { CustodyStamp } from '#core/custody/dossier-things.ts';
import type { Moment } from '#core/kernel/moment.ts';
import type { ActContext } from '../acts/act.ts';

export const custodyStamp = (context: Pick<ActContext, 'accountId' | 'accountName' | 'now'>, at: Moment = context.now): CustodyStamp =>
  ({ at, by: { accountId: context.accountId, name: context.accountName }, newId: randomUUIDv7 });
