// A PDF from a scanner: the pictures of its pages are shrunk as pictures are, bands of one page become one picture, and
// the text that was recognised stays over it. What is signed, locked, written on a computer or not understood stays byte
// for byte as it is. Runs apart from the screen, and is fetched only when such a file comes.
import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { TARGET_BYTES } from './image-size.ts';
import type { Outcome, WhyLeft } from './outcome.ts';
import { harmIn, saysByteRange, whyNotPlain } from './plain-file.ts';
import { redraw, type Redrawn } from './redraw.ts';
import { type Scanned, scannedOn } from './scanned-page.ts';
import { type ShrinkSheet, shrinkBands } from './sheet-picture.ts';
import { beginUnfolding, type Bounds, BOUNDS, unfoldsTooMuch } from './unfolding.ts';

export type OnPage = (page: number, of: number) => void;

const left = (why: WhyLeft): Outcome => ({ kind: 'left', why });
const bytesOf = ({ bands }: Scanned): number => bands.reduce((sum, { picture }) => sum + picture.contents.length, 0);
const keyOf = ({ bands }: Scanned): string => bands.map(({ ref }) => ref.tag).join(' ');

type Opened = { readonly kind: 'open'; readonly pdf: PDFDocument } | Exclude<Outcome, { readonly kind: 'shrunk' }>;

const open = async (bytes: Uint8Array, bounds: Bounds): Promise<Opened> => {
  beginUnfolding(bounds);
  try {
    // a broken object would be lost in the writing
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true, parseSpeed: ParseSpeeds.Fastest });
    const harm = harmIn(pdf);
    return harm ? { kind: 'harmful', harm } : { kind: 'open', pdf };
  } catch (error) {
    if (unfoldsTooMuch()) return { kind: 'harmful', harm: { kind: 'unfolds' } };
    return { kind: 'left', why: error instanceof EncryptedPDFError ? 'locked' : 'broken' };
  }
};

/** Pages that show the same picture, in their order; nothing when a page is no scan, or shares a part of its picture alone. */
const sheetsOf = (pdf: PDFDocument): readonly (readonly [first: number, pages: readonly Scanned[]])[] | undefined => {
  const sheets = new Map<string, [number, Scanned[]]>();
  const owner = new Map<string, string>();
  for (const [i, page] of pdf.getPages().entries()) {
    const scanned = scannedOn(page);
    if (!scanned) return undefined;
    const key = keyOf(scanned);
    const sheet = sheets.get(key);
    if (sheet) sheet[1].push(scanned);
    else sheets.set(key, [i, [scanned]]);
    for (const { ref } of scanned.bands) {
      if ((owner.get(ref.tag) ?? key) !== key) return undefined;
      owner.set(ref.tag, key);
    }
  }
  return [...sheets.values()];
};

const shrinkPages = async (pdf: PDFDocument, shrink: ShrinkSheet, onPage: OnPage): Promise<WhyLeft | undefined> => {
  const sheets = sheetsOf(pdf);
  if (!sheets) return 'more-than-a-scan';
  const whys: WhyLeft[] = [];
  const redrawn: Redrawn[] = [];
  let shrunk = 0;
  // one after the other: a page at 300 dpi is 35 MB of dots
  for (const [first, pages] of sheets) {
    const [sheet] = pages;
    if (!sheet || bytesOf(sheet) <= TARGET_BYTES) continue;
    onPage(first + 1, pdf.getPageCount());
    const straighten = pages.every(({ shown }) => shown.isMovable || !shown.hasText);
    const made = await shrinkBands(sheet.bands.map(({ picture }) => picture), straighten, shrink, pdf.context);
    if (made.kind === 'left') {
      whys.push(made.why);
      continue;
    }
    shrunk += 1;
    const [{ ref } = { ref: undefined }, ...others] = sheet.bands;
    if (ref) pdf.context.assign(ref, made.picture);
    for (const band of others) if (band.ref !== ref) pdf.context.delete(band.ref);
    for (const page of pages) if (ref && (others.length > 0 || (made.skew !== 0 && page.shown.hasText))) redrawn.push({ ...page, ...made, picture: ref });
  }
  redraw(pdf, redrawn);
  return shrunk > 0 ? undefined : (whys[0] ?? 'small');
};

export const shrinkPdf = async (file: Blob, shrink: ShrinkSheet, onPage: OnPage, bounds = BOUNDS): Promise<Outcome> => {
  // changed on the disk, or taken away with it, since it was chosen
  const read = await file.arrayBuffer().catch(() => undefined);
  if (!read) return left('broken');
  const bytes = new Uint8Array(read);
  if (saysByteRange(bytes)) return left('signed');
  const opened = await open(bytes, bounds);
  if (opened.kind !== 'open') return opened;
  const { pdf } = opened;
  try {
    const why = whyNotPlain(pdf) ?? (await shrinkPages(pdf, shrink, onPage));
    if (why !== undefined) return left(why);
    const saved = await pdf.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity });
    return saved.length < bytes.length ? { kind: 'shrunk', file: new Blob([saved], { type: file.type }), pages: pdf.getPageCount() } : left('no-smaller');
  } catch {
    // whatever a stranger's file is broken by: it is sent as it came
    return left('broken');
  }
};
