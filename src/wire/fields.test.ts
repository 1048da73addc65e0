import { expect, it } from 'vitest';
import { cash, moment, plainDate } from './fields.ts';

it('money that goes from hand to hand is no more than its columns hold', () => {
  const most = 2_147_483_647;
  expect([cash.safeParse(999_999_999), cash.safeParse(most + 1), cash.safeParse(-1), cash.safeParse(0.5)].map(({ success }) => success)).toEqual([true, false, false, false]);
});

it.each(['2019-02-29', '2019-02-31', '0000-01-01', '0000-02-29', '19-01-01', '2019-1-1'])('%s is no day', (text) => {
  expect([plainDate.safeParse(text).success, moment.safeParse(`${text}T08:00:00+07:00`).success]).toEqual([false, false]);
});

it.each(['0001-01-01', '2020-02-29', '9999-12-31'])('%s is a day', (text) => {
  expect(plainDate.safeParse(text).success).toBe(true);
});
