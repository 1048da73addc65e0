// A bag as it is counted: what was scanned, what is said not to be in it, what came short or damaged.
import { type CountRefused, countScanned } from '#core/custody/scanned-dossier.ts';
import type { Result } from '#core/kernel/result.ts';
import type { BagLine, BagView, ReceiveBagBody } from '#wire/bags.wire.ts';

export type LineDifference = { readonly lineNo: number; readonly result: 'short' | 'damaged'; readonly arrived: number; readonly note: string };
export type OverFound = ReceiveBagBody['over'][number];
export type BagCountDraft = {
  readonly scanned: readonly string[];
  readonly missing: Readonly<Record<string, string>>;
  readonly differences: Readonly<Record<string, readonly LineDifference[]>>;
  readonly over: readonly OverFound[];
};
export const NOTHING_COUNTED: BagCountDraft = { scanned: [], missing: {}, differences: {}, over: [] };

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> => {
  const { [key]: _, ...rest } = record;
  return rest;
};

export type ScannedIn = { readonly draft: BagCountDraft; readonly line: Pick<BagLine, 'dossierId' | 'code'> };
/** What was said to be missing and is scanned after all is there. */
export const scanIn = (view: Pick<BagView, 'lines'>, draft: BagCountDraft, typed: string): Result<ScannedIn, CountRefused> => {
  const found = countScanned(view.lines, new Set(draft.scanned), typed);
  if (!found.ok) return found;
  const { dossierId, code } = found.value;
  const line = view.lines.find((one) => one.dossierId === dossierId);
  return { ok: true, value: { line: line ?? ({ dossierId, code } as ScannedIn['line']), draft: { ...draft, scanned: [...draft.scanned, dossierId], missing: without(draft.missing, dossierId) } } };
};

export const takeBack = (draft: BagCountDraft, dossierId: string): BagCountDraft =>
  ({ ...draft, scanned: draft.scanned.filter((id) => id !== dossierId), missing: without(draft.missing, dossierId), differences: without(draft.differences, dossierId) });
export const sayMissing = (draft: BagCountDraft, dossierId: string, note: string): BagCountDraft =>
  ({ ...takeBack(draft, dossierId), missing: { ...draft.missing, [dossierId]: note } });
export const sayDifferences = (draft: BagCountDraft, dossierId: string, lines: readonly LineDifference[]): BagCountDraft =>
  ({ ...draft, differences: lines.length === 0 ? without(draft.differences, dossierId) : { ...draft.differences, [dossierId]: lines } });

/** Lines that wait, those not yet seen first: what stands in red. */
export const openLines = ({ lines }: Pick<BagView, 'lines'>): readonly BagLine[] => lines.filter(({ counted }) => counted === undefined);
export const leftOf = (view: Pick<BagView, 'lines'>, draft: BagCountDraft): readonly BagLine[] =>
  openLines(view).filter(({ dossierId }) => !draft.scanned.includes(dossierId) && !(dossierId in draft.missing));

export const bodyOf = (view: Pick<BagView, 'lines'>, draft: BagCountDraft, seal: { readonly broken: boolean; readonly note: string }): ReceiveBagBody => {
  const open = openLines(view).map(({ dossierId }) => dossierId);
  return {
    received: open.filter((id) => draft.scanned.includes(id)),
    missing: open.flatMap((dossierId) => { const note = draft.missing[dossierId]; return note === undefined ? [] : [{ dossierId, note }]; }),
    differences: open.flatMap((dossierId) => (draft.differences[dossierId] ?? []).map((line) => ({ dossierId, ...line }))),
    over: [...draft.over], sealBroken: seal.broken, ...(seal.broken && { sealNote: seal.note.trim() }),
  };
};
