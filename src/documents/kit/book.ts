// What every book has: a cover with who opened it, numbered pages, a last page with who closed it and how many lines there are.
import type { PlainDate } from '#core/kernel/moment.ts';
import type { PaperValue } from './document.ts';
import { type FormFact, formFoot } from './form-facts.ts';
import { headLines, signerLines } from './lines.ts';
import type { Dated, Letterhead, SignerPrinted } from './parts.ts';
import { dateInWords, shortMoment, upper } from './words.ts';

type Signed = { readonly on: PlainDate; readonly by: SignerPrinted };
export type Book = Dated & {
  readonly head: Letterhead;
  readonly year: number;
  readonly book: string;
  readonly opened: Signed;
  readonly closed?: Signed & { readonly note?: string };
  readonly keeperName?: string;
};

const act = ({ on, by }: Signed) => ({ on: dateInWords(on), by: signerLines(by) });

/** `orders`: what the lines are numbered with, in their order. */
export const bookFrame = (book: Book, fact: FormFact, orders: readonly string[]) => ({
  head: headLines(book.head, book.issuedAt),
  heading: upper(fact.title),
  form: formFoot(fact),
  footCode: `Quyển số ${book.book}`,
  place: book.head.place,
  year: String(book.year),
  book: book.book,
  printedOn: shortMoment(book.issuedAt),
  opened: act(book.opened),
  count: String(orders.length),
  first: orders[0] ?? null,
  last: orders.at(-1) ?? null,
  closed: book.closed === undefined ? null : { ...act(book.closed), note: book.closed.note ?? null },
  keeper: book.keeperName ?? null,
}) satisfies PaperValue;
