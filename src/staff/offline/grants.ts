// Who may act here without a line, and what she proves it with. An officer who confirms beside the clerk opens her
// secret by her PIN; five wrong ones close it until she is granted anew.
import type { offlineGrant } from '#wire/offline.wire.ts';
import type { z } from 'zod';
import type { Moment } from '#core/kernel/moment.ts';
import type { Granted } from './acting.ts';
import type { CounterDb } from './counter-db.ts';
import { type Bytes, fromBase64Url, proverOf, toBase64Url } from './bytes.ts';
import { openJson, sealJson } from './seal.ts';
import type { Stored } from './store.ts';
import { ROUNDS, unwrapByPassphrase, wrapByPassphrase } from './wrap.ts';

type Grant = z.output<typeof offlineGrant>;
type PinLock = { readonly salt: string; readonly rounds: number; readonly wrapped: string };
type Kept = Omit<Granted, 'prove'> & { readonly secret?: string; readonly locked?: PinLock };

const MOST_WRONG_PINS = 5;
const place = (accountId: string): string => `grant ${accountId}`;

const lockBy = async (pin: string, secret: string, rounds: number): Promise<PinLock> => {
  const wrap = await wrapByPassphrase(fromBase64Url(secret), pin, rounds);
  return { salt: toBase64Url(wrap.salt), rounds, wrapped: toBase64Url(wrap.wrapped) };
};
const openLock = ({ salt, rounds, wrapped }: PinLock, pin: string): Promise<Bytes | undefined> =>
  unwrapByPassphrase({ kind: 'passphrase', salt: fromBase64Url(salt), rounds, wrapped: fromBase64Url(wrapped) }, pin);

/** With a PIN: the officer's; without: of whoever sits here. */
export const keepGrant = async ({ db, key }: Stored, { secret, ...grant }: Grant, pin?: string, rounds = ROUNDS): Promise<Granted> => {
  const person = grant as Omit<Granted, 'prove'>;
  const kept: Kept = { ...person, ...(pin === undefined ? { secret } : { locked: await lockBy(pin, secret, rounds) }) };
  await db.grants.put({
    accountId: grant.accountId, grantId: grant.grantId, validUntil: grant.validUntil, wrongPins: 0, byPin: pin !== undefined,
    sealed: await sealJson(key, place(grant.accountId), kept),
  });
  return { ...person, prove: await proverOf(fromBase64Url(secret)) };
};

const findKept = async ({ db, key }: Stored, accountId: string): Promise<Kept | undefined> => {
  const row = await db.grants.get(accountId);
  return row && (await openJson(key, place(accountId), row.sealed)) as Kept;
};

export const findGrant = async (stored: Stored, accountId: string): Promise<Granted | undefined> => {
  const kept = await findKept(stored, accountId);
  if (kept?.secret === undefined) return undefined;
  const { secret, ...person } = kept;
  return { ...person, prove: await proverOf(fromBase64Url(secret)) };
};

export type ByPin = { readonly kind: 'verified'; readonly officer: Granted } | { readonly kind: 'wrong' } | { readonly kind: 'locked' } | { readonly kind: 'not-granted' };

/** Officers who can confirm here without a line. */
export const grantedOfficers = async (db: CounterDb, now: Moment): Promise<ReadonlySet<string>> =>
  new Set((await db.grants.filter((row) => row.byPin && row.validUntil > now).toArray()).map((row) => row.accountId));

/** Counted before it is tried, so that pulling the plug gives no further guess. */
export const openOfficer = async (stored: Stored, accountId: string, pin: string): Promise<ByPin> => {
  const { db } = stored;
  const kept = await findKept(stored, accountId);
  if (!kept?.locked) return { kind: 'not-granted' };
  const wrongs = await db.transaction('rw', db.grants, async () => {
    const row = await db.grants.get(accountId);
    const before = row?.wrongPins ?? MOST_WRONG_PINS;
    if (before < MOST_WRONG_PINS) await db.grants.update(accountId, { wrongPins: before + 1 });
    return before;
  });
  if (wrongs >= MOST_WRONG_PINS) return { kind: 'locked' };
  const secret = await openLock(kept.locked, pin);
  if (!secret) return { kind: 'wrong' };
  await db.grants.update(accountId, { wrongPins: 0 });
  const { locked: _locked, ...person } = kept;
  return { kind: 'verified', officer: { ...person, prove: await proverOf(secret) } };
};
