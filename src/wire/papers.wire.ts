// GET /api/papers/:paperId.pdf, GET /api/papers/:paperId/payload and POST /api/papers/:paperId/reprint.
import { z } from 'zod';
import { id, line, moment } from './fields.ts';

export const paperPdfQuery = z.object({ size: z.enum(['a5', 'a4', '80mm']).optional(), print: z.literal('yes').optional() });
export const paperPdfParams = z.object({ paperId: id() });

export const reprintCommand = z.object({ reason: line(300).optional() });
export const reprintedAnswer = z.object({ paperId: z.string(), printCount: z.int(), at: moment });
export type ReprintedAnswer = z.output<typeof reprintedAnswer>;

/** The words of the paper are those of the documents' own types: they were checked when the paper was issued. */
export const paperPayloadView = z.object({ payload: z.looseObject({ kind: z.string(), version: z.string() }), printCount: z.int() });
export type PaperPayloadView = z.output<typeof paperPayloadView>;
