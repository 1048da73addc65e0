// A series is sound when every number from 1 to the last one given stands in the book exactly once. What was
// leased to a counter and came back unused is a recorded gap: it is no fault, and it is never given again.
// @law TT 01/2018/TT-VPCP Đ.10; NĐ 30/2020/NĐ-CP Đ.15; NĐ 23/2015/NĐ-CP Đ.13
import { type Result, ok, refuse } from '../kernel/result.ts';

export const GAP_REASONS = ['lease-returned', 'lease-lost', 'spoilt'] as const;
/** Returned unused by a counter, lost with its device, or spoilt before anything was written. */
export type GapReason = (typeof GAP_REASONS)[number];

export type NumberRange = { readonly from: number; readonly to: number };
export type RecordedGap = NumberRange & { readonly reason: GapReason };

export type SeriesFinding =
  | ({ readonly kind: 'missing' } & NumberRange)
  | { readonly kind: 'duplicate'; readonly number: number; readonly times: number }
  /** Stands in the book, but the counter never gave it. */
  | { readonly kind: 'never-given'; readonly number: number }
  /** Recorded as not used, yet it stands in the book. */
  | { readonly kind: 'used-in-gap'; readonly number: number };

const within = (gaps: readonly NumberRange[], number: number): boolean => gaps.some((gap) => gap.from <= number && number <= gap.to);

/** Neighbours become one range. */
export const rangesOf = (numbers: readonly number[]): readonly NumberRange[] => {
  const ranges: NumberRange[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last.to + 1) ranges[ranges.length - 1] = { from: last.from, to: number };
    else ranges.push({ from: number, to: number });
  }
  return ranges;
};

/** `held`: out with a counter that works without a line; what it prints with them has perhaps not come in yet. */
export const checkSeries = (
  lastGiven: number, numbers: readonly number[], gaps: readonly NumberRange[], held: readonly NumberRange[] = [],
): readonly SeriesFinding[] => {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  const absent: number[] = [];
  for (let number = 1; number <= lastGiven; number += 1) {
    if (!times.has(number) && !within(gaps, number) && !within(held, number)) absent.push(number);
  }
  const present = [...times].toSorted(([a], [b]) => a - b);
  return [
    ...rangesOf(absent).map((range): SeriesFinding => ({ kind: 'missing', ...range })),
    ...present.flatMap(([number, count]): readonly SeriesFinding[] => [
      ...(count > 1 ? [{ kind: 'duplicate', number, times: count } as const] : []),
      ...(number < 1 || number > lastGiven ? [{ kind: 'never-given', number } as const] : []),
      ...(within(gaps, number) ? [{ kind: 'used-in-gap', number } as const] : []),
    ]),
  ];
};

export type GapRefused =
  | { readonly kind: 'gap-upside-down' }
  /** Only numbers that were given out can have been left unused. */
  | { readonly kind: 'gap-not-given'; readonly lastGiven: number }
  | { readonly kind: 'gap-number-used'; readonly number: number }
  | { readonly kind: 'gap-already-recorded'; readonly from: number; readonly to: number }
  /** A counter holds them and may print them yet. */
  | { readonly kind: 'gap-held'; readonly from: number; readonly to: number };

export type GapFacts = { readonly lastGiven: number; readonly used: readonly number[]; readonly gaps: readonly NumberRange[]; readonly held?: readonly NumberRange[] };

export const recordGap = (gap: RecordedGap, { lastGiven, used, gaps, held = [] }: GapFacts): Result<RecordedGap, GapRefused> => {
  if (!(gap.from >= 1 && gap.to >= gap.from)) return refuse({ kind: 'gap-upside-down' });
  if (gap.to > lastGiven) return refuse({ kind: 'gap-not-given', lastGiven });
  const number = used.find((one) => within([gap], one));
  if (number !== undefined) return refuse({ kind: 'gap-number-used', number });
  const overlaps = (one: NumberRange): boolean => one.from <= gap.to && gap.from <= one.to;
  const out = held.find(overlaps);
  if (out) return refuse({ kind: 'gap-held', from: out.from, to: out.to });
  const other = gaps.find(overlaps);
  return other ? refuse({ kind: 'gap-already-recorded', from: other.from, to: other.to }) : ok(gap);
};
