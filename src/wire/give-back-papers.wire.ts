// POST /api/desk/dossiers/:id/give-back-papers and /api/office/dossiers/:id/send-papers-back: the legs of the way back,
// and POST /api/desk/dossiers/:id/accept-papers between them.
import { z } from 'zod';
import { COUNT_RESULTS, type PaperCounted } from '#core/dossier/accept-papers.ts';
import { deskActBase, dossierId } from './dossier-parts.wire.ts';
import { count, lines, moment } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';
import { papersTaken } from './way-back.wire.ts';

export const giveBackPapersCommand = z.object({ ...deskActBase, papersBack: papersTaken });
export type GiveBackPapersCommand = z.output<typeof giveBackPapersCommand>;

export const acceptPapersCommand = z.object({
  ...deskActBase,
  papers: z.array(z.strictObject({
    lineNo: z.int().min(1).max(999), result: z.enum(COUNT_RESULTS), arrived: count(999).optional(), note: lines(300).optional(),
  })).max(300) satisfies z.ZodType<PaperCounted[]>,
});
export type AcceptPapersCommand = z.output<typeof acceptPapersCommand>;

export const sendPapersBackBody = z.strictObject({ expectedRevision });
export type SendPapersBackBody = z.output<typeof sendPapersBackBody>;
export const sendPapersBackAnswer = officeActAnswer;

/** GET /api/desk/papers-back: on their way to this desk, or here, to be given back. */
export const papersToGiveView = z.object({
  now: moment,
  rows: z.array(z.object({
    dossierId, code: z.string(), procedureName: z.string(), applicantName: z.string(), cause: z.enum(['withdrawn', 'stopped']),
    since: moment, sentAt: moment.optional(), recordNumber: z.string().optional(),
    /** Counted on arrival; until then they cannot be given. */
    counted: z.boolean(),
  })).readonly(),
});
