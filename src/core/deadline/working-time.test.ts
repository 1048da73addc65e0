import { describe, expect, test } from 'vitest';
import { hatinhCalendar as calendar } from '#testing/hatinh-calendar.ts';
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { lateness } from './lateness.ts';
import { forwardBy } from './forward-by.ts';
import type { TimeLimit } from '../procedure/procedure.ts';
import { parseLimit } from './parse-limit.ts';
import { addWorkingMinutes, hasSite, isOpenAt, isWorkingDay, nextWorkingDay, reaches, sessionsOn, workingMinutesBetween } from './working-time.ts';

const at = (text: string): Moment => `${text}:00+07:00` as Moment;
const on = (text: string): PlainDate => text as PlainDate;
const site = 'ha-tinh-hours';

describe('working time', () => {
  test('a make-up Saturday is a working day, a Saturday session is not', () => {
    expect(isWorkingDay(calendar, on('2026-08-22'))).toBe(true);
    expect(isWorkingDay(calendar, on('2026-11-21'))).toBe(false);
    expect(sessionsOn(calendar, 'saturday-morning', on('2026-11-21'))).toEqual([{ from: '07:30', to: '11:30' }]);
    expect(sessionsOn(calendar, site, on('2026-11-21'))).toEqual([]);
  });

  test('a make-up Saturday has the hours of a weekday', () => {
    for (const place of [site, 'saturday-morning']) {
      expect(sessionsOn(calendar, place, on('2026-08-22'))).toEqual([{ from: '07:00', to: '11:30' }, { from: '14:00', to: '17:30' }]);
    }
  });

  test('hours change on 16/4 and 16/10, and winter runs over New Year', () => {
    const firstSession = (date: string): string | undefined => sessionsOn(calendar, site, on(date))[0]?.from;
    expect(['2019-04-16', '2019-10-15', '2019-10-16', '2020-01-02', '2020-04-15'].map(firstSession)).toEqual(['07:00', '07:00', '07:30', '07:30', '07:30']);
  });

  test('nobody is there on a holiday', () => {
    expect(sessionsOn(calendar, site, on('2026-11-24'))).toEqual([]);
    expect(isOpenAt(calendar, site, at('2026-11-24T09:00'))).toBe(false);
    expect(isOpenAt(calendar, site, at('2026-11-23T17:30'))).toBe(true);
    expect(isOpenAt(calendar, site, at('2026-11-23T12:00'))).toBe(false);
  });

  test('the next working day is after the day itself', () => {
    expect(nextWorkingDay(calendar, on('2026-11-23'))).toBe('2026-11-25');
    expect(nextWorkingDay(calendar, on('2020-01-22'))).toBe('2020-01-30');
    expect(nextWorkingDay(calendar, on('2019-05-03'))).toBe('2019-05-04');
  });

  test('working minutes skip noon, night and rest days', () => {
    expect(addWorkingMinutes(calendar, site, at('2019-11-18T11:00'), 60)).toBe(at('2019-11-18T14:00'));
    expect(addWorkingMinutes(calendar, site, at('2019-11-22T17:00'), 60)).toBe(at('2019-11-25T08:00'));
    expect(addWorkingMinutes(calendar, site, at('2019-11-18T07:30'), 480)).toBe(at('2019-11-18T17:30'));
    expect(workingMinutesBetween(calendar, site, at('2019-11-22T17:00'), at('2019-11-25T08:00'))).toBe(60);
    expect(workingMinutesBetween(calendar, site, at('2019-11-25T08:00'), at('2019-11-22T17:00'))).toBe(0);
  });

  test('a calendar tells which places and days it knows', () => {
    expect(hasSite(calendar, site)).toBe(true);
    expect(hasSite(calendar, 'elsewhere')).toBe(false);
    expect(reaches(calendar, on('2099-01-01'))).toBe(false);
    expect(() => sessionsOn(calendar, 'elsewhere', on('2019-11-18'))).toThrow(RangeError);
  });
});

describe('forwarding', () => {
  const by = (received: string): string => forwardBy({ receivedAt: at(received), calendar, siteId: site }).slice(0, 16);

  test('is due the same working day up to 15:00, then at the start of the next', () => {
    expect(by('2019-11-18T08:00')).toBe('2019-11-18T17:30');
    expect(by('2019-11-18T15:00')).toBe('2019-11-18T17:30');
    expect(by('2019-11-18T15:01')).toBe('2019-11-19T07:30');
    expect(by('2019-11-22T16:00')).toBe('2019-11-25T07:30');
    expect(by('2026-11-23T16:00')).toBe('2026-11-25T07:30');
  });

  test('of what came on a rest day is due within the next working day', () => {
    expect(by('2019-11-16T09:00')).toBe('2019-11-18T17:30');
    expect(forwardBy({ receivedAt: at('2026-11-21T09:00'), calendar, siteId: 'saturday-morning' })).toBe(at('2026-11-23T07:30'));
  });
});

describe('lateness', () => {
  test('compares dates, not hours', () => {
    const due = at('2019-11-21T17:30');
    expect(lateness(on('2019-11-20'), due)).toBe('early');
    expect(lateness(on('2019-11-21'), due)).toBe('on-time');
    expect(lateness(on('2019-11-22'), due)).toBe('late');
    expect(lateness(on('2019-11-22'), undefined)).toBe('on-time');
  });
});

describe('limits as written in tables', () => {
  test.each<[string, TimeLimit]>([
    ['3wd', { kind: 'working-days', days: 3 }], ['2wd+2', { kind: 'working-days', days: 2, extraDaysIfLarge: 2 }], [' 15d ', { kind: 'calendar-days', days: 15 }],
    ['8h', { kind: 'working-hours', hours: 8 }], ['24H', { kind: 'clock-hours', hours: 24 }],
    ['same-day', { kind: 'same-day' }], ['same-day+2', { kind: 'same-day', extraDaysIfLarge: 2 }],
  ])('%s is read with its unit', (text, limit) => expect(parseLimit(text)).toEqual({ ok: true, value: limit }));

  test.each([
    ['3', 'limit-without-unit'], ['03', 'limit-without-unit'], ['3+2', 'limit-without-unit'], ['0wd', 'limit-of-nothing'], ['8h+2', 'extra-days-misplaced'],
    ['wd', 'limit-unknown'], ['3 weeks', 'limit-unknown'], ['', 'limit-unknown'], ['-3wd', 'limit-unknown'], ['3.5d', 'limit-unknown'], ['3WD', 'limit-unknown'], ['1000d', 'limit-unknown'],
  ])('"%s" is no limit: %s', (text, kind) => expect(parseLimit(text)).toMatchObject({ ok: false, refusal: { kind, written: text } }));
});
