// Guesses of a secret are counted before they are judged, so that a hundred at once are a hundred.
// After the free ones each further wrong guess locks its subject for twice as long.
import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { clearGuesses, countGuess, findLatestLock } from './guess-limit.sql.ts';

export type GuessPolicy = {
  /** Wrong guesses before the first lock. */
  readonly free: number;
  readonly firstLockSeconds: number;
  readonly longestLockSeconds: number;
  /** Quiet time after which the count begins anew. */
  readonly forgetSeconds: number;
};

export const GUESS_POLICIES = {
  // by name and address: whoever types another's name elsewhere does not keep him from his work
  'sign-in': { free: 5, firstLockSeconds: 60, longestLockSeconds: 3_600, forgetSeconds: 86_400 },
  // by name alone, from everywhere
  'sign-in-anywhere': { free: 50, firstLockSeconds: 60, longestLockSeconds: 900, forgetSeconds: 86_400 },
  pin: { free: 5, firstLockSeconds: 60, longestLockSeconds: 3_600, forgetSeconds: 86_400 },
  'enrolment-code': { free: 5, firstLockSeconds: 60, longestLockSeconds: 3_600, forgetSeconds: 86_400 },
  'track-code': { free: 5, firstLockSeconds: 600, longestLockSeconds: 21_600, forgetSeconds: 86_400 },
  // a whole post office may stand behind one address
  'track-caller': { free: 20, firstLockSeconds: 600, longestLockSeconds: 3_600, forgetSeconds: 3_600 },
} as const satisfies Record<string, GuessPolicy>;
export type GuessKind = keyof typeof GUESS_POLICIES;

export type Locked = { readonly kind: 'locked'; readonly retryAfterSeconds: number };
export type Guess = Locked | { readonly kind: 'allowed'; readonly clear: () => Promise<void> };

export type GuessDeps = {
  readonly pool: Pool;
  readonly world: { readonly provinceId: number };
  readonly realNow: () => number;
  readonly secrets: { readonly guessKey: Buffer };
};

const WHO_BYTES = 16;
const hmacOf = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** 'who' or 'who\nwhere': the first half of the hash is that of who alone, so that all places of one can be found. */
export const hashSubject = (key: Buffer, kind: GuessKind, subject: string): Buffer => {
  const [who = ''] = subject.split('\n');
  return Buffer.concat([whoHash(key, kind, who), hmacOf(key, `${kind}:${subject}`).subarray(WHO_BYTES)]);
};
export const whoHash = (key: Buffer, kind: GuessKind, who: string): Buffer => hmacOf(key, `${kind}:${who}`).subarray(0, WHO_BYTES);

const lockedUntil = (until: number, now: number): Locked =>
  ({ kind: 'locked', retryAfterSeconds: Math.max(1, Math.ceil((until - now) / 1000)) });

/** Counts the guess first; `clear` forgets the subject's wrong ones when it was right. */
export const guess = async (deps: GuessDeps, kind: GuessKind, subject: string): Promise<Guess> => {
  const { provinceId } = deps.world;
  const now = deps.realNow();
  const hash = hashSubject(deps.secrets.guessKey, kind, subject);
  const counted = await countGuess(deps.pool, provinceId, hash, now, GUESS_POLICIES[kind]);
  if (counted.lockedUntil !== undefined) return lockedUntil(counted.lockedUntil, now);
  return { kind: 'allowed', clear: () => clearGuesses(deps.pool, provinceId, hash) };
};

/** For readers who are nearly always right: a right answer writes nothing, only a wrong one is counted. */
export const findLock = async (
  deps: GuessDeps, subjects: readonly (readonly [GuessKind, string])[],
): Promise<Locked | undefined> => {
  const now = deps.realNow();
  const hashes = subjects.map(([kind, subject]) => hashSubject(deps.secrets.guessKey, kind, subject));
  const until = await findLatestLock(deps.pool, deps.world.provinceId, hashes);
  return until !== undefined && until > now ? lockedUntil(until, now) : undefined;
};

export const countWrongGuess = async (deps: GuessDeps, kind: GuessKind, subject: string): Promise<void> => {
  await countGuess(deps.pool, deps.world.provinceId, hashSubject(deps.secrets.guessKey, kind, subject), deps.realNow(), GUESS_POLICIES[kind]);
};

/** Of several subjects: the first that is locked ends it, and what is locked nowhere is counted for all. */
export const guessAll = async (deps: GuessDeps, subjects: readonly (readonly [GuessKind, string])[]): Promise<Guess> => {
  const clears: (() => Promise<void>)[] = [];
  for (const [kind, subject] of subjects) {
    const one = await guess(deps, kind, subject);
    if (one.kind === 'locked') return one;
    clears.push(one.clear);
  }
  return { kind: 'allowed', clear: async () => { for (const clear of clears) await clear(); } };
};

/** 'sau 2 phút', for a person. */
export const waitInWords = (seconds: number): string => {
  if (seconds < 60) return `sau ${seconds} giây`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `sau ${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? `sau ${hours} giờ` : `sau ${hours} giờ ${rest} phút`;
};
