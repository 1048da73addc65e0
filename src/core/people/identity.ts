// Identity papers are read, not judged: the law says who may decide without them. Twelve digits are
// province (3), century and sex (1), year (2), six free: there is no check digit, so what disagrees is a
// warning and never a refusal. The nine-digit card was valid in 2019 and is void since 2025.
// @law NĐ 137/2015/NĐ-CP Đ.13; TT 07/2016/TT-BCA Đ.7; Luật Căn cước 26/2023/QH15 Đ.46
import type { PlainDate } from '../kernel/moment.ts';
import { PROVINCE_CODES } from './province-codes.ts';
import type { IdentityPaper, Person } from './person.ts';

export const OLD_CARD_VOID_FROM = '2025-01-01' as PlainDate;
export const CARD_2024_FROM = '2024-07-01' as PlainDate;

export type PersonalNumber = {
  readonly provinceCode: string;
  /** False for births registered abroad, which have numbers of their own, and for slips of the pen. */
  readonly isProvinceKnown: boolean;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
};

/** Undefined when it is not twelve digits. */
export const parsePersonalNumber = (number: string): PersonalNumber | undefined => {
  if (!/^\d{12}$/.test(number)) return undefined;
  const provinceCode = number.slice(0, 3);
  const century = Number(number[3]);
  return {
    provinceCode,
    isProvinceKnown: PROVINCE_CODES.has(provinceCode),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  };
};

export type IdentityError =
  | 'identity-number-missing'
  | 'identity-12-digits'
  | 'identity-9-digits'
  | 'identity-reason-missing'
  | 'identity-passport-shape'
  | 'identity-issued-in-future';

export type IdentityWarning =
  | 'identity-province-unknown'
  | 'identity-sex-differs'
  | 'identity-birth-year-differs'
  | 'identity-birth-year-in-future'
  | 'identity-card-not-yet-issued'
  | 'identity-card-void';

const TWELVE: ReadonlySet<IdentityPaper['kind']> = new Set(['identity-card-2024', 'citizen-card', 'personal-number', 'electronic-identity', 'identity-certificate']);

export const identityErrors = (paper: IdentityPaper, onDate: PlainDate): readonly IdentityError[] => {
  const errors: IdentityError[] = [];
  const number = paper.number.trim();
  const reasoned = (paper.reason ?? '').trim() !== '';
  if (paper.kind === 'none') {
    if (!reasoned) errors.push('identity-reason-missing');
  } else if (number === '') {
    // Another paper with a photo may have no number.
    if (paper.kind !== 'other-photo-paper') errors.push('identity-number-missing');
  } else if (TWELVE.has(paper.kind)) {
    if (!/^\d{12}$/.test(number)) errors.push('identity-12-digits');
  } else if (paper.kind === 'old-identity-card') {
    // Late cards of some provinces already had twelve digits.
    if (!/^(\d{9}|\d{12})$/.test(number)) errors.push('identity-9-digits');
  } else if (paper.kind === 'passport' && !/^[A-Z0-9]{6,9}$/i.test(number)) {
    errors.push('identity-passport-shape');
  }
  if (paper.kind === 'other-photo-paper' && !reasoned) errors.push('identity-reason-missing');
  if (paper.kind === 'old-identity-card' && onDate >= OLD_CARD_VOID_FROM && !reasoned) errors.push('identity-reason-missing');
  if (paper.issuedOn !== undefined && paper.issuedOn > onDate) errors.push('identity-issued-in-future');
  return errors;
};

export const identityWarnings = (person: Pick<Person, 'identity' | 'birthDate' | 'sex'>, onDate: PlainDate): readonly IdentityWarning[] => {
  const { identity } = person;
  const warnings: IdentityWarning[] = [];
  if (identity.kind === 'old-identity-card' && onDate >= OLD_CARD_VOID_FROM) warnings.push('identity-card-void');
  if (identity.kind === 'identity-card-2024' && onDate < CARD_2024_FROM) warnings.push('identity-card-not-yet-issued');
  const parsed = parsePersonalNumber(identity.number.trim());
  if (!parsed || identity.kind === 'passport' || identity.kind === 'other-photo-paper') return warnings;
  if (!parsed.isProvinceKnown) warnings.push('identity-province-unknown');
  if (person.sex !== undefined && person.sex !== parsed.sex) warnings.push('identity-sex-differs');
  const year = birthYearOf(person.birthDate);
  if (year !== undefined && year !== parsed.birthYear) warnings.push('identity-birth-year-differs');
  if (parsed.birthYear > Number(onDate.slice(0, 4))) warnings.push('identity-birth-year-in-future');
  return warnings;
};

/** The year of a birth date as written: '1987', '05/1987', '12/05/1987' or '1987-05-12'. */
export const birthYearOf = (written: string | undefined): number | undefined => {
  const found = /(?:^|\D)((?:18|19|20|21)\d{2})(?:\D|$)/.exec((written ?? '').trim());
  return found ? Number(found[1]) : undefined;
};
