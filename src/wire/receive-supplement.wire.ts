// POST /api/desk/dossiers/:id/receive-supplement: what the agency asked for has been brought.
import { z } from 'zod';
import { answers, deskActBase, dossierChanged, paperGiven } from './dossier-parts.wire.ts';
import { due } from './due.wire.ts';

export const receiveSupplementCommand = z.object({
  ...deskActBase,
  papers: z.array(paperGiven).min(1).max(60),
  /** Changed answers of the e-form, when the request was about them. */
  answers: answers.optional(),
});
export type ReceiveSupplementCommand = z.output<typeof receiveSupplementCommand>;

export const supplementReceivedAnswer = z.object({ ...dossierChanged.shape, due: due.optional() });
