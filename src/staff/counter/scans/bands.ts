// A scanner that has little memory writes a page as bands, one below the other. Together they are the sheet when each
// begins where the one above it ends, all as wide and as fine as each other.
import type { Matrix } from './matrix.ts';

export type PlacedBand = { readonly at: Matrix; readonly width: number; readonly height: number };
export type Sheet<T> = { readonly at: Matrix; readonly bands: readonly T[] };

const MOST_BANDS = 1_000;
/** In dots: where a scanner rounds, or lets bands lap over each other so that no seam shows. */
const NEARLY = 2;

export const sheetOf = <T extends PlacedBand>(bands: readonly T[]): Sheet<T> | undefined => {
  const [only, ...more] = bands;
  if (!only || more.length === 0 || bands.length > MOST_BANDS) return only && more.length === 0 ? { at: only.at, bands } : undefined;
  const down = bands.toSorted((one, other) => other.at[5] - one.at[5]);
  const [top, bottom] = [down[0], down.at(-1)];
  if (!top || !bottom) return undefined;
  const [across, , , , left] = top.at;
  const [high, low] = [top.at[5] + top.at[3], bottom.at[5]];
  const dots = down.reduce((sum, { height }) => sum + height, 0);
  const [wide, tall] = [across / top.width, (high - low) / dots];
  let above = 0;
  for (const { at: [a, b, c, d, e, f], width, height } of down) {
    if (a <= 0 || d <= 0 || b !== 0 || c !== 0 || width !== top.width) return undefined;
    const off = [(a - across) / wide, (e - left) / wide, (high - above * tall - (f + d)) / tall, (high - (above + height) * tall - f) / tall];
    if (off.some((dotsOff) => !(Math.abs(dotsOff) <= NEARLY))) return undefined;
    above += height;
  }
  return { at: [across, 0, 0, high - low, left, low], bands: down };
};
