// For tests: what shrinks answers one picture, and the file that came of it is opened.
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, vi } from 'vitest';
import type { Outcome } from './outcome.ts';
import type { ShrinkSheet } from './sheet-picture.ts';

export const shrunkTo = (bytes: Uint8Array<ArrayBuffer>, skew = 0) =>
  vi.fn<ShrinkSheet>((_, straighten) => Promise.resolve({ jpeg: new Blob([bytes], { type: 'image/jpeg' }), skew: straighten ? skew : 0 }));
export const nobody = (): void => undefined;

export const picturesIn = (pdf: PDFDocument): readonly PDFRawStream[] =>
  pdf.context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFRawStream && one.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? [one] : []));

export const openShrunk = async (outcome: Outcome): Promise<{ readonly pdf: PDFDocument; readonly bytes: number; readonly type: string }> => {
  expect(outcome).toMatchObject({ kind: 'shrunk' });
  if (outcome.kind !== 'shrunk') throw new Error(outcome.kind);
  return { pdf: await PDFDocument.load(await outcome.file.arrayBuffer(), { updateMetadata: false }), bytes: outcome.file.size, type: outcome.file.type };
};
