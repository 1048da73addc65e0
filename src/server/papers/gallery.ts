// Every paper of the samples as a PDF in a folder, with what the gallery page needs to show them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentFor, sizesOf } from '#documents/papers.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { setPaper } from './render.ts';

export type GalleryPaper = {
  readonly file: string;
  readonly title: string;
  readonly kind: string;
  readonly size: string;
  readonly pages: number;
};

/** Writes the PDFs and `papers.json`, and returns the same index. */
export const renderGalleryPapers = async (dir: string): Promise<readonly GalleryPaper[]> => {
  await mkdir(dir, { recursive: true });
  const papers: GalleryPaper[] = [];
  for (const { name, title, payload } of PAPER_SAMPLES) {
    for (const size of sizesOf(payload)) {
      const set = setPaper(documentFor(payload, size));
      const file = `${name}-${size}.pdf`;
      await writeFile(join(dir, file), set.pdf);
      papers.push({ file, title, kind: payload.kind, size, pages: set.pages });
    }
  }
  await writeFile(join(dir, 'papers.json'), `${JSON.stringify(papers, null, 2)}\n`);
  return papers;
};
