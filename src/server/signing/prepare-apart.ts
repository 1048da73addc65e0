// A stranger's file may be built to be read for hours (100 kB that unpack to 100 MB held everybody for a minute): it is read
// on a thread of its own, which is stopped when its time is over. A signature is rare; the thread costs it a fifth of a second.
import { Worker } from 'node:worker_threads';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { PdfRefused, PreparedPdf, SignatureFacts } from './prepare-pdf.ts';
import type { ToPrepare } from './prepare-worker.ts';

/** Milliseconds; the largest honest file takes under two seconds. */
const PATIENCE = 20_000;

const toBuffers = ({ bytes, hash, room }: PreparedPdf): PreparedPdf => ({ bytes: Buffer.from(bytes), hash: Buffer.from(hash), room });

export const prepareApart = (
  original: Uint8Array, facts: SignatureFacts, forStamp: boolean, patience = PATIENCE,
): Promise<Result<PreparedPdf, PdfRefused>> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), { workerData: { original, facts, forStamp } satisfies ToPrepare });
    const notSignable = (): void => resolve(refuse({ kind: 'pdf-not-signable' }));
    const timer = setTimeout(() => {
      notSignable();
      void worker.terminate();
    }, patience);
    worker.once('message', (said: Result<PreparedPdf, PdfRefused>) => resolve(said.ok ? ok(toBuffers(said.value)) : said));
    worker.once('error', notSignable);
    worker.once('exit', () => {
      clearTimeout(timer);
      notSignable();
    });
  });
