import { expect, test } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { Role } from '#core/organisation/organisation.ts';
import type { AccountView } from '#wire/admin.wire.ts';
import { findAccounts, rolesOf } from './account-search.ts';

const account = (login: string, fullName: string, role: Role, unitName: string): AccountView => ({
  accountId: login, login, fullName, title: '', mustChangePassword: false, disabled: false,
  assignments: [{ role, unitName, deskName: null, validFrom: '2019-01-01' as PlainDate, validTo: null }],
});
const people = [account('tuphap.kybac', 'Trần Văn Trúc', 'commune-officer', 'UBND xã Kỳ Bắc'), account('buudien.kybac', 'Nguyễn Thị Sen', 'postal-clerk', 'Điểm BĐ-VHX Kỳ Bắc')];
const found = (query: string, role: Role | '' = '') => findAccounts(people, query, role).map((one) => one.login);

test('people are found without tones by name, unit or role, all words together', () => {
  expect(found('truc')).toEqual(['tuphap.kybac']);
  expect(found('dien ky bac')).toEqual(['buudien.kybac']);
  expect(found('cong chuc tiep nhan')).toEqual(['tuphap.kybac']);
  expect(found('truc sen')).toEqual([]);
  expect(found('')).toHaveLength(2);
});

test('a role narrows the list, and only held roles are offered', () => {
  expect(found('ky bac', 'postal-clerk')).toEqual(['buudien.kybac']);
  expect(rolesOf(people)).toEqual(['commune-officer', 'postal-clerk']);
});
