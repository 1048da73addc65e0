// POST /api/signing/papers/:paperId, /api/signing/outcomes/:dossierId/:outcomeNo and /api/signing/drafts/:dossierId/:sha256.
import { z } from 'zod';
import { dossierId } from './dossier-parts.wire.ts';
import { id, sha256 } from './fields.ts';

export const signPaperParams = z.object({ paperId: id() });
export const signOutcomeParams = z.object({ dossierId: id(), outcomeNo: z.coerce.number().int().min(1).max(99) });
/** The very file that was looked at. */
export const signDraftParams = z.object({ dossierId, sha256 });
/** The PIN goes to whoever holds the key and is kept nowhere. */
export const signPaperBody = z.object({
  as: z.enum(['leader', 'agency-seal']),
  pin: z.string().min(1).max(64).optional(),
  /** The signer's seat, when one person signs in several capacities. */
  assignmentNo: z.int().min(1).max(999).optional(),
});
export type SignPaperBody = z.output<typeof signPaperBody>;
export const paperSignedAnswer = z.object({
  signatureNo: z.int(), signerName: z.string(), sha256: z.string(),
  /** Signed, but the time-stamp authority gave no stamp. */
  stampMissing: z.literal(true).optional(),
});
export type PaperSignedAnswer = z.output<typeof paperSignedAnswer>;
