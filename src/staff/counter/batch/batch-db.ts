// A list of thirty is an hour of typing: it survives reload, crash and power cut on this machine.
import { Dexie, type EntityTable } from 'dexie';
import type { ReceiveDraft } from '../receive-dossier/draft.ts';
import type { BatchRow } from './batch-rows.ts';

export type BatchDraft = {
  readonly batchId: string;
  readonly owner: string;
  readonly savedAt: number;
  readonly procedureName: string;
  readonly common: ReceiveDraft;
  readonly own: readonly string[];
  readonly rows: readonly BatchRow[];
};
type BatchDb = Dexie & { lists: EntityTable<BatchDraft, 'batchId'> };

const open = new Map<string, BatchDb>();
const dbOf = (world: string): BatchDb => {
  const known = open.get(world);
  if (known) return known;
  const db = new Dexie(`motcua-lists-${world}`, { chromeTransactionDurability: 'strict' }) as BatchDb;
  db.version(1).stores({ lists: '&batchId, owner' });
  open.set(world, db);
  return db;
};

// in the order of the keys: a list that is done is never written again by a save on its way
let last: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<unknown>): void => {
  last = last.then(work).catch(() => undefined);
};

export const keepList = (world: string, draft: BatchDraft): void => inTurn(() => dbOf(world).lists.put(draft));
export const dropList = (world: string, batchId: string): void => inTurn(() => dbOf(world).lists.delete(batchId));
export const leftLists = async (world: string, owner: string): Promise<readonly BatchDraft[]> => {
  await last;
  return (await dbOf(world).lists.where('owner').equals(owner).toArray()).sort((a, b) => b.savedAt - a.savedAt);
};
