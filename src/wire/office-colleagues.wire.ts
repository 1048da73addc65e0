// GET /api/office/colleagues: who works in my agency, with what role, and how much each holds.
import { z } from 'zod';
import { accountId } from './dossier-parts.wire.ts';
import { roleText } from './office-parts.wire.ts';

export const colleague = z.object({
  accountId,
  fullName: z.string(),
  title: z.string(),
  seats: z.array(z.object({ role: roleText, unitId: z.string(), unitName: z.string() })),
  /** Open dossiers assigned, at most 1001. */
  openCount: z.number(),
});

export const signingCapacity = z.object({
  assignmentNo: z.number(),
  prefix: z.string(),
  title: z.string(),
  unitId: z.string(),
});

export const officeColleaguesView = z.object({
  me: z.object({
    accountId,
    seats: z.array(z.object({ role: roleText, unitId: z.string(), unitName: z.string() })),
    signingCapacities: z.array(signingCapacity),
  }),
  colleagues: z.array(colleague),
});
