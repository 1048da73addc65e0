// POST /api/office/dossiers/:id/refuse-resolution: form 03, signed by who signs for the agency.
import { z } from 'zod';
import { expectedRevision, officeActAnswer, officeText } from './office-parts.wire.ts';

export const refuseResolutionBody = z.strictObject({
  expectedRevision,
  reason: officeText(1000),
  legalGround: officeText(500),
  assignmentNo: z.int().min(1).max(999).optional(),
});
export type RefuseResolutionBody = z.infer<typeof refuseResolutionBody>;
export const refuseResolutionAnswer = officeActAnswer;
