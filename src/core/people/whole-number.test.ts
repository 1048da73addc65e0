import { expect, it } from 'vitest';
import type { Parties, Person } from './person.ts';
import { factorOf } from './whole-number.ts';

const person = (number: string, phone?: string): Person => ({
  fullName: 'Nguyễn Văn Ổi', identity: { kind: 'old-identity-card', number }, ...(phone === undefined ? {} : { phone }),
  address: { line: 'Thôn Lạc Tiến', communeName: 'Kỳ Bắc', provinceName: 'Hà Tĩnh' },
});
const PARTIES: Parties = { applicant: person('183456789', '0912 345 678'), owner: person('042209001234', '01662345678') };

it.each([
  ['183456789', 'applicant-identity'], [' 183 456 789 ', 'applicant-identity'], ['１８３４５６７８９', 'applicant-identity'],
  ['0912345678', 'applicant-phone'], ['+84 912.345.678', 'applicant-phone'], ['84912345678', 'applicant-phone'],
  ['042209001234', 'owner-identity'], ['01662345678', 'owner-phone'],
  // eleven digits became ten in 2018: the paper and the telephone both name the same line
  ['0362345678', 'owner-phone'],
] as const)('%j opens it as %s', (typed, factor) => {
  expect(factorOf(PARTIES, typed)).toBe(factor);
});

it.each(['', '6789', '3456789', '18345678', '1834567890', '0912345679', '5678', 'không nhớ'])('%j opens nothing', (typed) => {
  expect(factorOf(PARTIES, typed)).toBeUndefined();
});

it('a number of few characters, or none at all, proves nothing', () => {
  expect(factorOf({ applicant: person('1234') }, '1234')).toBeUndefined();
  expect(factorOf({ applicant: person('') }, '')).toBeUndefined();
  expect(factorOf({ applicant: person('C1234567') }, 'c1234567')).toBe('applicant-identity');
});
