// Giấy xác nhận đã nhận kết quả: printed when the receipt is lost or the receiver cannot sign, and kept with
// the dossier. Who was checked against what, what was declared, and who signed or gave a fingerprint.
// @law NĐ 61/2018/NĐ-CP Đ.20
import type { Dated, HandsPrinted, Letterhead, Moment, PartyLine } from '../kit/parts.ts';

export type ReturnNotePayload = Dated & {
  readonly kind: 'return-note';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly code: string;
  readonly owner: PartyLine;
  readonly procedureName: string;
  readonly returnedAt: Moment;
  readonly receiver: {
    readonly name: string;
    /** As one line; absent where there was no paper at all. */
    readonly identity?: string;
    readonly phone?: string;
    /** 'người được ủy quyền, theo Giấy ủy quyền số 12' */
    readonly relation: string;
  };
  /** Absent when the receipt was handed in. */
  readonly lostReceiptNote?: string;
  /** The receiver cannot sign: read to him, fingerprint, witnesses where there were any. */
  readonly fingerprint?: { readonly witnesses: readonly { readonly name: string; readonly identity: string }[] };
  readonly hands: HandsPrinted;
};
