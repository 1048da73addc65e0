import { expect, test } from 'vitest';
import { NOT_YET, notYet } from './leave-words.ts';

test('what stands against giving a machine back is told before anybody presses', () => {
  const calm = { vault: 'open', waiting: 0, parked: 0 } as const;
  expect(notYet(calm, true)).toBeUndefined();
  expect(notYet(calm, false)).toBe(NOT_YET['no-line']);
  expect([notYet({ ...calm, waiting: 1 }, true), notYet({ ...calm, parked: 1 }, false)]).toEqual([NOT_YET['something-waits'], NOT_YET['something-waits']]);
  expect(notYet({ ...calm, vault: 'resting' }, true)).toBe(NOT_YET.shut);
});
