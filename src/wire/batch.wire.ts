// GET /api/desk/batches/:batchId: everything one person brought at once, with the paper that lists it.
import { z } from 'zod';
import { dossierRow } from './dossier-parts.wire.ts';
import { moment } from './fields.ts';
import { deskId } from './procedure.wire.ts';

export const batchView = z.object({
  batchId: z.string(), deskId: z.string(), broughtBy: z.string(), firstReceivedAt: moment,
  dossiers: z.array(z.object({ ...dossierRow.shape, totalFee: z.int(), receiptPaperId: z.string().optional() })).readonly(),
  totalFee: z.int(),
  /** The list (bảng kê) to print. */
  listPaperId: z.string().optional(),
});
export type BatchView = z.output<typeof batchView>;

/** POST /api/desk/batches/:batchId/list makes the paper anew from all that is in the batch now. */
export const listBatchCommand = z.object({ deskId });
export const batchListedAnswer = z.object({ batchId: z.string(), paperId: z.string(), number: z.string(), dossierCount: z.int() });
export type BatchListedAnswer = z.output<typeof batchListedAnswer>;
