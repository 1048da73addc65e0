// Who came in, went out or was not let in stands in the journal, by account and nothing else of the person.
// A chain of its own for each desk and agency: guessing passwords never holds up their acts.
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { ok } from '#core/kernel/result.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { type Act, type ActContext, type ChainId, fingerprintOf } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import type { Deps } from '../http/route.ts';
import { findWorkplace } from './session.sql.ts';

export type AccessKind = 'sign-in' | 'sign-out' | 'sign-in-failed' | 'pin-failed';
type Access = {
  readonly data: Readonly<Record<string, string>>;
  /** What is saved together with the entry. */
  readonly effect?: (db: PoolClient) => Promise<void>;
};
type Nothing = Readonly<Record<string, never>>;

const accessAct = (name: AccessKind): Act<Access, { readonly chain: ChainId }, { readonly chain: ChainId }, never, Nothing> => ({
  name,
  load: async (db, { provinceId, accountId }) => ({ chain: `access:${await findWorkplace(db, provinceId, accountId)}` }),
  decide: (_access, facts) => ok(facts),
  save: async (db, _context, { data, effect }, { chain }) => {
    await effect?.(db);
    return { answer: {}, chain, journal: [{ act: name, data }], outbox: [] };
  },
});

type AccessDeps = Pick<Deps, 'pool' | 'world' | 'clock'>;

export const journalAccess = async (
  { pool, world, clock }: AccessDeps, kind: AccessKind, accountId: AccountId, access: Access = { data: {} },
): Promise<void> => {
  const commandId = randomUUID();
  const context: ActContext = {
    provinceId: world.provinceId, accountId, accountName: '', commandId, fingerprint: fingerprintOf(kind, commandId, null), now: clock.businessNow(),
  };
  await perform(pool, accessAct(kind), context, access);
};
