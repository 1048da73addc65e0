// Drafts and their scans as the reception screens keep them, in whichever drawer this machine has.
import { drawerOf } from '../../kept/drawer-at-hand.ts';
import { plainDbOf } from '../../kept/plain-db.ts';
import { readDraftRow } from './draft-shape.ts';
import { makeShelf, type DraftRow, type DraftShelf } from './draft-shelf.ts';
import type { FolderHandle } from './scanner-folder.ts';

const shelves = new Map<string, DraftShelf>();
export const shelfOf = (world: string): DraftShelf => {
  const known = shelves.get(world);
  if (known) return known;
  const shelf = makeShelf(
    {
      put: (row) => drawerOf(world).put({ kind: 'draft', id: row.draftId, group: row.owner, savedAt: row.savedAt, content: row }),
      delete: (draftId) => drawerOf(world).remove('draft', draftId),
      listOf: async (owner) =>
        (await drawerOf(world).listOf('draft', owner)).map((row) => readDraftRow(row.content)).filter((row): row is DraftRow => row !== undefined),
    },
    Date.now,
  );
  shelves.set(world, shelf);
  return shelf;
};

export type ScanOfWork = { readonly sha256: string; readonly draftId: string; readonly blob: Blob };
/** Scans wait here until the server has them. */
export const keepScan = (world: string, { sha256, draftId, blob }: ScanOfWork): Promise<unknown> =>
  drawerOf(world).put({ kind: 'scan', id: sha256, group: draftId, savedAt: Date.now(), content: blob });
export const findScan = async (world: string, sha256: string): Promise<Blob | undefined> =>
  (await drawerOf(world).find('scan', sha256))?.content as Blob | undefined;

export const keepFolder = (world: string, handle: FolderHandle) => plainDbOf(world).folders.put({ use: 'scanner', handle });
export const findFolder = async (world: string): Promise<FolderHandle | undefined> =>
  (await plainDbOf(world).folders.get('scanner'))?.handle;

/** A page taken for one client is never offered for the next. */
export const keepTaken = (world: string, key: string) => plainDbOf(world).taken.put({ key, takenAt: Date.now() });
export const isTaken = async (world: string, key: string): Promise<boolean> => (await plainDbOf(world).taken.get(key)) !== undefined;
