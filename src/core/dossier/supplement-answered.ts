// A supplement is answered when everything on the one list has come; what comes in part is kept, and the clock waits on.
// @law NĐ 61/2018/NĐ-CP Đ.19.4
import { foldVietnamese } from '../kernel/fold.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { SupplementItem } from './ask-supplement.ts';

export type StillMissing = { readonly kind: 'still-missing'; readonly names: readonly string[] };

export type AnswerGiven = {
  /** False: the rest is still waited for. */
  readonly complete: boolean;
  /** Why the dossier is complete although something on the list did not come. */
  readonly withoutReason?: string;
};

/** Papers of the list that have not come; a line that asks for no copies asks to change something, which no count can tell. */
export const stillMissing = (items: readonly SupplementItem[], given: readonly { readonly name: string }[]): readonly string[] => {
  const here = new Set(given.map((paper) => foldVietnamese(paper.name)));
  return items.filter((item) => item.original + item.certifiedCopy + item.plainCopy > 0 && !here.has(foldVietnamese(item.name))).map((item) => item.name);
};

export const checkAnswered = (
  answer: AnswerGiven, items: readonly SupplementItem[], given: readonly { readonly name: string }[],
): Result<boolean, StillMissing> => {
  if (!answer.complete) return ok(false);
  const names = stillMissing(items, given);
  return names.length > 0 && answer.withoutReason === undefined ? refuse({ kind: 'still-missing', names }) : ok(true);
};
