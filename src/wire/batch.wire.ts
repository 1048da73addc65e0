// GET /api/desk/batches/:batchId: everything one person brought at once, with the paper that lists it.
import { z } from 'zod';
import { dossierRow } from './dossier-parts.wire.ts';
import { moment } from './fields.ts';

export const batchView = z.object({
  batchId: z.string(), deskId: z.string(), broughtBy: z.string(), firstReceivedAt: moment,
  dossiers: z.array(z.object({ ...dossierRow.shape, totalFee: z.int(), receiptPaperId: z.string().optional() })).readonly(),
  totalFee: z.int(),
  /** The list (bảng kê) to print. */
  listPaperId: z.string().optional(),
});
export type BatchView = z.output<typeof batchView>;
