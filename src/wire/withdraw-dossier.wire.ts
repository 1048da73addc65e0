// POST /api/desk/dossiers/:id/withdraw and /api/office/dossiers/:id/withdraw: the citizen asks for the dossier back.
import { z } from 'zod';
import { deskActBase } from './dossier-parts.wire.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';
import { withdrawal } from './way-back.wire.ts';

export const withdrawDossierCommand = z.object({ ...deskActBase, ...withdrawal });
export type WithdrawDossierCommand = z.output<typeof withdrawDossierCommand>;

export const withdrawAtAgencyBody = z.strictObject({ expectedRevision, ...withdrawal });
export type WithdrawAtAgencyBody = z.output<typeof withdrawAtAgencyBody>;
export const withdrawAtAgencyAnswer = officeActAnswer;
