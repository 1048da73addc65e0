import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../kernel/moment.ts';
import { birthYearOf, identityErrors, identityWarnings, parsePersonalNumber } from './identity.ts';
import type { IdentityPaper, Parties, Person } from './person.ts';
import { checkPhone, readPhone } from './phone.ts';
import { differingFields, tidyName, validateParties } from './validate-parties.ts';

const on = (text: string): PlainDate => text as PlainDate;
const in2019 = on('2019-11-18');
const in2026 = on('2026-11-23');
const paper = (kind: IdentityPaper['kind'], number: string, more: Partial<IdentityPaper> = {}): IdentityPaper => ({ kind, number, ...more });
const person = (more: Partial<Person> = {}): Person => ({
  fullName: 'Nguyễn Thị Mẫu', birthDate: '12/05/1987', sex: 'female',
  identity: paper('citizen-card', '042187001234'),
  address: { line: 'Thôn Mẫu', communeName: 'Xã Kỳ Bắc', districtName: 'Huyện Kỳ Anh', provinceName: 'Tỉnh Hà Tĩnh' },
  ...more,
});

describe('a personal number', () => {
  test.each([
    ['042187001234', '042', 'female', 1987],
    ['042087001234', '042', 'male', 1987],
    ['042219001234', '042', 'male', 2019],
    ['001305001234', '001', 'female', 2005],
  ] as const)('%s tells province, sex and year', (number, provinceCode, sex, birthYear) => {
    expect(parsePersonalNumber(number)).toEqual({ provinceCode, isProvinceKnown: true, sex, birthYear });
  });

  test('of an unknown province is still read', () => {
    expect(parsePersonalNumber('099187001234')?.isProvinceKnown).toBe(false);
  });

  test.each(['', '04218700123', '0421870012345', '04218700123a'])('"%s" is none', (number) => {
    expect(parsePersonalNumber(number)).toBeUndefined();
  });
});

