// The text of a PDF as a reader would copy it, line by line: enough of the format for the files our own
// compiler writes (object streams, Flate, two-byte glyph codes with ToUnicode), so that tests need no tool.
import { inflateSync } from 'node:zlib';

type Part = { readonly dict: string; readonly stream?: Buffer };
type Matrix = readonly [number, number, number, number, number, number];

const readParts = (pdf: Buffer): ReadonlyMap<number, Part> => {
  const text = pdf.toString('latin1');
  const parts = new Map<number, Part>();
  for (const match of text.matchAll(/(\d+) 0 obj\s*/gu)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endobj', start);
    const body = text.slice(start, end);
    const at = /stream\r?\n/u.exec(body);
    const isStream = at !== null && /\/Length/u.test(body.slice(0, at.index));
    if (!isStream) {
      parts.set(Number(match[1]), { dict: body });
      continue;
    }
    const dict = body.slice(0, at.index);
    const length = Number(/\/Length (\d+)/u.exec(dict)?.[1] ?? 0);
    const raw = pdf.subarray(start + at.index + at[0].length, start + at.index + at[0].length + length);
    parts.set(Number(match[1]), { dict, stream: /FlateDecode/u.test(dict) ? inflateSync(raw) : raw });
  }
  const packed = [...parts.values()].filter((part) => /\/Type\s*\/ObjStm/u.test(part.dict));
  for (const part of packed) {
    if (part.stream === undefined) continue;
    const content = part.stream.toString('latin1');
    const first = Number(/\/First (\d+)/u.exec(part.dict)?.[1]);
    const heads = content.slice(0, first).trim().split(/\s+/u).map(Number);
    for (let i = 0; i < heads.length; i += 2) {
      const next = heads[i + 3];
      parts.set(heads[i] ?? 0, { dict: content.slice(first + (heads[i + 1] ?? 0), next === undefined ? undefined : first + next) });
    }
  }
  return parts;
};

const refIn = (dict: string, key: string): number | undefined => {
  const found = new RegExp(`/${key}\\s+(\\d+) 0 R`, 'u').exec(dict);
  return found === null ? undefined : Number(found[1]);
};

const utf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/gu) ?? []).map((unit) => Number.parseInt(unit, 16)));

const readToUnicode = (stream: Buffer): ReadonlyMap<string, string> => {
  const glyphs = new Map<string, string>();
  for (const block of stream.toString('latin1').matchAll(/beginbfchar([\s\S]*?)endbfchar/gu)) {
    for (const pair of (block[1] ?? '').matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/gu)) {
      glyphs.set((pair[1] ?? '').toLowerCase(), utf16(pair[2] ?? ''));
    }
  }
  return glyphs;
};

type Font = { readonly glyphs: ReadonlyMap<string, string>; readonly widths: ReadonlyMap<number, number> };

/** '/W [1 3 500 7 7 444]': first and last glyph code of a range and its width in thousandths of the size. */
const readWidths = (dict: string): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>();
  const numbers = (/\/W\s*\[([^[\]]*)\]/u.exec(dict)?.[1] ?? '').trim().split(/\s+/u).map(Number);
  for (let i = 0; i + 2 < numbers.length; i += 3) {
    const [first = 0, last = 0, width = 0] = numbers.slice(i, i + 3);
    for (let code = first; code <= last; code += 1) widths.set(code, width);
  }
  return widths;
};

