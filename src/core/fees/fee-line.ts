// One line of money on a dossier; phí and lệ phí stay two kinds from tariff to receipt.
// @law Luật Phí và lệ phí 97/2015/QH13 Đ.3
import type { UnitId } from '../organisation/organisation.ts';
import type { FeeKind } from '../procedure/procedure.ts';

export type FeeLine = {
  readonly feeId: string;
  readonly kind: FeeKind;
  readonly name: string;
  readonly quantity: number;
  readonly unitAmount: number; // đồng
  readonly amount: number; // đồng, after exemption
  readonly exemption?: string;
  readonly collected: boolean;
  readonly payeeUnitId: UnitId;
};

export const totalOf = (fees: readonly Pick<FeeLine, 'amount'>[]): number => fees.reduce((sum, line) => sum + line.amount, 0);
