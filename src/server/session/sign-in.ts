// Signing in by name and password, and the change of password. Real time throughout.
import { type Guess, guessAll } from '../http/guess-limit.ts';
import type { Deps } from '../http/route.ts';
import type { Actor } from '../http/actor.ts';
import { journalAccess } from './access.act.ts';
import { hashToken, newToken } from './cookie.ts';
import { hashSecret, isSecret } from './secret-hash.ts';
import { findAccountByLogin, findPasswordHash, insertSession, updatePassword } from './session.sql.ts';

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

export const foldLogin = (login: string): string => login.trim().normalize('NFC').toLowerCase();

/** One place that guesses locks itself out, not the person; only guesses from everywhere lock the name, and for less long. */
const guessPassword = (deps: Deps, login: string, address: string): Promise<Guess> =>
  guessAll(deps, [['sign-in', `${login}\n${address}`], ['sign-in-anywhere', login]]);

/** An unknown name is counted, judged and locked like a known one: the answer tells nobody who works here. */
export const signIn = async (deps: Deps, rawLogin: string, password: string, address: string): Promise<SignedIn> => {
  const login = foldLogin(rawLogin);
  const attempt = await guessPassword(deps, login, address);
  if (attempt.kind === 'locked') return attempt;
  const account = await findAccountByLogin(deps.pool, deps.world.provinceId, login);
  const right = await isSecret(account?.passwordHash, password);
  if (account && !right) await journalAccess(deps, 'sign-in-failed', account.accountId);
  if (!account || !right) return { kind: 'wrong' };
  await attempt.clear();
  const token = newToken();
  const now = deps.realNow();
  await journalAccess(deps, 'sign-in', account.accountId, {
    data: {},
    effect: (db) => insertSession(db, deps.world.provinceId, {
      tokenHash: hashToken(token), accountId: account.accountId, csrfToken: newToken(),
      now, expiresAt: now + deps.settings.sessionHours * 3_600_000,
    }),
  });
  return { kind: 'signed-in', token };
};

export type PasswordChanged =
  | { readonly kind: 'changed' }
  | { readonly kind: 'wrong-current' }
  | { readonly kind: 'not-new' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

export const changePassword = async (
  deps: Deps, actor: Actor, current: string, next: string, address: string,
): Promise<PasswordChanged> => {
  const attempt = await guessPassword(deps, actor.login, address);
  if (attempt.kind === 'locked') return attempt;
  const stored = await findPasswordHash(deps.pool, actor.provinceId, actor.accountId);
  if (!(await isSecret(stored, current))) {
    await journalAccess(deps, 'sign-in-failed', actor.accountId);
    return { kind: 'wrong-current' };
  }
  await attempt.clear();
  if (next.normalize('NFC') === current.normalize('NFC') || foldLogin(next) === actor.login) return { kind: 'not-new' };
  await updatePassword(deps.pool, actor.provinceId, actor.accountId, await hashSecret(next), actor.session.tokenHash);
  return { kind: 'changed' };
};
