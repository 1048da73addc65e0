// Watches over the thread that takes a PDF apart: one that says nothing for a minute is stopped, and the file stays as it came.
import type { Outcome } from './outcome.ts';
import type { OnPage } from './shrink-pdf.ts';
import type { Said } from './shrink-pdf-worker.ts';

/** A page takes a second or two on a slow machine, and opening 64 MB takes a few. */
const SILENT_MS = 60_000;

export type Thread = Pick<Worker, 'postMessage' | 'terminate'> & { onmessage: ((event: MessageEvent<Said>) => void) | null; onerror: ((event: ErrorEvent) => void) | null };
export type Apart = Outcome | { readonly kind: 'stopped'; readonly why: 'too-long' | 'not-here' };

const openThread = (): Thread => new Worker(new URL('./shrink-pdf-worker.ts', import.meta.url), { type: 'module' });

const opened = (open: () => Thread): Thread | undefined => {
  try {
    return open();
  } catch {
    return undefined;
  }
};

export const shrinkApart = (file: Blob, onPage: OnPage, open: () => Thread = openThread): Promise<Apart> =>
  new Promise((resolve) => {
    const thread = opened(open);
    // a browser that starts no thread for this page
    if (!thread) return resolve({ kind: 'stopped', why: 'not-here' });
    const end = (became: Apart): void => {
      clearTimeout(watch);
      thread.terminate();
      resolve(became);
    };
    const patience = () => setTimeout(() => end({ kind: 'stopped', why: 'too-long' }), SILENT_MS);
    let watch = patience();
    thread.onmessage = ({ data }) => {
      if (data.kind === 'done') return end(data.outcome);
      clearTimeout(watch);
      watch = patience();
      onPage(data.page, data.of);
    };
    // without a line, a machine that does not hold this piece yet; or a thread that ran out of memory
    thread.onerror = () => end({ kind: 'stopped', why: 'not-here' });
    thread.postMessage(file);
  });
