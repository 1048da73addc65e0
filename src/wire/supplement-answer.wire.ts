// What a citizen sent online to answer a request for papers, as staff see it.
import { z } from 'zod';
import { NUMBER_FACTORS, type NumberFactor } from '#core/people/whole-number.ts';
import { moment } from './fields.ts';

export const supplementAnswerView = z.object({
  answerNo: z.int(), sentAt: moment, factor: z.enum(NUMBER_FACTORS), isLate: z.boolean(), note: z.string().optional(),
  papers: z.array(z.object({ name: z.string(), files: z.array(z.string()).readonly() })).readonly(),
  /** Absent: the officer has not looked at it. */
  decision: z.enum(['accepted', 'turned-back']).optional(),
  decidedAt: moment.optional(), decidedByName: z.string().optional(), reason: z.string().optional(), missing: z.array(z.string()).readonly().optional(),
});
export type SupplementAnswerView = z.output<typeof supplementAnswerView>;

/** By what the sender was known; no number is shown. */
export const FACTOR_WORDS: Readonly<Record<NumberFactor, string>> = {
  'applicant-identity': 'nhập đủ số giấy tờ tùy thân của người nộp', 'applicant-phone': 'nhập đủ số điện thoại của người nộp',
  'owner-identity': 'nhập đủ số giấy tờ tùy thân của chủ hồ sơ', 'owner-phone': 'nhập đủ số điện thoại của chủ hồ sơ',
};
