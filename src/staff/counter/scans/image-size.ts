// How far a scan is shrunk: readable text on A4 at about 150 dpi, at most ~250 KB of JPEG.
export const TARGET_BYTES = 250 * 1024;
const LONGEST_SIDE = 1754; // A4 at 150 dpi
const SHORTEST_SIDE = 1000; // below this handwriting is lost

export type Size = { readonly width: number; readonly height: number };

/** Never enlarged, proportions kept, whole pixels. */
export const fitWithin = ({ width, height }: Size, longest: number): Size => {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

export type Attempt = { readonly size: Size; readonly quality: number };

/** First the quality falls, then the size; the last attempt is taken as it is. */
export const attemptsFor = (original: Size): readonly Attempt[] => {
  const sides = [LONGEST_SIDE, 1500, 1250, SHORTEST_SIDE];
  return sides.flatMap((side, i) =>
    (i === 0 ? [0.8, 0.68, 0.56] : [0.6]).map((quality) => ({ size: fitWithin(original, side), quality })),
  );
};

/** A quarter turn swaps the sides. */
export const turned = ({ width, height }: Size, quarters: number): Size =>
  quarters % 2 === 0 ? { width, height } : { width: height, height: width };