const fontsOf = (page: string, parts: ReadonlyMap<number, Part>): ReadonlyMap<string, Font> => {
  const resources = parts.get(refIn(page, 'Resources') ?? -1)?.dict ?? page;
  const list = /\/Font\s*<<([\s\S]*?)>>/u.exec(resources)?.[1] ?? '';
  const fonts = new Map<string, Font>();
  for (const [, name, ref] of list.matchAll(/\/(\S+)\s+(\d+) 0 R/gu)) {
    const dict = parts.get(Number(ref))?.dict ?? '';
    const table = parts.get(refIn(dict, 'ToUnicode') ?? -1)?.stream;
    const descendant = Number(/\/DescendantFonts\s*\[(\d+)/u.exec(dict)?.[1] ?? -1);
    if (name === undefined || table === undefined) continue;
    fonts.set(name, { glyphs: readToUnicode(table), widths: readWidths(parts.get(descendant)?.dict ?? '') });
  }
  return fonts;
};

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
];

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A literal string from its opening bracket: balanced brackets inside need no escape. */
const readString = (content: string, from: number): { readonly bytes: string; readonly end: number } => {
  let bytes = '';
  let depth = 1;
  let i = from + 1;
  for (; i < content.length; i += 1) {
    const character = content[i] ?? '';
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/u.exec(content.slice(i + 1, i + 4))?.[0];
      const next = content[i + 1] ?? '';
      bytes += octal === undefined ? (ESCAPES[next] ?? next) : String.fromCharCode(Number.parseInt(octal, 8));
      i += octal === undefined ? 1 : octal.length;
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) break;
    bytes += character;
  }
  return { bytes, end: i + 1 };
};

type Run = { readonly x: number; readonly y: number; readonly end: number; readonly text: string };

/** Runs of text with their place, in the order they are written. */
const runsOf = (content: string, fonts: ReadonlyMap<string, Font>): readonly Run[] => {
  const runs: Run[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let font: Font | undefined;
  let size = 0;
  let operands: string[] = [];
  let strings: string[] = [];
  let kerning = 0;
  const show = (): void => {
    const codes = strings.flatMap((bytes) => Buffer.from(bytes, 'latin1').toString('hex').match(/.{4}/gu) ?? []);
    const units = codes.reduce((sum, code) => sum + (font?.widths.get(Number.parseInt(code, 16)) ?? 0), 0) - kerning;
    const text = codes.map((code) => font?.glyphs.get(code) ?? '\uFFFD').join('');
    runs.push({ x: matrix[4], y: Math.round(matrix[5]), end: matrix[4] + (units * size) / 1000, text });
  };
  const operators: Readonly<Record<string, () => void>> = {
    q: () => stack.push(matrix),
    Q: () => { matrix = stack.pop() ?? matrix; },
    cm: () => { matrix = times(operands.slice(-6).map(Number) as unknown as Matrix, matrix); },
    Tf: () => { font = fonts.get((operands.at(-2) ?? '').slice(1)); size = Number(operands.at(-1)); },
    TJ: show,
    Tj: show,
  };
  for (let i = 0; i < content.length;) {
    const character = content[i] ?? '';
    if (character === '(') {
      const read = readString(content, i);
      strings.push(read.bytes);
      i = read.end;
      continue;
    }
    const word = /^[^\s()[\]]+/u.exec(content.slice(i, i + 60))?.[0];
    if (word === undefined) { i += 1; continue; }
    i += word.length;
    if (/^[-+.\d]/u.test(word) || word.startsWith('/')) {
      operands.push(word);
      if (strings.length > 0) kerning += Number(word);
      continue;
    }
    operators[word]?.();
    operands = [];
    strings = [];
    kerning = 0;
  }
  return runs;
};

const linesOf = (runs: readonly Run[]): readonly string[] => {
  const lines: { y: number; end: number; text: string }[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - run.y) <= 1) {
      last.text += (Math.abs(run.x - last.end) > 1 ? ' ' : '') + run.text;
      last.end = run.end;
    } else {
      lines.push({ ...run });
    }
  }
  return lines.map((line) => line.text.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '');
};

/** One array of lines a page. */
export const pdfLines = (pdf: Uint8Array): readonly (readonly string[])[] => {
  const parts = readParts(Buffer.from(pdf));
  const tree = [...parts.values()].find((part) => /\/Type\s*\/Pages/u.test(part.dict));
  const kids = /\/Kids\s*\[([^\]]*)\]/u.exec(tree?.dict ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/gu)].map((kid) => {
    const page = parts.get(Number(kid[1]))?.dict ?? '';
    const content = parts.get(refIn(page, 'Contents') ?? -1)?.stream?.toString('latin1') ?? '';
    return linesOf(runsOf(content, fontsOf(page, parts)));
  });
};

/** All of it in one string, lines joined by spaces: for 'says …' questions. */
export const pdfText = (pdf: Uint8Array): string => pdfLines(pdf).flat().join(' ');
