// POST /api/office/dossiers/:id/assign
import { z } from 'zod';
import { accountIdText, expectedRevision, officeActAnswer, officeNote } from './office-parts.wire.ts';

export const assignDossierBody = z.strictObject({
  expectedRevision,
  assigneeId: accountIdText,
  note: officeNote(500).optional(),
});
export type AssignDossierBody = z.infer<typeof assignDossierBody>;
export const assignDossierAnswer = officeActAnswer;
