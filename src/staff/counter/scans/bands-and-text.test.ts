import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { GREY, HEAVY, heavy, PAGE, SMALL } from '#testing/heavy-jpeg.ts';
import { pdfFile, SHEET, scannerPdf } from '#testing/scanner-pdf.ts';
import { expect, test } from 'vitest';
import { nobody, openShrunk, picturesIn, shrunkTo } from './shrink-pdf-setup.ts';
import { shrinkPdf } from './shrink-pdf.ts';

const drawingOf = (pdf: PDFDocument, page: number): string => {
  const content = pdf.getPages()[page]?.node.Contents();
  const stream = content instanceof PDFArray ? content.lookup(0) : content;
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';
};
const shrunkFile = async (pdf: PDFDocument, skew = 0) => {
  const shrink = shrunkTo(SMALL, skew);
  const outcome = await shrinkPdf(await pdfFile(pdf), shrink, nobody);
  return { shrink, outcome };
};
const RAW = Buffer.from('Cộng hòa').toString('latin1').replaceAll('\\', '\\\\');

test('a page with recognised text is shrunk, and its drawing stays byte for byte', async () => {
  const pdf = await scannerPdf([{ bands: [HEAVY], text: 'Cong hoa' }, { bands: [HEAVY], text: RAW }]);
  const { pdf: after, bytes } = await openShrunk((await shrunkFile(pdf)).outcome);
  expect(bytes).toBeLessThan(10_000);
  expect([drawingOf(after, 0), drawingOf(after, 1)]).toEqual([drawingOf(pdf, 0), drawingOf(pdf, 1)]);
  expect(drawingOf(after, 1)).toContain(RAW);
});

test('straightened, its text is turned with it; a page without text is straightened as it stands', async () => {
  const pdf = await scannerPdf([{ bands: [HEAVY], text: RAW }, { bands: [HEAVY] }]);
  const { pdf: after } = await openShrunk((await shrunkFile(pdf, 2)).outcome);
  const drawing = drawingOf(after, 0);
  expect(drawing).toMatch(/^q 595\.2 0 0 841\.92 0 0 cm \/MotcuaPage Do Q\nq \S+ \S+ \S+ \S+ \S+ \S+ cm\n/);
  // the sheet was turned against the clock by two degrees, and its text rises to the right likewise
  const [, cos, sin] = /\nq (\S+) (\S+)/.exec(drawing) ?? [];
  expect([Number(cos), Number(sin)]).toEqual([expect.closeTo(Math.cos(Math.PI / 90), 6), expect.closeTo(Math.sin(Math.PI / 90) * (841.92 / 34) / (595.2 / 24), 6)]);
  expect(drawing).toContain(`(${RAW}) Tj`);
  expect(drawing.match(/ Do/g)).toHaveLength(1);
  expect(drawingOf(after, 1)).toBe(drawingOf(pdf, 1));
});

test('where its picture cannot be moved below the text, the page is shrunk as it lies', async () => {
  const pdf = await scannerPdf([{ bands: [HEAVY], text: 'a' }]);
  const page = pdf.getPages()[0];
  page?.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(`q 0 0 500 ${SHEET.height} re W n ${drawingOf(pdf, 0)} Q`)));
  const { shrink, outcome } = await shrunkFile(pdf, 2);
  expect(shrink.mock.calls.map(([, straighten]) => straighten)).toEqual([false]);
  expect(drawingOf((await openShrunk(outcome)).pdf, 0)).toBe(drawingOf(pdf, 0));
});

test('bands of a page become one picture, from the top down, and nothing of them stays', async () => {
  const bands = [heavy(PAGE, 0xef), HEAVY, heavy(PAGE, 0xee)];
  const { shrink, outcome } = await shrunkFile(await scannerPdf([{ bands, text: RAW }, { bands: [GREY, GREY] }]));
  expect(shrink.mock.calls.map(([heads]) => heads.map(({ bare, width, height }) => [bare.size, width, height]))).toEqual([
    bands.map((band) => [band.length, 24, 34]), [[GREY.length, 24, 34], [GREY.length, 24, 34]],
  ]);
  const { pdf, bytes } = await openShrunk(outcome);
  expect(bytes).toBeLessThan(10_000);
  expect(picturesIn(pdf).map(({ contents }) => contents.length)).toEqual([SMALL.length, SMALL.length]);
  expect(picturesIn(pdf).map(({ dict }) => dict.get(PDFName.of('ColorSpace'))?.toString())).toEqual(['/DeviceRGB', '/DeviceRGB']);
  expect(drawingOf(pdf, 0)).toContain(`(${RAW}) Tj`);
  expect(drawingOf(pdf, 1)).toMatch(/^q 595\.2 0 0 841\.92 0 0 cm \/MotcuaPage Do Q\n$/);
  const named = pdf.getPages().map((page) => page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).keys().map(String));
  expect(named).toEqual([['/MotcuaPage'], ['/MotcuaPage']]);
});

test('a drawing that two pages share stays for the one that is not drawn anew', async () => {
  const pdf = await scannerPdf([{ bands: [HEAVY, HEAVY] }, { bands: [PAGE, PAGE] }]);
  const [first, second] = pdf.getPages();
  const shared = first?.node.get(PDFName.of('Contents'));
  if (shared) second?.node.set(PDFName.of('Contents'), shared);
  const before = drawingOf(pdf, 1);
  const { pdf: after } = await openShrunk((await shrunkFile(pdf)).outcome);
  expect(drawingOf(after, 1)).toBe(before);
  expect(drawingOf(after, 0)).not.toBe(before);
});

test('text that shows, a band that is missing and a band shared with another sheet leave the file as it is', async () => {
  const visible = await scannerPdf([{ bands: [HEAVY], text: 'a', mode: 0 }]);
  const gap = await scannerPdf([{ bands: [HEAVY, HEAVY, HEAVY] }]);
  gap.getPages()[0]?.node.set(PDFName.of('Contents'), gap.context.register(gap.context.flateStream(drawingOf(gap, 0).replace('/B1 Do', ''))));
  const shared = await scannerPdf([{ bands: [HEAVY, HEAVY] }, { bands: [HEAVY] }]);
  const [ours, theirs] = shared.getPages().map((page) => page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict));
  const band = ours?.get(PDFName.of('B0'));
  if (band) theirs?.set(PDFName.of('B0'), band);
  for (const pdf of [visible, gap, shared]) {
    const { shrink, outcome } = await shrunkFile(pdf);
    expect(outcome).toEqual({ kind: 'left', why: 'more-than-a-scan' });
    expect(shrink).not.toHaveBeenCalled();
  }
});
