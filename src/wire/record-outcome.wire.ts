// POST /api/office/dossiers/:id/record-outcome: văn thư enters, numbers, seals and issues.
import { z } from 'zod';
import { expectedRevision, officeActAnswer, officeText, sha256Text } from './office-parts.wire.ts';

/** Ký hiệu: 'GXN-UBND', 'TLKS', 'QĐ-UBND'. */
export const outcomeSymbol = officeText(40).regex(/^[\p{Lu}\d][\p{Lu}\d.&-]*$/u, 'Ký hiệu viết bằng chữ in hoa, nối bằng dấu gạch ngang');

export const recordOutcomeBody = z.strictObject({
  expectedRevision,
  name: officeText(300),
  symbol: outcomeSymbol,
  file: sha256Text.optional(),
  hasPaper: z.boolean(),
  sealed: z.boolean(),
});
export type RecordOutcomeBody = z.infer<typeof recordOutcomeBody>;

export const recordOutcomeAnswer = officeActAnswer.extend({ number: z.string() });
export type RecordOutcomeAnswer = z.infer<typeof recordOutcomeAnswer>;

/** GET /api/office/outcome-number?dossierId=&symbol=: what the next number will be, unless someone is quicker. */
export const outcomeNumberQuery = z.object({ dossierId: z.uuid(), symbol: outcomeSymbol });
export const outcomeNumberView = z.object({ number: z.string() });
