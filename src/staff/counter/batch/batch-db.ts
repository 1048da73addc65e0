// A list of thirty is an hour of typing: it survives reload, crash and power cut on this machine.
import { drawerOf } from '../../kept/drawer-at-hand.ts';
import type { ReceiveDraft } from '../receive-dossier/draft.ts';
import { readList } from './batch-shape.ts';
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

// in the order of the keys: a list that is done is never written again by a save on its way
let last: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<unknown>): void => {
  last = last.then(work).catch(() => undefined);
};

export const keepList = (world: string, draft: BatchDraft): void =>
  inTurn(() => drawerOf(world).put({ kind: 'list', id: draft.batchId, group: draft.owner, savedAt: draft.savedAt, content: draft }));
export const dropList = (world: string, batchId: string): void => inTurn(() => drawerOf(world).remove('list', batchId));
export const leftLists = async (world: string, owner: string): Promise<readonly BatchDraft[]> => {
  await last;
  const lists = (await drawerOf(world).listOf('list', owner)).map((row) => readList(row.content)).filter((list): list is BatchDraft => list !== undefined);
  return lists.sort((a, b) => b.savedAt - a.savedAt);
};
