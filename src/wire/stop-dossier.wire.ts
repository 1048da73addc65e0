// POST /api/office/dossiers/:id/stop: the supplement or the duty did not come in time; with the notice.
import { z } from 'zod';
import { lines } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const stopDossierBody = z.strictObject({
  expectedRevision, reason: lines(1000), legalGround: lines(500), assignmentNo: z.int().optional(),
});
export type StopDossierBody = z.output<typeof stopDossierBody>;
export const stopDossierAnswer = officeActAnswer;
