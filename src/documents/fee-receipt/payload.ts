// Biên lai thu phí, lệ phí: the agency's receipt, written by it or by the post under a written delegation,
// in two copies: one kept, one for who paid.
// @law TT 303/2016/TT-BTC (Mẫu 01BLP2-001)
import type { FeeKind } from '#core/procedure/procedure.ts';
import type { Dated } from '../kit/parts.ts';

export type FeeReceiptPayload = Dated & {
  readonly kind: 'fee-receipt';
  readonly version: 'v2016';
  /** Đơn vị thu phí, lệ phí: the agency, also where the post writes the receipt. */
  readonly collectorUnit: string;
  readonly taxCode?: string;
  readonly address?: string;
  readonly place: string;
  /** Mẫu số: '01BLP2-001'. */
  readonly formNumber: string;
  /** Ký hiệu: 'AA-19P'. */
  readonly symbol: string;
  /** Seven digits. */
  readonly number: string;
  readonly payer: { readonly name: string; readonly address: string };
  /** Phí and lệ phí by their names, amounts in đồng. */
  readonly lines: readonly { readonly kind: FeeKind; readonly name: string; readonly amount: number }[];
  readonly paidBy: 'cash' | 'transfer' | 'online';
  readonly dossierCode?: string;
  readonly collectorName: string;
  /** Under a delegation: 'Bưu điện tỉnh Hà Tĩnh', and the paper that delegates. */
  readonly delegate?: { readonly unitName: string; readonly document: string };
};
