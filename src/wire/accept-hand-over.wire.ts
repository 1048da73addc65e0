// POST /api/office/hand-overs/accept: what came is accepted, or goes back with its reason; many at once.
import { z } from 'zod';
import { dossierIdText, momentText, officeText, stateText } from './office-parts.wire.ts';

export const acceptHandOverBody = z.strictObject({
  dossierIds: z.array(dossierIdText).max(200),
  rejected: z.array(z.strictObject({ dossierId: dossierIdText, reason: officeText(500) })).max(200).default([]),
}).refine(
  (body) => {
    const all = [...body.dossierIds, ...body.rejected.map((line) => line.dossierId)];
    return all.length > 0 && new Set(all).size === all.length;
  },
  { message: 'Chọn ít nhất một hồ sơ, mỗi hồ sơ một lần', path: ['dossierIds'] },
);
export type AcceptHandOverBody = z.infer<typeof acceptHandOverBody>;

const line = z.object({ dossierId: dossierIdText, code: z.string(), revision: z.number(), dueAt: momentText.optional() });

export const acceptHandOverAnswer = z.object({
  accepted: z.array(line),
  rejected: z.array(line),
  /** Someone else was quicker: what the dossier is now, by whom and when. */
  skipped: z.array(z.object({
    dossierId: dossierIdText, code: z.string(), state: stateText,
    changedBy: z.string().optional(), changedAt: momentText.optional(),
  })),
});
export type AcceptHandOverAnswer = z.infer<typeof acceptHandOverAnswer>;
