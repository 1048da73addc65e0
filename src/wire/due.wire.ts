// The due moment with each interval and rule that made it.
import { z } from 'zod';
import type { Due } from '#core/deadline/due.ts';
import { moment, plainDate } from './fields.ts';

const explanationLine = z.object({
  rule: z.enum([
    'received', 'received-outside-sessions', 'after-cutoff', 'intake-day-not-counted', 'counted',
    'skipped-rest-day', 'skipped-holiday', 'make-up-day', 'rolled-off-rest-day', 'due', 'unconfirmed-day',
    'extra-days-if-large', 'paused', 'restarted', 'extended',
  ]),
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
