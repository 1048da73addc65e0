// POST /api/office/dossiers/:id/ask-financial-duty: the clock stands still until the duty is met.
import { z } from 'zod';
import { line, plainDate } from './fields.ts';
import { expectedRevision, officeActAnswer } from './office-parts.wire.ts';

export const askFinancialDutyBody = z.strictObject({
  expectedRevision,
  /** 'Thông báo nộp lệ phí trước bạ số 125/TB-CCT ngày 18/11/2019' */
  notice: line(500),
  amount: z.int().min(0).max(1_000_000_000_000).optional(),
  payBy: plainDate.optional(),
});
export type AskFinancialDutyBody = z.output<typeof askFinancialDutyBody>;
export const askFinancialDutyAnswer = officeActAnswer;
