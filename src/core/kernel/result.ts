// A refusal is a legal act that prints a paper, so it is a value; only faults are thrown.
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<R> = { readonly ok: false; readonly refusal: R };
export type Result<T, R> = Ok<T> | Refused<R>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refuse = <R>(refusal: R): Refused<R> => ({ ok: false, refusal });
