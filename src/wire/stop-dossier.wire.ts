// POST /api/office/dossiers/:id/stop: the supplement or the duty did not come in time.
import { z } from 'zod';
import { expectedRevision, officeActAnswer, officeText } from './office-parts.wire.ts';

export const stopDossierBody = z.strictObject({ expectedRevision, reason: officeText(1000) });
export type StopDossierBody = z.infer<typeof stopDossierBody>;
export const stopDossierAnswer = officeActAnswer;
