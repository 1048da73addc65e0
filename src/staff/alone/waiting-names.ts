// What the server does not have yet: dossiers and papers that only this machine can show.
import { openQueued, type Stored, unsentKeys } from '../offline/store.ts';

type About = { readonly dossierIds: readonly string[]; readonly paperId?: string | undefined };

/** What an act is about never changes: each envelope is read once. Watched, it reads the tables before it opens anything. */
export const waitingNames = (stored: Stored): (() => Promise<readonly string[]>) => {
  const { db } = stored;
  const known = new Map<number, About>();
  return async () => {
    const seqs = await unsentKeys(db);
    const added = (await db.outbox.bulkGet(seqs.filter((seq) => !known.has(seq)))).filter((row) => row !== undefined);
    const dossiers = [...seqs.flatMap((seq) => known.get(seq)?.dossierIds ?? []), ...added.flatMap(({ dossierIds }) => dossierIds)];
    const papers = await db.papers.where('dossierId').anyOf(dossiers).primaryKeys();
    for (const row of added) {
      // guidance and refusals have a paper and no dossier
      const alone = row.dossierIds.length === 0 ? await openQueued(stored, row).catch(() => undefined) : undefined;
      if (row.seq !== undefined) known.set(row.seq, { dossierIds: row.dossierIds, paperId: alone?.command.printed?.paperId });
    }
    for (const seq of known.keys()) if (!seqs.includes(seq)) known.delete(seq);
    return [...dossiers, ...papers, ...[...known.values()].flatMap(({ paperId }) => paperId ?? [])];
  };
};
