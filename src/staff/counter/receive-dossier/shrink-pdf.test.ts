import { PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test, vi } from 'vitest';
import { readJpegHead } from './jpeg-head.ts';
import { onlyDrawn } from './scanned-page.ts';
import { shrinkPdf } from './shrink-pdf.ts';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(base64, 'base64'));
/** 24 × 34 and 12 × 17 dots of the same page. */
const PAGE = bytesOf('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAiABgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAQCBf/EAB0QAAEEAgMAAAAAAAAAAAAAAAABAgQRAxITFCH/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8A7IAAAACSXO62VGce1pd7UIk7s5VZx60l3tZibDySMyPY5qIja9UQoeSPmV73NVFbXigXAAAAAAAA/9k=');
const SMALL = bytesOf('/9j/4AAQSkZJRgABAQEAJAAkAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAARAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAHRAAAQQCAwAAAAAAAAAAAAAAAAECAyEEERITQv/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDZBDLJlJnI1iO6eTfFardlwAAAf//Z');

const segment = (marker: number, bytes: number): Uint8Array<ArrayBuffer> => Uint8Array.from([0xff, marker, bytes >> 8, bytes & 0xff, ...new Uint8Array(bytes - 2)]);
const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.concat(parts));
/** As heavy as a page at 300 dpi: comments between the head and the picture. */
const heavy = (jpeg: Uint8Array, marker = 0xfe): Uint8Array<ArrayBuffer> => joined(jpeg.subarray(0, 20), ...Array.from({ length: 5 }, () => segment(marker, 0xfff0)), jpeg.subarray(20));
const HEAVY = heavy(PAGE);
/** One component as scanners write it; only what stands before the picture is read. */
const GREY = heavy(joined(PAGE.subarray(0, 20), Uint8Array.from([0xff, 0xc0, 0, 11, 8, 0, 34, 0, 24, 1, 1, 0x11, 0]), Uint8Array.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9])));

const A4 = [595, 842] as const;
const scanned = async (...pictures: readonly Uint8Array[]): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create();
  pdf.setTitle('Tờ khai', { showInWindowTitleBar: true });
  for (const picture of pictures) {
    const image = await pdf.embedJpg(picture);
    pdf.addPage([...A4]).drawImage(image, { x: 0, y: 0, width: A4[0], height: A4[1] });
  }
  return pdf;
};
const fileOf = async (pdf: PDFDocument): Promise<Blob> => new Blob([await pdf.save()], { type: 'application/pdf' });
const shrunkTo = (bytes: Uint8Array<ArrayBuffer>) => vi.fn<(picture: Blob) => Promise<Blob>>(() => Promise.resolve(new Blob([bytes], { type: 'image/jpeg' })));
const nobody = (): void => undefined;
const read = async (file: Blob): Promise<PDFDocument> => PDFDocument.load(await file.arrayBuffer(), { updateMetadata: false });
const picturesIn = (pdf: PDFDocument): readonly PDFRawStream[] =>
  pdf.context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFRawStream && one.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? [one] : []));
const stays = async (file: Blob): Promise<void> => {
  const shrink = shrunkTo(SMALL);
  expect(await shrinkPdf(file, shrink, nobody)).toBe(file);
};

test('the heavy pictures of a scan are replaced, each page told as its turn comes, and all else is as it was', async () => {
  const file = await fileOf(await scanned(HEAVY, PAGE, heavy(PAGE, 0xef)));
  const shrink = shrunkTo(SMALL);
  const told: string[] = [];
  const result = await shrinkPdf(file, shrink, (page, of) => told.push(`${page}/${of}`));
  expect(told).toEqual(['1/3', '3/3']);
  expect(result.type).toBe('application/pdf');
  expect(result.size).toBeLessThan(10_000);
  const pdf = await read(result);
  expect(pdf.getPages().map((page) => page.getSize())).toEqual(Array.from({ length: 3 }, () => ({ width: A4[0], height: A4[1] })));
  expect(pdf.getTitle()).toBe('Tờ khai');
  const before = await read(file);
  expect(pdf.getModificationDate()).toEqual(before.getModificationDate());
  const pictures = picturesIn(pdf);
  expect(pictures.map(({ contents }) => Buffer.from(contents).toString('base64'))).toEqual([SMALL, PAGE, SMALL].map((one) => Buffer.from(one).toString('base64')));
  expect(pictures.map(({ dict }) => dict.lookup(PDFName.of('Width'), PDFNumber).asNumber())).toEqual([12, 24, 12]);
});

test('a picture on two pages is shrunk once', async () => {
  const pdf = await PDFDocument.create();
  const image = await pdf.embedJpg(HEAVY);
  for (let page = 0; page < 2; page += 1) pdf.addPage([...A4]).drawImage(image, { x: 0, y: 0, width: A4[0], height: A4[1] });
  const shrink = shrunkTo(SMALL);
  await shrinkPdf(await fileOf(pdf), shrink, nobody);
  expect(shrink).toHaveBeenCalledTimes(1);
});

