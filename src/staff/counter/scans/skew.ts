// How far a scanned sheet lies askew. Lines of text are dark and the room between them is not: seen along the true
// angle, rows differ most. Only a clear answer counts; a picture, a stamp or an empty sheet stays as it is.
export type GreyImage = { readonly width: number; readonly height: number; /** 0 black to 255 white, row by row. */ readonly pixels: Uint8Array };

const MOST_DEGREES = 3;
const STEP = 0.25;
/** Less is not seen, and turning costs sharpness. */
const LEAST_DEGREES = 0.5;
/** How much clearer rows must be along the angle than as the sheet lies. */
const CLEARER = 1.1;
const LEAST_INK = 0.005;
const MOST_INK = 0.35;

type Dark = readonly (readonly [x: number, y: number])[];

const mean = (pixels: Uint8Array): number => pixels.reduce((sum, value) => sum + value, 0) / Math.max(1, pixels.length);

const darkOf = ({ width, height, pixels }: GreyImage): Dark => {
  const edge = mean(pixels) * 0.65;
  const [left, top] = [width / 2, height / 2];
  const dark: (readonly [number, number])[] = [];
  pixels.forEach((value, i) => { if (value < edge) dark.push([(i % width) - left, Math.floor(i / width) - top]); });
  return dark;
};

/** Sum of squares over the rows: high where ink gathers in few of them. */
const clearness = (dark: Dark, height: number, degrees: number): number => {
  const rows = new Float64Array(2 * height);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  for (const [x, y] of dark) {
    const row = Math.round(y * cos - x * sin) + height;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((sum, count) => sum + count * count, 0);
};

/** Degrees that the lines of text fall to the right; 0 when nothing is clear. */
export const skewOf = (image: GreyImage): number => {
  const dark = darkOf(image);
  const ink = dark.length / Math.max(1, image.width * image.height);
  if (ink < LEAST_INK || ink > MOST_INK) return 0;
  const straight = clearness(dark, image.height, 0);
  let best = { degrees: 0, clear: straight };
  for (let degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += STEP) {
    const clear = clearness(dark, image.height, degrees);
    if (clear > best.clear) best = { degrees, clear };
  }
  // at the very end of what is looked at the true angle may lie beyond
  const beyond = Math.abs(best.degrees) >= MOST_DEGREES;
  return beyond || Math.abs(best.degrees) < LEAST_DEGREES || best.clear < straight * CLEARER ? 0 : best.degrees;
};
