// POST /api/office/hand-overs/accept: what came is accepted, or goes back with its reason; many at once.
import { z } from 'zod';
import { NOT_TAKEN_KINDS } from '#core/custody/change.ts';
import { dossierId, dossierState } from './dossier-parts.wire.ts';
import { lines, moment } from './fields.ts';
import { signatureGiven } from './sign-for.wire.ts';

export const acceptHandOverBody = z.strictObject({
  dossierIds: z.array(dossierId).max(200),
  rejected: z.array(z.strictObject({ dossierId, reason: lines(500), kind: z.enum(NOT_TAKEN_KINDS).default('not-taken') })).max(200).default([]),
  signature: signatureGiven.optional(),
}).refine(
  (body) => {
    const all = [...body.dossierIds, ...body.rejected.map((line) => line.dossierId)];
    return all.length > 0 && new Set(all).size === all.length;
  },
  { message: 'Chọn ít nhất một hồ sơ, mỗi hồ sơ một lần', path: ['dossierIds'] },
);
export type AcceptHandOverBody = z.output<typeof acceptHandOverBody>;

const dossierLine = z.object({ dossierId, code: z.string(), revision: z.number(), dueAt: moment.optional() });

export const acceptHandOverAnswer = z.object({
  accepted: z.array(dossierLine),
  rejected: z.array(dossierLine),
  /** Someone else was quicker: what the dossier is now, by whom and when. */
  skipped: z.array(z.object({
    dossierId, code: z.string(), state: dossierState,
    changedBy: z.string().optional(), changedAt: moment.optional(),
  })),
});
export type AcceptHandOverAnswer = z.output<typeof acceptHandOverAnswer>;
