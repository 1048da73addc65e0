// The browser's own databases of an ordinary machine: they survive reload, crash and power cut. One pair per world.
import { Dexie, type EntityTable } from 'dexie';

export type DraftRow = { readonly draftId: string; readonly owner: string; readonly savedAt: number };
export type ListRow = { readonly batchId: string; readonly owner: string; readonly savedAt: number };
export type ScanRow = { readonly sha256: string; readonly draftId: string; readonly savedAt: number; readonly blob: Blob };
type FolderRow = { readonly use: 'scanner'; readonly handle: FileSystemDirectoryHandle };
type TakenRow = { readonly key: string; readonly takenAt: number };

export type PlainDb = Dexie & {
  drafts: EntityTable<DraftRow, 'draftId'>;
  scans: EntityTable<ScanRow, 'sha256'>;
  folders: EntityTable<FolderRow, 'use'>;
  taken: EntityTable<TakenRow, 'key'>;
};
export type ListsDb = Dexie & { lists: EntityTable<ListRow, 'batchId'> };

// on the disk, not only on its way: the power may go
const STRICT = { chromeTransactionDurability: 'strict' } as const;

export const openPlainDb = (world: string): PlainDb => {
  const db = new Dexie(`motcua-${world}`, STRICT) as PlainDb;
  db.version(1).stores({ drafts: '&draftId, owner', scans: '&sha256, draftId' });
  db.version(2).stores({ folders: '&use', taken: '&key' });
  // a scan of before has the time of its first opening here: from then on its days are counted
  db.version(3).stores({ scans: '&sha256, draftId, savedAt', drafts: '&draftId, owner, savedAt' }).upgrade((trans) =>
    trans.table<ScanRow>('scans').toCollection().modify((scan: { savedAt?: number }) => { scan.savedAt ??= Date.now(); }));
  return db;
};
export const openListsDb = (world: string): ListsDb => {
  const db = new Dexie(`motcua-lists-${world}`, STRICT) as ListsDb;
  db.version(1).stores({ lists: '&batchId, owner' });
  return db;
};

const open = new Map<string, PlainDb>();
export const plainDbOf = (world: string): PlainDb => {
  const db = open.get(world) ?? openPlainDb(world);
  open.set(world, db);
  return db;
};
