// Personal data leaves with the retention window; what waits to be sent, or is parked, never does.
import { momentFromEpoch, momentToEpoch, type Moment } from '#core/kernel/moment.ts';
import type { CounterDb } from '../counter-db.ts';

const DAY_MILLISECONDS = 24 * 3_600_000;

/** What the server has as well. */
export const retainSent = (db: CounterDb, now: Moment, retentionDays: number): Promise<void> => {
  const before = momentFromEpoch(momentToEpoch(now) - retentionDays * DAY_MILLISECONDS);
  return db.transaction('rw', [db.dossiers, db.papers, db.scans, db.outbox], async () => {
    const kept = await db.outbox.where('state').notEqual('done').toArray();
    const scans = new Set(kept.flatMap((row) => row.scans));
    const about = new Set(kept.flatMap((row) => row.dossierIds));
    const made = new Set(kept.map((row) => row.madeAt));
    await db.outbox.filter((row) => row.state === 'done' && (row.settledAt ?? row.madeAt) < before).delete();
    await db.dossiers.filter((row) => row.closedAt !== undefined && row.closedAt < before && !about.has(row.dossierId)).delete();
    const dossiers = new Set(await db.dossiers.toCollection().primaryKeys());
    // of no dossier: guidance, a label and its record stay with their act, which has their time
    await db.papers.filter((row) => row.issuedAt < before && !made.has(row.issuedAt) && (row.dossierId === undefined || !dossiers.has(row.dossierId))).delete();
    // a scan that the server has whole is read from there; that it is known stays as long as somebody may name it
    await db.scans.filter((row) => !scans.has(row.sha256) && row.storedAt < before).delete();
    await db.scans.filter((row) => !scans.has(row.sha256) && row.sent >= row.bytes).modify((row: { sealed: Uint8Array }) => { row.sealed = new Uint8Array(0); });
  });
};

/** A clock that was wrong when something was typed must not make it old at once: what is old is looked at again some days later. */
const DOUBT_DAYS = 3;

const retainTyped = async ({ typed }: CounterDb, machineNow: number, retentionDays: number): Promise<void> => {
  await typed.where('savedAt').below(machineNow - retentionDays * DAY_MILLISECONDS).modify((row, found) => {
    // found by a clock that was ahead it was not found yet
    if (row.oldSince === undefined || row.oldSince > machineNow) row.oldSince = machineNow;
    if (row.oldSince <= machineNow - DOUBT_DAYS * DAY_MILLISECONDS) delete (found as { value?: unknown }).value;
  });
};

/** `now`: business time; what is typed bears the machine's. */
export const retain = async (db: CounterDb, now: Moment, machineNow: number, retentionDays: number): Promise<void> => {
  await retainTyped(db, machineNow, retentionDays);
  await retainSent(db, now, retentionDays);
};

/** A machine that has nothing left to tell forgets everybody. False: something waits, also what another tab wrote just now. */
export const wipe = (db: CounterDb): Promise<boolean> =>
  db.transaction('rw', db.tables, async () => {
    if (await db.outbox.where('state').notEqual('done').count() > 0) return false;
    for (const table of db.tables) await table.clear();
    return true;
  });
