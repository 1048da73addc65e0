// What a page of a PDF shows, read from how it is drawn: pictures, and text that nobody sees, as a scanner lays what it
// recognised over its picture. Whatever else is drawn, or not understood, makes a page that is no scan.
import { type Box, boxOf, type Matrix, SAME, times } from './matrix.ts';
import { wordsOf } from './words-of.ts';

/** What the names in a drawing stand for. */
export type Named = {
  readonly picture: (name: string) => boolean;
  /** A drawing within the drawing. */
  readonly form: (name: string) => Source | undefined;
  /** Its letters are shown as the mode says; those of a font that is drawn itself always show. */
  readonly isFont: (name: string) => boolean;
  readonly isPlainState: (name: string) => boolean;
};
export type Source = { readonly drawing: string; readonly named: Named };

export type Placed = { readonly name: string; readonly at: Matrix; readonly from: number; readonly to: number };
export type Drawing = {
  readonly pictures: readonly Placed[];
  readonly hasText: boolean;
  /** Its pictures may be drawn anew by themselves: neither clipped nor mixed into what lies below. */
  readonly isMovable: boolean;
};

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const UNSEEN = 3;
/** Leave no mark by themselves: colours, how a line or a letter would be drawn, where text would stand, what belongs together. */
const SILENT: ReadonlySet<string> = new Set([
  'n', 'm', 'l', 'c', 'v', 'y', 'h', 'BMC', 'EMC', 'MP', 'DP', 'ri', 'i', 'w', 'J', 'j', 'M', 'd', 'g', 'G', 'rg', 'RG', 'k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN',
  'BT', 'ET', 'Tc', 'Tw', 'Tz', 'TL', 'Ts', 'Td', 'TD', 'Tm', 'T*',
]);
const PATH: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h']);
const SHOWS_TEXT: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);
const UNIT: Box = { left: 0, right: 1, low: 0, high: 1 };
/** In points. */
const NEARLY = 2;

type State = { readonly now: Matrix; readonly mode: number; readonly isFont: boolean; readonly isPlain: boolean; readonly clips: readonly (Box | undefined)[] };

const matrixOf = (words: readonly string[]): Matrix | undefined => {
  const [a, b, c, d, e, f, ...more] = words.map(Number);
  return a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined || more.length > 0 ? undefined : [a, b, c, d, e, f];
};

const holds = (outer: Box | undefined, inner: Box): boolean =>
  outer !== undefined && outer.left <= inner.left + NEARLY && outer.right >= inner.right - NEARLY && outer.low <= inner.low + NEARLY && outer.high >= inner.high - NEARLY;

/** `around`: the state in which a form is drawn; a form within a form is not understood. */
export const readDrawing = ({ drawing, named }: Source, around?: State): Drawing | undefined => {
  let state: State = around ?? { now: SAME, mode: 0, isFont: false, isPlain: true, clips: [] };
  const before: State[] = [];
  const pictures: Placed[] = [];
  let [hasText, isMovable] = [false, true];
  let path: (Box | undefined)[] = [];
  let operands: string[] = [];
  let began = 0;
  for (const { text: word, from, to } of wordsOf(drawing) ?? [{ text: 'unreadable', from: 0, to: 0 }]) {
    if (/^[/([\]<>]/.test(word) || NUMBER.test(word)) {
      operands.push(word);
      began = from;
      continue;
    }
    const first = operands[0] ?? '';
    const name = (operands.at(-1) ?? '').slice(1);
    if (word === 'q') before.push(state);
    else if (word === 'Q') {
      const last = before.pop();
      if (!last) isMovable = false;
      state = last ?? { ...state, now: SAME };
    } else if (word === 'cm') {
      const matrix = matrixOf(operands);
      if (!matrix) return undefined;
      state = { ...state, now: times(matrix, state.now) };
    } else if (word === 're') {
      const [x, y, width, height] = operands.map(Number);
      if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
      path.push(boxOf(state.now, { left: x, right: x + width, low: y, high: y + height }));
    } else if (word === 'W' || word === 'W*') state = { ...state, clips: [...state.clips, path.length === 1 ? path[0] : undefined] };
    else if (word === 'gs') {
      // one that says more may name a font too
      const isPlain = named.isPlainState(name);
      state = { ...state, isPlain: state.isPlain && isPlain, isFont: state.isFont && isPlain };
    }
    else if (word === 'Tr') state = { ...state, mode: Number(first) };
    else if (word === 'Tf') state = { ...state, isFont: named.isFont(first.slice(1)) };
    else if (SHOWS_TEXT.has(word)) {
      if (state.mode !== UNSEEN || !state.isFont) return undefined;
      hasText = true;
    } else if (word === 'Do' && named.picture(name)) {
      pictures.push({ name, at: state.now, from: began, to });
      isMovable &&= state.isPlain && state.clips.every((clip) => holds(clip, boxOf(state.now, UNIT)));
    } else if (word === 'Do') {
      const form = around ? undefined : named.form(name);
      const within = form && readDrawing(form, state);
      if (!within || within.pictures.length > 0) return undefined;
      hasText ||= within.hasText;
    } else if (word === 'BDC' ? first === '/OC' : !SILENT.has(word)) return undefined;
    if (PATH.has(word)) path.push(undefined);
    else if (word === 'n') path = [];
    operands = [];
  }
  return { pictures, hasText, isMovable };
};

/** The drawing without its pictures. */
export const withoutPictures = (drawing: string, pictures: readonly Placed[]): string => {
  const [kept, end] = pictures.reduce(([text, at], { from, to }) => [text + drawing.slice(at, from), to] as const, ['', 0] as readonly [string, number]);
  return kept + drawing.slice(end);
};
