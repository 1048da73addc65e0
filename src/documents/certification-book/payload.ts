// Sổ chứng thực: one for copies, one for signatures and fingerprints, one for contracts. Kept by the year, numbered
// through the year even over several books, no blanks; closed at the year's end with the sum of what was certified.
// @law NĐ 23/2015/NĐ-CP Đ.13; NĐ 280/2025/NĐ-CP
import type { PlainDate } from '#core/kernel/moment.ts';
import type { CertificationBookVersion } from '#core/paper-form/certification-books.ts';
import type { Dated, Letterhead, Moment, SignerPrinted } from '../kit/parts.ts';

export type CertificationLine = {
  readonly number: string;
  readonly certifiedAt: Moment;
  readonly requesterName: string;
  /** Of signatures and contracts: 'CMND 183 456 789'. */
  readonly requesterIdentity?: string;
  readonly paperName: string;
  /** Name and title of who signed the certification; absent: written in by hand. */
  readonly signedBy?: string;
  /** Copies, papers or counterparts. */
  readonly count: number;
  readonly fee: number;
  readonly note?: string;
};

export type CertificationBookPayload = Dated & {
  readonly kind: 'certification-book';
  readonly version: CertificationBookVersion;
  readonly of: 'copies' | 'signatures' | 'contracts';
  readonly head: Letterhead;
  readonly year: number;
  /** '01/2019-SCT/BS' */
  readonly book: string;
  readonly opened: { readonly on: PlainDate; readonly by: SignerPrinted };
  readonly decision?: string;
  readonly lines: readonly CertificationLine[];
  /** Absent: the book is still open, and the print says so. */
  readonly closed?: {
    readonly on: PlainDate; readonly by: SignerPrinted; readonly note?: string;
    /** All that was certified in the year, in the book that ends it. */
    readonly yearCount?: number;
  };
  readonly keeperName?: string;
};
