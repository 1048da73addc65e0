// A PDF from a scanner: the pictures of its pages are shrunk as pictures are, and nothing else of it changes. What is
// signed, locked, written on a computer or not understood stays byte for byte as it is. Fetched only when one comes.
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { TARGET_BYTES } from './image-size.ts';
import { readJpegHead } from './jpeg-head.ts';
import { type Scanned, scannedOn } from './scanned-page.ts';

export type ShrinkPicture = (picture: Blob) => Promise<Blob>;
export type OnPage = (page: number, of: number) => void;

const name = (text: string): PDFName => PDFName.of(text);
/** Of a picture that says more than a JPEG does: cut out by a mask, inverted, decoded in its own way. */
const MORE = ['SMask', 'Mask', 'Decode', 'DecodeParms', 'ImageMask'].map(name);
const GREY: readonly PDFObject[] = [name('DeviceGray'), name('CalGray')];
const COLOUR: readonly PDFObject[] = [name('DeviceRGB'), name('CalRGB')];

const componentsOf = (space: PDFObject | undefined): number | undefined => {
  const kind = space instanceof PDFArray ? space.lookup(0) : space;
  if (!kind) return undefined;
  if (GREY.includes(kind)) return 1;
  if (COLOUR.includes(kind)) return 3;
  const profile = kind === name('ICCBased') && space instanceof PDFArray ? space.lookup(1) : undefined;
  const count = profile instanceof PDFRawStream ? profile.dict.lookupMaybe(name('N'), PDFNumber)?.asNumber() : undefined;
  return count === 1 || count === 3 ? count : undefined;
};

const isPlainJpeg = ({ dict }: PDFRawStream): boolean => {
  const filter = dict.lookup(name('Filter'));
  const coded = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return coded === name('DCTDecode') && !MORE.some((key) => dict.has(key)) && dict.lookupMaybe(name('BitsPerComponent'), PDFNumber)?.asNumber() === 8;
};

const shrunk = async (picture: PDFRawStream, shrink: ShrinkPicture): Promise<PDFRawStream | undefined> => {
  const components = componentsOf(picture.dict.lookup(name('ColorSpace')));
  const head = readJpegHead(Uint8Array.from(picture.contents));
  if (!isPlainJpeg(picture) || !head || head.components !== components || head.precision !== 8) return undefined;
  const smaller = new Uint8Array(await (await shrink(head.bare)).arrayBuffer());
  const now = readJpegHead(smaller);
  if (!now || now.components !== 3 || smaller.length >= picture.contents.length) return undefined;
  const dict = picture.dict.clone();
  dict.set(name('Width'), PDFNumber.of(now.width));
  dict.set(name('Height'), PDFNumber.of(now.height));
  if (components !== 3) dict.set(name('ColorSpace'), name('DeviceRGB'));
  return PDFRawStream.of(dict, smaller);
};

/** Also of a field that nobody has signed in yet: whoever made it meant the file to stay as it is. */
const bearsSignature = (pdf: PDFDocument): boolean =>
  pdf.catalog.has(name('Perms')) ||
  pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict)?.has(name('SigFlags')) === true ||
  pdf.context.enumerateIndirectObjects().some(([, one]) => one instanceof PDFDict &&
    (one.has(name('ByteRange')) || one.lookup(name('FT')) === name('Sig') || one.lookup(name('Type')) === name('Sig')));

const BYTE_RANGE = new TextEncoder().encode('/ByteRange');
const saysByteRange = (bytes: Uint8Array): boolean => {
  for (let at = bytes.indexOf(BYTE_RANGE[0] ?? 0); at >= 0; at = bytes.indexOf(BYTE_RANGE[0] ?? 0, at + 1))
    if (BYTE_RANGE.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
};

const smallerOf = async (file: Blob, shrink: ShrinkPicture, onPage: OnPage): Promise<Blob> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (saysByteRange(bytes)) return file;
  // refuses what is locked; a broken object would be lost in the writing
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  if (bearsSignature(pdf)) return file;
  const pages: Scanned[] = [];
  for (const page of pdf.getPages()) {
    const scanned = scannedOn(page);
    if (!scanned) return file;
    pages.push(scanned);
  }
  const seen = new Set<string>();
  // one after the other: a page at 300 dpi is 35 MB of pixels
  for (const [i, { ref, picture }] of pages.entries()) {
    if (seen.has(ref.tag) || picture.contents.length <= TARGET_BYTES) continue;
    seen.add(ref.tag);
    onPage(i + 1, pages.length);
    const smaller = await shrunk(picture, shrink);
    if (smaller) pdf.context.assign(ref, smaller);
  }
  if (seen.size === 0) return file;
  const saved = await pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
  return saved.length < bytes.length ? new Blob([saved], { type: file.type }) : file;
};

export const shrinkPdf: typeof smallerOf = async (file, shrink, onPage) => {
  try {
    return await smallerOf(file, shrink, onPage);
  } catch {
    // whatever a stranger's file is broken by: it is sent as it came
    return file;
  }
};
