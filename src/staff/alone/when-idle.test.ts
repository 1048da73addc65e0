import { expect, test } from 'vitest';
import { whenIdleOf } from './when-idle.ts';

/** Time passes only while somebody waits; hands that never rest move with it. */
const hands = (movedAt: number, restless: boolean) => {
  let clock = 10_000;
  let moved = movedAt;
  const whenIdle = whenIdleOf({ now: () => clock, movedAt: () => moved, pause: async (milliseconds) => { clock += milliseconds; if (restless) moved = clock; } });
  return { whenIdle, clock: () => clock };
};

test('sending goes on at once when the hands have rested, and soon after they rest', async () => {
  const rested = hands(0, false);
  await rested.whenIdle();
  expect(rested.clock()).toBe(10_000);
  const typing = hands(9_500, false);
  await typing.whenIdle();
  expect(typing.clock()).toBe(11_000);
});

test('hands that never rest hold it up a quarter of a minute and no longer', async () => {
  const restless = hands(10_000, true);
  await restless.whenIdle();
  expect(restless.clock()).toBe(25_000);
});
