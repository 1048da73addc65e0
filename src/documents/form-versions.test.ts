import { expect, it } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import { formVersionOn, ONE_STOP_FORM_VERSIONS } from './form-versions.ts';

const on = (date: string) => formVersionOn(date as PlainDate);

it('the forms of 2018 hold in November 2019 and still on 1 July 2025', () => {
  expect(on('2019-11-18')).toBe('v2018');
  expect(on('2025-07-01')).toBe('v2018');
});

it('the forms of 2025 hold in November 2026', () => {
  expect(on('2026-11-23')).toBe('v2025');
});

it('a version holds from its first day on', () => {
  expect(on('2025-10-31')).toBe('v2018');
  expect(on('2025-11-01')).toBe('v2025');
});

it('the day is data: another table gives another answer', () => {
  const table = ONE_STOP_FORM_VERSIONS.map((row) => (row.version === 'v2025' ? { ...row, validFrom: '2025-09-15' as PlainDate } : row));
  expect(formVersionOn('2025-09-20' as PlainDate, table)).toBe('v2025');
});
