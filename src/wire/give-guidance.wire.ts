// POST /api/desk/guidance: what is still missing, asked once and completely, kept and printable.
import { z } from 'zod';
import { paperGiven } from './dossier-parts.wire.ts';
import { count, id, line, lines, moment } from './fields.ts';
import { deskId, procedureCode } from './procedure.wire.ts';

export const missingItem = z.object({
  itemId: line(80).optional(),
  name: line(300),
  original: count(99), certifiedCopy: count(99), plainCopy: count(99),
  reason: line(500).optional(),
});

export const giveGuidanceCommand = z.object({
  guidanceId: id(),
  deskId,
  procedureCode,
  procedureVersion: count(100_000, 1),
  caseId: line(80).optional(),
  personName: line(160).optional(),
  address: line(300).optional(),
  phone: line(20).optional(),
  /** What lies on the counter: the core then makes the list itself, complete. Absent when somebody only asks. */
  brought: z.array(paperGiven).max(100).optional(),
  /** The clerk's reasons (by itemId) and what only the clerk sees is missing. Nothing brought, nothing here: the whole checklist. */
  missing: z.array(missingItem).max(60),
  reason: lines(1000).optional(),
});
export type GiveGuidanceCommand = z.output<typeof giveGuidanceCommand>;

export const guidanceGivenAnswer = z.object({
  guidanceId: z.string(), paperId: z.string(), number: z.string(), at: moment,
  missing: z.array(missingItem).readonly(),
});
export type GuidanceGivenAnswer = z.output<typeof guidanceGivenAnswer>;
