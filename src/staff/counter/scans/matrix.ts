// Where something lies on a page of a PDF: [a b c d e f] as it stands there, points as rows.
export type Matrix = readonly [number, number, number, number, number, number];
export const SAME: Matrix = [1, 0, 0, 1, 0, 0];

/** First the one, then the other. */
export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix =>
  [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];

export const inverse = ([a, b, c, d, e, f]: Matrix): Matrix => {
  const area = a * d - b * c;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
};

/** How what lies on a page moves when the picture at `at`, so many dots wide and high, is turned about its middle. */
export const turnedWith = (at: Matrix, width: number, height: number, degrees: number): Matrix => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  // dots count downwards, a page upwards
  const dots: Matrix = times([1 / width, 0, 0, -1 / height, 0, 1], at);
  const about = [[1, 0, 0, 1, -width / 2, -height / 2], [cos, sin, -sin, cos, 0, 0], [1, 0, 0, 1, width / 2, height / 2]] satisfies Matrix[];
  return [...about, dots].reduce<Matrix>(times, inverse(dots));
};

export type Box = { readonly left: number; readonly right: number; readonly low: number; readonly high: number };

export const boxOf = ([a, b, c, d, e, f]: Matrix, { left, right, low, high }: Box): Box => {
  const [xs, ys] = [[left, right].flatMap((x) => [low, high].map((y) => a * x + c * y + e)), [left, right].flatMap((x) => [low, high].map((y) => b * x + d * y + f))];
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) };
};
