import { expect, test } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import type { TransferRow } from '#wire/admin.wire.ts';
import { filterRegister, registerTotals, sharedDecisions, standingOf } from './register-filter.ts';

const row = (deskName: string, procedureName: string, mode: TransferRow['mode']): TransferRow => ({
  deskName, procedureCode: '1.001193', procedureName, agencyName: 'UBND xã', mode,
  validFrom: '2019-11-18' as PlainDate, validTo: null, decision: 'Quyết định ngày 23/7/2019', delegation: null,
});
const rows = [row('Kỳ Bắc', 'Đăng ký khai sinh', 'support'), row('Kỳ Bắc', 'Cấp phiếu lý lịch tư pháp', 'postal-service'), row('Kỳ Phong', 'Đăng ký khai sinh', 'support')];
const none = { query: '', desk: '', mode: '' } as const;

test('the register is filtered by desk, by mode and by words without tones together', () => {
  expect(filterRegister(rows, none)).toHaveLength(3);
  expect(filterRegister(rows, { ...none, query: 'khai sinh phong' }).map((one) => one.deskName)).toEqual(['Kỳ Phong']);
  expect(filterRegister(rows, { query: 'cap', desk: 'Kỳ Bắc', mode: 'postal-service' })).toHaveLength(1);
  expect(filterRegister(rows, { ...none, desk: 'Kỳ Phong', mode: 'postal-service' })).toEqual([]);
});

test('the totals count each desk, procedure and agency once', () => {
  expect(registerTotals(rows)).toEqual({ desks: 2, procedures: 1, agencies: 1 });
});

test('a line counts from its first day until the day before its end', () => {
  const line = { validFrom: '2019-11-18' as PlainDate, validTo: '2020-01-01' as PlainDate };
  expect((['2019-11-17', '2019-11-18', '2019-12-31', '2020-01-01'] as PlainDate[]).map((day) => standingOf(line, day))).toEqual(['not-yet', 'in-force', 'in-force', 'ended']);
});

test('a decision shared by all lines of a desk stands once, differing ones at their lines', () => {
  const other = { ...row('Kỳ Bắc', 'Đăng ký kết hôn', 'support'), decision: 'Quyết định khác' };
  expect([...sharedDecisions([...rows, other])]).toEqual([['Kỳ Bắc', undefined], ['Kỳ Phong', 'Quyết định ngày 23/7/2019']]);
});
