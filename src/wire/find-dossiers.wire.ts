// GET /api/desk/find?q=: by code (whole, beginning or end), number of the postal item, identity number, or name without tones.
import { z } from 'zod';
import { dossierRow } from './dossier-parts.wire.ts';
import { line } from './fields.ts';
import { deskId } from './procedure.wire.ts';

export const findDossiersQuery = z.object({
  q: line(400).min(2),
  deskId: deskId.optional(),
  page: z.coerce.number().int().min(1).max(500).default(1),
});

export const foundDossiersView = z.object({
  foundBy: z.enum(['code', 'identity', 'item', 'name']),
  /** What is wrong with the number that was typed, in words. */
  wrong: z.string().optional(),
  page: z.int(),
  hasMore: z.boolean(),
  dossiers: z.array(dossierRow).readonly(),
});
export type FoundDossiersView = z.output<typeof foundDossiersView>;
