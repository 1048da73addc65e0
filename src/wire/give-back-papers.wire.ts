// POST /api/desk/dossiers/:id/give-back-papers and /api/office/dossiers/:id/send-papers-back: the two legs of the way back.
import { z } from 'zod';
import { deskActBase } from './dossier-parts.wire.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';
import { papersTaken } from './way-back.wire.ts';

export const giveBackPapersCommand = z.object({ ...deskActBase, papersBack: papersTaken });
export type GiveBackPapersCommand = z.output<typeof giveBackPapersCommand>;

export const sendPapersBackBody = z.strictObject({ expectedRevision });
export type SendPapersBackBody = z.output<typeof sendPapersBackBody>;
export const sendPapersBackAnswer = officeActAnswer;
