// POST /api/office/dossiers/:id/record-supplement: what came to the agency itself, by post or online.
import { z } from 'zod';
import { line, lines, moment } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const recordSupplementBody = z.strictObject({
  expectedRevision,
  via: z.enum(['post', 'online']),
  /** Of what came by post, or by a way of the agency's own. */
  arrivedAt: moment.optional(),
  /** What the citizen sent to us is accepted: it came when it was sent. */
  answerNo: z.int().min(1).max(1_000).optional(),
  /** Number of the postal item, or of the electronic filing. */
  reference: line(80).optional(),
  papers: z.array(z.strictObject({
    name: line(500), form: z.enum(['original', 'certified-copy', 'plain-copy', 'e-copy']), count: z.int().min(1).max(999),
  })).min(1).max(60),
  complete: z.boolean(),
  withoutReason: lines(500).optional(),
}).refine((body) => (body.answerNo === undefined) !== (body.arrivedAt === undefined) && (body.answerNo === undefined || body.via === 'online'), { path: ['arrivedAt'] });
export type RecordSupplementBody = z.output<typeof recordSupplementBody>;
export const recordSupplementAnswer = officeActAnswer.extend({ complete: z.boolean() });
