// What takes scanned PDF files apart runs on a thread of its own, a new one for each file: whatever a file does to it,
// the screen goes on, and all its memory goes with it.
import type { Outcome } from './outcome.ts';
import { shrinkSheet } from './shrink-image.ts';
import { shrinkPdf } from './shrink-pdf.ts';

export type Said = { readonly kind: 'page'; readonly page: number; readonly of: number } | { readonly kind: 'done'; readonly outcome: Outcome };

const say = (said: Said): void => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void shrinkPdf(data, shrinkSheet, (page, of) => say({ kind: 'page', page, of })).then((outcome) => say({ kind: 'done', outcome }));
});
