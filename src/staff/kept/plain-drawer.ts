// The drawer of a machine that is no counter: as it was typed, for whoever may use this machine's account. After the
// retention window it is emptied; an enrolled counter empties it into its own store.
import { OFFLINE_POLICY } from '#core/offline/offline-policy.ts';
import type { LooseDrawer, TypedRow } from './drawer.ts';
import { type DraftRow, type ListRow, type ListsDb, openListsDb, type PlainDb, plainDbOf, type ScanRow } from './plain-db.ts';

const DAY_MILLISECONDS = 24 * 3_600_000;

const ofDraft = (row: DraftRow): TypedRow => ({ kind: 'draft', id: row.draftId, group: row.owner, savedAt: row.savedAt, content: row });
const ofList = (row: ListRow): TypedRow => ({ kind: 'list', id: row.batchId, group: row.owner, savedAt: row.savedAt, content: row });
const ofScan = (row: ScanRow): TypedRow => ({ kind: 'scan', id: row.sha256, group: row.draftId, savedAt: row.savedAt, content: row.blob });
const some = <T>(row: T | undefined, of: (row: T) => TypedRow): TypedRow | undefined => row && of(row);

export const plainDrawerOn = (db: PlainDb, lists: ListsDb): LooseDrawer => ({
  put: (row) => {
    switch (row.kind) {
      case 'draft': return db.drafts.put(row.content as DraftRow);
      case 'list': return lists.lists.put(row.content as ListRow);
      case 'scan': return db.scans.put({ sha256: row.id, draftId: row.group, savedAt: row.savedAt, blob: row.content as Blob });
    }
  },
  find: async (kind, id) => {
    switch (kind) {
      case 'draft': return some(await db.drafts.get(id), ofDraft);
      case 'list': return some(await lists.lists.get(id), ofList);
      case 'scan': return some(await db.scans.get(id), ofScan);
    }
  },
  listOf: async (kind, group) => {
    switch (kind) {
      case 'draft': return (await db.drafts.where('owner').equals(group).toArray()).map(ofDraft);
      case 'list': return (await lists.lists.where('owner').equals(group).toArray()).map(ofList);
      case 'scan': return (await db.scans.where('draftId').equals(group).toArray()).map(ofScan);
    }
  },
  remove: (kind, id) => kind === 'list' ? lists.lists.delete(id) : db.transaction('rw', db.drafts, db.scans, async () => {
    await (kind === 'draft' ? db.drafts : db.scans).delete(id);
    await db.scans.where('draftId').equals(id).delete();
  }),
  all: async () => [
    ...(await db.drafts.toArray()).map(ofDraft), ...(await lists.lists.toArray()).map(ofList), ...(await db.scans.toArray()).map(ofScan),
  ],
  forget: async (rows) => {
    await db.transaction('rw', db.drafts, db.scans, async () => {
      for (const { kind, id, savedAt } of rows) {
        if (kind === 'list') continue;
        const table = kind === 'draft' ? db.drafts : db.scans;
        if ((await table.get(id))?.savedAt === savedAt) await table.delete(id);
      }
    });
    await lists.transaction('rw', lists.lists, async () => {
      for (const { kind, id, savedAt } of rows) if (kind === 'list' && (await lists.lists.get(id))?.savedAt === savedAt) await lists.lists.delete(id);
    });
  },
});

const forgetOld = async (db: PlainDb, lists: ListsDb, before: number): Promise<void> => {
  await db.drafts.where('savedAt').below(before).delete();
  await db.scans.where('savedAt').below(before).delete();
  await lists.lists.filter((row) => row.savedAt < before).delete();
};

const drawers = new Map<string, LooseDrawer>();
export const plainDrawer = (world: string): LooseDrawer => {
  const known = drawers.get(world);
  if (known) return known;
  const [db, lists] = [plainDbOf(world), openListsDb(world)];
  const drawer = plainDrawerOn(db, lists);
  drawers.set(world, drawer);
  void forgetOld(db, lists, Date.now() - OFFLINE_POLICY.retentionDays * DAY_MILLISECONDS).catch(() => undefined);
  return drawer;
};
