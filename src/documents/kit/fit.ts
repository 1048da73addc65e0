// How full a paper will be, told from its words alone, so that setting it begins near where it will end:
// a layout costs 5–15 ms. Too low costs one layout more; the paper itself is the same.
import type { PaperValue } from './document.ts';

const LINE = 75;
/** Drawings, headings and what stands in a fixed place. */
const FIXED: ReadonlySet<string> = new Set(['tracking', 'head', 'heading', 'footCode', 'number', 'hour', 'weekday', 'date']);

/** About how many lines the words fill. */
export const fullness = (value: PaperValue): number => {
  if (typeof value === 'string') return Math.ceil(value.length / LINE);
  if (value === null || typeof value !== 'object') return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item: PaperValue) => sum + fullness(item), 0);
  return Object.entries(value).reduce((sum, [key, item]) => sum + (FIXED.has(key) ? 0 : fullness(item as PaperValue)), 0);
};

/** The normal setting, and one tighter for each limit that is passed. */
export const settingFor = (full: number, limits: readonly number[]): number => 2 + limits.filter((limit) => full > limit).length;
