// Room for one more signature, appended: what stood before is not touched, so that an earlier signature stays valid.
// The room is a fixed number of bytes; the hash covers everything but it.
import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFInvalidObject, PDFName, PDFNumber, type PDFObject, PDFStream, PDFString, type PDFRef } from '@cantoo/pdf-lib';
import type { Moment } from '#core/kernel/moment.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import { type Placed, type Rooms, placeSignature } from './signature-room.ts';

export type SignatureFacts = {
  readonly signerName: string;
  readonly reason: string;
  readonly place: string;
  readonly signedAt: Moment;
  readonly look?: SignatureLook;
};

/** The piece is a page of the size of what is seen, with its font in it; without a room it goes where nothing stands. */
export type SignatureLook = Rooms & { readonly piece: Uint8Array };

export type PreparedPdf = {
  readonly bytes: Buffer;
  /** SHA-256 of all but the room. */
  readonly hash: Buffer;
  /** Where the hex digits of the signature begin, and how many there are. */
  readonly room: { readonly from: number; readonly digits: number };
};

export type PdfRefused = { readonly kind: 'pdf-not-signable' };

/** A chain of three certificates with RSA 4096 needs about 7 KB. */
const ROOM_DIGITS = 2 * 12_288;
/** The token of a time stamp brings a chain of its own. */
const STAMP_DIGITS = 2 * 12_288;
const RANGE_WIDTH = 40;
const PRINTED_AND_LOCKED = 132;
const APPEND_ONLY = 3;

/** UTF-16 with its mark: every Vietnamese letter, whatever the reader. */
const textString = (text: string): string => `<feff${Buffer.from(text.normalize('NFC'), 'utf16le').swap16().toString('hex')}>`;

/** '2019-11-18T15:10:00+07:00' → "D:20191118151000+07'00'". */
const pdfDate = (at: Moment): string => {
  const [, wall = '', hours = '00', minutes = '00'] = /^([^.+]+?)(?:\.\d+)?\+(\d\d):(\d\d)$/.exec(at) ?? [];
  return `(D:${wall.replace(/\D/g, '')}+${hours}'${minutes}')`;
};

const signatureObject = (facts: SignatureFacts, digits: number): string => [
  '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
  `/Name ${textString(facts.signerName)} /Reason ${textString(facts.reason)} /Location ${textString(facts.place)}`,
  `/M ${pdfDate(facts.signedAt)}`,
  `/ByteRange [${' '.repeat(RANGE_WIDTH)}]`,
  `/Contents <${'0'.repeat(digits)}> >>`,
].join('\n');

type Shown = { readonly placed: Placed; readonly drawing: PDFRef };

const TURNS = [[1, 0, 0, 1, 0, 0], [0, 1, -1, 0, 0, 0], [-1, 0, 0, -1, 0, 0], [0, -1, 1, 0, 0, 0]] as const;

const fieldsOf = (pdf: PDFDocument): PDFArray | undefined =>
  pdf.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)?.lookupMaybe(PDFName.of('Fields'), PDFArray);

const drawLook = async (pdf: PDFDocument, { piece, ...rooms }: SignatureLook): Promise<Shown | undefined> => {
  const [page] = await pdf.embedPdf(piece);
  const placed = page && placeSignature(pdf, page, rooms, (fieldsOf(pdf)?.size() ?? 0) === 0);
  if (!placed) return undefined;
  await page.embed();
  pdf.context.lookup(page.ref, PDFStream).dict.set(PDFName.of('Matrix'), pdf.context.obj([...(TURNS[placed.quarterTurns] ?? TURNS[0])]));
  return { placed, drawing: page.ref };
};

/** Answers the page that the signature is on. */
const addField = (pdf: PDFDocument, signature: PDFRef, shown: Shown | undefined): PDFRef => {
  const { context, catalog } = pdf;
  const [first] = pdf.getPages();
  const page = shown?.placed.page ?? first;
  if (!page) throw new Error('a PDF without pages');
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict) ?? context.obj({ Fields: [] });
  const known = fieldsOf(pdf)?.asArray() ?? [];
  const { left = 0, bottom = 0, right = 0, top = 0 } = shown?.placed.box ?? {};
  const widget = context.register(context.obj({
    Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of(`ChuKySo${known.length + 1}`), V: signature,
    F: PRINTED_AND_LOCKED, Rect: [left, bottom, right, top], P: page.ref, ...(shown && { AP: { N: shown.drawing } }),
  }));
  // written as new objects: the old form and its arrays may stand inside a compressed object
  const all = new Map<PDFName, PDFObject>(form.entries());
  all.set(PDFName.of('Fields'), context.obj([...known, widget]));
  all.set(PDFName.of('SigFlags'), PDFNumber.of(APPEND_ONLY));
  const next = PDFDict.withContext(context);
  for (const [key, value] of all) next.set(key, value);
  catalog.set(PDFName.of('AcroForm'), context.register(next));
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
  page.node.set(PDFName.of('Annots'), context.obj([...annotations, widget]));
  return page.ref;
};

const appended = async (original: Uint8Array, facts: SignatureFacts, digits: number): Promise<Buffer> => {
  const pdf = await PDFDocument.load(original, { updateMetadata: false });
  if (pdf.isEncrypted) throw new Error('encrypted');
  const snapshot = pdf.takeSnapshot();
  const signature = pdf.context.register(PDFInvalidObject.of(Buffer.from(signatureObject(facts, digits), 'latin1')));
  const shown = facts.look && await drawLook(pdf, facts.look);
  const page = addField(pdf, signature, shown);
  const root = pdf.context.trailerInfo.Root;
  snapshot.markRefsForSave([...(root ? [root as PDFRef] : []), page]);
  // the appended table is of the kind of the one before it: a reader may not mix them
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(original.subarray(-1_024)).toString('latin1'))?.[1]);
  const useObjectStreams = Buffer.from(original.subarray(start, start + 4)).toString('latin1') !== 'xref';
  return Buffer.concat([original, await pdf.saveIncremental(snapshot, { useObjectStreams })]);
};

export const preparePdf = async (original: Uint8Array, facts: SignatureFacts, forStamp: boolean): Promise<Result<PreparedPdf, PdfRefused>> => {
  const digits = ROOM_DIGITS + (forStamp ? STAMP_DIGITS : 0);
  let bytes: Buffer;
  try {
    bytes = await appended(original, facts, digits);
  } catch {
    // whatever a stranger's file is broken by: it cannot be signed
    return refuse({ kind: 'pdf-not-signable' });
  }
  const contents = bytes.indexOf(`/Contents <${'0'.repeat(64)}`, original.length, 'latin1') + '/Contents '.length;
  const after = contents + digits + 2;
  const range = `0 ${contents} ${after} ${bytes.length - after}`.padEnd(RANGE_WIDTH);
  bytes.write(range, bytes.indexOf('/ByteRange [', original.length, 'latin1') + '/ByteRange ['.length, 'latin1');
  const hash = createHash('sha256').update(bytes.subarray(0, contents)).update(bytes.subarray(after)).digest();
  return ok({ bytes, hash, room: { from: contents + 1, digits } });
};

export const fits = ({ room }: PreparedPdf, cms: Uint8Array): boolean => cms.length * 2 <= room.digits;

export const fillSignature = ({ bytes, room }: PreparedPdf, cms: Uint8Array): Buffer => {
  const digits = Buffer.from(cms).toString('hex');
  if (digits.length > room.digits) throw new Error('signature larger than its room');
  const filled = Buffer.from(bytes);
  filled.write(digits, room.from, 'latin1');
  return filled;
};
