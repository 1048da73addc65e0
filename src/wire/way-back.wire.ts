// The papers of a dossier that ended without an outcome, as they are counted into somebody's hands; and who asked for it.
import { z } from 'zod';
import type { PapersTaken } from '#core/dossier/way-back.ts';
import type { WithdrawalRequest } from '#core/dossier/withdrawal-request.ts';
import { signing } from './dossier-parts.wire.ts';
import { line, lines } from './fields.ts';

export const papersTaken = z.strictObject({
  receiver: z.discriminatedUnion('relation', [
    z.strictObject({ relation: z.enum(['applicant', 'owner']), identityNumber: line(40).optional() }),
    z.strictObject({ relation: z.literal('authorised'), fullName: line(160), identityNumber: line(40), authorisation: line(300) }),
  ]),
  papers: z.array(z.strictObject({ lineNo: z.int().min(1).max(999), given: z.boolean(), note: lines(300).optional() })).max(300),
  signing,
}) satisfies z.ZodType<PapersTaken>;

export const withdrawalRequest = z.strictObject({
  how: z.enum(['in-person', 'letter', 'online']),
  asker: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['applicant', 'owner']) }),
    z.strictObject({ kind: z.literal('authorised'), fullName: line(160), authorisation: line(300) }),
  ]),
}) satisfies z.ZodType<WithdrawalRequest>;

/** What both acts of withdrawing carry. */
export const withdrawal = {
  reason: lines(1000),
  request: withdrawalRequest,
  papersBack: papersTaken.optional(),
  /** 'Lệ phí đã thu 8.000 đồng không hoàn trả vì …' */
  feeNote: lines(500).optional(),
} as const;
