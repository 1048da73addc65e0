// A page whose picture was put together from bands, or straightened below its text, is drawn anew: the picture first, then
// what was drawn before without it, turned as the picture was.
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { withoutPictures } from './drawing.ts';
import { type Matrix, turnedWith } from './matrix.ts';
import type { Scanned } from './scanned-page.ts';

export type Redrawn = Scanned & { readonly picture: PDFRef; readonly width: number; readonly height: number; readonly skew: number };

const PICTURE = 'MotcuaPage';
const name = (text: string): PDFName => PDFName.of(text);
/** A PDF knows no powers of ten. */
const written = (matrix: Matrix): string => matrix.map((value) => value.toFixed(8).replace(/\.?0+$/, '')).join(' ');
/** Each character is a byte of the drawing before. */
const bytesOf = (drawing: string): Uint8Array => Uint8Array.from(drawing, (one) => one.charCodeAt(0));

const drawingAnew = ({ at, drawing, shown, width, height, skew }: Redrawn): string => {
  const picture = `q ${written(at)} cm /${PICTURE} Do Q\n`;
  return shown.hasText ? `${picture}q ${written(turnedWith(at, width, height, -skew))} cm\n${withoutPictures(drawing, shown.pictures)}\nQ\n` : picture;
};

const resourcesAnew = (pdf: PDFDocument, { page, shown, picture }: Redrawn): PDFDict => {
  const resources = page.node.Resources()?.clone(pdf.context) ?? pdf.context.obj({});
  const gone = new Set(shown.pictures.map((one) => name(one.name)));
  const named = pdf.context.obj({ [PICTURE]: picture });
  for (const [key, value] of resources.lookupMaybe(name('XObject'), PDFDict)?.entries() ?? []) if (!gone.has(key)) named.set(key, value);
  resources.set(name('XObject'), named);
  return resources;
};

const drawingsOf = ({ node }: PDFPage): readonly PDFRef[] => {
  const [at, found] = [node.get(name('Contents')), node.Contents()];
  return [at, ...(found instanceof PDFArray ? found.asArray() : [])].filter((one) => one instanceof PDFRef);
};

export const redraw = (pdf: PDFDocument, pages: readonly Redrawn[]): void => {
  const before = new Set(pages.flatMap(({ page }) => drawingsOf(page)));
  for (const one of pages) {
    one.page.node.set(name('Resources'), resourcesAnew(pdf, one));
    one.page.node.set(name('Contents'), pdf.context.register(pdf.context.flateStream(bytesOf(drawingAnew(one)))));
  }
  for (const ref of pdf.getPages().flatMap(drawingsOf)) before.delete(ref);
  for (const ref of before) pdf.context.delete(ref);
};
