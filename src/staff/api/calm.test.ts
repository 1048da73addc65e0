import { expect, test } from 'vitest';
import { calm } from './calm.ts';

test('what a flapping line asks for is done at once, then once in its pause, and the last wish is not forgotten', () => {
  let now = 0;
  let rings: { readonly at: number; readonly ring: () => void }[] = [];
  const done: number[] = [];
  const ask = calm(() => done.push(now), 5_000, { now: () => now, after: (milliseconds, ring) => rings.push({ at: now + milliseconds, ring }) });
  for (; now <= 12_000; now += 200) {
    const due = rings.filter(({ at }) => at <= now);
    rings = rings.filter(({ at }) => at > now);
    for (const { ring } of due) ring();
    if (now <= 11_000) ask();
  }
  expect(done).toEqual([0, 5_000, 10_000]);
  expect(rings).toHaveLength(1);
});
