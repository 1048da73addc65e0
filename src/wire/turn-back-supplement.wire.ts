// POST /api/office/dossiers/:id/turn-back-supplement: what was sent online is not enough; the citizen reads why and sends again.
import { z } from 'zod';
import { line, lines } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const turnBackSupplementBody = z.strictObject({
  expectedRevision,
  answerNo: z.int().min(1).max(1_000),
  reason: lines(500),
  /** Of the one list, what is still missing. */
  missing: z.array(line(500)).min(1).max(60),
});
export type TurnBackSupplementBody = z.output<typeof turnBackSupplementBody>;
export const turnBackSupplementAnswer = officeActAnswer.extend({ repeated: z.boolean() });
