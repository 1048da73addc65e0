// Bảng kê: one person brings many dossiers, each with its own code, owner and due moment.
// @law NĐ 61/2018/NĐ-CP Đ.17.3 (one dossier, one code)
import type { Dated, HandsPrinted, Letterhead, Moment, PartyLine, Provable, ReturnPlace } from '../kit/parts.ts';

export type BatchLine = {
  readonly code: string;
  readonly ownerName: string;
  readonly procedureName: string;
  readonly paperCount: number;
  readonly dueAt?: Moment;
  readonly representation?: string;
};

export type BatchListPayload = Dated & Provable & {
  readonly kind: 'batch-list';
  readonly version: 'v1';
  readonly head: Letterhead;
  readonly number: string;
  readonly applicant: PartyLine;
  readonly receivedAt: Moment;
  readonly lines: readonly BatchLine[];
  readonly returnPlace: ReturnPlace;
  /** Where the codes are looked up: 'http://host/tra-cuu'. */
  readonly trackingUrl: string;
  readonly hands: HandsPrinted;
};
