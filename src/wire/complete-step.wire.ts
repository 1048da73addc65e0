// POST /api/office/dossiers/:id/complete-step: pass on, approve (the signer's passing) or send back.
import { z } from 'zod';
import { accountId } from './dossier-parts.wire.ts';
import { line, lines, sha256 } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const proposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grant'), draftFile: sha256.optional() }),
  z.strictObject({ kind: z.literal('refuse'), reason: lines(1000), legalGround: line(500) }),
]);

export const completeStepBody = z.strictObject({
  expectedRevision,
  result: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('pass'),
      note: lines(1000).optional(),
      nextAssigneeId: accountId.optional(),
      proposal: proposal.optional(),
      /** The signer's seat, when one person signs in several capacities. */
      assignmentNo: z.int().min(1).max(999).optional(),
    }),
    z.strictObject({ kind: z.literal('send-back'), reason: lines(1000) }),
  ]),
});
export type CompleteStepBody = z.output<typeof completeStepBody>;
export const completeStepAnswer = officeActAnswer;
