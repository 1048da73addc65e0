// A page's drawing instructions, read so far as it takes to know where something stands: numbers, names, how long a
// shown text is, and the operator. What cannot be read ends the reading.

export type Operand = number | string | { readonly shown: number };
export type Instruction = { readonly operator: string; readonly operands: readonly Operand[] };

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;
/** One way only to read a digit: of a million of them followed by a letter a second way would have no end. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
/** Of all letters about, in units of the size: enough to know what is covered. */
const LETTER = 0.5;

const endOfString = (text: string, from: number): number => {
  let depth = 1;
  let at = from + 1;
  for (; at < text.length && depth > 0; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
  }
  return at;
};

const endOfWord = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && !DELIMITER.test(text[at] ?? '')) at += 1;
  return at;
};

export function* instructionsIn(text: string): Generator<Instruction> {
  let operands: Operand[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (SPACE.test(sign) || sign === '[' || sign === ']' || sign === '>' || sign === '{' || sign === '}' || sign === ')') at += 1;
    else if (sign === '%') at = Math.max(at + 1, text.slice(at).search(/[\r\n]|$/) + at);
    else if (sign === '(') {
      const end = endOfString(text, at);
      operands.push({ shown: (end - at - 2) * LETTER });
      at = end;
    } else if (sign === '<' && text[at + 1] === '<') at += 2;
    else if (sign === '<') {
      const end = text.indexOf('>', at);
      if (end < 0) return;
      // four digits a letter, as fonts with Vietnamese are embedded
      operands.push({ shown: ((end - at - 1) / 4) * LETTER });
      at = end + 1;
    } else if (sign === '/') {
      const end = endOfWord(text, at + 1);
      operands.push(text.slice(at + 1, end));
      at = end;
    } else {
      const end = endOfWord(text, at);
      const word = text.slice(at, end);
      at = end;
      if (NUMBER.test(word)) operands.push(Number(word));
      else {
        yield { operator: word, operands };
        operands = [];
        // the bytes of a picture in the line are no instructions
        if (word === 'ID') {
          const last = text.slice(at).search(/\sEI(?=\s|$)/);
          if (last < 0) return;
          at += last;
        }
      }
    }
  }
}
