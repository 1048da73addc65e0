// A register is opened for a year by decision of the head, counts from 01 to the year's end, and is closed and
// signed by the head when the year is over: no blanks, no number twice, and nothing enters it afterwards. A volume that
// is full is closed before, and the next one, opened by a decision of its own, goes on with the next number.
// Reception never waits for the signature: a book that is not yet opened counts, and says that it is unsigned.
// @law TT 01/2018/TT-VPCP Đ.10; NĐ 23/2015/NĐ-CP Đ.13, Đ.14
import type { Moment, PlainDate } from '../kernel/moment.ts';
import { dateOf } from '../kernel/moment.ts';
import { type Result, ok, refuse } from '../kernel/result.ts';
import type { DeskId, UnitId } from '../organisation/organisation.ts';
import { type CertificationBook, type NumberSeries, bookNameOf, certificationSeries, registerSeries } from './series.ts';
import type { NumberRange, SeriesFinding } from './series-check.ts';

export const BOOK_KINDS = ['dossier-register', 'SCT/BS', 'SCT/CK,ĐC', 'SCT/HĐ,GD'] as const;
export type BookKind = (typeof BOOK_KINDS)[number] & (CertificationBook | 'dossier-register');

/** Of a desk the register of dossiers, of an agency its certification books. */
export type BookKey =
  | { readonly kind: 'dossier-register'; readonly holderId: DeskId; readonly year: number }
  | { readonly kind: CertificationBook; readonly holderId: UnitId; readonly year: number };

const newYearOf = (year: number): PlainDate => `${String(year).padStart(4, '0')}-01-01` as PlainDate;

export const seriesOfBook = (book: BookKey): NumberSeries =>
  book.kind === 'dossier-register'
    ? registerSeries(book.holderId, newYearOf(book.year))
    : certificationSeries(book.kind, book.holderId, newYearOf(book.year));

export const nameOfBook = (book: BookKey, volume: number): string => bookNameOf(seriesOfBook(book), volume);

export type BookState = 'unsigned' | 'open' | 'to-close' | 'closed';

/** What stands on the book's first and last page. */
export type BookRecord = { readonly openedAt?: Moment; readonly closedAt?: Moment };

export const stateOfBook = (year: number, { openedAt, closedAt }: BookRecord, today: PlainDate): BookState => {
  if (closedAt !== undefined) return 'closed';
  if (Number(today.slice(0, 4)) > year) return 'to-close';
  return openedAt === undefined ? 'unsigned' : 'open';
};

export type HeadRefused =
  | { readonly kind: 'not-the-head' }
  | { readonly kind: 'pin-wrong' }
  | { readonly kind: 'pin-locked' };

export type BookFacts = {
  readonly year: number;
  readonly now: Moment;
  readonly record: BookRecord;
  /** Head of the agency that keeps the book. */
  readonly isHead: boolean;
  readonly pin: 'right' | 'wrong' | 'locked';
};

const headRefusal = ({ isHead, pin }: BookFacts): HeadRefused | undefined => {
  if (!isHead) return { kind: 'not-the-head' };
  return pin === 'right' ? undefined : { kind: pin === 'wrong' ? 'pin-wrong' : 'pin-locked' };
};

export type OpenBookRefused =
  | HeadRefused
  | { readonly kind: 'book-opened-already'; readonly at: Moment }
  | { readonly kind: 'book-closed'; readonly at: Moment }
  | { readonly kind: 'year-not-begun'; readonly year: number };

export const openBook = (facts: BookFacts): Result<{ readonly openedAt: Moment }, OpenBookRefused> => {
  const refused = headRefusal(facts);
  if (refused) return refuse(refused);
  const { record: { openedAt, closedAt }, year, now } = facts;
  if (closedAt !== undefined) return refuse({ kind: 'book-closed', at: closedAt });
  if (openedAt !== undefined) return refuse({ kind: 'book-opened-already', at: openedAt });
  if (dateOf(now) < newYearOf(year)) return refuse({ kind: 'year-not-begun', year });
  return ok({ openedAt: now });
};

export type ClosingFacts = BookFacts & {
  readonly lastNumber: number;
  readonly gaps: readonly NumberRange[];
  readonly findings: readonly SeriesFinding[];
  /** The desk or agency ended before the year did: its book may be closed with it. */
  readonly holderEndedOn?: PlainDate;
};

export type CloseBookRefused =
  | HeadRefused
  | { readonly kind: 'book-not-opened' }
  | { readonly kind: 'book-closed'; readonly at: Moment }
  | { readonly kind: 'year-not-over'; readonly year: number }
  | { readonly kind: 'numbers-at-fault'; readonly findings: readonly SeriesFinding[] };

export type BookClosed = { readonly closedAt: Moment; readonly lastNumber: number; readonly unused: number };

export const closeBook = (facts: ClosingFacts): Result<BookClosed, CloseBookRefused> => {
  const refused = headRefusal(facts);
  if (refused) return refuse(refused);
  const { record: { openedAt, closedAt }, year, now, findings, holderEndedOn } = facts;
  if (closedAt !== undefined) return refuse({ kind: 'book-closed', at: closedAt });
  if (openedAt === undefined) return refuse({ kind: 'book-not-opened' });
  const isOver = dateOf(now) >= newYearOf(year + 1) || (holderEndedOn !== undefined && holderEndedOn <= dateOf(now));
  if (!isOver) return refuse({ kind: 'year-not-over', year });
  if (findings.length > 0) return refuse({ kind: 'numbers-at-fault', findings });
  return ok({
    closedAt: now, lastNumber: facts.lastNumber,
    unused: facts.gaps.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0),
  });
};

export type NextVolumeRefused =
  | Exclude<CloseBookRefused, { readonly kind: 'year-not-over' }>
  /** No number will be taken any more: the volume that stands is the last one. */
  | { readonly kind: 'year-over'; readonly year: number }
  | { readonly kind: 'volume-empty' };

export type VolumeTurned = BookClosed & { readonly volume: number; readonly firstNumber: number };

/** What was written in this volume is closed, and the next number opens the next one. */
export const turnVolume = (facts: Omit<ClosingFacts, 'holderEndedOn'> & { readonly volume: number; readonly firstNumber: number }): Result<VolumeTurned, NextVolumeRefused> => {
  const refused = headRefusal(facts);
  if (refused) return refuse(refused);
  const { record: { openedAt, closedAt }, year, now, findings, lastNumber, firstNumber, volume, gaps } = facts;
  if (closedAt !== undefined) return refuse({ kind: 'book-closed', at: closedAt });
  if (openedAt === undefined) return refuse({ kind: 'book-not-opened' });
  if (dateOf(now) >= newYearOf(year + 1)) return refuse({ kind: 'year-over', year });
  if (lastNumber < firstNumber) return refuse({ kind: 'volume-empty' });
  if (findings.length > 0) return refuse({ kind: 'numbers-at-fault', findings });
  const unused = gaps.reduce((sum, gap) => sum + Math.max(0, Math.min(gap.to, lastNumber) - Math.max(gap.from, firstNumber) + 1), 0);
  return ok({ closedAt: now, lastNumber, unused, volume: volume + 1, firstNumber: lastNumber + 1 });
};
