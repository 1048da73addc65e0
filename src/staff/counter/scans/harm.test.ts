import { deflateSync } from 'node:zlib';
import { HEAVY, SMALL } from '#testing/heavy-jpeg.ts';
import { pdfFile, scannerPdf } from '#testing/scanner-pdf.ts';
import { PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Outcome } from './outcome.ts';
import { nobody, picturesIn, shrunkTo } from './shrink-pdf-setup.ts';
import { shrinkPdf } from './shrink-pdf.ts';
import { type Bounds, BOUNDS } from './unfolding.ts';

type Parts = readonly (string | Uint8Array<ArrayBuffer> | Blob)[];
const outcomeWithin = (bounds: Bounds, ...parts: Parts): Promise<Outcome> => shrinkPdf(new Blob([...parts], { type: 'application/pdf' }), shrunkTo(SMALL), nobody, bounds);
const outcomeOf = (...parts: Parts): Promise<Outcome> => outcomeWithin(BOUNDS, ...parts);
const stream = (no: number, dict: string, bytes: Uint8Array<ArrayBuffer>): Blob => new Blob([`${no} 0 obj\n<< ${dict} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream\nendobj\n']);
const folded = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(deflateSync(bytes));
const HEAD = '%PDF-1.7\n';
const OBJECTS = '/Type /ObjStm /N 0 /First 4 /Filter /FlateDecode';
/** A small part of what holds at a counter, so that a slow machine tests it too. */
const NARROW: Bounds = { ofOne: BOUNDS.ofOne / 64, together: BOUNDS.together / 64 };
const UNFOLDS: Outcome = { kind: 'harmful', harm: { kind: 'unfolds' } };

test('a stream of objects that unfolds to more than a machine should hold is refused before it is unfolded', async () => {
  const much = folded(new Uint8Array(2 * NARROW.ofOne));
  expect(await outcomeWithin(NARROW, HEAD, stream(5, OBJECTS, much))).toEqual(UNFOLDS);
  expect(await outcomeWithin(NARROW, HEAD, stream(5, OBJECTS.replace('/FlateDecode', '[/FlateDecode /FlateDecode]'), folded(much)))).toEqual(UNFOLDS);
  const many = Array.from({ length: 8 }, (_, i) => stream(i + 1, OBJECTS, folded(new Uint8Array(NARROW.ofOne / 2))));
  expect(await outcomeWithin(NARROW, HEAD, ...many)).toEqual(UNFOLDS);
  // broken by what is not in it, and by nothing else
  expect(await outcomeWithin(NARROW, HEAD, ...many.slice(0, 2))).toEqual({ kind: 'left', why: 'broken' });
});

test('a table of places that names a thousand million of them is not read', async () => {
  const pdf = await (await pdfFile(await scannerPdf([{ bands: [HEAVY] }]), true)).bytes();
  const table = stream(99, '/Type /XRef /Size 1000000000 /W [0 0 0]', new Uint8Array());
  expect(await outcomeOf(pdf, table)).toMatchObject({ kind: 'shrunk' });
});

test('a drawing that unfolds to too much is no scan', async () => {
  const drawn = async (bytes: number): Promise<Blob> => {
    const pdf = await scannerPdf([{ bands: [HEAVY] }]);
    pdf.getPages()[0]?.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(folded(new Uint8Array(bytes)), { Filter: 'FlateDecode' })));
    return pdfFile(pdf);
  };
  expect(await outcomeWithin(NARROW, await drawn(2 * NARROW.ofOne))).toEqual({ kind: 'left', why: 'broken' });
  expect(await outcomeOf(await drawn(3 * 1024 * 1024))).toEqual({ kind: 'left', why: 'more-than-a-scan' });
});

test('pages within themselves, and pages without end, are refused', async () => {
  const looped = await scannerPdf([{ bands: [HEAVY] }]);
  const pages = looped.catalog.get(PDFName.of('Pages'));
  if (pages instanceof PDFRef) looped.catalog.Pages().Kids().push(pages);
  expect(await outcomeOf(await pdfFile(looped))).toEqual({ kind: 'harmful', harm: { kind: 'endless-pages' } });
  const doubled = Array.from({ length: 40 }, (_, i) => `${i + 2} 0 obj\n<< /Type /Pages /Kids [${i + 3} 0 R ${i + 3} 0 R] /Count 2 >>\nendobj\n`).join('');
  const tree = `${HEAD}1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${doubled}42 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n`;
  expect(await outcomeOf(tree)).toEqual({ kind: 'harmful', harm: { kind: 'endless-pages' } });
});

test('a picture of a hundred thousand dots across is refused', async () => {
  const pdf = await scannerPdf([{ bands: [HEAVY] }]);
  const [picture] = picturesIn(pdf);
  for (const key of ['Width', 'Height']) picture?.dict.set(PDFName.of(key), PDFNumber.of(100_000));
  expect(await outcomeOf(await pdfFile(pdf))).toEqual({ kind: 'harmful', harm: { kind: 'too-many-dots', width: 100_000, height: 100_000 } });
});

test('a wrong table of places is as good as none, and what leads back to itself or is nested without end is broken', async () => {
  const bytes = await (await pdfFile(await scannerPdf([{ bands: [HEAVY] }]), true)).bytes();
  const at = Buffer.from(bytes).lastIndexOf('startxref');
  expect(await outcomeOf(bytes.slice(0, at), 'startxref\n99999999\n%%EOF')).toMatchObject({ kind: 'shrunk' });
  const parent = await scannerPdf([{ bands: [HEAVY] }]);
  const root = parent.catalog.get(PDFName.of('Pages'));
  if (root) parent.catalog.Pages().set(PDFName.of('Parent'), root);
  parent.getPages()[0]?.node.delete(PDFName.of('Resources'));
  expect(await outcomeOf(await pdfFile(parent))).toEqual({ kind: 'left', why: 'broken' });
  expect(await outcomeOf(HEAD, '1 0 obj\n', '['.repeat(100_000))).toEqual({ kind: 'left', why: 'broken' });
  expect(await outcomeOf(bytes.slice(0, bytes.length / 2))).toEqual({ kind: 'left', why: 'broken' });
});
