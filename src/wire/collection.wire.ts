// GET /api/desk/uncollected, and the desk's two acts about an outcome that nobody collects:
// POST /api/desk/dossiers/:id/invite-to-collect and /api/desk/dossiers/:id/send-outcome-back.
import { z } from 'zod';
import { deskActBase, dossierId } from './dossier-parts.wire.ts';
import { line, moment, plainDate, revision } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const collectionCommand = z.object(deskActBase);
export type CollectionCommand = z.output<typeof collectionCommand>;

/** POST /api/office/dossiers/:dossierId/accept-outcome-back: the agency has what came back, or says that it did not come. */
export const acceptOutcomeBackBody = z.strictObject({ expectedRevision, missing: line(300).optional() });
export type AcceptOutcomeBackBody = z.output<typeof acceptOutcomeBackBody>;
export const acceptOutcomeBackAnswer = officeActAnswer;

/** `step.from`: the first day on which it may be done; what may be done today comes first. */
export const uncollectedView = z.object({
  now: moment,
  rows: z.array(z.object({
    dossierId, code: z.string(), revision, procedureName: z.string(), applicantName: z.string(), phone: z.string().optional(),
    since: moment, dueAt: moment.optional(), invitedOn: z.array(plainDate).readonly(),
    step: z.object({ kind: z.enum(['invite', 'send-back']), round: z.int().optional(), from: plainDate }), isDue: z.boolean(),
  })).readonly(),
});
export type UncollectedView = z.output<typeof uncollectedView>;
