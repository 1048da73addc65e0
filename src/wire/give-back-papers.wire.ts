// POST /api/desk/dossiers/:id/give-back-papers and /api/office/dossiers/:id/send-papers-back: the two legs of the way back.
import { z } from 'zod';
import { deskActBase, dossierId } from './dossier-parts.wire.ts';
import { moment } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';
import { papersTaken } from './way-back.wire.ts';

export const giveBackPapersCommand = z.object({ ...deskActBase, papersBack: papersTaken });
export type GiveBackPapersCommand = z.output<typeof giveBackPapersCommand>;

export const sendPapersBackBody = z.strictObject({ expectedRevision });
export type SendPapersBackBody = z.output<typeof sendPapersBackBody>;
export const sendPapersBackAnswer = officeActAnswer;

/** GET /api/desk/papers-back: on their way to this desk, or here, to be given back. */
export const papersToGiveView = z.object({
  now: moment,
  rows: z.array(z.object({
    dossierId, code: z.string(), procedureName: z.string(), applicantName: z.string(), cause: z.enum(['withdrawn', 'stopped']),
    since: moment, sentAt: moment.optional(), recordNumber: z.string().optional(),
  })).readonly(),
});
