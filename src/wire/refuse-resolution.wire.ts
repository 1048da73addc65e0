// POST /api/office/dossiers/:id/refuse-resolution: form 03, signed by who signs for the agency.
import { z } from 'zod';
import { line, lines } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const refuseResolutionBody = z.strictObject({
  expectedRevision,
  reason: lines(1000),
  legalGround: line(500),
  assignmentNo: z.int().min(1).max(999).optional(),
});
export type RefuseResolutionBody = z.output<typeof refuseResolutionBody>;
export const refuseResolutionAnswer = officeActAnswer;
