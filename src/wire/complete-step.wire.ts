// POST /api/office/dossiers/:id/complete-step: pass on, approve (the signer's passing) or send back.
import { z } from 'zod';
import { accountIdText, expectedRevision, officeActAnswer, officeNote, officeText, sha256Text } from './office-parts.wire.ts';

export const proposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grant'), draftFile: sha256Text.optional() }),
  z.strictObject({ kind: z.literal('refuse'), reason: officeText(1000), legalGround: officeText(500) }),
]);
export type ProposalBody = z.infer<typeof proposal>;

export const completeStepBody = z.strictObject({
  expectedRevision,
  result: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('pass'),
      note: officeNote(1000).optional(),
      nextAssigneeId: accountIdText.optional(),
      proposal: proposal.optional(),
      /** The signer's seat, when one person signs in several capacities. */
      assignmentNo: z.int().min(1).max(999).optional(),
    }),
    z.strictObject({ kind: z.literal('send-back'), reason: officeText(1000) }),
  ]),
});
export type CompleteStepBody = z.infer<typeof completeStepBody>;
export const completeStepAnswer = officeActAnswer;
