// POST /api/office/dossiers/:id/settle-financial-duty: proof is there, the clock goes on.
import { z } from 'zod';
import { line, plainDate } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const settleFinancialDutyBody = z.strictObject({
  expectedRevision,
  /** 'Giấy nộp tiền vào NSNN số 0001234' */
  proof: line(500),
  paidOn: plainDate,
});
export type SettleFinancialDutyBody = z.output<typeof settleFinancialDutyBody>;
export const settleFinancialDutyAnswer = officeActAnswer;
