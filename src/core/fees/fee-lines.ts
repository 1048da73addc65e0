// Fee lines of a dossier from the tariff of its version: quantity × rate, less the exemption granted.
// An amount that no source gives is never guessed: the line is refused until the administrator fills it in.
// @law Luật Phí và lệ phí 97/2015/QH13 Đ.3, Đ.10
import type { UnitId } from '../organisation/organisation.ts';
import type { Channel, FeeItem } from '../procedure/procedure.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { FeeLine } from './fee-line.ts';

export type FeeChoice = {
  readonly feeId: string;
  readonly quantity: number;
  /** The words of one of the item's exemptions. */
  readonly exemption?: string;
};

export type FeeRefused =
  | { readonly kind: 'fee-unknown'; readonly feeId: string }
  | { readonly kind: 'fee-amount-unknown'; readonly feeId: string; readonly name: string }
  | { readonly kind: 'fee-quantity-invalid'; readonly feeId: string; readonly quantity: number }
  | { readonly kind: 'fee-exemption-unknown'; readonly feeId: string; readonly exemption: string };

/** The items of the tariff that apply to a channel. */
export const feeItemsFor = (items: readonly FeeItem[], channel: Channel): readonly FeeItem[] =>
  items.filter((item) => item.channel === undefined || item.channel === channel);

export const feeLines = (
  items: readonly FeeItem[],
  choices: readonly FeeChoice[],
  payeeUnitId: UnitId,
): Result<readonly FeeLine[], FeeRefused> => {
  const lines: FeeLine[] = [];
  for (const { feeId, quantity, exemption } of choices) {
    const item = items.find((candidate) => candidate.feeId === feeId);
    if (!item) return refuse({ kind: 'fee-unknown', feeId });
    if (!Number.isSafeInteger(quantity) || quantity < 0) return refuse({ kind: 'fee-quantity-invalid', feeId, quantity });
    if (exemption !== undefined && !(item.exemptions ?? []).includes(exemption)) {
      return refuse({ kind: 'fee-exemption-unknown', feeId, exemption });
    }
    if (item.amount === undefined) return refuse({ kind: 'fee-amount-unknown', feeId, name: item.name });
    lines.push({
      feeId, kind: item.kind, name: item.name, quantity, unitAmount: item.amount,
      amount: exemption === undefined ? item.amount * quantity : 0,
      exemption, collected: false, payeeUnitId,
    });
  }
  return ok(lines);
};

export type FeeTotals = { readonly fee: number; readonly charge: number; readonly total: number };

/** Phí and lệ phí apart, and together. */
export const feeTotals = (lines: readonly Pick<FeeLine, 'kind' | 'amount'>[]): FeeTotals => {
  let fee = 0;
  let charge = 0;
  for (const line of lines) {
    if (line.kind === 'fee') fee += line.amount;
    else charge += line.amount;
  }
  return { fee, charge, total: fee + charge };
};
