import type { Moment } from '#core/kernel/moment.ts';
import { expect, test } from 'vitest';
import { agoWords, dueTone, dueWords, fullMoment, shortMoment, usedShare } from './moment-words.ts';

const at = (text: string) => `${text}:00+07:00` as Moment;

test('a moment in a table is short, in a journal whole', () => {
  expect(shortMoment(at('2019-11-18T16:30'))).toBe('18/11 16:30');
  expect(fullMoment(at('2019-11-18T16:30'))).toBe('18/11/2019 16:30');
});

test('a due date is late from its minute on, soon on its day and the day before', () => {
  const due = at('2019-11-20T17:30');
  expect([dueTone(due, at('2019-11-18T08:00')), dueWords(due, at('2019-11-18T08:00'))]).toEqual(['calm', 'còn 2 ngày']);
  expect([dueTone(due, at('2019-11-20T08:00')), dueWords(due, at('2019-11-20T08:00'))]).toEqual(['soon', 'Đến hạn hôm nay']);
  expect([dueTone(due, at('2019-11-20T17:31')), dueWords(due, at('2019-11-20T17:31'))]).toEqual(['late', 'Quá hạn hôm nay']);
  expect(dueWords(due, at('2019-11-22T08:00'))).toBe('Quá hạn 2 ngày');
});

test('the bar of a limit runs from 0 to 100 and stays there', () => {
  expect(usedShare(at('2019-11-18T08:00'), at('2019-11-20T08:00'), at('2019-11-19T08:00'))).toBe(50);
  expect(usedShare(at('2019-11-18T08:00'), at('2019-11-20T08:00'), at('2019-11-17T08:00'))).toBe(0);
  expect(usedShare(at('2019-11-18T08:00'), at('2019-11-20T08:00'), at('2019-12-01T08:00'))).toBe(100);
  expect(usedShare(at('2019-11-18T08:00'), at('2019-11-18T08:00'), at('2019-11-18T08:00'))).toBe(100);
});

test('how long ago is said in the largest whole unit, never as the future', () => {
  const ago = (from: string) => agoWords(at(from), at('2019-11-20T08:00'));
  expect(['2019-11-20T08:00', '2019-11-20T07:01', '2019-11-20T06:30', '2019-11-18T07:59', '2019-11-21T08:00'].map(ago)).toEqual(['dưới 1 phút', '59 phút', '1 giờ', '2 ngày', 'dưới 1 phút']);
});
