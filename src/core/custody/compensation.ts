// What the post pays when it is at fault: all that issuing anew costs, and for what was lost or damaged at least so many
// times its postage, the refund included; for transit time missed, the postage back. Nothing without a posting slip.
// @law QĐ 45/2016/QĐ-TTg Đ.14; NĐ 47/2011/NĐ-CP
import { addDays, type PlainDate } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import { type CompensationRow, type PostalRules, rowOn } from '../transit/postal-rules.ts';
import type { CaseKind } from './change.ts';

/** A dossier that the case is about, with the proof of its posting. */
export type Posted = { readonly dossierId: string; readonly code: string; readonly itemNumber?: string | undefined; readonly postage?: number | undefined };

export const COMPENSATION_KINDS = ['loss', 'late', 'reissue-cost'] as const;
/** Amounts in đồng. */
export type CompensationLine = {
  readonly kind: (typeof COMPENSATION_KINDS)[number];
  readonly dossierId?: string;
  readonly code?: string;
  readonly itemNumber?: string;
  readonly postage?: number;
  readonly amount: number;
};
export type Compensation = { readonly lines: readonly CompensationLine[]; readonly payBy: PlainDate; readonly rulesVersion: number; readonly unproved: readonly string[] };

export type CompensationRefused = { readonly kind: 'compensation-below-least'; readonly code: string; readonly least: number } | { readonly kind: 'compensation-unproved'; readonly code: string };

/** What the case costs the post for each posting; other kinds cost it nothing but the issuing anew. */
export const lossOf = (kind: CaseKind): 'loss' | 'late' | undefined => {
  switch (kind) {
    case 'short': case 'damaged': case 'bag-lost': case 'not-in-stock': case 'denied': return 'loss';
    case 'late': return 'late';
    case 'wrong-agency': case 'not-taken': case 'over': case 'seal-broken': return undefined;
  }
};

const leastOf = (kind: 'loss' | 'late', postage: number, { lossTimes, lateTimes }: CompensationRow): number => postage * (kind === 'loss' ? lossTimes : lateTimes);

export const leastCompensation = (kind: CaseKind, postage: number, rules: PostalRules, on: PlainDate): number => {
  const [row, loss] = [rowOn(rules.compensation, on), lossOf(kind)];
  return row && loss ? leastOf(loss, postage, row) : 0;
};

/** The last day to pay what a minute of this day makes due. */
export const payBy = (rules: PostalRules, on: PlainDate): PlainDate => addDays(on, rowOn(rules.compensation, on)?.payWithin ?? 0);

/** `agreed`: more than the least, by dossier. */
export const compensationFor = (
  kind: CaseKind, posted: readonly Posted[], { agreed, reissueCost }: { readonly agreed: ReadonlyMap<string, number>; readonly reissueCost: number }, rules: PostalRules, on: PlainDate,
): Result<Compensation, CompensationRefused> => {
  const [row, loss] = [rowOn(rules.compensation, on), lossOf(kind)];
  const lines: CompensationLine[] = [];
  const unproved: string[] = [];
  for (const { dossierId, code, itemNumber, postage } of row && loss ? posted : []) {
    const more = agreed.get(dossierId);
    if (itemNumber === undefined || postage === undefined) {
      if (more !== undefined) return refuse({ kind: 'compensation-unproved', code });
      unproved.push(code);
    } else {
      const least = row && loss ? leastOf(loss, postage, row) : 0;
      if (more !== undefined && more < least) return refuse({ kind: 'compensation-below-least', code, least });
      if (loss && (more ?? least) > 0) lines.push({ kind: loss, dossierId, code, itemNumber, postage, amount: more ?? least });
    }
  }
  if (reissueCost > 0) lines.push({ kind: 'reissue-cost', amount: reissueCost });
  return ok({ lines, unproved, payBy: payBy(rules, on), rulesVersion: rules.version });
};
