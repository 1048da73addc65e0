// What a scanner at the counter makes: pages of A4 at 300 dpi with lines of writing and the grain of its glass, every
// second one in bands, and over each the words that the scanner recognised.
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { scannerPdf } from '#testing/scanner-pdf.ts';

const BANDS = 4;

const pageOfPaper = (page: Page, no: number, bands: number, quality: number): Promise<readonly string[]> => page.evaluate(([shown, parts, fine]) => {
  const canvas = document.createElement('canvas');
  canvas.width = 2480;
  canvas.height = 3508;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#f4f2ec';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#223';
  pen.font = '52px serif';
  // a hand lays a page a little askew
  pen.rotate(Math.PI / 180);
  for (let line = 0; line < 36; line += 1) pen.fillText(`Trang ${shown}, dòng ${line + 1}: Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập – Tự do – Hạnh phúc`, 260, 300 + line * 82);
  const dots = pen.getImageData(0, 0, canvas.width, canvas.height);
  let grain = shown;
  for (let i = 0; i < dots.data.length; i += 4) {
    grain = (Math.imul(grain, 1_103_515_245) + 12_345) >>> 0;
    for (let colour = i; colour < i + 3; colour += 1) dots.data[colour] = (dots.data[colour] ?? 0) + (grain >>> 28) - 8;
  }
  pen.putImageData(dots, 0, 0);
  return Array.from({ length: parts }, (_, i) => {
    const band = document.createElement('canvas');
    band.width = canvas.width;
    band.height = canvas.height / parts;
    band.getContext('2d')?.drawImage(canvas, 0, -i * band.height);
    return band.toDataURL('image/jpeg', fine);
  });
}, [no, bands, quality] as const);

export const scannedPdf = async (page: Page, pages: number, quality = 0.92): Promise<Buffer> => {
  const sheets = [];
  for (let no = 1; no <= pages; no += 1) {
    const bands = await pageOfPaper(page, no, no % 2 === 0 ? BANDS : 1, quality);
    sheets.push({ bands: bands.map((url) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')), text: `Trang ${no}` });
  }
  return Buffer.from(await (await scannerPdf(sheets)).save());
};

/** Of each page: of how many pictures it is, and what it says besides. */
export const pagesIn = async (pdf: Buffer): Promise<readonly { readonly pictures: number; readonly says: string | undefined }[]> =>
  (await PDFDocument.load(pdf)).getPages().map(({ node }) => {
    const content = node.Contents();
    const stream = content instanceof PDFArray ? content.lookup(0) : content;
    const drawing = stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString() : '';
    return { pictures: node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).keys().length ?? 0, says: /\((.*)\) Tj/.exec(drawing)?.[1] };
  });

/** The last PDF that the page has shown of its own, as it is then; empty before the first. */
export const watchesPdf = async (page: Page): Promise<() => Promise<Buffer>> => {
  await page.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob && blob.type.startsWith('application/pdf')) Object.assign(globalThis, { made: blob });
      return create(blob);
    };
  });
  return async () => Buffer.from(await page.evaluate(async () => [...new Uint8Array((await (globalThis as unknown as { made?: Blob }).made?.arrayBuffer()) ?? new ArrayBuffer(0))]));
};
