// POST /api/office/dossiers/:id/ask-supplement: one complete list, form 02.
import { z } from 'zod';
import { line, lines, moment } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

const quantity = z.int().min(0).max(99);

export const supplementItem = z.strictObject({
  name: line(500),
  original: quantity,
  certifiedCopy: quantity,
  plainCopy: quantity,
  reason: lines(500).optional(),
});

export const askSupplementBody = z.strictObject({
  expectedRevision,
  items: z.array(supplementItem).min(1).max(50),
  reason: lines(1000),
  /** How long the citizen has; absent where the law names no limit. */
  answerWithinWorkingDays: z.int().min(1).max(60).optional(),
  contactPhone: lines(20).optional(),
  /** A second request: why, by who leads. */
  secondGround: lines(500).optional(),
});
export type AskSupplementBody = z.output<typeof askSupplementBody>;

export const askSupplementAnswer = officeActAnswer.extend({
  requestNo: z.number(),
  /** Asked after the third working day from intake: kept and shown, not hindered. */
  late: z.boolean(),
  /** Not the first request: NĐ 61 wants one complete list. */
  repeated: z.boolean(),
  answerBy: moment.optional(),
});
export type AskSupplementAnswer = z.output<typeof askSupplementAnswer>;
