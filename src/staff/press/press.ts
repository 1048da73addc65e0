// The counter's press from the screen's side. The compiler's memory only grows (a third of a megabyte a page),
// so after some papers a fresh worker takes over, with the module that is compiled already.
import type { PaperSize, Reprint } from '#documents/kit/document.ts';
import type { PaperPayload } from '#documents/papers.ts';
import type { Plates } from './compiler.ts';
import type { Answer, Order } from './press-worker.ts';

const MOST_PAPERS = 100;

type Waiting = { readonly resolve: (pdf: Blob) => void; readonly reject: (fault: Error) => void };
type Press = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

let press: Press | undefined;
let plates: Plates | undefined;
let orders = 0;
let papers = 0;

const close = (closed: Press, fault: Error): void => {
  if (press === closed) press = undefined;
  closed.worker.terminate();
  for (const order of closed.waiting.values()) order.reject(fault);
};

const send = (to: Press, order: Order): void => to.worker.postMessage(order);

const open = (): Press => {
  const opened: Press = { worker: new Worker(new URL('./press-worker.ts', import.meta.url), { type: 'module' }), waiting: new Map() };
  opened.worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'opened') plates = data.plates;
    else if (data.kind === 'closed') close(opened, new Error(data.message));
    else {
      const order = opened.waiting.get(data.no);
      opened.waiting.delete(data.no);
      if (data.kind === 'paper') order?.resolve(new Blob([data.pdf], { type: 'application/pdf' }));
      else order?.reject(new Error(data.message));
      if (papers >= MOST_PAPERS && opened.waiting.size === 0) close(opened, new Error('the press was changed'));
    }
  });
  opened.worker.addEventListener('error', () => close(opened, new Error('the press stopped')));
  papers = 0;
  send(opened, { kind: 'open', plates });
  return opened;
};

export const openPress = (): Press => (press ??= open());

export const setOwnPaper = (payload: PaperPayload, size?: PaperSize, reprint?: Reprint): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const at = openPress();
    orders += 1;
    papers += 1;
    at.waiting.set(orders, { resolve, reject });
    send(at, { kind: 'set', no: orders, payload, size, reprint });
  });
