// What was drawn on the glass, as lines of points: undone line by line, and no signature while it is only a touch.
export type Point = { readonly x: number; readonly y: number };
export type Stroke = readonly Point[];
export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The pad's own measure, however wide it stands on the screen. */
export const PAD_WIDTH = 900;
export const PEN = 6;
/** A thumb's slip is shorter than the shortest name. */
const LEAST_INK = 180;
const MARGIN = 24;

const lengthOf = (stroke: Stroke): number =>
  stroke.reduce((sum, point, i) => {
    const before = stroke[i - 1];
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum;
  }, 0);

export const isSigned = (strokes: readonly Stroke[]): boolean => strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= LEAST_INK;

export const extended = (strokes: readonly Stroke[], points: readonly Point[]): readonly Stroke[] =>
  [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...points]];

/** The part of the pad that bears ink: the rest of it is nothing to keep. */
export const frameOf = (strokes: readonly Stroke[], height: number): Frame => {
  const all = strokes.flat();
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))];
  const x = Math.max(0, Math.floor(left - MARGIN));
  const y = Math.max(0, Math.floor(top - MARGIN));
  return { x, y, width: Math.min(PAD_WIDTH, Math.ceil(right + MARGIN)) - x, height: Math.min(height, Math.ceil(bottom + MARGIN)) - y };
};
