// The words of a drawing in a PDF, one after the other; a string counts as one word, whatever stands in it.
export type Word = { readonly text: string; readonly from: number; readonly to: number };

const SPACE = /[\0\t\n\f\r ]+|%[^\r\n]*/y;
const PLAIN = /\/?[^\0\t\n\f\r ()<>[\]{}/%]+|\/|<<|>>|<[^>]*>|[[\]{}]/y;
const WITHIN = /[()\\]/g;

const endOfString = (drawing: string, from: number): number | undefined => {
  let depth = 1;
  WITHIN.lastIndex = from + 1;
  for (let found = WITHIN.exec(drawing); found; found = WITHIN.exec(drawing)) {
    if (found[0] === '\\') WITHIN.lastIndex = found.index + 2;
    else depth += found[0] === '(' ? 1 : -1;
    if (depth === 0) return found.index + 1;
  }
  return undefined;
};

/** Nothing of what no reader would understand. */
export const wordsOf = (drawing: string): readonly Word[] | undefined => {
  const words: Word[] = [];
  for (let at = 0; at < drawing.length;) {
    SPACE.lastIndex = at;
    if (SPACE.test(drawing)) {
      at = SPACE.lastIndex;
      continue;
    }
    PLAIN.lastIndex = at;
    const to = drawing[at] === '(' ? endOfString(drawing, at) : PLAIN.test(drawing) ? PLAIN.lastIndex : undefined;
    if (to === undefined) return undefined;
    words.push({ text: drawing[at] === '(' ? '()' : drawing.slice(at, to), from: at, to });
    at = to;
  }
  return words;
};
