// Biên bản kiểm kê hồ sơ đang giữ: what the ledger had at a place, what was found there, what was not, and what lay
// there against the ledger. No person's affair stands on it: things are named by their dossier's code.
// @law QĐ 45/2016/QĐ-TTg Đ.14
import type { Dated, Letterhead, Moment } from '../kit/parts.ts';

export type StockCountPayload = Dated & {
  readonly kind: 'stock-count-record';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly number: string;
  readonly placeName: string;
  readonly startedAt: Moment;
  readonly countedBy: { readonly name: string; readonly title?: string };
  readonly witnessName?: string;
  /** By kind of thing; `found` counts what the ledger had here. */
  readonly sums: readonly { readonly what: string; readonly expected: number; readonly found: number; readonly missing: number; readonly unexpected: number }[];
  readonly missing: readonly { readonly code: string; readonly what: string; readonly since: Moment; readonly note: string }[];
  /** Here, and elsewhere by the ledger until now. */
  readonly unexpected: readonly { readonly code: string; readonly what: string; readonly before: string }[];
  /** Scanned here, and not this place's to write down. */
  readonly strays: readonly { readonly scanned: string; readonly note?: string }[];
  /** Until when each thing that was not found is to be settled. */
  readonly settleBy?: string;
};
