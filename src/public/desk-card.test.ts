import { expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { hoursInWords, phoneInGroups } from './desk-card.ts';

const SITE = 'ha-tinh-hours';
const on = (date: string) => hoursInWords(hatinhCalendar, SITE, `${date}T08:00:00+07:00` as Moment);

it('hours are those of the season, to the day it changes', () => {
  const summer = [{ days: 'Thứ Hai đến thứ Sáu', sessions: ['7 giờ – 11 giờ 30', '14 giờ – 17 giờ 30'] }];
  const winter = [{ days: 'Thứ Hai đến thứ Sáu', sessions: ['7 giờ 30 – 11 giờ 30', '13 giờ 30 – 17 giờ 30'] }];
  expect(on('2019-10-15')).toEqual(summer);
  expect(on('2019-10-16')).toEqual(winter);
  expect(on('2020-01-01')).toEqual(winter);
  expect(on('2020-04-16')).toEqual(summer);
});

it('a place without known hours says none', () => {
  expect(hoursInWords(undefined, SITE, '2019-11-18T08:00:00+07:00' as Moment)).toEqual([]);
  expect(hoursInWords(hatinhCalendar, 'khong-co', '2019-11-18T08:00:00+07:00' as Moment)).toEqual([]);
});

it('a phone number is read in groups and left alone when it is no plain number', () => {
  expect(phoneInGroups('02390007602')).toBe('0239 000 7602');
  expect(phoneInGroups('1900 1234')).toBe('1900 1234');
});
