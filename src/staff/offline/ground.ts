// What an act builds on: a dossier as an act done here left it, which the server may not have taken. The envelope names
// that act, so that the server never takes somebody else's change of the same revision for it.
import type { CounterDb } from './counter-db.ts';
import { unsent } from './store.ts';

export type Ground = { readonly dossierId: string; readonly madeBy?: string };

const groundNow = async (db: CounterDb, dossierIds: readonly string[]): Promise<readonly Ground[]> =>
  (await db.dossiers.bulkGet([...dossierIds])).flatMap((row) => (row ? [{ dossierId: row.dossierId, madeBy: row.madeBy }] : []));

/** Read before the facts are: whatever is written in between is seen when the act is. */
export const groundOf = async (db: CounterDb, dossierIds: readonly string[]): Promise<{ readonly ground: readonly Ground[]; readonly follows: readonly string[] }> => {
  const ground = await groundNow(db, dossierIds);
  // an older release, in this tab before or in another still, notes nobody: the last that waits made it
  const waiting = ground.every(({ madeBy }) => madeBy !== undefined) ? [] : await unsent(db);
  const lastOf = (dossierId: string): string | undefined => waiting.findLast((row) => row.dossierIds.includes(dossierId))?.commandId;
  return { ground, follows: [...new Set(ground.map(({ dossierId, madeBy }) => madeBy ?? lastOf(dossierId)).filter((id) => id !== undefined))] };
};

/** In the transaction of the act. */
export const standsOn = async (db: CounterDb, ground: readonly Ground[]): Promise<boolean> => {
  const now = await groundNow(db, ground.map(({ dossierId }) => dossierId));
  return now.length === ground.length && ground.every(({ madeBy }, i) => now[i]?.madeBy === madeBy);
};
