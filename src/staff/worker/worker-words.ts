// What a page says to the worker, and what comes back through the port that goes with it.
export type ToWorker = { readonly kind: 'take-over' } | { readonly kind: 'hold-press' };
export type PressHeld = { readonly held: boolean };
