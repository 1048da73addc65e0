// POST /api/office/outcomes/send: many outcomes go back to one desk with one record.
import { z } from 'zod';
import { dossierIdText, expectedRevision, momentText } from './office-parts.wire.ts';

export const sendOutcomeBody = z.strictObject({
  dossiers: z.array(z.strictObject({ dossierId: dossierIdText, expectedRevision })).min(1).max(200)
    .refine((lines) => new Set(lines.map((line) => line.dossierId)).size === lines.length, 'Mỗi hồ sơ một lần'),
});
export type SendOutcomeBody = z.infer<typeof sendOutcomeBody>;

export const sendOutcomeAnswer = z.object({
  handOverId: z.uuid(),
  recordNumber: z.string(),
  deskId: z.string(),
  deskName: z.string(),
  sentAt: momentText,
  dossiers: z.array(z.object({ dossierId: dossierIdText, code: z.string(), revision: z.number() })),
  paper: z.object({ paperId: z.uuid(), kind: z.string(), number: z.string() }),
});
export type SendOutcomeAnswer = z.infer<typeof sendOutcomeAnswer>;
