import { expect, test } from 'vitest';
import { type GreyImage, skewOf } from './skew.ts';

const WIDTH = 400;
const HEIGHT = 566;
const paper = (isInk: (x: number, y: number) => boolean): GreyImage => {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(245);
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) if (isInk(x, y)) pixels[y * WIDTH + x] = 40;
  return { width: WIDTH, height: HEIGHT, pixels };
};
/** Words of uneven length on lines 14 pixels apart, falling by so many degrees. */
const text = (degrees: number): GreyImage => paper((x, y) => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const along = (x - WIDTH / 2) * cos + (y - HEIGHT / 2) * sin;
  const across = (y - HEIGHT / 2) * cos - (x - WIDTH / 2) * sin;
  const line = Math.floor((across + 280) / 14);
  const inLine = (((across + 280) % 14) + 14) % 14 < 5;
  return inLine && Math.abs(along) < 160 && Math.abs(across) < 230 && (Math.floor(along / 7) * 31 + line * 17) % 5 !== 0 && Math.floor(along) % 3 !== 0;
});
/** A picture of chance: the same one each time. */
const speckled = (share: number): GreyImage => {
  let seed = 7;
  const next = (): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed / 2_147_483_648; };
  return paper(() => next() < share);
};

test('the angle of a page of text is found to a quarter of a degree', () => {
  for (const degrees of [-2.5, -1.25, -0.75, 0.75, 1.5, 2.75]) expect(Math.abs(skewOf(text(degrees)) - degrees), String(degrees)).toBeLessThanOrEqual(0.25);
});

test('a straight page, and one askew by less than the eye sees, is left as it is', () => {
  expect([skewOf(text(0)), skewOf(text(0.25)), skewOf(text(-0.25))]).toEqual([0, 0, 0]);
});

test('an empty sheet, a speckled one, a dark one and a stamp are never turned', () => {
  const stamp = paper((x, y) => Math.abs(Math.hypot(x - 300, y - 420) - 50) < 4);
  expect([paper(() => false), speckled(0.05), speckled(0.9), stamp].map(skewOf)).toEqual([0, 0, 0, 0]);
});

test('what lies further askew than a feeder leaves it is no matter of a small turn', () => {
  expect([skewOf(text(9)), skewOf(text(-30))]).toEqual([0, 0]);
});
