// The commune officer beside the postal clerk: one PIN opens her presence, or each reception asks for it.
// @law NĐ 61/2018/NĐ-CP Đ.17 (an official receives; postal staff support)
import type { AccountId, DeskId } from '#core/organisation/organisation.ts';
import { dateOf } from '#core/kernel/moment.ts';
import type { Actor, PresentOfficer } from '../http/actor.ts';
import { guess } from '../http/guess-limit.ts';
import type { Deps } from '../http/route.ts';
import { journalAccess } from './access.act.ts';
import { findOfficerAtDesk } from './officer.sql.ts';
import { isSecret } from './secret-hash.ts';
import { foldLogin } from './sign-in.ts';

export type Officer = { readonly accountId: AccountId; readonly fullName: string; readonly title: string };

export type PinVerified =
  | { readonly kind: 'verified'; readonly officer: Officer }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

type OfficerDeps = Pick<Deps, 'pool' | 'world' | 'realNow' | 'secrets' | 'clock'>;
export type OfficerName = { readonly accountId: AccountId } | { readonly login: string };

/**
 * Is this the PIN of a commune officer who serves this desk today? Wrong PINs are counted outside any
 * transaction of the caller, so that a rolled-back act still counts.
 */
export const verifyPin = async (
  deps: OfficerDeps, typedBy: AccountId, deskId: DeskId, name: OfficerName, pin: string,
): Promise<PinVerified> => {
  const key = 'login' in name ? { login: foldLogin(name.login) } : name;
  const officer = await findOfficerAtDesk(deps.pool, deps.world.provinceId, deskId, key, dateOf(deps.clock.businessNow()));
  // a name that is no officer here is counted by itself, so that it too locks
  const attempt = await guess(deps, 'pin', officer?.accountId ?? ('login' in key ? key.login : key.accountId));
  if (attempt.kind === 'locked') return attempt;
  const right = await isSecret(officer?.pinHash, pin);
  if (officer && !right) await journalAccess(deps, 'pin-failed', typedBy, { data: { deskId, officerId: officer.accountId } });
  if (!officer || !right) return { kind: 'wrong' };
  await attempt.clear();
  return { kind: 'verified', officer: { accountId: officer.accountId, fullName: officer.fullName, title: officer.title } };
};

/** The officer whose presence is open on this session, by real time. */
export const currentOfficer = (actor: Actor, realNow: () => number): PresentOfficer | undefined => {
  const present = actor.session.presentOfficer;
  return present && present.until > realNow() ? present : undefined;
};
