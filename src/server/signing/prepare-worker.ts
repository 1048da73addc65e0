import { parentPort, workerData } from 'node:worker_threads';
import { preparePdf, type SignatureFacts } from './prepare-pdf.ts';

export type ToPrepare = { readonly original: Uint8Array; readonly facts: SignatureFacts; readonly forStamp: boolean };

const { original, facts, forStamp } = workerData as ToPrepare;
parentPort?.postMessage(await preparePdf(original, facts, forStamp));