describe('an identity paper', () => {
  test('of nine digits is good in 2019 and needs a reason since 2025', () => {
    const old = paper('old-identity-card', '183456789');
    expect(identityErrors(old, in2019)).toEqual([]);
    expect(identityWarnings({ identity: old }, in2019)).toEqual([]);
    expect(identityErrors(old, in2026)).toEqual(['identity-reason-missing']);
    expect(identityErrors({ ...old, reason: 'Chưa được cấp thẻ căn cước' }, in2026)).toEqual([]);
    expect(identityWarnings({ identity: old }, in2026)).toEqual(['identity-card-void']);
  });

  test.each([
    [paper('citizen-card', '18345678'), ['identity-12-digits']],
    [paper('citizen-card', ''), ['identity-number-missing']],
    [paper('old-identity-card', '18345678'), ['identity-9-digits']],
    [paper('old-identity-card', '042087001234'), []],
    [paper('passport', 'C1234567'), []],
    [paper('passport', 'C-1'), ['identity-passport-shape']],
    [paper('none', ''), ['identity-reason-missing']],
    [paper('none', '', { reason: 'Mất giấy tờ, có hai người làm chứng' }), []],
    [paper('other-photo-paper', '', { reason: 'Giấy phép lái xe' }), []],
    [paper('other-photo-paper', 'GPLX 1', {}), ['identity-reason-missing']],
    [paper('citizen-card', '042187001234', { issuedOn: on('2019-11-19') }), ['identity-issued-in-future']],
  ] as const)('%o has %o', (given, errors) => expect(identityErrors(given, in2019)).toEqual(errors));

  test('that disagrees with what is written warns and never refuses', () => {
    const identity = paper('citizen-card', '042187001234');
    expect(identityWarnings({ identity, sex: 'male', birthDate: '1988' }, in2019)).toEqual(['identity-sex-differs', 'identity-birth-year-differs']);
    expect(identityWarnings({ identity: paper('citizen-card', '999187001234') }, in2019)).toEqual(['identity-province-unknown']);
    expect(identityWarnings({ identity: paper('personal-number', '042225001234') }, in2019)).toEqual(['identity-birth-year-in-future']);
    expect(identityWarnings({ identity: paper('identity-card-2024', '042187001234') }, in2019)).toEqual(['identity-card-not-yet-issued']);
    expect(identityWarnings({ identity, sex: 'female', birthDate: '12/05/1987' }, in2019)).toEqual([]);
  });

  test('a birth date is read as it was written', () => {
    expect(['1987', '05/1987', '12/05/1987', '1987-05-12', 'khoảng năm 1950'].map(birthYearOf)).toEqual([1987, 1987, 1987, 1987, 1950]);
    expect([undefined, '', 'không rõ', '12/05'].map(birthYearOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('a phone number', () => {
  test.each([
    ['0912 345 678', 'mobile', '0912345678'], ['+84 912.345.678', 'mobile', '0912345678'], ['84912345678', 'mobile', '0912345678'],
    ['0239 3865 123', 'landline', '02393865123'], ['024 3826 1234', 'landline', '02438261234'],
  ] as const)('%s is a %s', (written, kind, digits) => expect(readPhone(written)).toEqual({ kind, digits }));

  test.each(['', '12345', '09123456789', '0212345678', '0412345678', 'abc'])('"%s" is none', (written) => {
    expect(readPhone(written).kind).toBe('invalid');
  });

  test('of eleven digits was good until 15/9/2018 and is told with its new prefix since', () => {
    expect(checkPhone('01681234567', on('2018-09-14'))).toEqual({});
    expect(checkPhone('01681234567', in2019)).toEqual({ warning: 'phone-old-eleven-digits', now: '0381234567' });
    expect(checkPhone('01991234567', in2019).now).toBe('0591234567');
    expect(checkPhone('01501234567', in2019).now).toBeUndefined();
  });

  test('may be left out', () => {
    expect(checkPhone(undefined, in2019)).toEqual({});
    expect(checkPhone(' ', in2019)).toEqual({});
  });
});

describe('the parties of a dossier', () => {
  const valid: Parties = { applicant: person() };

  test('without fault give no finding', () => {
    expect(validateParties(valid, in2019)).toEqual({ errors: [], warnings: [] });
  });

  test('every fault stands at its own field, all at once', () => {
    const applicant = person({
      fullName: ' ', birthDate: 'mùa xuân', phone: '12', email: 'khong', identity: paper('citizen-card', '1'),
      address: { line: '', communeName: '', provinceName: '' },
    });
    expect(validateParties({ applicant }, in2019).errors).toEqual([
      { path: 'applicant.fullName', code: 'required' },
      { path: 'applicant.birthDate', code: 'birth-date-shape' },
      { path: 'applicant.identity.number', code: 'identity-12-digits' },
      { path: 'applicant.phone', code: 'phone-shape' },
      { path: 'applicant.email', code: 'email-shape' },
      { path: 'applicant.address.communeName', code: 'required' },
      { path: 'applicant.address.provinceName', code: 'required' },
    ]);
  });

  test('an owner other than the applicant needs a relation or an authorisation', () => {
    const owner = person({ fullName: 'Trần Văn Thử', identity: paper('citizen-card', '042060001111'), sex: 'male', birthDate: '1960' });
    expect(validateParties({ ...valid, owner }, in2019).errors).toEqual([{ path: 'representation', code: 'representation-missing' }]);
    const family = validateParties({ ...valid, owner, representation: { kind: 'family', relation: 'Con' } }, in2019);
    expect(family).toEqual({ errors: [], warnings: [] });
    const authorised = validateParties({ ...valid, owner, representation: { kind: 'authorisation', relation: 'Trưởng thôn' } }, in2019);
    expect(authorised.warnings).toEqual([{ path: 'representation.paperNumber', code: 'authorisation-paper-unnamed' }]);
    const tomorrow = validateParties({ ...valid, owner, representation: { kind: 'authorisation', relation: 'Trưởng thôn', paperDate: on('2019-11-19') } }, in2019);
    expect(tomorrow.errors).toEqual([{ path: 'representation.paperDate', code: 'date-in-future' }]);
  });

  test('one number written with two names is a warning, and both names stay', () => {
    const owner = person({ fullName: 'Nguyễn Thị Mầu', birthDate: '12/05/1986' });
    const found = validateParties({ ...valid, owner }, in2019);
    expect(found.errors).toEqual([]);
    expect(found.warnings).toContainEqual({ path: 'owner.fullName', code: 'name-differs' });
    expect(found.warnings).toContainEqual({ path: 'owner.birthDate', code: 'birth-date-differs' });
  });

  test('names are kept as on the paper, in one form of code points', () => {
    expect(tidyName('  Nguyễn   Thị  Mẫu '.normalize('NFD'))).toBe('Nguyễn Thị Mẫu');
    expect(validateParties({ applicant: person({ fullName: 'H’Hen Niê' }) }, in2019).errors).toEqual([]);
    expect(validateParties({ applicant: person({ fullName: 'Nguyễn 123' }) }, in2019).errors).toEqual([{ path: 'applicant.fullName', code: 'name-letters' }]);
  });

  test('tones count when two papers are compared, letter case and blanks do not', () => {
    expect(differingFields({ fullName: 'NGUYỄN THỊ THÚY' }, { fullName: 'Nguyễn Thị  Thúy' })).toEqual([]);
    expect(differingFields({ fullName: 'Nguyễn Thị Thúy' }, { fullName: 'Nguyễn Thị Thùy' })).toEqual(['name-differs']);
    expect(differingFields({ fullName: 'A', birthDate: '1987' }, { fullName: 'A' })).toEqual([]);
  });
});
