import { expect, it } from 'vitest';
import { answerQuestionCommand } from './admin.wire.ts';

const taken = (limit: object): boolean => answerQuestionCommand.safeParse({ kind: 'limit', limit }).success;

it.each([
  { kind: 'working-days', days: 3 }, { kind: 'working-days', days: 1, extraDaysIfLarge: 2 }, { kind: 'calendar-days', days: 45 }, { kind: 'working-hours', hours: 8 },
  { kind: 'clock-hours', hours: 24 }, { kind: 'same-day' }, { kind: 'same-day', extraDaysIfLarge: 2 },
])('a limit that a law could name is taken: %o', (limit) => {
  expect(taken(limit)).toBe(true);
});

it.each([
  { kind: 'working-days', days: 0 }, { kind: 'working-days', days: -3 }, { kind: 'working-days', days: 1.5 }, { kind: 'calendar-days', days: 1e9 },
  { kind: 'working-hours', hours: 100_000 }, { kind: 'same-day', extraDaysIfLarge: -1 }, { kind: 'working-days' }, { kind: 'days', days: 3 },
])('a limit that would stop every reception is not: %o', (limit) => {
  expect(taken(limit)).toBe(false);
});
