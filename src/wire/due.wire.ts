// The due moment with each interval and rule that made it.
import { z } from 'zod';
import { type Due, EXPLANATION_RULES } from '#core/deadline/due.ts';
import { moment, plainDate } from './fields.ts';

const explanationLine = z.object({
  rule: z.enum(EXPLANATION_RULES),
  from: z.union([plainDate, moment]).optional(),
  to: z.union([plainDate, moment]).optional(),
  amount: z.number().optional(),
  unit: z.enum(['working-days', 'calendar-days', 'working-minutes', 'clock-minutes']).optional(),
  text: z.string(),
  law: z.string().optional(),
});

export const due = z.object({
  due: moment,
  countsFrom: moment,
  explanation: z.array(explanationLine).readonly(),
  dependsOnUnconfirmed: z.boolean(),
  calendarVersion: z.string(),
}) satisfies z.ZodType<Due>;
