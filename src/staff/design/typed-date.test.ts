import { expect, test } from 'vitest';
import { parseTypedDate, showDate } from './typed-date.ts';

test.each(['18112019', '18/11/2019', '18.11.19', '18-11-2019', ' 18 11 2019 '])('"%s" is typed for 18/11/2019', (typed) => {
  expect(parseTypedDate(typed)).toEqual({ kind: 'date', iso: '2019-11-18', shown: '18/11/2019' });
});

test('a birth date may be a year only', () => {
  expect(parseTypedDate('1957')).toEqual({ kind: 'year', shown: '1957' });
});

test('two digits of a year mean the nearest century that people are born in', () => {
  expect(parseTypedDate('01/02/57')).toMatchObject({ iso: '1957-02-01' });
  expect(parseTypedDate('01/02/19')).toMatchObject({ iso: '2019-02-01' });
});

test('a day that is not in the calendar is not taken', () => {
  expect(parseTypedDate('29/02/2019')).toMatchObject({ kind: 'wrong' });
  expect(parseTypedDate('29/02/2020')).toMatchObject({ kind: 'date' });
  expect(parseTypedDate('31/04/2019')).toMatchObject({ kind: 'wrong' });
  expect(parseTypedDate('hôm qua')).toMatchObject({ kind: 'wrong' });
});

test('a kept date is shown as on paper and what was written otherwise stays', () => {
  expect(showDate('2019-11-18')).toBe('18/11/2019');
  expect(showDate('1957')).toBe('1957');
});
