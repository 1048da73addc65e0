// Reading and sealing the counter's records. Nothing here opens a transaction while it encrypts: IndexedDB would close it.
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { OfflineCommand } from '#wire/offline.wire.ts';
import type { Bytes } from './bytes.ts';
import type { CounterDb, DossierRow, OutboxRow, PaperRow, ScanRow } from './counter-db.ts';
import { openBytes, openJson, sealBytes, sealJson } from './seal.ts';

/** The database with its vault open. */
export type Stored = { readonly db: CounterDb; readonly key: CryptoKey };

export type KeptPaper = { readonly number?: string; readonly payload: Readonly<Record<string, unknown>> & { readonly kind: string; readonly version: string } };
export type DeviceKey = { readonly deviceId: string; readonly token: string };
/** What is sent, what was answered at the counter, and the device it goes by: another's, when it was carried here. */
export type Queued = { readonly command: OfflineCommand; readonly answer: unknown; readonly device: DeviceKey };

const place = { dossier: (id: string) => `dossier ${id}`, paper: (id: string) => `paper ${id}`, scan: (id: string) => `scan ${id}`, outbox: (id: string) => `outbox ${id}`, meta: (key: string) => `meta ${key}` };

/** A dossier is through, with nothing of it left to give back: from then on the retention runs. */
const closedAtOf = ({ closedAt, papersBack }: DossierView): string | undefined =>
  (papersBack?.place === 'on-the-way' || papersBack?.place === 'at-desk' ? undefined : papersBack?.givenAt ?? closedAt);

export const sealDossier = async ({ key }: Stored, view: DossierView): Promise<DossierRow> => ({
  dossierId: view.dossierId, code: view.code, state: view.state, revision: view.revision,
  ...(closedAtOf(view) === undefined ? {} : { closedAt: closedAtOf(view) }),
  sealed: await sealJson(key, place.dossier(view.dossierId), view),
});
export const openDossier = async ({ key }: Stored, row: DossierRow): Promise<DossierView> =>
  (await openJson(key, place.dossier(row.dossierId), row.sealed)) as DossierView;
export const findDossier = async (stored: Stored, dossierId: string): Promise<DossierView | undefined> => {
  const row = await stored.db.dossiers.get(dossierId);
  return row && openDossier(stored, row);
};
export const allDossiers = async (stored: Stored): Promise<readonly DossierView[]> =>
  Promise.all((await stored.db.dossiers.toArray()).map((row) => openDossier(stored, row)));

export const sealPaper = async ({ key }: Stored, row: Omit<PaperRow, 'sealed' | 'printCount' | 'kind'>, paper: KeptPaper): Promise<PaperRow> =>
  ({ ...row, kind: paper.payload.kind, printCount: 0, sealed: await sealJson(key, place.paper(row.paperId), paper) });
export const findPaper = async ({ db, key }: Stored, paperId: string): Promise<(KeptPaper & Pick<PaperRow, 'printCount' | 'dossierId'>) | undefined> => {
  const row = await db.papers.get(paperId);
  return row && { ...(await openJson(key, place.paper(paperId), row.sealed)) as KeptPaper, printCount: row.printCount, dossierId: row.dossierId };
};

export const sealScan = async ({ key }: Stored, scan: Omit<ScanRow, 'sealed' | 'sent' | 'bytes'>, content: Bytes): Promise<ScanRow> =>
  ({ ...scan, bytes: content.length, sent: 0, sealed: await sealBytes(key, place.scan(scan.sha256), content) });
export const openScan = ({ key }: Stored, row: ScanRow): Promise<Bytes> => openBytes(key, place.scan(row.sha256), row.sealed);
/** Stored by content: the same page twice is one. What the disk spoilt, or was let go after it was sent, is there again. */
export const keepScan = async (stored: Stored, scan: Omit<ScanRow, 'sealed' | 'sent' | 'bytes'>, content: Bytes): Promise<void> => {
  const known = await stored.db.scans.get(scan.sha256);
  if (known && (await openScan(stored, known).catch(() => undefined))) return;
  await stored.db.scans.put({ ...await sealScan(stored, scan, content), ...(known ? { sent: known.sent } : {}) });
};

/** Sent while there was a line: only that it is known stays here. */
export const noteSentScan = async ({ db }: Pick<Stored, 'db'>, scan: Omit<ScanRow, 'sealed' | 'sent'>): Promise<void> => {
  if (!(await db.scans.get(scan.sha256))) await db.scans.put({ ...scan, sent: scan.bytes, sealed: new Uint8Array(0) });
};

export const sealQueued = ({ key }: Stored, queued: Queued): Promise<OutboxRow['sealed']> => sealJson(key, place.outbox(queued.command.commandId), queued);
export const openQueued = async ({ key }: Stored, row: OutboxRow): Promise<Queued> =>
  (await openJson(key, place.outbox(row.commandId), row.sealed)) as Queued;

export const keepSecret = async ({ db, key }: Stored, name: string, value: unknown): Promise<void> => {
  await db.meta.put({ key: name, value: await sealJson(key, place.meta(name), value) });
};
export const findSecret = async ({ db, key }: Stored, name: string): Promise<unknown> => {
  const row = await db.meta.get(name);
  return row && openJson(key, place.meta(name), row.value as ScanRow['sealed']);
};

const UNSENT = ['queued', 'sending', 'waiting-for-file'] as const;

/** Not yet done: what retention never touches. */
export const unsent = (db: CounterDb): Promise<OutboxRow[]> => db.outbox.where('state').anyOf(UNSENT).sortBy('seq');

/** State by state: a cursor over all of them steps from key to key. In one transaction, for each moves from one to the next. */
export const unsentKeys = async (db: CounterDb): Promise<readonly number[]> => {
  const keys = await db.transaction('r', db.outbox, () => Promise.all(UNSENT.map((state) => db.outbox.where('state').equals(state).primaryKeys())));
  return keys.flat().filter((seq) => seq !== undefined);
};

/** Whether something of one dossier waits: keys alone, for a day's queue is many sealed envelopes. */
export const isUnsent = async (db: CounterDb, dossierId: string): Promise<boolean> => {
  const about = await db.outbox.where('dossierIds').equals(dossierId).primaryKeys();
  if (about.length === 0) return false;
  const waiting = new Set<number | undefined>(await unsentKeys(db));
  return about.some((seq) => waiting.has(seq));
};

/** What the bar counts. Asked after every act, so without reading what they hold: a day's queue is many sealed envelopes. */
export const waitingIn = async (db: CounterDb): Promise<{ readonly count: number; readonly oldest?: string }> => {
  const seqs = await unsentKeys(db);
  const oldest = seqs.length === 0 ? undefined : await db.outbox.get(seqs.reduce((least, seq) => Math.min(least, seq)));
  return { count: seqs.length, ...(oldest ? { oldest: oldest.madeAt } : {}) };
};
