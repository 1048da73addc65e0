import { expect, it } from 'vitest';
import type { SettleCaseRefused } from '#core/custody/settle-case.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { custodyRefusalText } from './custody.ts';

const ALL: Readonly<Record<SettleCaseRefused['kind'], SettleCaseRefused>> = {
  'custody-case-settled': { kind: 'custody-case-settled', by: 'Trần Văn Trúc', at: '2019-11-18T08:00:00+07:00' as Moment },
  'nothing-missing': { kind: 'nothing-missing' }, 'still-missing-thing': { kind: 'still-missing-thing' }, 'cost-bearer-missing': { kind: 'cost-bearer-missing' },
};

it.each(Object.values(ALL))('$kind says what is wrong and what to do', (refusal) => {
  const { title, detail } = custodyRefusalText(refusal);
  expect(title.normalize('NFC')).toBe(title);
  expect(detail).toMatch(/[.]$/);
  expect(detail).not.toMatch(/undefined|[a-z]+-[a-z]+/);
});

it('names who settled it and when, and the field that is missing', () => {
  expect(custodyRefusalText(ALL['custody-case-settled']).detail).toContain('Trần Văn Trúc đã xử lý thứ Hai, 18/11/2019, 8 giờ');
  expect(custodyRefusalText(ALL['cost-bearer-missing']).fieldErrors).toMatchObject([{ path: 'costBearer' }]);
});
