// What a stream in a PDF unfolds to is bounded before it is unfolded: a thousand bytes may stand for a million. The
// library has one place through which all unfolding grows, and reads a table of places that it then does not use.
import { decodePDFRawStream, PDFContext, PDFName, PDFRawStream, PDFXRefStreamParser } from '@cantoo/pdf-lib';

export type Bounds = { readonly ofOne: number; readonly together: number };
export const BOUNDS: Bounds = { ofOne: 16 * 1024 * 1024, together: 64 * 1024 * 1024 };

type Growing = { buffer: Uint8Array; ensureBuffer: (this: Growing, requested: number) => Uint8Array };

let bounds = BOUNDS;
let unfolded = 0;
let isTooMuch = false;

const sample = decodePDFRawStream(PDFRawStream.of(PDFContext.create().obj({ Filter: PDFName.of('ASCIIHexDecode') }), new Uint8Array()));
const growing = Object.getPrototypeOf(Object.getPrototypeOf(sample)) as Growing;
const { ensureBuffer } = growing;
growing.ensureBuffer = function bounded(requested) {
  if (requested > this.buffer.byteLength) {
    const more = Math.max(requested, 2 * this.buffer.byteLength);
    unfolded += more;
    isTooMuch ||= requested > bounds.ofOne || unfolded > bounds.together;
    if (isTooMuch) throw new RangeError('unfolds to too much');
  }
  return ensureBuffer.call(this, requested);
};
Object.assign(PDFXRefStreamParser.prototype, { parseEntries: () => [] });

/** From here on it is counted anew. */
export const beginUnfolding = (within: Bounds): void => {
  bounds = within;
  unfolded = 0;
  isTooMuch = false;
};
/** Told apart from the error, which the library swallows. */
export const unfoldsTooMuch = (): boolean => isTooMuch;
