// What of a page is written on: a rectangle for each text, line and picture, in the page's own points. A picture or a
// frame of nearly the whole page is its background and covers nothing.
import { PDFArray, PDFContentStream, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRawStream, PDFStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { constants, inflateSync } from 'node:zlib';
import { type Instruction, type Operand, instructionsIn } from './content-tokens.ts';

export type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };
type Matrix = readonly [number, number, number, number, number, number];
type Seen = {
  readonly boxes: Box[]; readonly pageArea: number;
  /** Of what is still read of this page. */
  left: number;
};

const SAME: Matrix = [1, 0, 0, 1, 0, 0];
const BACKGROUND = 0.6;
const DEEPEST = 4;
const MOST_BOXES = 20_000;
/** Characters of a page's drawing with all it draws by name: a file made to grow without end, or to draw itself, is not read. */
const MOST_READ = 4_194_304;
/** What a drawing by name costs beside its own length. */
const DRAWN = 1_000;

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix =>
  [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];

const boxOf = (matrix: Matrix, corners: readonly (readonly [number, number])[]): Box => {
  const [a, b, c, d, e, f] = matrix;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
};
const cornersOf = (x: number, y: number, w: number, h: number): readonly (readonly [number, number])[] => [[x, y], [x + w, y], [x, y + h], [x + w, y + h]];

const see = ({ boxes, pageArea }: Seen, box: Box): void => {
  const isBackground = (box.right - box.left) * (box.top - box.bottom) > BACKGROUND * pageArea;
  if (!isBackground && boxes.length < MOST_BOXES) boxes.push(box);
};

const numbersIn = (operands: readonly Operand[]): readonly number[] => operands.filter((one) => typeof one === 'number');
const matrixIn = (operands: readonly Operand[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(operands);
  return [a, b, c, d, e, f];
};

const filtersOf = (dict: PDFDict): readonly PDFName[] => {
  const filter = dict.lookup(PDFName.of('Filter'));
  return (filter instanceof PDFArray ? filter.asArray() : [filter]).filter((one) => one instanceof PDFName);
};

/** One packing after the other, none of them beyond what may still be read: the library unpacks a block whole, however large. */
const unpacked = ({ dict, contents }: PDFRawStream, most: number): Uint8Array => filtersOf(dict).reduce<Uint8Array>((bytes, filter) => {
  if (filter === PDFName.of('FlateDecode')) return inflateSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  return Uint8Array.from(decodePDFRawStream(PDFRawStream.of(dict.context.obj({ Filter: filter }), bytes)).getBytes(most));
}, contents);

const textOf = (stream: PDFObject | undefined, seen: Seen): string => {
  seen.left -= DRAWN;
  if (seen.left <= 0) throw new Error('drawn at too great a length');
  const bytes = stream instanceof PDFRawStream ? unpacked(stream, seen.left)
    : stream instanceof PDFContentStream ? stream.getUnencodedContents() : new Uint8Array();
  seen.left -= bytes.length;
  return Buffer.from(bytes).toString('latin1');
};

const walk = (text: string, resources: PDFDict | undefined, start: Matrix, seen: Seen, depth: number): void => {
  let now = start;
  const kept: Matrix[] = [];
  let line = SAME;
  let cursor = SAME;
  let size = 1;
  let leading = 0;
  let path: [number, number][] = [];
  const move = (x: number, y: number): void => { line = times([1, 0, 0, 1, x, y], line); cursor = line; };
  const show = (operands: readonly Operand[]): void => {
    const width = operands.reduce<number>((sum, one) => sum + (typeof one === 'object' ? one.shown : 0), 0) * size;
    see(seen, boxOf(times(cursor, now), cornersOf(0, -0.25 * size, width, size)));
    cursor = times([1, 0, 0, 1, width, 0], cursor);
  };
  const draw = (name: unknown): void => {
    const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
    const drawn = typeof name === 'string' ? objects?.lookup(PDFName.of(name)) : undefined;
    if (!(drawn instanceof PDFStream)) return;
    if (drawn.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) return see(seen, boxOf(now, cornersOf(0, 0, 1, 1)));
    if (depth >= DEEPEST) return;
    const matrix = drawn.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)) ?? SAME;
    walk(textOf(drawn, seen), drawn.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? resources, times(matrixIn(matrix), now), seen, depth + 1);
  };
  const paint = (): void => {
    if (path.length > 0) see(seen, boxOf(SAME, path));
    path = [];
  };
  const point = (x: number, y: number): void => {
    const { left, bottom } = boxOf(now, [[x, y]]);
    path.push([left, bottom]);
  };
  const take = ({ operator, operands }: Instruction): void => {
    const given = numbersIn(operands);
    const [x = 0, y = 0, w = 0, h = 0] = given;
    switch (operator) {
      case 'q': kept.push(now); return;
      case 'Q': now = kept.pop() ?? start; return;
      case 'cm': now = times(matrixIn(operands), now); return;
      case 'BT': line = SAME; cursor = SAME; return;
      case 'Tf': size = x; return;
      case 'TL': leading = x; return;
      case 'Tm': line = matrixIn(operands); cursor = line; return;
      case 'Td': return move(x, y);
      case 'TD': leading = -y; return move(x, y);
      case 'T*': return move(0, -leading);
      case "'": case '"': move(0, -leading); return show(operands);
      case 'Tj': case 'TJ': return show(operands);
      case 're': for (const [cx, cy] of cornersOf(x, y, w, h)) point(cx, cy); return;
      case 'm': case 'l': return point(x, y);
      case 'c': case 'v': case 'y': return point(given.at(-2) ?? 0, given.at(-1) ?? 0);
      case 'n': path = []; return;
      case 'S': case 's': case 'f': case 'F': case 'f*': case 'B': case 'B*': case 'b': case 'b*': return paint();
      case 'Do': return draw(operands.at(-1));
      default:
    }
  };
  for (const one of instructionsIn(text)) take(one);
};

const annotationBoxes = (page: PDFPage): readonly Box[] =>
  (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
    const annotation = page.doc.context.lookup(ref);
    const rect = annotation instanceof PDFDict ? annotation.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle() : undefined;
    return rect && rect.width > 0 ? [{ left: rect.x, bottom: rect.y, right: rect.x + rect.width, top: rect.y + rect.height }] : [];
  });

export const coveredOn = (page: PDFPage): readonly Box[] => {
  const { Contents, Resources } = page.node.normalizedEntries();
  const { width, height } = page.getSize();
  const seen: Seen = { boxes: [...annotationBoxes(page)], pageArea: width * height, left: MOST_READ };
  const text = (Contents?.asArray() ?? []).map((ref) => textOf(page.doc.context.lookup(ref), seen)).join('\n');
  walk(text, Resources, SAME, seen, 0);
  return seen.boxes;
};
