// POST /api/office/dossiers/:id/record-outcome: văn thư enters, numbers, seals and issues.
import { z } from 'zod';
import { dossierId } from './dossier-parts.wire.ts';
import { line, sha256 } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

/** Ký hiệu: 'GXN-UBND', 'TLKS', 'QĐ-UBND'. */
export const outcomeSymbol = line(40).regex(/^[\p{Lu}\d][\p{Lu}\d.&-]*$/u, 'Ký hiệu viết bằng chữ in hoa, nối bằng dấu gạch ngang');

export const recordOutcomeBody = z.strictObject({
  expectedRevision,
  name: line(300),
  symbol: outcomeSymbol,
  file: sha256.optional(),
  hasPaper: z.boolean(),
  sealed: z.boolean(),
  /** Sealed by the agency's digital signature right after, with the number in it. */
  sealsDigitally: z.boolean().optional(),
});
export type RecordOutcomeBody = z.output<typeof recordOutcomeBody>;

export const recordOutcomeAnswer = officeActAnswer.extend({ number: z.string(), outcomeNo: z.int() });

/** GET /api/office/outcome-number?dossierId=&symbol=: what the next number will be, unless someone is quicker. */
export const outcomeNumberQuery = z.object({ dossierId, symbol: outcomeSymbol });
export const outcomeNumberView = z.object({ number: z.string() });
