// The small parts every schema is made of. Texts are trimmed and normalised to NFC here, once,
// so that the same name typed on two keyboards is the same text everywhere.
import { z } from 'zod';
import type { Moment, PlainDate, WallTime } from '#core/kernel/moment.ts';
import { isPlainDate, parseMoment } from '#core/kernel/parse-date.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';

/** Same check at run time, a branded type for the compiler. */
export const branded = <B extends string>(schema: z.ZodType<string, string>): z.ZodType<B, string> =>
  schema as unknown as z.ZodType<B, string>;

/** No letter bears so many marks; bringing long runs of them into order takes minutes (measured: 200,000 in 51 s). */
const HEAPED_MARKS = /\p{M}{9}/u;
/** Soft hyphens, joiners and marks of direction come along unseen: they make two texts of one, or turn a line round. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
/** No control characters (PostgreSQL refuses NUL) and no half surrogates (jsonb refuses them). */
export const WRITABLE = /^(?!.*\p{M}{9})(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/su;

export const tidy = (text: string): string =>
  HEAPED_MARKS.test(text) ? text
    : text.normalize('NFC').replace(INVISIBLE, '').replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\S\n\t]/gu, ' ').trim();
const tidyLine = (text: string): string => tidy(text).replace(/[\n\t ]+/g, ' ');

/** One line, never empty. */
export const line = (max: number) => z.string().overwrite(tidyLine).min(1).max(max).regex(WRITABLE);
/** Several lines, never empty. */
export const lines = (max: number) => z.string().overwrite(tidy).min(1).max(max).regex(WRITABLE);
/** One line that may be empty. */
export const maybeLine = (max: number) => z.string().overwrite(tidyLine).max(max).regex(WRITABLE);

/** Written by a machine, as it stands: neither tidied nor lost. */
export const plain = (max: number) => z.string().max(max).regex(WRITABLE);

export const id = <B extends string>() => branded<B>(z.guid().toLowerCase());
/** A slug of ours: 'xa-ky-bac', or a procedure code '1.001193.H27'. */
export const slug = <B extends string>() => branded<B>(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/));
export const sha256 = branded<Sha256>(z.string().regex(/^[0-9a-f]{64}$/));

/** A moment that exists, written in one way. */
export const moment = branded<Moment>(z.string().refine((text) => text.length === 25 && parseMoment(text) === text));
/** A day that exists: a database refuses 31/2, and the year nought. */
export const plainDate = branded<PlainDate>(z.iso.date().refine(isPlainDate));
export const wallTime = branded<WallTime>(z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/));

export const count = (max: number, min = 0) => z.int().min(min).max(max);
export const dong = z.int().min(0).max(10_000_000_000);
/** What goes from hand to hand: nine digits, as the boxes take it and as its columns hold it. */
export const cash = z.int().min(0).max(999_999_999);
export const revision = count(1_000_000, 0);
