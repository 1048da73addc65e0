import { expect, test } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import { makeLine, startLine } from './line-draft.ts';

const EMPTY = startLine('2019-11-18' as PlainDate);
const FULL = { ...EMPTY, deskId: 'ky-bac', code: ' 1.001193 ', agencyUnitId: 'xa-ky-xuan', decision: ' QĐ 12/QĐ-UBND ' };

test('each box of a new line says what is missing in it', () => {
  const made = makeLine({ ...EMPTY, mode: 'delegated', validFrom: '2019-02-30' }, undefined);
  expect('errors' in made && Object.keys(made.errors)).toEqual(['deskId', 'procedureCode', 'agencyUnitId', 'delegation', 'validFrom', 'decision']);
  expect([makeLine(FULL, null), makeLine({ ...FULL, code: 'mã lạ' }, undefined)].map((one) => 'errors' in one && Object.keys(one.errors))).toEqual([['procedureCode'], ['procedureCode']]);
});

test('what is typed is the command, trimmed; a delegation belongs to its mode alone', () => {
  const line = { deskId: 'ky-bac', procedureCode: '1.001193', agencyUnitId: 'xa-ky-xuan', mode: 'support', validFrom: '2019-11-18', decision: 'QĐ 12/QĐ-UBND' };
  expect(makeLine({ ...FULL, delegation: 'VB 1' }, 'Đăng ký khai sinh')).toEqual({ command: line });
  expect(makeLine({ ...FULL, mode: 'delegated', delegation: ' VB 1 ' }, undefined)).toEqual({ command: { ...line, mode: 'delegated', delegation: 'VB 1' } });
});
