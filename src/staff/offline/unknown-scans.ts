// Scans named by a command that do not lie on this machine.
import type { CounterDb } from './counter-db.ts';

export const unknownScans = async (db: CounterDb, scans: readonly string[]): Promise<readonly string[]> => {
  const known = new Set(await db.scans.where('sha256').anyOf([...scans]).primaryKeys());
  return scans.filter((sha256) => !known.has(sha256));
};
