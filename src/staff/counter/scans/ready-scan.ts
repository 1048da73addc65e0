// What is kept of a file that was scanned: small enough for a thin line, and legible.
import { TARGET_BYTES } from './image-size.ts';
import { type Apart, shrinkApart } from './shrink-apart.ts';
import { shrinkImage } from './shrink-image.ts';
import type { OnPage } from './shrink-pdf.ts';
import { harmful, tooHeavy, type WhyHeavy } from './too-heavy.ts';

/** What a counter's machine can still take apart. */
const MOST_READ = 64 * 1024 * 1024;

export type Scan = { readonly file: Blob; readonly name: string; readonly quarters: number; /** What the server takes. */ readonly mostBytes: number };

let before: Promise<unknown> = Promise.resolve();

/** One file at a time, however many were dropped at once: the screen stays usable meanwhile. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = before.then(work);
  before = mine.catch(() => undefined);
  return mine;
};

const within = (file: Blob, { name, mostBytes }: Scan, why: WhyHeavy): Blob => {
  if (file.size > mostBytes) throw new Error(tooHeavy(name, file.size, mostBytes, why));
  return file;
};

export const fileOf = (scan: Scan, became: Apart): Blob => {
  switch (became.kind) {
    case 'harmful': throw new Error(harmful(scan.name, became.harm));
    case 'shrunk': return within(became.file, scan, became);
    case 'left':
    case 'stopped': return within(scan.file, scan, became.why);
  }
};

export const readyScan = async (scan: Scan, onPage: OnPage): Promise<Blob> => {
  const { file, quarters } = scan;
  if (file.type === 'application/pdf') {
    if (file.size <= TARGET_BYTES) return file;
    return file.size > MOST_READ ? within(file, scan, 'too-large') : fileOf(scan, await inTurn(() => shrinkApart(file, onPage)));
  }
  if (!file.type.startsWith('image/')) throw new Error('Chỉ nhận tệp PDF hoặc ảnh.');
  return within(await shrinkImage(file, quarters), scan, 'picture');
};
