// POST /api/desk/dossiers/:id/withdraw: the citizen asks for the dossier back.
import { z } from 'zod';
import { deskActBase } from './dossier-parts.wire.ts';
import { lines } from './fields.ts';

export const withdrawDossierCommand = z.object({
  ...deskActBase, reason: lines(1000), papersGivenBack: z.boolean(),
});
export type WithdrawDossierCommand = z.output<typeof withdrawDossierCommand>;
