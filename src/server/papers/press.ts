// Papers are set on a thread of their own, so that a long one holds up no reception.
// A press that dies is replaced; what it was setting is a fault, to be asked for again.
import { Worker } from 'node:worker_threads';
import type { PaperDocument, Reprint } from '#documents/kit/document.ts';
import type { UnprintableCharacter } from './clean.ts';
import type { Order, Print } from './press-worker.ts';

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (fault: Error) => void };

let press: Worker | undefined;
let orders = 0;
const waiting = new Map<number, Waiting>();

const faultOf = (print: Exclude<Print, { kind: 'pdf' }>): Error => {
  if (print.kind === 'fault') return new Error(print.message);
  const fault: UnprintableCharacter = Object.assign(new Error(print.message), { code: 'unprintable-character' as const, field: print.field, character: print.character });
  return fault;
};

const close = (fault: Error): void => {
  press = undefined;
  for (const order of waiting.values()) order.reject(fault);
  waiting.clear();
};

const openPress = (): Worker => {
  if (press) return press;
  const opened = new Worker(new URL('./press-worker.ts', import.meta.url));
  opened.on('message', (print: Print) => {
    const order = waiting.get(print.no);
    waiting.delete(print.no);
    if (print.kind === 'pdf') order?.resolve(print.pdf);
    else order?.reject(faultOf(print));
    // an idle press keeps no program alive
    if (waiting.size === 0) opened.unref();
  });
  opened.on('error', (fault: Error) => { if (press === opened) close(fault); });
  opened.on('exit', () => { if (press === opened) close(new Error('the press stopped')); });
  press = opened;
  return opened;
};

export const printPaper = (document: PaperDocument, reprint?: Reprint): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    orders += 1;
    const worker = openPress();
    waiting.set(orders, { resolve, reject });
    worker.ref();
    const order: Order = { no: orders, document, ...(reprint ? { reprint } : {}) };
    worker.postMessage(order);
  });
