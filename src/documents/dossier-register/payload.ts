// Sổ theo dõi hồ sơ: Mẫu 06 of 2018, Mẫu 07 of 2025. One a year, opened and closed by the head, numbered
// through the year even over several books; pages numbered, no blanks.
// @law TT 01/2018/TT-VPCP Đ.10, Mẫu số 06; TT 03/2025/TT-VPCP Mẫu số 07
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Dated, Letterhead, Moment, ReturnPlace, SignerPrinted } from '../kit/parts.ts';

export type RegisterLine = {
  /** Số thứ tự of the year: '0412'. */
  readonly order: string;
  readonly code: string;
  readonly procedureName: string;
  readonly setCount: number;
  /** Person or organisation. */
  readonly ownerName: string;
  readonly address: string;
  readonly phone?: string;
  readonly agencyName: string;
  readonly receivedAt: Moment;
  readonly dueAt?: Moment;
  /** Ngày chuyển hồ sơ đến cơ quan giải quyết. */
  readonly forwardedAt?: Moment;
  /** Ngày nhận kết quả từ cơ quan giải quyết. */
  readonly outcomeReceivedAt?: Moment;
  readonly returnedAt?: Moment;
  readonly returnBy?: ReturnPlace['kind'];
  /** Ký nhận: who signed, where the signature stands on another paper. */
  readonly signedBy?: string;
  /** Withdrawn, stopped, superseded, a number left out by an offline counter … */
  readonly note?: string;
};

export type DossierRegisterPayload = Dated & {
  readonly kind: 'dossier-register';
  readonly version: 'v2018' | 'v2025';
  readonly head: Letterhead;
  readonly year: number;
  /** '01/2019' */
  readonly book: string;
  readonly opened: { readonly on: PlainDate; readonly by: SignerPrinted };
  readonly lines: readonly RegisterLine[];
  /** Absent: the book is still open, and the print says so. */
  readonly closed?: { readonly on: PlainDate; readonly by: SignerPrinted; readonly note?: string };
  /** Who keeps the book. */
  readonly keeperName?: string;
};
