// What is typed ends on a legal paper: a sign that the paper's font lacks is said at its field,
// before anything is saved, instead of leaving a receipt that cannot be printed.
import { printableCodePoints } from '#documents/kit/code-points.ts';
import type { FieldError } from '#wire/problem.wire.ts';
import { readFontFiles } from './fonts.ts';

const MOST_NAMED = 5;
/** Answers of the electronic form are on no paper of ours. */
const NOT_PRINTED = new Set(['answers']);

let known: ReadonlySet<number> | undefined;

const firstUnprintable = (text: string): string | undefined => {
  known ??= printableCodePoints(readFontFiles());
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point > 0x7e && !known.has(point)) return character;
  }
  return undefined;
};

const walk = (value: unknown, path: string, found: FieldError[]): void => {
  if (found.length >= MOST_NAMED) return;
  if (typeof value === 'string') {
    const character = firstUnprintable(value);
    if (character !== undefined) found.push({ path, message: `Ký tự “${character}” không in được trên giấy tờ. Vui lòng ghi bằng chữ.` });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (path !== '' || !NOT_PRINTED.has(key)) walk(inner, path === '' ? key : `${path}.${key}`, found);
    }
  }
};

export const unprintableFields = (body: object): readonly FieldError[] => {
  const found: FieldError[] = [];
  walk(body, '', found);
  return found;
};
