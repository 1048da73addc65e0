// Scans named by a command that do not lie on this machine.
import type { CounterDb } from './counter-db.ts';

export const unknownScans = async (db: CounterDb, scans: readonly string[]): Promise<readonly string[]> => {
  // counted one by one: a cursor over several goes to the browser's own process for each, and brings the sheets with it
  const found = await Promise.all(scans.map((sha256) => db.scans.where('sha256').equals(sha256).count()));
  return scans.filter((_, i) => found[i] === 0);
};
