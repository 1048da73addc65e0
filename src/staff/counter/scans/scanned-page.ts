// A page of a PDF that is one scanned picture, or one cut into bands, over nearly all of it; what was recognised on it
// may lie over it as text that nobody sees.
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type Drawing, type Named, readDrawing, type Source } from './drawing.ts';
import { boxOf, type Matrix } from './matrix.ts';
import { sheetOf } from './bands.ts';

export type Band = { readonly ref: PDFRef; readonly picture: PDFRawStream };
export type Scanned = {
  readonly page: PDFPage;
  readonly drawing: string;
  readonly shown: Drawing;
  /** From the top down. */
  readonly bands: readonly Band[];
  readonly at: Matrix;
};

const name = (text: string): PDFName => PDFName.of(text);
/** Of the page's area; what is left are margins. */
const COVERED = 0.8;
/** Bytes of drawing: a page full of recognised letters has less than a hundred thousand. */
const MOST_STORED = 512 * 1024;
const MOST_DRAWING = 2 * 1024 * 1024;
/** Those of which a letter shows only as the mode says. */
const FONTS: readonly (PDFObject | undefined)[] = ['Type0', 'Type1', 'MMType1', 'TrueType'].map(name);

const PART = 8_192;
/** Each byte is a character; a decoder of the platform would read some of them as others. */
const textOf = (bytes: Uint8Array): string =>
  Array.from({ length: Math.ceil(bytes.length / PART) }, (_, i) => String.fromCharCode(...bytes.subarray(i * PART, (i + 1) * PART))).join('');

const drawingOf = (content: PDFObject | undefined): string | undefined => {
  const streams = content instanceof PDFArray ? Array.from({ length: content.size() }, (_, i) => content.lookup(i)) : [content];
  let text = '';
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream) || stream.contents.length > MOST_STORED) return undefined;
    const bytes = decodePDFRawStream(stream).decode();
    if (text.length + bytes.length > MOST_DRAWING) return undefined;
    text += `${textOf(bytes)}\n`;
  }
  return text;
};

const isSubtype = (object: PDFObject | undefined, subtype: string): object is PDFRawStream =>
  object instanceof PDFRawStream && object.dict.lookup(name('Subtype')) === name(subtype);

/** Says nothing that would show through what is drawn: no other blending, nothing half seen, no font. */
const isPlain = (state: PDFDict | undefined): boolean => {
  if (!state || state.has(name('Font'))) return false;
  const blend = state.lookup(name('BM'));
  const mask = state.lookup(name('SMask'));
  return ['ca', 'CA'].every((key) => (state.lookupMaybe(name(key), PDFNumber)?.asNumber() ?? 1) === 1) &&
    (!mask || mask === name('None')) && (!blend || blend === name('Normal') || blend === name('Compatible'));
};

const namedIn = (resources: PDFDict | undefined): Named => {
  const get = (kind: string, key: string): PDFObject | undefined => resources?.lookupMaybe(name(kind), PDFDict)?.lookup(name(key));
  const dictOf = (kind: string, key: string): PDFDict | undefined => {
    const found = get(kind, key);
    return found instanceof PDFDict ? found : undefined;
  };
  return {
    picture: (key) => isSubtype(get('XObject', key), 'Image'),
    form: (key): Source | undefined => {
      const form = get('XObject', key);
      const drawing = isSubtype(form, 'Form') ? drawingOf(form) : undefined;
      return isSubtype(form, 'Form') && drawing !== undefined ? { drawing, named: namedIn(form.dict.lookupMaybe(name('Resources'), PDFDict) ?? resources) } : undefined;
    },
    isFont: (key) => FONTS.includes(dictOf('Font', key)?.lookup(name('Subtype'))),
    isPlainState: (key) => isPlain(dictOf('ExtGState', key)),
  };
};

const partOf = (from: number, to: number, low: number, high: number): number => Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low);

const covers = (at: Matrix, page: PDFPage): boolean => {
  const [a, b, c, d] = at;
  if ((b !== 0 || c !== 0) && (a !== 0 || d !== 0)) return false;
  const { x, y, width, height } = page.getCropBox();
  const { left, right, low, high } = boxOf(at, { left: 0, right: 1, low: 0, high: 1 });
  return partOf(left, right, x, x + width) * partOf(low, high, y, y + height) >= COVERED;
};

const sizeOf = ({ dict }: PDFRawStream): { readonly width: number; readonly height: number } =>
  ({ width: dict.lookup(name('Width'), PDFNumber).asNumber(), height: dict.lookup(name('Height'), PDFNumber).asNumber() });

export const scannedOn = (page: PDFPage): Scanned | undefined => {
  const resources = page.node.Resources();
  const drawing = drawingOf(page.node.Contents());
  const shown = drawing === undefined ? undefined : readDrawing({ drawing, named: namedIn(resources) });
  if (drawing === undefined || !shown) return undefined;
  const pictures = resources?.lookupMaybe(name('XObject'), PDFDict);
  const bands: (Band & { readonly at: Matrix; readonly width: number; readonly height: number })[] = [];
  for (const one of shown.pictures) {
    const ref = pictures?.get(name(one.name));
    const picture = page.doc.context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(picture instanceof PDFRawStream)) return undefined;
    bands.push({ ref, picture, at: one.at, ...sizeOf(picture) });
  }
  const sheet = sheetOf(bands);
  if (!sheet || !covers(sheet.at, page) || (bands.length > 1 && !shown.isMovable)) return undefined;
  return { page, drawing, shown, bands: sheet.bands, at: sheet.at };
};
