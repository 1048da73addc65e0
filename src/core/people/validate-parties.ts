// Who came and whose dossier it is: errors stop the act at their field, warnings are shown and the officer
// decides. Nothing is corrected by itself: where two papers differ both are kept as written.
// @law NĐ 61/2018/NĐ-CP Đ.17; NĐ 118/2025/NĐ-CP; TT 04/2020/TT-BTP Đ.2
import type { FieldError, FieldWarning } from '../kernel/field-error.ts';
import { foldVietnamese } from '../kernel/fold.ts';
import { parseDate } from '../kernel/parse-date.ts';
import type { PlainDate } from '../kernel/moment.ts';
import { birthYearOf, identityErrors, identityWarnings } from './identity.ts';
import { checkPhone } from './phone.ts';
import type { Address, Parties, Person } from './person.ts';

export type PartiesFindings = {
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldWarning[];
};

export const validateParties = (parties: Parties, onDate: PlainDate): PartiesFindings => {
  const errors: FieldError[] = personErrors(parties.applicant, 'applicant', onDate);
  const warnings: FieldWarning[] = personWarnings(parties.applicant, 'applicant', onDate);
  if (parties.owner) {
    errors.push(...personErrors(parties.owner, 'owner', onDate));
    warnings.push(...personWarnings(parties.owner, 'owner', onDate));
    warnings.push(...samePersonWarnings(parties.applicant, parties.owner));
    if (!parties.representation && !isSameNumber(parties.applicant, parties.owner)) {
      errors.push({ path: 'representation', code: 'representation-missing' });
    }
  }
  const { representation } = parties;
  if (representation) {
    if (representation.relation.trim() === '') errors.push({ path: 'representation.relation', code: 'required' });
    const needsPaper = representation.kind === 'authorisation' || representation.kind === 'introduction-letter';
    if (needsPaper && representation.paperDate === undefined && (representation.paperNumber ?? '').trim() === '') {
      warnings.push({ path: 'representation.paperNumber', code: 'authorisation-paper-unnamed' });
    }
    if (representation.paperDate !== undefined && representation.paperDate > onDate) {
      errors.push({ path: 'representation.paperDate', code: 'date-in-future' });
    }
  }
  return { errors, warnings };
};

/** Names are kept as on the paper; only their code points are brought to one form, blanks to one. */
export const tidyName = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim();

const personErrors = (person: Person, path: string, onDate: PlainDate): FieldError[] => {
  const errors: FieldError[] = [];
  const name = tidyName(person.fullName);
  if (name === '') errors.push({ path: `${path}.fullName`, code: 'required' });
  else if (!/^[\p{L}\p{M}][\p{L}\p{M}\s.'’-]*$/u.test(name)) errors.push({ path: `${path}.fullName`, code: 'name-letters' });
  if (person.birthDate !== undefined && person.birthDate.trim() !== '') {
    const year = birthYearOf(person.birthDate);
    if (year === undefined) errors.push({ path: `${path}.birthDate`, code: 'birth-date-shape' });
    else if (year > Number(onDate.slice(0, 4))) errors.push({ path: `${path}.birthDate`, code: 'date-in-future' });
  }
  for (const code of identityErrors(person.identity, onDate)) {
    const field = code === 'identity-reason-missing' ? 'reason' : code === 'identity-issued-in-future' ? 'issuedOn' : 'number';
    errors.push({ path: `${path}.identity.${field}`, code });
  }
  const phone = checkPhone(person.phone, onDate);
  if (phone.error) errors.push({ path: `${path}.phone`, code: phone.error });
  if (person.email !== undefined && person.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email.trim())) {
    errors.push({ path: `${path}.email`, code: 'email-shape' });
  }
  errors.push(...addressErrors(person.address, `${path}.address`));
  return errors;
};

const addressErrors = (address: Address, path: string): readonly FieldError[] =>
  (['communeName', 'provinceName'] as const)
    .filter((field) => address[field].trim() === '')
    .map((field) => ({ path: `${path}.${field}`, code: 'required' }));

const personWarnings = (person: Person, path: string, onDate: PlainDate): FieldWarning[] => {
  const warnings: FieldWarning[] = identityWarnings(person, onDate).map((code) => ({ path: `${path}.identity.number`, code }));
  const phone = checkPhone(person.phone, onDate);
  if (phone.warning) {
    warnings.push({ path: `${path}.phone`, code: phone.warning, params: phone.now === undefined ? undefined : { now: phone.now } });
  }
  return warnings;
};

const isSameNumber = (a: Person, b: Person): boolean =>
  a.identity.number.trim() !== '' && a.identity.number.trim() === b.identity.number.trim();

/** One number, two spellings: a correction procedure may be needed, and the officer says so. */
const samePersonWarnings = (applicant: Person, owner: Person): readonly FieldWarning[] => {
  if (!isSameNumber(applicant, owner)) return [];
  return differingFields(applicant, owner).map((code) => ({ path: code === 'name-differs' ? 'owner.fullName' : 'owner.birthDate', code }));
};

export type AsWritten = { readonly fullName: string; readonly birthDate?: string };

/** One day written in two ways is one day; a year alone says less, not otherwise. */
const areBornApart = (a: string, b: string): boolean => {
  const day = (written: string): string => parseDate(written) ?? foldVietnamese(written);
  if (day(a) === '' || day(b) === '' || day(a) === day(b)) return false;
  const isYear = (written: string): boolean => /^\d{4}$/.test(written.trim());
  return !((isYear(a) || isYear(b)) && birthYearOf(a) === birthYearOf(b));
};

/** Do two papers write the same person differently? Tones count: 'Thúy' and 'Thùy' are two names. */
export const differingFields = (a: AsWritten, b: AsWritten): readonly ('name-differs' | 'birth-date-differs')[] => {
  const name = (person: AsWritten): string => tidyName(person.fullName).toLocaleLowerCase('vi');
  return [
    ...(name(a) === name(b) ? [] : (['name-differs'] as const)),
    ...(areBornApart(a.birthDate ?? '', b.birthDate ?? '') ? (['birth-date-differs'] as const) : []),
  ];
};
