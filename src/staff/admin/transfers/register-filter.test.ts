import { expect, test } from 'vitest';
import type { PlainDate } from '#core/kernel/moment.ts';
import { standingOf } from './register-filter.ts';

test('a line counts from its first day until the day before its end', () => {
  const line = { validFrom: '2019-11-18' as PlainDate, validTo: '2020-01-01' as PlainDate };
  expect((['2019-11-17', '2019-11-18', '2019-12-31', '2020-01-01'] as PlainDate[]).map((day) => standingOf(line, day))).toEqual(['not-yet', 'in-force', 'in-force', 'ended']);
});
