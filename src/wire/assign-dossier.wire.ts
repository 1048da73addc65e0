// POST /api/office/dossiers/:id/assign
import { z } from 'zod';
import { accountId } from './dossier-parts.wire.ts';
import { lines } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const assignDossierBody = z.strictObject({
  expectedRevision,
  assigneeId: accountId,
  note: lines(500).optional(),
});
export type AssignDossierBody = z.output<typeof assignDossierBody>;
export const assignDossierAnswer = officeActAnswer;
