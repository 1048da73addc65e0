// POST /api/office/dossiers/:id/extend: more time by law, with the number and day of the decision.
import { z } from 'zod';
import { line, moment, plainDate } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const extendDossierBody = z.strictObject({
  expectedRevision, extensionId: line(80), decisionNumber: line(80), decidedOn: plainDate,
});
export type ExtendDossierBody = z.output<typeof extendDossierBody>;
export const extendDossierAnswer = officeActAnswer.extend({ newDue: moment });

export const extensionView = z.object({
  ground: z.string(), law: z.string(), decisionNumber: z.string(), decidedOn: plainDate, oldDue: moment, newDue: moment, at: moment, byName: z.string(),
});
