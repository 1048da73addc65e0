// After sending: numbers are filled up, what changed of the reference is fetched, and the desk's dossiers follow.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import { changesAnswer, leaseAnswer, referenceAnswer, referenceManifest } from '#wire/offline.wire.ts';
import type { CounterDb } from '../counter-db.ts';
import { setClock } from '../counter-clock.ts';
import { keepLeases } from '../lease-hand.ts';
import { sealPart } from '../reference.ts';
import { isUnsent, waitingIn } from '../store.ts';
import { CURSOR, ETAG, POLICY, VIEWS } from '../meta-keys.ts';
import { type Round, type Stop, askServer, deviceHeader, isStop, tellServer } from './round.ts';
import { noteStale, takeView } from './stale.ts';
import { verdictOf } from './verdict.ts';

const MOST_KEYS = 100;

/** The business clock runs with the machine's from what the server said last. */
export const fillUpLeases = async (round: Round): Promise<Stop | undefined> => {
  const { stored: { db }, ports, device } = round;
  const { count, oldest } = await waitingIn(db);
  const held = (await db.leases.toArray()).map(({ leaseId, next }) => ({ leaseId, next }));
  const verdict = await tellServer(round, '/api/desk/offline/leases', {
    held, pending: count, ...(oldest === undefined ? {} : { oldestPendingAt: oldest }),
  }, device);
  if (verdict.kind !== 'done') return isStop(verdict) ? verdict : { kind: 'wait' };
  const { leases, policy, businessNow } = leaseAnswer.parse(verdict.body);
  await keepLeases(db, leases);
  await db.meta.put({ key: POLICY, value: policy });
  await setClock(db, businessNow, ports.machineNow());
  return undefined;
};

export const refreshReference = async (round: Round): Promise<Stop | undefined> => {
  const { stored, transport, device } = round;
  const { db } = stored;
  const known = (await db.meta.get(ETAG))?.value as string | undefined;
  const reply = await transport({
    method: 'GET', path: '/api/desk/offline/reference', headers: { ...deviceHeader(device), ...(known === undefined ? {} : { 'if-none-match': known }) },
  });
  if (reply?.status === 304) return undefined;
  const verdict = verdictOf(reply);
  if (verdict.kind !== 'done') return isStop(verdict) ? verdict : { kind: 'wait' };
  const { parts } = referenceManifest.parse(verdict.body);
  const versions = new Map((await db.reference.toArray()).map((row) => [row.key, row.version]));
  const wanted = parts.filter((part) => versions.get(part.key) !== part.version).map((part) => part.key);
  for (let from = 0; from < wanted.length; from += MOST_KEYS) {
    const fetched = await tellServer(round, '/api/desk/offline/reference', { keys: wanted.slice(from, from + MOST_KEYS) }, device);
    if (fetched.kind !== 'done') return isStop(fetched) ? fetched : { kind: 'wait' };
    const rows = await Promise.all(referenceAnswer.parse(fetched.body).parts.map((part) => sealPart(stored, part)));
    await db.reference.bulkPut(rows);
  }
  const still = new Set(parts.map((part) => part.key));
  await db.transaction('rw', db.reference, db.meta, async () => {
    await db.reference.bulkDelete([...versions.keys()].filter((key) => !still.has(key)));
    await db.meta.put({ key: ETAG, value: reply?.headers['etag'] });
  });
  return undefined;
};

/** Raised when a view says more than before: what was stored under another edition is read whole once more. */
const EDITION = 2;

const beginAnewIfOld = (db: CounterDb): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    if ((await db.meta.get(VIEWS))?.value === EDITION) return;
    await db.meta.delete(CURSOR);
    await db.meta.put({ key: VIEWS, value: EDITION });
  });

/** What was done here and is not sent yet is not overwritten; it is read anew afterwards. */
export const followChanges = async (round: Round): Promise<Stop | undefined> => {
  const { db } = round.stored;
  await beginAnewIfOld(db);
  for (;;) {
    const cursor = (await db.meta.get(CURSOR))?.value as string | undefined;
    const verdict = await askServer(round, `/api/desk/offline/changes${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`);
    if (verdict.kind !== 'done') return isStop(verdict) ? verdict : { kind: 'wait' };
    const { changes, cursor: next, more } = changesAnswer.parse(verdict.body);
    for (const change of changes) {
      if (await isUnsent(db, change.dossierId)) await noteStale(db, [change.dossierId]);
      else await takeView(round, change.dossierId, change.view as DossierView | undefined);
    }
    await db.meta.put({ key: CURSOR, value: next });
    if (!more) return undefined;
  }
};
