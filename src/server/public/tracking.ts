// Opens a dossier to whoever has the code and the digits. Wrong guesses are counted per code and per
// caller, for codes that exist and codes that do not, so that an answer never tells which half was wrong.
import type { TrackedDossier } from '#public/track-answer.ts';
import { countWrongGuess, findLock } from '../http/guess-limit.ts';
import type { Deps } from '../http/route.ts';
import type { PublicFacts } from './public-facts.ts';
import { openingDigits, trackedDossierOf } from './tracked-dossier.ts';
import { findParties, findTracked } from './tracking.sql.ts';

export type Tracked =
  | { readonly kind: 'found'; readonly dossier: TrackedDossier }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number };

/** One guess at a code, and by a caller, after the other: a hundred sent at once cannot all slip in before the first is counted. */
const waiting = new Map<string, Promise<unknown>>();

const inTurn = async <T>(subject: string, work: () => Promise<T>): Promise<T> => {
  const before = waiting.get(subject) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  waiting.set(subject, settled);
  try {
    return await mine;
  } finally {
    if (waiting.get(subject) === settled) waiting.delete(subject);
  }
};

export const track = (deps: Deps, facts: PublicFacts, caller: string, code: string, digits: string): Promise<Tracked> =>
  inTurn(`${deps.world.name} caller ${caller}`, () => inTurn(`${deps.world.name} code ${code}`, async () => {
    const subjects = [['track-code', code], ['track-caller', caller]] as const;
    const lock = await findLock(deps, subjects);
    if (lock) return lock;
    const parties = await findParties(deps.pool, deps.world.provinceId, code);
    const row = parties && openingDigits(parties).includes(digits) ? await findTracked(deps.pool, deps.world.provinceId, code) : undefined;
    if (row) {
      return { kind: 'found', dossier: trackedDossierOf(row, await facts.calendar(), deps.clock.businessNow()) };
    }
    for (const [kind, subject] of subjects) await countWrongGuess(deps, kind, subject);
    return { kind: 'wrong' };
  }));
