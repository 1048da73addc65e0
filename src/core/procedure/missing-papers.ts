// What is still missing is asked once and completely: every paper of the case that is required and short,
// by form. A better form stands for a weaker one: an original for a certified copy, that for a plain copy.
// @law NĐ 61/2018/NĐ-CP Đ.17.1; NĐ 118/2025/NĐ-CP Đ.17
import type { ChecklistItem, PaperForm, ProcedureCase } from './procedure.ts';

export type PaperCounted = { readonly itemId: string; readonly form: PaperForm; readonly count: number; readonly shownOnly?: boolean };

export type MissingPaper = {
  readonly itemId: string;
  readonly name: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly plainCopy: number;
  /** To be shown and taken back. */
  readonly shownOnly: boolean;
};

const shortOf = (item: ChecklistItem, received: readonly PaperCounted[]): MissingPaper | undefined => {
  const mine = received.filter((paper) => paper.itemId === item.itemId);
  const count = (form: PaperForm): number => mine.filter((paper) => paper.form === form).reduce((sum, paper) => sum + paper.count, 0);
  const named = { itemId: item.itemId, name: item.name, shownOnly: item.shownOnly === true };
  const originalsHad = count('original');
  if (item.shownOnly) {
    return mine.some((paper) => paper.count > 0) ? undefined : { ...named, original: Math.max(1, item.original), certifiedCopy: 0, plainCopy: 0 };
  }
  // An e-copy taken from a data base replaces any paper form (NĐ 118/2025).
  const electronic = count('e-copy');
  const spareOriginals = Math.max(0, originalsHad - item.original);
  const certifiedHad = count('certified-copy') + spareOriginals;
  const spareCertified = Math.max(0, certifiedHad - item.certifiedCopy);
  const plainHad = count('plain-copy') + spareCertified;
  const missing = {
    original: Math.max(0, item.original - originalsHad),
    certifiedCopy: Math.max(0, item.certifiedCopy - certifiedHad),
    plainCopy: Math.max(0, item.plainCopy - plainHad),
  };
  const asked = item.original + item.certifiedCopy + item.plainCopy;
  if (electronic > 0) return undefined;
  // A required paper whose source gives no count: any one paper will do.
  if (asked === 0) return mine.some((paper) => paper.count > 0) ? undefined : { ...named, original: 1, certifiedCopy: 0, plainCopy: 0 };
  return missing.original + missing.certifiedCopy + missing.plainCopy === 0 ? undefined : { ...named, ...missing };
};

export const missingPapers = (
  procedureCase: Pick<ProcedureCase, 'checklist'>,
  received: readonly PaperCounted[],
): readonly MissingPaper[] =>
  procedureCase.checklist.filter((item) => item.required).flatMap((item) => shortOf(item, received) ?? []);
