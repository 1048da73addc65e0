// While the code is not known, texts carry a mark that nobody outside can guess; the statement replaces it.
import { randomUUID } from 'node:crypto';

/** `volume`: of the book the number stands in. */
export type Marks = { readonly code: string; readonly number: string; readonly inRegister: { readonly order: string; readonly volume: string } };

export const newMarks = (): Marks => {
  const once = randomUUID();
  return { code: `(code ${once})`, number: `(number ${once})`, inRegister: { order: `(order ${once})`, volume: `(volume ${once})` } };
};

/** What the statement does in SQL, done here for the answer. */
export const withCode = <T>(value: T, marks: Marks, code: string): T =>
  JSON.parse(JSON.stringify(value).replaceAll(marks.code, code)) as T;
