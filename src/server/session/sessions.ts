// Who stands behind a cookie. Answers are kept for a few seconds so that a busy desk costs one
// look-up, not one per request; what this process changes it forgets at once, other processes within the time.
import { dateOf } from '#core/kernel/moment.ts';
import type { Assignment } from '#core/organisation/organisation.ts';
import type { Actor, PresentOfficer } from '../http/actor.ts';
import type { Deps } from '../http/route.ts';
import { hashToken, isToken } from './cookie.ts';
import { findSession, type SessionRow, touchSession } from './session.sql.ts';

const KEEP_MILLISECONDS = 5_000;
const TOUCH_MILLISECONDS = 60_000;
const MOST_KEPT = 5_000;

export type Sessions = {
  readonly findActor: (token: string) => Promise<Actor | undefined>;
  readonly forget: (tokenHash: Buffer) => void;
  readonly forgetAll: () => void;
};

const assignmentsOf = (row: SessionRow): readonly Assignment[] =>
  row.assignments.map((a) => ({
    role: a.role,
    unitId: a.unitId,
    validFrom: a.validFrom,
    ...(a.deskId ? { deskId: a.deskId } : {}),
    ...(a.validTo ? { validTo: a.validTo } : {}),
    ...(a.signingPrefix !== null && a.signingTitle !== null
      ? { signingCapacity: { prefix: a.signingPrefix, title: a.signingTitle } }
      : {}),
  }));

const presentOf = (row: SessionRow): PresentOfficer | undefined =>
  row.presentOfficerId !== null && row.presentUntil !== null
    ? { accountId: row.presentOfficerId, fullName: row.presentOfficerName ?? '', title: row.presentOfficerTitle ?? '', until: row.presentUntil }
    : undefined;

const actorOf = (row: SessionRow, tokenHash: Buffer, provinceId: Actor['provinceId']): Actor => {
  const assignments = assignmentsOf(row);
  const present = presentOf(row);
  const deskId = assignments.find((a) => a.deskId !== undefined)?.deskId;
  return {
    provinceId,
    accountId: row.accountId,
    login: row.login,
    fullName: row.fullName,
    title: row.title,
    mustChangePassword: row.mustChangePassword,
    assignments,
    roles: [...new Set(assignments.map((a) => a.role))],
    ...(deskId ? { deskId } : {}),
    session: {
      tokenHash, csrfToken: row.csrfToken, expiresAt: row.expiresAt, ...(present ? { presentOfficer: present } : {}),
    },
  };
};

export const keepSessions = ({ pool, world, clock, realNow, settings }: Deps): Sessions => {
  const kept = new Map<string, { readonly actor: Actor; readonly at: number; readonly deadAt: number }>();
  const idle = settings.sessionIdleMinutes * 60_000;

  const load = async (tokenHash: Buffer, now: number): Promise<Actor | undefined> => {
    const row = await findSession(pool, world.provinceId, tokenHash, dateOf(clock.businessNow()));
    if (!row || row.expiresAt <= now || row.lastSeenAt + idle <= now) return undefined;
    if (row.lastSeenAt + TOUCH_MILLISECONDS <= now) await touchSession(pool, world.provinceId, tokenHash, now);
    const actor = actorOf(row, tokenHash, world.provinceId);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(tokenHash.toString('hex'), { actor, at: now, deadAt: row.expiresAt });
    return actor;
  };

  return {
    findActor: async (token) => {
      if (!isToken(token)) return undefined;
      const now = realNow();
      const tokenHash = hashToken(token);
      const known = kept.get(tokenHash.toString('hex'));
      if (known && now - known.at < KEEP_MILLISECONDS && now >= known.at && now < known.deadAt) return known.actor;
      kept.delete(tokenHash.toString('hex'));
      return load(tokenHash, now);
    },
    forget: (tokenHash) => {
      kept.delete(tokenHash.toString('hex'));
    },
    forgetAll: () => kept.clear(),
  };
};
