// Whether a PDF is pages and nothing besides: what is signed, filled in, marked or carries files stays byte for byte.
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import type { Harm, WhyLeft } from './outcome.ts';

const name = (text: string): PDFName => PDFName.of(text);

const BYTE_RANGE = new TextEncoder().encode('/ByteRange');
export const saysByteRange = (bytes: Uint8Array): boolean => {
  for (let at = bytes.indexOf(BYTE_RANGE[0] ?? 0); at >= 0; at = bytes.indexOf(BYTE_RANGE[0] ?? 0, at + 1))
    if (BYTE_RANGE.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
};

/** Also of a field that nobody has signed in yet: whoever made it meant the file to stay as it is. */
const bearsSignature = (pdf: PDFDocument): boolean =>
  pdf.catalog.has(name('Perms')) ||
  pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict)?.has(name('SigFlags')) === true ||
  pdf.context.enumerateIndirectObjects().some(([, one]) => one instanceof PDFDict &&
    (one.has(name('ByteRange')) || one.lookup(name('FT')) === name('Sig') || one.lookup(name('Type')) === name('Sig')));

const hasAny = (dict: PDFDict | undefined, key: string): boolean => {
  const list = dict?.lookup(name(key));
  return list instanceof PDFArray ? list.size() > 0 : list !== undefined;
};

const bearsMore = (pdf: PDFDocument): boolean => {
  const form = pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  return hasAny(form, 'Fields') || hasAny(form, 'XFA') || hasAny(pdf.catalog, 'AF') || pdf.catalog.has(name('Collection')) ||
    pdf.catalog.lookupMaybe(name('Names'), PDFDict)?.has(name('EmbeddedFiles')) === true || pdf.getPages().some(({ node }) => hasAny(node, 'Annots'));
};

export const whyNotPlain = (pdf: PDFDocument): WhyLeft | undefined => (bearsSignature(pdf) ? 'signed' : bearsMore(pdf) ? 'more-than-a-scan' : undefined);

const MOST_NODES = 10_000;
/** A plan of a metre at 600 dpi has half of it. */
const MOST_DOTS = 1_000_000_000;

const walkPages = (pdf: PDFDocument): void => {
  let nodes = 0;
  pdf.catalog.Pages().traverse(() => {
    nodes += 1;
    if (nodes > MOST_NODES) throw new RangeError('too many pages');
  });
};

export const harmIn = (pdf: PDFDocument): Harm | undefined => {
  try {
    walkPages(pdf);
  } catch (error) {
    // also of pages within themselves: the walk runs out of room
    if (error instanceof RangeError) return { kind: 'endless-pages' };
    throw error;
  }
  for (const [, one] of pdf.context.enumerateIndirectObjects()) {
    if (!(one instanceof PDFRawStream) || one.dict.lookup(name('Subtype')) !== name('Image')) continue;
    const [width, height] = ['Width', 'Height'].map((key) => one.dict.lookupMaybe(name(key), PDFNumber)?.asNumber() ?? 0);
    if (width !== undefined && height !== undefined && width * height > MOST_DOTS) return { kind: 'too-many-dots', width, height };
  }
  return undefined;
};
