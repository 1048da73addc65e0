import { PDFDocument, PDFName, PDFNumber, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { GREY, HEAVY, headOnly, heavy, joined, PAGE, segment, SMALL } from '#testing/heavy-jpeg.ts';
import { pdfFile, scannerPdf } from '#testing/scanner-pdf.ts';
import { expect, test } from 'vitest';
import { readJpegHead } from './jpeg-head.ts';
import type { WhyLeft } from './outcome.ts';
import { nobody, openShrunk, picturesIn, shrunkTo } from './shrink-pdf-setup.ts';
import { shrinkPdf } from './shrink-pdf.ts';

const A4 = [595, 842] as const;
const scanned = (...pictures: readonly Uint8Array[]): Promise<PDFDocument> => scannerPdf(pictures.map((picture) => ({ bands: [picture] })));
const stays = async (file: Blob, why: WhyLeft): Promise<void> => {
  const shrink = shrunkTo(SMALL);
  expect(await shrinkPdf(file, shrink, nobody)).toEqual({ kind: 'left', why });
  expect(shrink).not.toHaveBeenCalled();
};
const read = async (file: Blob): Promise<PDFDocument> => PDFDocument.load(await file.arrayBuffer(), { updateMetadata: false });

test('the heavy pictures of a scan are replaced, each page told as its turn comes, and all else is as it was', async () => {
  const before = await scanned(HEAVY, PAGE, heavy(PAGE, 0xef));
  before.setTitle('Tờ khai', { showInWindowTitleBar: true });
  const file = await pdfFile(before);
  const told: string[] = [];
  const result = await shrinkPdf(file, shrunkTo(SMALL), (page, of) => told.push(`${page}/${of}`));
  expect(told).toEqual(['1/3', '3/3']);
  expect(result).toMatchObject({ kind: 'shrunk', pages: 3 });
  const { pdf, bytes, type } = await openShrunk(result);
  expect(type).toBe('application/pdf');
  expect(bytes).toBeLessThan(10_000);
  expect(pdf.getPages().map((page) => page.getSize())).toEqual(before.getPages().map((page) => page.getSize()));
  expect(pdf.getTitle()).toBe('Tờ khai');
  expect(pdf.getModificationDate()).toEqual((await read(file)).getModificationDate());
  const pictures = picturesIn(pdf);
  expect(pictures.map(({ contents }) => Buffer.from(contents).toString('base64'))).toEqual([SMALL, PAGE, SMALL].map((one) => Buffer.from(one).toString('base64')));
  expect(pictures.map(({ dict }) => dict.lookup(PDFName.of('Width'), PDFNumber).asNumber())).toEqual([12, 24, 12]);
});

test('a picture on two pages is shrunk once', async () => {
  const pdf = await PDFDocument.create();
  const image = await pdf.embedJpg(HEAVY);
  for (let page = 0; page < 2; page += 1) pdf.addPage([...A4]).drawImage(image, { x: 0, y: 0, width: A4[0], height: A4[1] });
  const shrink = shrunkTo(SMALL);
  await shrinkPdf(await pdfFile(pdf), shrink, nobody);
  expect(shrink).toHaveBeenCalledTimes(1);
});

test('a grey picture becomes one in colours, as what shrinks writes it', async () => {
  const { pdf } = await openShrunk(await shrinkPdf(await pdfFile(await scanned(GREY)), shrunkTo(SMALL), nobody));
  expect(picturesIn(pdf).map(({ dict }) => dict.get(PDFName.of('ColorSpace'))?.toString())).toEqual(['/DeviceRGB']);
});

test('what shrinks sees the picture without the notes that a PDF does not obey', async () => {
  const exif = shrunkTo(SMALL);
  await shrinkPdf(await pdfFile(await scanned(heavy(PAGE, 0xe1))), exif, nobody);
  expect(exif.mock.calls.map(([[given]]) => given?.bare.size)).toEqual([PAGE.length]);
});

test('a file that cannot be read any more is said to be broken at once', async () => {
  const gone = Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
  await stays(gone, 'broken');
});

test('a file that is no scan from end to end stays byte for byte', async () => {
  const typed = await scanned(HEAVY);
  typed.addPage([...A4]).drawText('Noi dung', { font: await typed.embedFont(StandardFonts.Helvetica) });
  await stays(await pdfFile(typed), 'more-than-a-scan');
  const stamped = await scanned(HEAVY);
  stamped.getPages()[0]?.drawText('1/2', { x: 20, y: 20, font: await stamped.embedFont(StandardFonts.Helvetica) });
  await stays(await pdfFile(stamped), 'more-than-a-scan');
  const corner = await PDFDocument.create();
  corner.addPage([...A4]).drawImage(await corner.embedJpg(HEAVY), { x: 0, y: 0, width: 200, height: 280 });
  await stays(await pdfFile(corner), 'more-than-a-scan');
});

test('a file with a form, a note on a page or another file within stays byte for byte', async () => {
  const form = await scanned(HEAVY);
  form.catalog.set(PDFName.of('AcroForm'), form.context.obj({ Fields: [form.context.register(form.context.obj({ FT: 'Tx', T: PDFString.of('ho-ten') }))] }));
  await stays(await pdfFile(form), 'more-than-a-scan');
  const attached = await scanned(HEAVY);
  await attached.attach(PAGE, 'anh.jpg', { mimeType: 'image/jpeg' });
  await stays(await pdfFile(attached), 'more-than-a-scan');
  const noted = await scanned(HEAVY);
  noted.getPages()[0]?.node.set(PDFName.of('Annots'), noted.context.obj([{ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], Contents: PDFString.of('xem') }]));
  await stays(await pdfFile(noted), 'more-than-a-scan');
});

