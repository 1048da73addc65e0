import { expect, test } from 'vitest';
import { extended, frameOf, isSigned } from './strokes.ts';

const line = (from: number, to: number) => [{ x: from, y: 100 }, { x: to, y: 100 }];

test('nothing drawn, a dot and a slip of the thumb are no signature; a name is', () => {
  expect(isSigned([])).toBe(false);
  expect(isSigned([[{ x: 5, y: 5 }]])).toBe(false);
  expect(isSigned([line(0, 90)])).toBe(false);
  expect(isSigned([line(0, 90), line(100, 190)])).toBe(true);
});

test('points go on with the last line, and the lines before stay as they are', () => {
  const first = line(0, 10);
  const [kept, last] = extended([first, line(20, 30)], [{ x: 40, y: 100 }]);
  expect(kept).toBe(first);
  expect(last?.map(({ x }) => x)).toEqual([20, 30, 40]);
});

test('only what bears ink is kept, with a margin that stays on the pad', () => {
  expect(frameOf([line(10, 500), [{ x: 300, y: 380 }]], 390)).toEqual({ x: 0, y: 76, width: 524, height: 314 });
});
