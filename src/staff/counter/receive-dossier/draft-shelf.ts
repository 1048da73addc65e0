// Drafts are kept at every change. A draft that was sent or thrown away stays gone, even if a save of
// it was still on its way: what belonged to one client never comes back under the next.
import { DRAFT_SHAPE } from './draft-shape.ts';
import { isTouched, type ReceiveDraft } from './draft.ts';

export type DraftRow = {
  readonly draftId: string;
  readonly owner: string;
  readonly current: 0 | 1;
  readonly savedAt: number;
  /** Which release's shape it has. */
  readonly shape: number;
  readonly draft: ReceiveDraft;
};
export type DraftTable = {
  readonly put: (row: DraftRow) => Promise<unknown>;
  readonly delete: (draftId: string) => Promise<unknown>;
  readonly listOf: (owner: string) => Promise<readonly DraftRow[]>;
};

export type DraftShelf = {
  readonly save: (draft: ReceiveDraft) => Promise<void>;
  /** Put aside: another client is served meanwhile. */
  readonly shelve: (draft: ReceiveDraft) => Promise<void>;
  /** Sent once and come back to be put right: it is worked on again. */
  readonly takeUp: (draft: ReceiveDraft) => Promise<void>;
  readonly drop: (draftId: string) => Promise<void>;
  readonly current: (owner: string) => Promise<ReceiveDraft | undefined>;
  readonly shelved: (owner: string) => Promise<readonly DraftRow[]>;
};

export const makeShelf = (table: DraftTable, now: () => number): DraftShelf => {
  const gone = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run.then(() => undefined);
  };
  // a slow disk is not asked for what a later key has changed already
  const newest = new Map<string, ReceiveDraft>();
  const put = (draft: ReceiveDraft, current: 0 | 1) => {
    newest.set(draft.draftId, draft);
    return inTurn(async () => {
      if (gone.has(draft.draftId) || newest.get(draft.draftId) !== draft) return;
      await table.put({ draftId: draft.draftId, owner: draft.owner, current, savedAt: now(), shape: DRAFT_SHAPE, draft });
    });
  };
  return {
    save: (draft) => (isTouched(draft) ? put(draft, 1) : Promise.resolve()),
    shelve: (draft) => put(draft, 0),
    takeUp: (draft) => {
      gone.delete(draft.draftId);
      return put(draft, 1);
    },
    drop: (draftId) => {
      gone.add(draftId);
      return inTurn(() => table.delete(draftId));
    },
    current: async (owner) => {
      await last;
      return [...(await table.listOf(owner))].filter((r) => r.current === 1).sort((a, b) => b.savedAt - a.savedAt)[0]?.draft;
    },
    shelved: async (owner) => {
      await last;
      return [...(await table.listOf(owner))].filter((r) => r.current === 0).sort((a, b) => b.savedAt - a.savedAt);
    },
  };
};
