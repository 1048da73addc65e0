// Papers are set on threads of their own, so that a long one holds up no reception: a second press opens
// when the first is at work, and many papers are shared out among them, one a processor and two at most.
// A press that dies is replaced; what it was setting is a fault, to be asked for again.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PaperDocument, Reprint } from '#documents/kit/document.ts';
import type { UnprintableCharacter } from '#documents/kit/clean.ts';
import type { Order, Print } from './press-worker.ts';
import type { PaperToSign } from './render.ts';

type Waiting = { readonly resolve: (paper: PaperToSign) => void; readonly reject: (fault: Error) => void };
type Press = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

const MOST_PRESSES = Math.min(2, availableParallelism());
const presses = new Set<Press>();
let orders = 0;

const faultOf = (print: Exclude<Print, { kind: 'pdf' }>): Error => {
  if (print.kind === 'fault') return new Error(print.message);
  const fault: UnprintableCharacter = Object.assign(new Error(print.message), { code: 'unprintable-character' as const, field: print.field, character: print.character });
  return fault;
};

const close = (press: Press, fault: Error): void => {
  presses.delete(press);
  for (const order of press.waiting.values()) order.reject(fault);
  press.waiting.clear();
};

const openPress = (): Press => {
  const press: Press = { worker: new Worker(new URL('./press-worker.ts', import.meta.url)), waiting: new Map() };
  press.worker.on('message', (print: Print) => {
    const order = press.waiting.get(print.no);
    press.waiting.delete(print.no);
    if (print.kind === 'pdf') order?.resolve(print);
    else order?.reject(faultOf(print));
    // an idle press keeps no program alive
    if (press.waiting.size === 0) press.worker.unref();
  });
  press.worker.on('error', (fault: Error) => close(press, fault));
  press.worker.on('exit', () => close(press, new Error('the press stopped')));
  presses.add(press);
  return press;
};

/** An idle press, else a new one while there is room, else the one with the fewest papers waiting. */
const findPress = (): Press => {
  const [leastBusy] = [...presses].toSorted((a, b) => a.waiting.size - b.waiting.size);
  if (leastBusy === undefined || (leastBusy.waiting.size > 0 && presses.size < MOST_PRESSES)) return openPress();
  return leastBusy;
};

const give = (order: Omit<Order, 'no'>): Promise<PaperToSign> =>
  new Promise((resolve, reject) => {
    orders += 1;
    const press = findPress();
    press.waiting.set(orders, { resolve, reject });
    press.worker.ref();
    press.worker.postMessage({ ...order, no: orders } satisfies Order);
  });

export const printPaper = async (document: PaperDocument, reprint?: Reprint): Promise<Uint8Array> =>
  (await give({ document, ...(reprint ? { reprint } : {}) })).pdf;

/** The same file, and where on it signatures show themselves. */
export const printPaperToSign = (document: PaperDocument): Promise<PaperToSign> => give({ document, as: 'to-sign' });

export const printPiece = async (document: PaperDocument): Promise<Uint8Array> => (await give({ document, as: 'piece' })).pdf;
