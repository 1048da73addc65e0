// A page of a PDF that is one scanned picture: it draws that picture once, over nearly all of itself, and nothing else.
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, type PDFObject, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

export type Scanned = { readonly ref: PDFRef; readonly picture: PDFRawStream };

type Matrix = readonly [number, number, number, number, number, number];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];
/** Of the page's area; what is left are margins. */
const COVERED = 0.8;
/** Bytes of drawing: a scanner writes less than a hundred. */
const MOST_DRAWING = 2_048;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
/** Leave no mark by themselves: clips, colours, how a line would be drawn. */
const SILENT: ReadonlySet<string> = new Set(['gs', 're', 'W', 'W*', 'n', 'BMC', 'EMC', 'ri', 'i', 'w', 'J', 'j', 'M', 'g', 'G', 'rg', 'RG']);

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix =>
  [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];

export type Drawn = { readonly name: string; readonly at: Matrix };

/** The one picture that is drawn, and where; nothing when anything else is drawn or the drawing is not understood. */
export const onlyDrawn = (drawing: string): Drawn | undefined => {
  let now = SAME;
  const before: Matrix[] = [];
  let operands: string[] = [];
  let drawn: Drawn | undefined;
  for (const word of drawing.replaceAll('/', ' /').split(/[\0\t\n\f\r ]+/).filter((one) => one !== '')) {
    if (word.startsWith('/') || NUMBER.test(word)) {
      operands.push(word);
      continue;
    }
    const [first = ''] = operands;
    if (word === 'q') before.push(now);
    else if (word === 'Q') now = before.pop() ?? SAME;
    else if (word === 'cm') {
      const [a, b, c, d, e, f] = operands.map(Number);
      if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) return undefined;
      now = times([a, b, c, d, e, f], now);
    } else if (word === 'Do' && !drawn) drawn = { name: first.slice(1), at: now };
    else if (!SILENT.has(word)) return undefined;
    operands = [];
  }
  return drawn;
};

const partOf = ({ low, high }: { readonly low: number; readonly high: number }, from: number, length: number): number =>
  Math.max(0, Math.min(high, Math.max(from, from + length)) - Math.max(low, Math.min(from, from + length))) / (high - low);

const covers = ([a, b, c, d, e, f]: Matrix, page: PDFPage): boolean => {
  const straight = b === 0 && c === 0;
  if (!straight && (a !== 0 || d !== 0)) return false;
  const { x, y, width, height } = page.getCropBox();
  return partOf({ low: x, high: x + width }, e, straight ? a : c) * partOf({ low: y, high: y + height }, f, straight ? d : b) >= COVERED;
};

const drawingOf = (content: PDFObject | undefined): string | undefined => {
  const streams = content instanceof PDFArray ? Array.from({ length: content.size() }, (_, i) => content.lookup(i)) : [content];
  let text = '';
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream) || stream.contents.length > MOST_DRAWING) return undefined;
    const decoded = decodePDFRawStream(stream).decode();
    if (decoded.length > MOST_DRAWING) return undefined;
    text += `${String.fromCharCode(...decoded)}\n`;
  }
  return text;
};

export const scannedOn = (page: PDFPage): Scanned | undefined => {
  const drawing = drawingOf(page.node.Contents());
  const drawn = drawing === undefined ? undefined : onlyDrawn(drawing);
  if (!drawn || !covers(drawn.at, page)) return undefined;
  const ref = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(drawn.name));
  const picture = page.doc.context.lookup(ref);
  const isPicture = ref instanceof PDFRef && picture instanceof PDFRawStream && picture.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
  return isPicture ? { ref, picture } : undefined;
};
