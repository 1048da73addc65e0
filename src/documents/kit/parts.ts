// What several papers have in common, as plain data: a payload holds everything the paper says,
// so that an old paper prints again as it was, whatever has changed since.
import type { Moment } from '#core/kernel/moment.ts';
import type { FeeKind } from '#core/procedure/procedure.ts';

/** Left block of the heading and the place in '…, ngày … tháng … năm …'. */
export type Letterhead = {
  /** Cơ quan cấp trên: 'Ủy ban nhân dân xã Kỳ Bắc'. Printed in capitals, not bold. */
  readonly superiorAgency?: string;
  /** Whose paper it is: 'Bộ phận Tiếp nhận và Trả kết quả'. Printed in capitals, bold, with the rule under it. */
  readonly agency: string;
  /** The desk or centre as named in the body. */
  readonly deskName: string;
  /** Địa danh: 'Kỳ Bắc'. */
  readonly place: string;
};

/** Who it is, and where to be found. */
export type PersonLine = {
  readonly name: string;
  /** Present when it is an organisation; `name` is then its representative. */
  readonly organisationName?: string;
  readonly address: string;
  readonly phone?: string;
};

export type PartyLine = PersonLine & {
  readonly email?: string;
  /** As one line: 'CMND số 183 456 789, cấp ngày 12/03/2010, nơi cấp: Công an tỉnh Hà Tĩnh'. */
  readonly identity?: string;
};

/** A unit and who acts for it, as one of two sides. */
export type SidePrinted = {
  readonly unitName: string;
  readonly address?: string;
  readonly personName?: string;
  readonly personTitle?: string;
};

/** One line of papers: how many of each form. */
export type PaperLine = {
  readonly name: string;
  readonly original: number;
  readonly certifiedCopy: number;
  readonly plainCopy: number;
  /** Looked at and given back. */
  readonly shownOnly?: boolean;
  readonly note?: string;
};

/** Phí and lệ phí stay apart; amounts in đồng. */
export type FeeLinePrinted = {
  readonly kind: FeeKind;
  readonly name: string;
  readonly amount: number;
  readonly exemption?: string;
  readonly collected: boolean;
};

export type ReturnPlace = {
  readonly kind: 'at-desk' | 'home-delivery' | 'online';
  /** Name of the desk, of the receiver at home, or of the portal. */
  readonly name: string;
  readonly address: string;
  readonly phone?: string;
};

/** What a citizen types or scans to follow the dossier. */
export type Tracking = {
  readonly code: string;
  /** 'http://host/q/000.18.60.H27-191118-0001' */
  readonly url: string;
  /** Where the paper is proved: 'http://host/x/'. Its proof is added when it is printed; papers of before have none. */
  readonly verify?: string;
  /** The ministry's code is not there yet. */
  readonly provisional?: boolean;
};

/** Of a paper whose QR would lead elsewhere if it did not prove the paper. */
export type Provable = {
  /** 'http://host/x/'; papers of before have none. */
  readonly verify?: string;
  /** The whole address, known when it is printed. */
  readonly proofUrl?: string;
};

/** Receiver always; assistant where a postal clerk prepared what an officer received. */
export type HandsPrinted = {
  readonly receiverName: string;
  readonly receiverTitle?: string;
  readonly assistantName?: string;
  readonly assistantTitle?: string;
};

/** Who signs for an agency, as it stands above the signature. */
export type SignerPrinted = {
  /** 'TM.', 'KT.', 'TL.', 'TUQ.' or nothing. */
  readonly prefix: string;
  /** Lines under each other: 'CHỦ TỊCH\nPHÓ CHỦ TỊCH'. */
  readonly title: string;
  readonly name: string;
};

/** Printed anew under the same number before the first reached the register. */
export type Replacing = { readonly supersedes?: { readonly number: string; readonly issuedAt: Moment; readonly reason: string } };

export type Dated = { readonly issuedAt: Moment };
export type { Moment };
