// POST /api/desk/refusals: reception is refused with its ground; always an officer's act.
import { z } from 'zod';
import { confirmation, dossierId } from './dossier-parts.wire.ts';
import { count, id, line, lines, moment, revision } from './fields.ts';
import { deskId, procedureCode } from './procedure.wire.ts';

export const refuseReceptionCommand = z.object({
  refusalId: id(),
  deskId,
  procedureCode,
  procedureVersion: count(100_000, 1),
  personName: line(160),
  address: line(300).optional(),
  phone: line(20).optional(),
  email: line(200).optional(),
  reason: lines(2000),
  /** The legal ground: instrument and article. */
  ground: line(500),
  /** An online filing that is not received. */
  filed: z.object({ dossierId, revision }).optional(),
  /** A postal clerk at the keyboard: the officer beside her refuses. */
  confirmation: confirmation.optional(),
});
export type RefuseReceptionCommand = z.output<typeof refuseReceptionCommand>;

export const receptionRefusedAnswer = z.object({
  refusalId: z.string(), paperId: z.string(), number: z.string(), at: moment,
});
export type ReceptionRefusedAnswer = z.output<typeof receptionRefusedAnswer>;
