// POST /api/office/dossiers/:id/settle-financial-duty: proof is there, the clock goes on.
import { z } from 'zod';
import { expectedRevision, officeActAnswer, officeText, plainDateText } from './office-parts.wire.ts';

export const settleFinancialDutyBody = z.strictObject({
  expectedRevision,
  /** 'Giấy nộp tiền vào NSNN số 0001234' */
  proof: officeText(500),
  paidOn: plainDateText,
});
export type SettleFinancialDutyBody = z.infer<typeof settleFinancialDutyBody>;
export const settleFinancialDutyAnswer = officeActAnswer;