test('a signed file stays, and so does one with a place to sign', async () => {
  const signed = await scanned(HEAVY);
  const value = signed.context.register(signed.context.obj({ Type: 'Sig', ByteRange: [0, 1, 2, 3], Contents: PDFString.of('') }));
  const field = signed.context.register(signed.context.obj({ FT: 'Sig', T: PDFString.of('Ky'), V: value }));
  signed.catalog.set(PDFName.of('AcroForm'), signed.context.obj({ Fields: [field] }));
  await stays(await pdfFile(signed), 'signed');
  await stays(await pdfFile(signed, true), 'signed');
  const toSign = await scanned(HEAVY);
  toSign.catalog.set(PDFName.of('AcroForm'), toSign.context.obj({ Fields: [toSign.context.register(toSign.context.obj({ FT: 'Sig', T: PDFString.of('Ky') }))] }));
  await stays(await pdfFile(toSign), 'signed');
});

test('a locked file, a broken one and one whose picture cannot be shrunk stay', async () => {
  const locked = await scanned(HEAVY);
  locked.encrypt({ ownerPassword: 'mot', userPassword: 'hai' });
  await stays(await pdfFile(locked, true), 'locked');
  await stays(new Blob(['%PDF-1.7\n', HEAVY], { type: 'application/pdf' }), 'broken');
  const whole = await pdfFile(await scanned(HEAVY));
  expect(await shrinkPdf(whole, () => Promise.reject(new Error('Tệp ảnh bị hỏng hoặc không phải ảnh.')), nobody)).toEqual({ kind: 'left', why: 'broken' });
});

test('what did not become smaller stays, and so does a picture that is more than a JPEG, or black and white', async () => {
  const file = await pdfFile(await scanned(HEAVY));
  expect(await shrinkPdf(file, shrunkTo(joined(HEAVY, segment(0xfe, 100))), nobody)).toEqual({ kind: 'left', why: 'no-smaller' });
  const odd = [
    ['Decode', [1, 0, 1, 0, 1, 0], 'no-jpeg'], ['BitsPerComponent', 4, 'no-jpeg'], ['ColorSpace', 'DeviceCMYK', 'no-jpeg'], ['Filter', 'JPXDecode', 'no-jpeg'],
    ['Filter', 'CCITTFaxDecode', 'black-and-white'], ['Filter', ['JBIG2Decode'], 'black-and-white'], ['BitsPerComponent', 1, 'black-and-white'],
  ] as const;
  for (const [key, value, why] of odd) {
    const pdf = await read(file);
    for (const { dict } of picturesIn(pdf)) dict.set(PDFName.of(key), pdf.context.obj(value as string));
    await stays(await pdfFile(pdf), why);
  }
});

test('a page beside black-and-white ones is shrunk, and those stay', async () => {
  const pdf = await scanned(HEAVY, heavy(PAGE, 0xef));
  picturesIn(pdf)[0]?.dict.set(PDFName.of('Filter'), PDFName.of('CCITTFaxDecode'));
  const { pdf: after } = await openShrunk(await shrinkPdf(await pdfFile(pdf), shrunkTo(SMALL), nobody));
  expect(picturesIn(after).map(({ contents }) => contents.length)).toEqual([HEAVY.length, SMALL.length]);
});

test('a picture of more dots than a machine should look at stays', async () => {
  await stays(await pdfFile(await scanned(heavy(headOnly(9_000, 9_000)))), 'no-smaller');
});

test('the head of a picture says its size, and what is none has no head', () => {
  expect(readJpegHead(HEAVY)).toMatchObject({ width: 24, height: 34, components: 3, precision: 8 });
  expect(readJpegHead(GREY)).toMatchObject({ width: 24, height: 34, components: 1 });
  for (const no of [PAGE.subarray(0, 60), PAGE.subarray(2), new Uint8Array()]) expect(readJpegHead(no)).toBeUndefined();
});
