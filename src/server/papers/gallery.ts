// Every paper of the samples as a PDF in a folder, with what the gallery page and its check need.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaperDocument } from '#documents/kit/document.ts';
import { documentFor, type PaperPayload, sizesOf } from '#documents/papers.ts';
import { EXTREME_SAMPLES, PAPER_SAMPLES } from '#documents/samples.ts';
import { setPaper } from './render.ts';

export type GalleryPaper = {
  readonly file: string;
  readonly title: string;
  readonly payload: PaperPayload;
  readonly document: PaperDocument;
  readonly size: string;
  readonly pages: number;
  readonly warnings: readonly string[];
};

export const renderGalleryPapers = async (dir: string): Promise<readonly GalleryPaper[]> => {
  await mkdir(dir, { recursive: true });
  const papers: GalleryPaper[] = [];
  for (const { name, title, payload } of [...PAPER_SAMPLES, ...EXTREME_SAMPLES]) {
    for (const size of sizesOf(payload)) {
      const document = documentFor(payload, size);
      const { pdf, pages, warnings } = setPaper(document);
      const file = `${name}-${size}.pdf`;
      await writeFile(join(dir, file), pdf);
      papers.push({ file, title, payload, document, size, pages, warnings });
    }
  }
  return papers;
};
