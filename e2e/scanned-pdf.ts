// What a scanner at the counter makes: pages of A4 at 300 dpi with lines of writing and the grain of its glass.
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';

const pageOfPaper = (page: Page, no: number): Promise<string> => page.evaluate((shown) => {
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
  return canvas.toDataURL('image/jpeg', 0.92);
}, no);

export const scannedPdf = async (page: Page, pages: number): Promise<Buffer> => {
  const pdf = await PDFDocument.create();
  for (let no = 1; no <= pages; no += 1) {
    const image = await pdf.embedJpg(await pageOfPaper(page, no));
    pdf.addPage([595.2, 841.92]).drawImage(image, { x: 0, y: 0, width: 595.2, height: 841.92 });
  }
  return Buffer.from(await pdf.save());
};

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
