import { expect, it } from 'vitest';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { type CustodyRefusal, custodyRefusalText } from './custody.ts';

const at = '2019-11-18T08:00:00+07:00' as Moment;
const ALL: Readonly<Record<CustodyRefusal['kind'], CustodyRefusal>> = {
  'custody-case-settled': { kind: 'custody-case-settled', by: 'Trần Văn Trúc', at },
  'nothing-missing': { kind: 'nothing-missing' }, 'still-missing-thing': { kind: 'still-missing-thing' }, 'cost-bearer-missing': { kind: 'cost-bearer-missing' },
  'found-with-its-bag': { kind: 'found-with-its-bag' }, 'reissue-open': { kind: 'reissue-open', open: 2 }, 'compensation-unpaid': { kind: 'compensation-unpaid', unpaid: 132_000 },
  'not-to-take-back': { kind: 'not-to-take-back' }, 'minute-made': { kind: 'minute-made', number: '01/BBTN' }, 'reissue-not-of-case': { kind: 'reissue-not-of-case' },
  'reissue-in-the-past': { kind: 'reissue-in-the-past' }, 'compensation-not-owed': { kind: 'compensation-not-owed' }, 'compensation-unproved': { kind: 'compensation-unproved', code: '0001' },
  'compensation-below-least': { kind: 'compensation-below-least', code: '0001', least: 132_000 }, 'reissue-done': { kind: 'reissue-done', by: 'Trần Văn Trúc', at },
  'reissue-other-side': { kind: 'reissue-other-side', bySide: 'desk' }, 'compensation-paid': { kind: 'compensation-paid', receiptNumber: 'BL 12' }, 'compensation-lapsed': { kind: 'compensation-lapsed' },
  'no-agency-in-case': { kind: 'no-agency-in-case' }, 'postage-not-asked': { kind: 'postage-not-asked' },
  'no-minute-to-replace': { kind: 'no-minute-to-replace' }, 'reissued-before': { kind: 'reissued-before', what: 'Tờ khai' }, 'reissue-withdrawn': { kind: 'reissue-withdrawn' },
  'compensation-withdrawn': { kind: 'compensation-withdrawn' },
  'transit-not-late': { kind: 'transit-not-late', endsOn: '2019-11-20' as PlainDate }, 'posting-unproved': { kind: 'posting-unproved' }, 'late-case-open': { kind: 'late-case-open' },
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
