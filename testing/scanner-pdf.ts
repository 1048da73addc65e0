// PDF files as the scanners of offices write them: a page is one picture or bands of it, with or without what was
// recognised, as text that nobody sees.
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';

export const SHEET = { width: 595.2, height: 841.92 } as const;
export type ScannerPage = {
  /** JPEG, from the top down. */
  readonly bands: readonly Uint8Array[];
  readonly text?: string;
  /** 3 is not seen, as scanners write it. */
  readonly mode?: number;
};

/** The picture first, each band where the one above ends; then a line of text at the middle of the left edge. */
export const scannerPdf = async (pages: readonly ScannerPage[]): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const { bands, text, mode = 3 } of pages) {
    const page = pdf.addPage([SHEET.width, SHEET.height]);
    const images = [];
    for (const band of bands) images.push(await pdf.embedJpg(band));
    const dot = SHEET.height / images.reduce((sum, { height }) => sum + height, 0);
    let y = SHEET.height;
    const drawing = images.map((image, i) => {
      page.node.setXObject(PDFName.of(`B${i}`), image.ref);
      y -= image.height * dot;
      return `q ${SHEET.width} 0 0 ${(image.height * dot).toFixed(4)} 0 ${y.toFixed(4)} cm /B${i} Do Q`;
    });
    page.node.setFontDictionary(PDFName.of('F1'), font.ref);
    if (text !== undefined) drawing.push(`BT ${mode} Tr /F1 12 Tf 1 0 0 1 50 ${SHEET.height / 2} Tm (${text}) Tj ET`);
    page.node.set(PDFName.of('Contents'), pdf.context.obj([pdf.context.register(pdf.context.flateStream(drawing.join('\n')))]));
  }
  await pdf.flush();
  return pdf;
};

export const pdfFile = async (pdf: PDFDocument, plain = false): Promise<Blob> => new Blob([await pdf.save({ useObjectStreams: !plain })], { type: 'application/pdf' });
