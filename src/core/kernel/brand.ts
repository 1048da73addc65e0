// Branded strings: an id of one thing can never be passed where another is asked for.
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Exhaustiveness: the compiler proves that no case is left. */
export const never = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
};
