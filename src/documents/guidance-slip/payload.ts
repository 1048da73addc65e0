// Phiếu hướng dẫn: what to bring, cost, time, who decides; or, with `missing`, the one complete
// list of what is still lacking. What is said must be kept.
// @law NĐ 61/2018/NĐ-CP Đ.15, Đ.17.1a
import type { Dated, HandsPrinted, Letterhead, PaperLine, Provable, Replacing } from '../kit/parts.ts';

export type GuidanceFee = {
  readonly kind: 'fee' | 'charge';
  readonly name: string;
  /** '8.000 đồng/bản', 'Miễn phí', 'Chưa có nguồn xác định' */
  readonly amount: string;
  readonly note?: string;
};

export type GuidanceSlipPayload = Dated & Provable & Replacing & {
  readonly kind: 'guidance-slip';
  readonly version: 'v1';
  readonly head: Letterhead;
  /** Absent: printed for anybody from the catalogue. */
  readonly personName?: string;
  readonly procedureName: string;
  readonly procedureCode: string;
  readonly caseName?: string;
  /** What to bring. Lines in `missing` are repeated apart, on top. */
  readonly papers: readonly PaperLine[];
  readonly missing?: readonly (PaperLine & { readonly reason?: string })[];
  readonly fees: readonly GuidanceFee[];
  /** One line a channel: { channel: 'Trực tiếp', limit: '05 ngày làm việc' } */
  readonly limits: readonly { readonly channel: string; readonly limit: string }[];
  readonly agencyName: string;
  readonly outcomes: readonly string[];
  readonly legalGrounds: readonly string[];
  /** Must be present in person, signs the register, not yet known …: whole sentences. */
  readonly remarks: readonly string[];
  readonly desk: { readonly name: string; readonly address: string; readonly phone?: string; readonly hours?: string };
  readonly pageUrl?: string;
  readonly guide?: HandsPrinted;
};