test('a grey picture becomes one in colours, as what shrinks writes it', async () => {
  const result = await read(await shrinkPdf(await fileOf(await scanned(GREY)), shrunkTo(SMALL), nobody));
  expect(picturesIn(result).map(({ dict }) => dict.get(PDFName.of('ColorSpace'))?.toString())).toEqual(['/DeviceRGB']);
});

test('what shrinks sees the picture without the notes that a PDF does not obey', async () => {
  const exif = shrunkTo(SMALL);
  await shrinkPdf(await fileOf(await scanned(heavy(PAGE, 0xe1))), exif, nobody);
  expect(exif.mock.calls.map(([given]) => given.size)).toEqual([PAGE.length]);
});

test('a file that is no scan from end to end stays byte for byte', async () => {
  const typed = await scanned(HEAVY);
  typed.addPage([...A4]).drawText('Nội dung'.normalize('NFD').replaceAll(/\p{M}/gu, ''), { font: await typed.embedFont(StandardFonts.Helvetica) });
  await stays(await fileOf(typed));
  const stamped = await scanned(HEAVY);
  stamped.getPages()[0]?.drawText('1/2', { x: 20, y: 20, font: await stamped.embedFont(StandardFonts.Helvetica) });
  await stays(await fileOf(stamped));
  const corner = await PDFDocument.create();
  corner.addPage([...A4]).drawImage(await corner.embedJpg(HEAVY), { x: 0, y: 0, width: 200, height: 280 });
  await stays(await fileOf(corner));
});

test('a signed file stays, and so does one with a place to sign', async () => {
  const signed = await scanned(HEAVY);
  const value = signed.context.register(signed.context.obj({ Type: 'Sig', ByteRange: [0, 1, 2, 3], Contents: PDFString.of('') }));
  const field = signed.context.register(signed.context.obj({ FT: 'Sig', T: PDFString.of('Ky'), V: value }));
  signed.catalog.set(PDFName.of('AcroForm'), signed.context.obj({ Fields: [field] }));
  await stays(await fileOf(signed));
  await stays(new Blob([await signed.save({ useObjectStreams: false })], { type: 'application/pdf' }));
  const toSign = await scanned(HEAVY);
  toSign.catalog.set(PDFName.of('AcroForm'), toSign.context.obj({ Fields: [toSign.context.register(toSign.context.obj({ FT: 'Sig', T: PDFString.of('Ky') }))] }));
  await stays(await fileOf(toSign));
});

test('a locked file, a broken one and one whose picture cannot be shrunk stay', async () => {
  const locked = await scanned(HEAVY);
  locked.encrypt({ ownerPassword: 'mot', userPassword: 'hai' });
  await stays(new Blob([await locked.save({ useObjectStreams: false })], { type: 'application/pdf' }));
  await stays(new Blob(['%PDF-1.7\n', HEAVY], { type: 'application/pdf' }));
  const whole = await fileOf(await scanned(HEAVY));
  expect(await shrinkPdf(whole, () => Promise.reject(new Error('Tệp ảnh bị hỏng hoặc không phải ảnh.')), nobody)).toBe(whole);
});

test('what did not become smaller stays, and so does a picture that is more than a JPEG', async () => {
  const file = await fileOf(await scanned(HEAVY));
  expect(await shrinkPdf(file, shrunkTo(joined(HEAVY, segment(0xfe, 100))), nobody)).toBe(file);
  for (const [key, value] of [['Decode', [1, 0, 1, 0, 1, 0]], ['BitsPerComponent', 4], ['ColorSpace', 'DeviceCMYK'], ['Filter', 'JPXDecode']] as const) {
    const pdf = await read(file);
    for (const { dict } of picturesIn(pdf)) dict.set(PDFName.of(key), pdf.context.obj(value as string));
    const odd = await fileOf(pdf);
    const shrink = shrunkTo(SMALL);
    expect(await shrinkPdf(odd, shrink, nobody), key).toBe(odd);
    expect(shrink, key).not.toHaveBeenCalled();
  }
});

test('a drawing is one picture, moved and clipped as may be', () => {
  expect(onlyDrawn('q 595 0 0 842 0 0 cm/Im0 Do Q')).toEqual({ name: 'Im0', at: [595, 0, 0, 842, 0, 0] });
  expect(onlyDrawn('q\n.24 0 0 .24 0 0 cm\nq 0 0 2480 3508 re W n 2480 0 0 3508 0 0 cm /X Do Q Q')).toMatchObject({ name: 'X', at: [expect.closeTo(595.2), 0, 0, expect.closeTo(841.92), 0, 0] });
  for (const more of ['/A Do /B Do', 'BT (a) Tj ET /A Do', '/A Do 0 0 9 9 re f', '1 0 0 cm /A Do', '', 'q Q']) expect(onlyDrawn(more), more).toBeUndefined();
});

test('the head of a picture says its size, and what is none has no head', () => {
  expect(readJpegHead(HEAVY)).toMatchObject({ width: 24, height: 34, components: 3, precision: 8 });
  expect(readJpegHead(GREY)).toMatchObject({ width: 24, height: 34, components: 1 });
  for (const no of [PAGE.subarray(0, 60), PAGE.subarray(2), new Uint8Array()]) expect(readJpegHead(no)).toBeUndefined();
});
