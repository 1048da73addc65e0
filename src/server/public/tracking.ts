// Opens a dossier to whoever has the code and the digits, or the whole number. Wrong guesses are counted per code and per
// caller, for codes that exist and codes that do not, so that an answer never tells which half was wrong.
import type { Parties } from '#core/people/person.ts';
import type { TrackedDossier } from '#public/track-answer.ts';
import { countWrongGuess, findLock } from '../http/guess-limit.ts';
import type { Deps } from '../http/route.ts';
import type { PublicFacts } from './public-facts.ts';
import { openingDigits, trackedDossierOf } from './tracked-dossier.ts';
import { findParties, findTracked } from './tracking.sql.ts';

export type Tracked<By = true> =
  | { readonly kind: 'found'; readonly dossierId: string; readonly dossier: TrackedDossier; readonly by: By }
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

/** As it stands now, for whoever has opened it before. */
export const readTracked = async (deps: Deps, facts: PublicFacts, code: string): Promise<{ readonly dossierId: string; readonly dossier: TrackedDossier } | undefined> => {
  const row = await findTracked(deps.pool, deps.world.provinceId, code);
  return row && { dossierId: row.dossierId, dossier: trackedDossierOf(row, await facts.calendar(), deps.clock.businessNow()) };
};

/** `opens` says by what of the people in it, or not at all. */
export const openDossier = <By>(
  deps: Deps, facts: PublicFacts, caller: string, code: string, opens: (parties: Parties) => By | undefined,
): Promise<Tracked<By>> =>
  inTurn(`${deps.world.name} caller ${caller}`, () => inTurn(`${deps.world.name} code ${code}`, async () => {
    const subjects = [['track-code', code], ['track-caller', caller]] as const;
    const lock = await findLock(deps, subjects);
    if (lock) return lock;
    const parties = await findParties(deps.pool, deps.world.provinceId, code);
    const by = parties && opens(parties);
    const tracked = by === undefined ? undefined : await readTracked(deps, facts, code);
    if (by !== undefined && tracked) return { kind: 'found', ...tracked, by };
    for (const [kind, subject] of subjects) await countWrongGuess(deps, kind, subject);
    return { kind: 'wrong' };
  }));

export const track = (deps: Deps, facts: PublicFacts, caller: string, code: string, digits: string): Promise<Tracked> =>
  openDossier(deps, facts, caller, code, (parties) => (openingDigits(parties).includes(digits) ? true : undefined));
