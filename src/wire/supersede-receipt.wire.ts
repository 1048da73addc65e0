// POST /api/desk/dossiers/:id/supersede-receipt: a wrong procedure or date, corrected by a new receipt;
// answers as a reception does (dossierReceivedAnswer).
import { z } from 'zod';
import { answers, deskActBase, dossierChanged, feeChosen, paperGiven } from './dossier-parts.wire.ts';
import { count, line, lines, moment } from './fields.ts';
import { parties } from './people.wire.ts';
import { dossierReceivedAnswer } from './receive-dossier.wire.ts';
import { procedureCode } from './procedure.wire.ts';

export const supersedeReceiptCommand = z.object({
  ...deskActBase,
  reason: lines(1000),
  procedureCode,
  procedureVersion: count(100_000, 1),
  caseId: line(80),
  parties,
  answers,
  papers: z.array(paperGiven).max(100),
  fees: z.array(feeChosen).max(30),
  isLarge: z.boolean().default(false),
  /** The true moment of reception, when it was written down wrongly; not later than now. */
  receivedAt: moment.optional(),
});
export type SupersedeReceiptCommand = z.output<typeof supersedeReceiptCommand>;

export const supersedeReceiptAnswer = z.object({ ...dossierChanged.shape, ...dossierReceivedAnswer.shape });
