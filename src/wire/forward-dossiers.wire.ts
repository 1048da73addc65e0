// POST /api/desk/hand-overs: many dossiers of one agency leave the desk with one record.
import { z } from 'zod';
import { dossierCode, dossierId } from './dossier-parts.wire.ts';
import { count, id, moment, plainDate, revision } from './fields.ts';
import { deskId, unitId } from './procedure.wire.ts';

export const forwardDossiersCommand = z.object({
  handOverId: id(),
  deskId,
  agencyUnitId: unitId,
  dossiers: z.array(z.object({ dossierId, revision, paperCount: count(9_999) })).min(1).max(300),
});
export type ForwardDossiersCommand = z.output<typeof forwardDossiersCommand>;

export const dossiersForwardedAnswer = z.object({
  handOverId: z.string(), recordNumber: z.string(), paperId: z.string(), sentAt: moment,
  /** After 15:00 the law lets it go first thing on this day; shown, never blocking. */
  mayGoUntil: plainDate.optional(),
  dossiers: z.array(z.object({ dossierId, code: dossierCode, revision })).readonly(),
});
export type DossiersForwardedAnswer = z.output<typeof dossiersForwardedAnswer>;
