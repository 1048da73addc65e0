// The register books of a desk and of an agency: the list, one book by month, opening, closing, and its export.
import { z } from 'zod';
import { BOOK_KINDS, type BookKind } from '#core/numbering/register-book.ts';
import { GAP_REASONS } from '#core/numbering/series-check.ts';
import { dossierId, dossierState } from './dossier-parts.wire.ts';
import { count, line, maybeLine, moment } from './fields.ts';

/** In addresses: a slash of the law's own name would be another path. */
export const BOOK_SLUGS: Readonly<Record<string, BookKind>> = {
  'theo-doi': 'dossier-register', 'sct-bs': 'SCT/BS', 'sct-ck': 'SCT/CK,ĐC', 'sct-hd': 'SCT/HĐ,GD',
};
export const slugOfBook = (kind: BookKind): string => Object.entries(BOOK_SLUGS).find(([, one]) => one === kind)?.[0] ?? '';

const year = z.coerce.number().int().min(2000).max(2100);
export const bookParams = z.object({
  slug: z.enum(Object.keys(BOOK_SLUGS) as [string, ...string[]]),
  holderId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u),
  year,
});

const signed = z.object({ at: moment, name: z.string(), title: z.string() });

export const bookView = z.object({
  kind: z.enum(BOOK_KINDS), slug: z.string(), holderId: z.string(), holderName: z.string(), year: z.int(),
  /** '01/2026', '01/2026-SCT/BS'; of a whole year of several volumes the first to the last */
  name: z.string(),
  /** Null: all volumes of the year. */
  volume: z.int().nullable(), volumes: z.int(),
  /** The volume in which the next number will stand. */
  isCurrent: z.boolean(), firstNumber: z.int(),
  state: z.enum(['unsigned', 'open', 'to-close', 'closed']),
  lastNumber: z.int(), unusedCount: z.int(),
  decision: z.string().optional(), opened: signed.optional(), closed: signed.optional(),
  /** This person opens and closes it. */
  isHead: z.boolean(),
});
export type BookView = z.output<typeof bookView>;

export const booksView = z.object({ now: moment, books: z.array(bookView) });
export type BooksView = z.output<typeof booksView>;

export const BOOK_PAGE = 100;
/** Absent: the whole year. */
export const bookVolumeQuery = z.object({ volume: z.coerce.number().int().min(1).max(999).optional() });
export const bookQuery = bookVolumeQuery.extend({
  month: z.coerce.number().int().min(1).max(12).optional(),
  q: maybeLine(100).default(''),
  after: z.coerce.number().int().min(0).max(10_000_000).default(0),
});

export const registerLine = z.object({
  kind: z.literal('register'), number: z.int(), dossierId, code: z.string(), procedureName: z.string(), setCount: z.int(), ownerName: z.string(),
  address: z.string(), phone: z.string().optional(), agencyName: z.string(), receivedAt: moment, dueAt: moment.optional(),
  forwardedAt: moment.optional(), outcomeReceivedAt: moment.optional(), returnedAt: moment.optional(),
  returnBy: z.enum(['at-desk', 'home-delivery', 'online']).optional(), signedBy: z.string().optional(), state: dossierState, note: z.string().optional(),
});
export type RegisterBookLine = z.output<typeof registerLine>;

export const certificationLine = z.object({
  kind: z.literal('certification'), number: z.int(), dossierId, code: z.string(), certifiedAt: moment, requesterName: z.string(), paperName: z.string(),
  pages: z.int(), copies: z.int(), fee: z.int(), receiverName: z.string(),
  /** 'Nguyễn Văn A, Chủ tịch'; absent: written in by hand. */
  signedBy: z.string().optional(),
});
export type CertificationBookLine = z.output<typeof certificationLine>;
export type BookLine = RegisterBookLine | CertificationBookLine;

export const onePageOfBook = z.object({
  now: moment, book: bookView, lines: z.array(z.discriminatedUnion('kind', [registerLine, certificationLine])), next: z.int().nullable(),
  /** How many entries each month has, January first. */
  months: z.array(z.int()),
  gaps: z.array(z.object({ from: z.int(), to: z.int(), reason: z.enum(GAP_REASONS), note: z.string() })),
});
export type OnePageOfBook = z.output<typeof onePageOfBook>;

const pin = z.string().regex(/^\d{6}$/u, { error: 'Mã PIN gồm 6 chữ số.' });
export const openBookCommand = z.object({ decision: line(300), pin });
/** Closes the volume that is full and opens the next one. */
export const nextVolumeCommand = z.object({ decision: line(300), pin, expectedLastNumber: count(10_000_000) });
export const closeBookCommand = z.object({ pin, expectedLastNumber: count(10_000_000) });
export const bookSignedAnswer = z.object({ book: bookView });
export type BookSignedAnswer = z.output<typeof bookSignedAnswer>;
