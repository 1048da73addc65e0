import { expect, test } from 'vitest';
import { inkOf } from './picture.ts';

test('ink is found on paper that is lit unevenly: what is darker than the paper around it', () => {
  const [width, height] = [120, 60];
  const lit = (i: number): number => (i % width < 60 ? 240 : 120);
  const grey = Uint8Array.from({ length: width * height }, (_, i) => (i % 30 === 7 ? lit(i) / 3 : lit(i)));
  const ink = inkOf(grey, width, height);
  expect([...ink].map((value, i) => value === 0 === (i % 30 === 7))).not.toContain(false);
});
