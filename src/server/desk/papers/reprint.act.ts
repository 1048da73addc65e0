// Every copy after the first is logged: who, where, when, why.
import { ok } from '#core/kernel/result.ts';
import type { ReprintedAnswer } from '#wire/papers.wire.ts';
import type { Act } from '../../acts/act.ts';
import type { Reader } from '../../reading/reader.sql.ts';
import { type LockedPaper, lockPaper, savePrint } from './papers.sql.ts';

export type ReprintCall = { readonly paperId: string; readonly reason?: string; readonly reader: Reader };

export const reprintAct = (): Act<ReprintCall, LockedPaper, LockedPaper, never, ReprintedAnswer> => ({
  name: 'reprint-paper',
  load: (db, { provinceId }, { reader, paperId }) => lockPaper(db, provinceId, reader, paperId),
  decide: (_call, paper) => ok(paper),
  save: async (db, { provinceId, now }, { reason, reader }, paper) => {
    const printCount = Math.max(1, paper.printCount) + 1;
    await savePrint(db, provinceId, paper.paperId, printCount);
    const desk = reader.deskIds.find((deskId) => deskId === paper.deskId);
    return {
      answer: { paperId: paper.paperId, printCount, at: now },
      chain: desk === undefined ? `unit:${paper.agencyRootUnitId ?? ''}` : `desk:${desk}`,
      journal: [{
        act: 'reprint-paper', dossierId: paper.dossierId ?? undefined,
        data: { paperId: paper.paperId, kind: paper.kind, number: paper.number ?? undefined, printCount, reason },
      }],
      outbox: [],
    };
  },
});
