// What is kept of a file that was scanned: small enough for a thin line, and legible.
import { TARGET_BYTES } from './image-size.ts';
import type { OnPage } from './shrink-pdf.ts';
import { shrinkImage } from './shrink-image.ts';

/** What a counter's machine can still take apart; a larger one is refused by its size anyway. */
const MOST_READ = 64 * 1024 * 1024;

let before: Promise<unknown> = Promise.resolve();

/** One file at a time, however many were dropped at once: the screen stays usable meanwhile. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = before.then(work);
  before = mine.catch(() => undefined);
  return mine;
};

const readyPdf = (file: Blob, onPage: OnPage): Promise<Blob> =>
  inTurn(async () => {
    // without a line, a machine that does not hold this piece yet: the file goes as it is
    const piece = await import('./shrink-pdf.ts').catch(() => undefined);
    return piece ? piece.shrinkPdf(file, shrinkImage, onPage) : file;
  });

export const readyScan = async (file: Blob, quarters: number, onPage: OnPage): Promise<Blob> => {
  if (file.type === 'application/pdf') return file.size <= TARGET_BYTES || file.size > MOST_READ ? file : readyPdf(file, onPage);
  if (!file.type.startsWith('image/')) throw new Error('Chỉ nhận tệp PDF hoặc ảnh.');
  return shrinkImage(file, quarters);
};
