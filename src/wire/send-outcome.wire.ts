// POST /api/office/outcomes/send: many outcomes go back to one desk with one record.
import { z } from 'zod';
import { dossierId } from './dossier-parts.wire.ts';
import { moment } from './fields.ts';
import { expectedRevision } from './office-parts.wire.ts';

export const sendOutcomeBody = z.strictObject({
  dossiers: z.array(z.strictObject({
    dossierId, expectedRevision,
    /** Stamped on paper instead of the agency's digital signature that was to come. */
    stamped: z.boolean().optional(),
  })).min(1).max(200)
    .refine((lines) => new Set(lines.map((line) => line.dossierId)).size === lines.length, 'Mỗi hồ sơ một lần'),
});
export type SendOutcomeBody = z.output<typeof sendOutcomeBody>;

export const sendOutcomeAnswer = z.object({
  handOverId: z.string(),
  recordNumber: z.string(),
  deskId: z.string(),
  deskName: z.string(),
  sentAt: moment,
  dossiers: z.array(z.object({ dossierId, code: z.string(), revision: z.number() })),
  paper: z.object({ paperId: z.string(), kind: z.string(), number: z.string() }),
});
export type SendOutcomeAnswer = z.output<typeof sendOutcomeAnswer>;
