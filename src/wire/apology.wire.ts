// POST /api/office/dossiers/:id/prepare-apology, /sign-apology, /return-apology: form 04, prepared, then signed or sent back.
import { z } from 'zod';
import { lines, moment } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const prepareApologyBody = z.strictObject({ expectedRevision, reason: lines(1000), newDue: moment });
export type PrepareApologyBody = z.output<typeof prepareApologyBody>;

export const signApologyBody = z.strictObject({ expectedRevision, assignmentNo: z.int().optional() });
export type SignApologyBody = z.output<typeof signApologyBody>;

export const returnApologyBody = z.strictObject({ expectedRevision, reason: lines(1000) });
export type ReturnApologyBody = z.output<typeof returnApologyBody>;

export const apologyAnswer = officeActAnswer.extend({ newDue: moment });
export type ApologyAnswer = z.output<typeof apologyAnswer>;

/** In the dossier's views. */
export const apologyView = z.object({
  apologyNo: z.int(), reason: z.string(), oldDue: moment, newDue: moment, preparedAt: moment, preparedByName: z.string(),
  decision: z.enum(['signed', 'returned']).optional(), decidedAt: moment.optional(), decidedByName: z.string().optional(),
  note: z.string().optional(), paperNumber: z.string().optional(),
});
export type ApologyView = z.output<typeof apologyView>;
