// The browser's own database: survives reload, crash and power cut. One per world.
import { Dexie, type EntityTable } from 'dexie';
import type { FolderHandle } from './scanner-folder.ts';
import { type DraftRow, makeShelf, type DraftShelf } from './draft-shelf.ts';

export type ScanRow = { readonly sha256: string; readonly draftId: string; readonly blob: Blob };
type FolderRow = { readonly use: 'scanner'; readonly handle: FolderHandle };
type TakenRow = { readonly key: string; readonly takenAt: number };
type DraftDb = Dexie & {
  drafts: EntityTable<DraftRow, 'draftId'>;
  scans: EntityTable<ScanRow, 'sha256'>;
  folders: EntityTable<FolderRow, 'use'>;
  taken: EntityTable<TakenRow, 'key'>;
};

const open = new Map<string, DraftDb>();
const dbOf = (world: string): DraftDb => {
  const known = open.get(world);
  if (known) return known;
  const db = new Dexie(`motcua-${world}`, { chromeTransactionDurability: 'strict' }) as DraftDb; // on the disk, not only on its way: the power may go
  db.version(1).stores({ drafts: '&draftId, owner', scans: '&sha256, draftId' });
  db.version(2).stores({ folders: '&use', taken: '&key' });
  open.set(world, db);
  return db;
};

const shelves = new Map<string, DraftShelf>();
export const shelfOf = (world: string): DraftShelf => {
  const known = shelves.get(world);
  if (known) return known;
  const db = dbOf(world);
  const shelf = makeShelf(
    {
      put: (row) => db.drafts.put(row),
      delete: (draftId) =>
        db.transaction('rw', db.drafts, db.scans, async () => {
          await db.drafts.delete(draftId);
          await db.scans.where('draftId').equals(draftId).delete();
        }),
      listOf: (owner) => db.drafts.where('owner').equals(owner).toArray(),
    },
    Date.now,
  );
  shelves.set(world, shelf);
  return shelf;
};

/** Scans wait here until the server has them. */
export const keepScan = (world: string, row: ScanRow) => dbOf(world).scans.put(row);
export const findScan = async (world: string, sha256: string): Promise<Blob | undefined> =>
  (await dbOf(world).scans.get(sha256))?.blob;

export const keepFolder = (world: string, handle: FolderHandle) => dbOf(world).folders.put({ use: 'scanner', handle });
export const findFolder = async (world: string): Promise<FolderHandle | undefined> =>
  (await dbOf(world).folders.get('scanner'))?.handle;

/** A page taken for one client is never offered for the next. */
export const keepTaken = (world: string, key: string) => dbOf(world).taken.put({ key, takenAt: Date.now() });
export const isTaken = async (world: string, key: string): Promise<boolean> => (await dbOf(world).taken.get(key)) !== undefined;
