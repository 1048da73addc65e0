// Applicant (người nộp) and owner (chủ hồ sơ) are two fields, always.
// Names are kept exactly as written on the paper, NFC; nothing is corrected by itself.
// @law NĐ 61/2018/NĐ-CP Đ.17; QĐ 45/2016/QĐ-TTg Đ.6
import type { PlainDate } from '../kernel/moment.ts';

export type IdentityKind =
  | 'identity-card-2024' // Thẻ căn cước
  | 'citizen-card' // CCCD, 12 digits
  | 'old-identity-card' // CMND, 9 digits
  | 'personal-number' // a child: number without card
  | 'passport'
  | 'identity-certificate'
  | 'electronic-identity' // VNeID level 2
  | 'other-photo-paper'
  | 'none';

export type IdentityPaper = {
  readonly kind: IdentityKind;
  readonly number: string;
  readonly issuedOn?: PlainDate;
  readonly issuedBy?: string;
  /** Why another paper (or none) was accepted: required for 'other-photo-paper' and 'none'. */
  readonly reason?: string;
};

export type Address = {
  /** Thôn, số nhà, đường: free text. */
  readonly line: string;
  readonly communeName: string;
  readonly districtName?: string;
  readonly provinceName: string;
};

export type Person = {
  readonly fullName: string;
  readonly birthDate?: string; // as written: may be a year only
  readonly sex?: 'male' | 'female';
  readonly identity: IdentityPaper;
  readonly phone?: string;
  readonly email?: string;
  readonly address: Address;
  /** Present when the party is an organisation; fullName is then its representative. */
  readonly organisationName?: string;
};

export type Representation = {
  /** Quan hệ with the owner, or the organisation's letter. */
  readonly relation: string;
  /** 'family' needs no notarised authorisation for civil status (TT 04/2020) */
  readonly kind: 'family' | 'authorisation' | 'introduction-letter' | 'legal-representative';
  readonly paperNumber?: string;
  readonly paperDate?: PlainDate;
};

/** Who came to the counter and whose dossier it is. */
export type Parties = {
  readonly applicant: Person;
  /** Absent when the applicant is the owner. */
  readonly owner?: Person;
  readonly representation?: Representation;
};

/** As much of the parties as tells who may stand for them: all that goes along to a door. */
type NamedPerson = Pick<Person, 'fullName'> & { readonly identity: Pick<IdentityPaper, 'kind' | 'number'> };
export type NamedParties = { readonly applicant: NamedPerson; readonly owner?: NamedPerson };
