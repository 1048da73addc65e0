// POST /api/desk/incoming/:handOverId/accept: what came back from the agency is counted and taken over.
import { z } from 'zod';
import { dossierCode, dossierId } from './dossier-parts.wire.ts';
import { line, moment } from './fields.ts';
import { deskId } from './procedure.wire.ts';

export const acceptOutcomeCommand = z.object({
  deskId,
  received: z.array(dossierId).max(300),
  /** On the record but not in the bag, or not as the record says: goes back with its note. */
  rejected: z.array(z.object({ dossierId, note: line(500) })).max(300).default([]),
});
export type AcceptOutcomeCommand = z.output<typeof acceptOutcomeCommand>;

export const outcomeAcceptedAnswer = z.object({
  handOverId: z.string(), at: moment,
  received: z.array(z.object({ dossierId, code: dossierCode })).readonly(),
  rejected: z.array(z.object({ dossierId, code: dossierCode })).readonly(),
  /** Still on the record, neither received nor rejected. */
  open: z.int(),
});
export type OutcomeAcceptedAnswer = z.output<typeof outcomeAcceptedAnswer>;
