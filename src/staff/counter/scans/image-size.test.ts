import { expect, test } from 'vitest';
import { attemptsFor, fitWithin, turned } from './image-size.ts';

test('a photo of twelve million pixels is brought to the longest side of A4 at 150 dpi', () => {
  expect(fitWithin({ width: 4000, height: 3000 }, 1754)).toEqual({ width: 1754, height: 1316 });
  expect(fitWithin({ width: 3000, height: 4000 }, 1754)).toEqual({ width: 1316, height: 1754 });
});

test('a small scan is never enlarged', () => {
  expect(fitWithin({ width: 800, height: 600 }, 1754)).toEqual({ width: 800, height: 600 });
});

test('each attempt is smaller or coarser than the one before and none falls below a readable page', () => {
  const attempts = attemptsFor({ width: 3000, height: 4000 });
  for (let i = 1; i < attempts.length; i += 1) {
    const [a, b] = [attempts[i - 1], attempts[i]];
    expect((b?.size.height ?? 0) < (a?.size.height ?? 0) || (b?.quality ?? 1) < (a?.quality ?? 0)).toBe(true);
  }
  expect(attempts.at(-1)?.size.height).toBe(1000);
});

test('a quarter turn swaps the sides, a half turn does not', () => {
  expect(turned({ width: 3, height: 4 }, 1)).toEqual({ width: 4, height: 3 });
  expect(turned({ width: 3, height: 4 }, 2)).toEqual({ width: 3, height: 4 });
});
