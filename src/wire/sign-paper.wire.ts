// POST /api/signing/papers/:paperId and /api/signing/outcomes/:dossierId/:outcomeNo.
import { z } from 'zod';
import { id } from './fields.ts';

export const signPaperParams = z.object({ paperId: id() });
export const signOutcomeParams = z.object({ dossierId: id(), outcomeNo: z.coerce.number().int().min(1).max(99) });
/** The PIN goes to whoever holds the key and is kept nowhere. */
export const signPaperBody = z.object({ as: z.enum(['leader', 'agency-seal']), pin: z.string().min(1).max(64).optional() });
export type SignPaperBody = z.output<typeof signPaperBody>;
export const paperSignedAnswer = z.object({ signatureNo: z.int(), signerName: z.string(), sha256: z.string() });
export type PaperSignedAnswer = z.output<typeof paperSignedAnswer>;
