// Dossiers whose server's view was passed over, or may differ: read anew once nothing of them waits here any more.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { CounterDb } from '../counter-db.ts';
import { isUnsent, sealDossier } from '../store.ts';
import { type Round, type Stop, isStop } from './round.ts';
import { verdictOf } from './verdict.ts';

const STALE = 'stale';

const staleIds = async (db: CounterDb): Promise<readonly string[]> => ((await db.meta.get(STALE))?.value as readonly string[] | undefined) ?? [];

export const noteStale = (db: CounterDb, ids: readonly string[]): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: STALE, value: [...new Set([...await staleIds(db), ...ids])] });
  });

const forget = (db: CounterDb, id: string): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: STALE, value: (await staleIds(db)).filter((one) => one !== id) });
  });

const idsParked = async (db: CounterDb): Promise<ReadonlySet<string>> =>
  new Set((await db.outbox.where('state').equals('refused').toArray()).flatMap((row) => row.dossierIds));

/** Written only if nothing was done here meanwhile. */
export const takeView = async ({ stored }: Pick<Round, 'stored'>, dossierId: string, view: DossierView | undefined): Promise<void> => {
  const { db } = stored;
  const row = view && await sealDossier(stored, view);
  await db.transaction('rw', db.outbox, db.dossiers, async () => {
    if (await isUnsent(db, dossierId)) return;
    await (row ? db.dossiers.put(row) : db.dossiers.delete(dossierId));
  });
};

export const readStale = async (round: Round): Promise<Stop | undefined> => {
  const { stored: { db }, transport } = round;
  for (const id of await staleIds(db)) {
    if (await isUnsent(db, id)) continue;
    const reply = await transport({ method: 'GET', path: `/api/dossiers/${id}`, headers: {} });
    const verdict = verdictOf(reply);
    if (isStop(verdict)) return verdict;
    if (verdict.kind === 'done') await takeView(round, id, verdict.body as DossierView);
    // what is parked here was printed here: its paper is in the citizen's hand, and the office has yet to judge it
    else if (reply?.status === 404 && (await idsParked(db)).has(id)) continue;
    // never received after all, or another desk's
    else if (reply?.status === 404) await takeView(round, id, undefined);
    else continue;
    await forget(db, id);
  }
  return undefined;
};
