// The picture of a scanned page within its PDF: whether it can be shrunk as a picture can, and what the smaller one is.
import { PDFArray, type PDFContext, type PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { type JpegHead, readJpegHead } from './jpeg-head.ts';
import type { WhyLeft } from './outcome.ts';

/** Bands from the top down; straightened when told so, by as many degrees as is answered. */
export type ShrinkSheet = (bands: readonly JpegHead[], straighten: boolean) => Promise<{ readonly jpeg: Blob; readonly skew: number }>;

const name = (text: string): PDFName => PDFName.of(text);
/** Of a picture that says more than a JPEG does: cut out by a mask, inverted, decoded in its own way. */
const MORE = ['SMask', 'Mask', 'Decode', 'DecodeParms', 'ImageMask'].map(name);
const GREY: readonly PDFObject[] = [name('DeviceGray'), name('CalGray')];
const COLOUR: readonly PDFObject[] = [name('DeviceRGB'), name('CalRGB')];
const FAX: readonly PDFObject[] = [name('CCITTFaxDecode'), name('JBIG2Decode')];
/** A3 at 400 dpi, A4 at 600: 140 MB while it is looked at. */
const MOST_DOTS = 36_000_000;

const componentsOf = (space: PDFObject | undefined): number | undefined => {
  const kind = space instanceof PDFArray ? space.lookup(0) : space;
  if (!kind) return undefined;
  if (GREY.includes(kind)) return 1;
  if (COLOUR.includes(kind)) return 3;
  const profile = kind === name('ICCBased') && space instanceof PDFArray ? space.lookup(1) : undefined;
  const count = profile instanceof PDFRawStream ? profile.dict.lookupMaybe(name('N'), PDFNumber)?.asNumber() : undefined;
  return count === 1 || count === 3 ? count : undefined;
};

const filterOf = ({ dict }: PDFRawStream): PDFObject | undefined => {
  const filter = dict.lookup(name('Filter'));
  return filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
};
const bitsOf = ({ dict }: PDFRawStream): number | undefined => dict.lookupMaybe(name('BitsPerComponent'), PDFNumber)?.asNumber();

const headOf = (picture: PDFRawStream): JpegHead | undefined => {
  if (filterOf(picture) !== name('DCTDecode') || MORE.some((key) => picture.dict.has(key)) || bitsOf(picture) !== 8) return undefined;
  const head = readJpegHead(Uint8Array.from(picture.contents));
  return head?.precision === 8 && head.components === componentsOf(picture.dict.lookup(name('ColorSpace'))) ? head : undefined;
};

const isBlackAndWhite = (picture: PDFRawStream): boolean => {
  const filter = filterOf(picture);
  return (filter !== undefined && FAX.includes(filter)) || bitsOf(picture) === 1;
};

export type Shrunk = { readonly kind: 'left'; readonly why: WhyLeft } | { readonly kind: 'shrunk'; readonly picture: PDFRawStream; readonly width: number; readonly height: number; readonly skew: number };

export const shrinkBands = async (bands: readonly PDFRawStream[], straighten: boolean, shrink: ShrinkSheet, context: PDFContext): Promise<Shrunk> => {
  const heads = bands.flatMap((band) => headOf(band) ?? []);
  const [first] = bands;
  if (!first || heads.length < bands.length) return { kind: 'left', why: bands.some(isBlackAndWhite) ? 'black-and-white' : 'no-jpeg' };
  const [width, height] = [Math.max(...heads.map((head) => head.width)), heads.reduce((sum, head) => sum + head.height, 0)];
  if (width * height > MOST_DOTS) return { kind: 'left', why: 'no-smaller' };
  const { jpeg, skew } = await shrink(heads, straighten);
  const smaller = new Uint8Array(await jpeg.arrayBuffer());
  const now = readJpegHead(smaller);
  if (!now || now.components !== 3 || smaller.length >= bands.reduce((sum, { contents }) => sum + contents.length, 0)) return { kind: 'left', why: 'no-smaller' };
  const dict: PDFDict = first.dict.clone(context);
  dict.set(name('Width'), PDFNumber.of(now.width));
  dict.set(name('Height'), PDFNumber.of(now.height));
  if (heads[0]?.components !== 3) dict.set(name('ColorSpace'), name('DeviceRGB'));
  return { kind: 'shrunk', picture: PDFRawStream.of(dict, smaller), width, height, skew };
};
