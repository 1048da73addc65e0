// POST /api/desk/dossiers/:id/receive-supplement: what the agency asked for has been brought.
import { z } from 'zod';
import { answers, deskActBase, dossierChanged, paperGiven } from './dossier-parts.wire.ts';
import { due } from './due.wire.ts';
import { lines } from './fields.ts';

export const receiveSupplementCommand = z.object({
  ...deskActBase,
  papers: z.array(paperGiven).min(1).max(60),
  /** False: the rest is still waited for, and the clock with it. */
  complete: z.boolean().default(true),
  /** Why it is complete although something on the list did not come. */
  withoutReason: lines(500).optional(),
  /** Changed answers of the e-form, when the request was about them. */
  answers: answers.optional(),
});
export type ReceiveSupplementCommand = z.output<typeof receiveSupplementCommand>;

export const supplementReceivedAnswer = z.object({ ...dossierChanged.shape, complete: z.boolean(), due: due.optional() });
