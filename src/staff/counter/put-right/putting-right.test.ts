import { expect, test } from 'vitest';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { versionThen } from './putting-right.ts';

const before = { madeAt: '2019-11-18T16:50:00+07:00' as Moment, body: { procedureVersion: 3 } };
const version = (validFrom: string) => ({ version: 4, validFrom: validFrom as PlainDate });

test('what is put right bears the version of its day', () => {
  expect(versionThen(before, version('2019-11-19'))).toBe(3);
  // this machine did not know it yet, and was refused for it
  expect(versionThen(before, version('2019-11-18'))).toBe(4);
  expect(versionThen(undefined, version('2019-11-19'))).toBe(4);
});
