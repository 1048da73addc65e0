// A file of rows: NDJSON (also gzipped), a JSON list, or one JSON detail. A broken line is refused, not fatal.
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

export type ReadLine = { readonly line: number; readonly value: unknown } | { readonly line: number; readonly broken: string };

const GZIP = [0x1f, 0x8b];

export const linesOf = (text: string): readonly ReadLine[] => {
  try {
    const whole: unknown = JSON.parse(text);
    return (Array.isArray(whole) ? whole : [whole]).map((value: unknown, index) => ({ line: index + 1, value }));
  } catch {
    return text.split('\n').flatMap((raw, index): ReadLine[] => {
      if (raw.trim() === '') return [];
      try {
        return [{ line: index + 1, value: JSON.parse(raw) as unknown }];
      } catch {
        return [{ line: index + 1, broken: 'dòng không phải JSON' }];
      }
    });
  }
};

export const readRows = async (path: string): Promise<readonly ReadLine[]> => {
  const bytes = await readFile(path);
  const packed = bytes[0] === GZIP[0] && bytes[1] === GZIP[1];
  return linesOf((packed ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/u, ''));
};
