// The small parts every schema is made of. Texts are trimmed and normalised to NFC here, once,
// so that the same name typed on two keyboards is the same text everywhere.
import { z } from 'zod';
import type { Moment, PlainDate, WallTime } from '#core/kernel/moment.ts';
import type { Sha256 } from '#core/dossier/dossier.ts';

/** Same check at run time, a branded type for the compiler. */
export const branded = <B extends string>(schema: z.ZodType<string, string>): z.ZodType<B, string> =>
  schema as unknown as z.ZodType<B, string>;

/** No control characters (PostgreSQL refuses NUL) and no half surrogates (jsonb refuses them). */
export const WRITABLE = /^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u;
export const tidy = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
const tidyLine = (text: string): string => tidy(text).replace(/[\n\t ]+/g, ' ');

/** One line, never empty. */
export const line = (max: number) => z.string().overwrite(tidyLine).min(1).max(max).regex(WRITABLE);
/** Several lines, never empty. */
export const lines = (max: number) => z.string().overwrite(tidy).min(1).max(max).regex(WRITABLE);
/** One line that may be empty. */
export const maybeLine = (max: number) => z.string().overwrite(tidyLine).max(max).regex(WRITABLE);

export const id = <B extends string>() => branded<B>(z.guid().toLowerCase());
/** A slug of ours: 'xa-ky-bac', or a procedure code '1.001193.H27'. */
export const slug = <B extends string>() => branded<B>(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/));
export const sha256 = branded<Sha256>(z.string().regex(/^[0-9a-f]{64}$/));

export const moment = branded<Moment>(z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/));
/** A day that exists: a database refuses 31/2. */
export const plainDate = branded<PlainDate>(z.iso.date());
export const wallTime = branded<WallTime>(z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/));

export const count = (max: number, min = 0) => z.int().min(min).max(max);
export const dong = z.int().min(0).max(10_000_000_000);
export const revision = count(1_000_000, 0);
