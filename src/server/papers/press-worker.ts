// The press's own thread: setting a paper takes 5–130 ms of the processor and is synchronous.
import { parentPort } from 'node:worker_threads';
import type { PaperDocument, Reprint } from '#documents/kit/document.ts';
import { isUnprintableCharacter } from '#documents/kit/clean.ts';
import { type PaperToSign, renderPdf, setPaperToSign, setPiece } from './render.ts';

export type Order = { readonly no: number; readonly document: PaperDocument; readonly reprint?: Reprint; readonly as?: 'to-sign' | 'piece' };
export type Print =
  | ({ readonly no: number; readonly kind: 'pdf' } & PaperToSign)
  | { readonly no: number; readonly kind: 'unprintable'; readonly message: string; readonly field: string; readonly character: string }
  | { readonly no: number; readonly kind: 'fault'; readonly message: string };

const print = async ({ no, document, reprint, as }: Order): Promise<Print> => {
  try {
    if (as === 'to-sign') return { no, kind: 'pdf', ...setPaperToSign(document) };
    if (as === 'piece') return { no, kind: 'pdf', pdf: setPiece(document) };
    return { no, kind: 'pdf', pdf: await renderPdf(document, reprint) };
  } catch (fault) {
    if (isUnprintableCharacter(fault)) return { no, kind: 'unprintable', message: fault.message, field: fault.field, character: fault.character };
    return { no, kind: 'fault', message: fault instanceof Error ? fault.message : String(fault) };
  }
};

// one after the other: the compiler frees its results between two turns
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (order: Order) => {
  last = last.then(async () => parentPort?.postMessage(await print(order)));
});
