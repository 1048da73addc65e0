// Somebody signs with the PIN of their own account; wrong ones are counted, whatever becomes of the act.
import type { Pool } from 'pg';
import type { AccountId } from '#core/organisation/organisation.ts';
import { guess } from '../http/guess-limit.ts';
import type { Deps } from '../http/route.ts';
import { isSecret } from './secret-hash.ts';
import { findPinHash } from './own-pin.sql.ts';

export const checkOwnPin = async (
  deps: Pick<Deps, 'world' | 'realNow' | 'secrets'> & { readonly pool: Pool }, accountId: AccountId, pin: string,
): Promise<'right' | 'wrong' | 'locked'> => {
  const attempt = await guess(deps, 'pin', accountId);
  if (attempt.kind === 'locked') return 'locked';
  if (!(await isSecret(await findPinHash(deps.pool, deps.world.provinceId, accountId), pin))) return 'wrong';
  await attempt.clear();
  return 'right';
};
