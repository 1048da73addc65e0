// An order reaches its carrier once, though the answer to it is lost. It keeps one number for good; what the carrier does
// with a number that it has already decides whether it may be sent again: where that would make a second order, nothing
// is sent, and the carrier's own events or a person say whether the first one arrived.
import { never } from '../kernel/brand.ts';

export const ORDER_STATES = ['waiting', 'sending', 'unclear', 'confirmed', 'refused', 'cancelling', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const REPEATED_ORDERS = ['same-order', 'refused', 'second-order'] as const;
/** What the carrier makes of an order number that comes again. */
export type RepeatedOrder = (typeof REPEATED_ORDERS)[number];

export type OrderAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'already-there' }
  | { readonly kind: 'refused'; readonly message: string }
  /** Nothing left the house. */
  | { readonly kind: 'not-sent' }
  /** Perhaps it was taken: the answer was lost, late or unreadable. */
  | { readonly kind: 'no-answer' };

export type NextSending = 'send' | 'wait-for-word' | 'nothing';

export const nextSending = (state: OrderState, repeated: RepeatedOrder): NextSending => {
  switch (state) {
    case 'waiting': return 'send';
    // a server that went down while sending leaves no more behind than a lost answer
    case 'sending': case 'unclear': return repeated === 'second-order' ? 'wait-for-word' : 'send';
    case 'confirmed': case 'refused': case 'cancelling': case 'cancelled': return 'nothing';
    default: return never(state);
  }
};

export type AfterSending = { readonly state: OrderState; readonly again: boolean; readonly problem?: OrderProblem };

export type OrderProblem =
  /** Before it was ever sent the carrier had an order of this number: another one's. */
  | { readonly kind: 'number-taken' }
  | { readonly kind: 'carrier-refused'; readonly message: string };

/** `wasSent`: it may have arrived in an earlier sending. */
export const afterSending = (answer: OrderAnswer, wasSent: boolean, repeated: RepeatedOrder): AfterSending => {
  switch (answer.kind) {
    case 'taken': return { state: 'confirmed', again: false };
    case 'already-there':
      return wasSent ? { state: 'confirmed', again: false } : { state: 'refused', again: false, problem: { kind: 'number-taken' } };
    case 'refused': return { state: 'refused', again: false, problem: { kind: 'carrier-refused', message: answer.message } };
    case 'not-sent': return { state: wasSent ? 'unclear' : 'waiting', again: true };
    case 'no-answer': return { state: 'unclear', again: repeated !== 'second-order' };
    default: return never(answer);
  }
};

const FIRST_PAUSE_SECONDS = 15;
const LONGEST_PAUSE_SECONDS = 3_600;

/** Longer after each try, so that a carrier that is down is not stormed when it comes back. */
export const pauseAfter = (tries: number): number => Math.min(FIRST_PAUSE_SECONDS * 2 ** Math.min(tries - 1, 16), LONGEST_PAUSE_SECONDS);
