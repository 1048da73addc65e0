import { expect, test } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { parseClock } from './clock.ts';

const now = '2019-11-18T10:20:30+07:00' as Moment;

test.each([
  ['2019-11-20 07:30', '2019-11-20T07:30:00+07:00'],
  ['2019-11-20T16:45', '2019-11-20T16:45:00+07:00'],
  ['2019-11-20', '2019-11-20T07:30:00+07:00'],
  ['+30m', '2019-11-18T10:50:30+07:00'],
  ['+2h', '2019-11-18T12:20:30+07:00'],
  ['+1d', '2019-11-19T10:20:30+07:00'],
  ['+1w', '2019-11-25T10:20:30+07:00'],
])('%s is %s', (text, moment) => {
  expect(parseClock(text, now)).toBe(moment);
});

test.each(['', 'mai', '2019-02-30', '2019-11-20 25:00', '20/11/2019', '-1d', '+1y'])('"%s" is no moment', (text) => {
  expect(parseClock(text, now)).toBeUndefined();
});
