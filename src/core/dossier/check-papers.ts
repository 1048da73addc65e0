// What was laid on the counter against the checklist of the case: names come from the catalogue, papers the
// checklist does not know keep the clerk's words, and what is missing is listed once and completely.
// @law NĐ 61/2018/NĐ-CP Đ.17.1; QĐ 45/2016/QĐ-TTg Đ.6.3
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type MissingPaper, missingPapers } from '../procedure/missing-papers.ts';
import type { PaperForm, ProcedureCase } from '../procedure/procedure.ts';
import type { PaperReceived, Sha256 } from './dossier.ts';

export type PaperGiven = {
  readonly itemId: string;
  /** For a paper that the checklist does not know. */
  readonly name?: string;
  readonly form: PaperForm;
  readonly count: number;
  readonly shownOnly: boolean;
  readonly scans: readonly Sha256[];
};

export type PapersRefused =
  | { readonly kind: 'papers-missing'; readonly papers: readonly MissingPaper[] }
  | { readonly kind: 'paper-unnamed'; readonly itemId: string };

/** Names only; the supplement round has no checklist to be complete against. */
export const namePapers = (
  checklist: ProcedureCase['checklist'], given: readonly PaperGiven[],
): Result<readonly PaperReceived[], PapersRefused> => {
  const named: PaperReceived[] = [];
  for (const paper of given) {
    const item = checklist.find((candidate) => candidate.itemId === paper.itemId);
    const name = item?.name ?? paper.name;
    if (name === undefined) return refuse({ kind: 'paper-unnamed', itemId: paper.itemId });
    named.push({
      itemId: paper.itemId, name, form: paper.form, count: paper.count,
      shownOnly: item?.shownOnly === true || paper.shownOnly, scans: paper.scans,
    });
  }
  return ok(named);
};

export const checkPapers = (
  procedureCase: Pick<ProcedureCase, 'checklist'>, given: readonly PaperGiven[],
): Result<readonly PaperReceived[], PapersRefused> => {
  const papers = missingPapers(procedureCase, given);
  return papers.length > 0 ? refuse({ kind: 'papers-missing', papers }) : namePapers(procedureCase.checklist, given);
};

/** Every scan that a command names: each must have been stored from this desk. */
export const scansOf = (given: readonly { readonly scans: readonly Sha256[] }[]): readonly Sha256[] =>
  [...new Set(given.flatMap((paper) => paper.scans))];

/** Things that stay with the dossier: what was only shown is not counted. */
export const paperCountOf = (papers: readonly Pick<PaperReceived, 'count' | 'shownOnly' | 'form'>[]): number =>
  papers.reduce((sum, paper) => (paper.shownOnly || paper.form === 'e-copy' ? sum : sum + paper.count), 0);
