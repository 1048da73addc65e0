// Papers that follow their dossier to the agency. Desk: what lies there, and the record it goes under. Agency: records on
// their way, counted and signed for.
import { z } from 'zod';
import { dossierId } from './dossier-parts.wire.ts';
import { id, line, moment } from './fields.ts';
import { deskId, unitId } from './procedure.wire.ts';
import { signatureGiven } from './sign-for.wire.ts';

const paperLine = z.object({ dossierId, code: z.string(), ownerName: z.string(), procedureName: z.string(), pieces: z.int() });

export const papersAfterView = z.object({
  now: moment,
  /** By the agency they go to. */
  groups: z.array(z.object({ agencyUnitId: unitId, agencyName: z.string(), dossiers: z.array(paperLine).readonly() })).readonly(),
});
export type PapersAfterView = z.output<typeof papersAfterView>;

export const sendPapersAfterBody = z.strictObject({ recordId: id<string>(), deskId, agencyUnitId: unitId, dossierIds: z.array(dossierId).min(1).max(200) });
export type SendPapersAfterBody = z.output<typeof sendPapersAfterBody>;
export const papersAfterSent = z.object({ recordId: z.string(), recordNumber: z.string(), sentAt: moment, dossiers: z.int() });
export type PapersAfterSent = z.output<typeof papersAfterSent>;

export const papersComingView = z.object({
  now: moment,
  records: z.array(z.object({ recordId: z.string(), recordNumber: z.string(), deskName: z.string(), sentAt: moment, sentByName: z.string(), dossiers: z.array(paperLine).readonly() })).readonly(),
});
export type PapersComingView = z.output<typeof papersComingView>;

export const takePapersAfterBody = z.strictObject({
  received: z.array(dossierId).max(200), missing: z.array(z.strictObject({ dossierId, note: line(300) })).max(200).default([]), signature: signatureGiven.optional(),
});
export type TakePapersAfterBody = z.output<typeof takePapersAfterBody>;
export const papersAfterTaken = z.object({ recordId: z.string(), at: moment, received: z.int(), missing: z.int() });
export type PapersAfterTaken = z.output<typeof papersAfterTaken>;
export const recordParams = z.object({ recordId: id<string>() });
