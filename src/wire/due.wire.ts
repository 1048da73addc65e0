// The due moment with each interval and rule that made it.
import { z } from 'zod';
import { type Due, EXPLANATION_RULES } from '#core/deadline/due.ts';
import type { ClockStanding } from '#core/dossier/clock-words.ts';
import { moment, plainDate } from './fields.ts';

export const explanationLine = z.object({
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

/** The clock as it stands: whether it runs, why not and since when, and how it ended. */
export const clockStanding = due.extend({
  state: z.enum(['running', 'paused', 'restarted', 'extended', 'stopped', 'finished']).optional(),
  ground: z.string().optional(), groundLaw: z.string().optional(), pausedSince: moment.optional(), citizenUntil: plainDate.optional(),
  statutoryDue: moment.optional(), localDue: moment.optional(),
  linkedDues: z.array(z.object({ agency: z.string(), due: moment })).readonly().optional(),
  closedBy: z.enum(['finished', 'stopped', 'withdrawn', 'refused']).optional(), closedAt: moment.optional(),
  lateness: z.enum(['early', 'on-time', 'late']).optional(), countsAsLate: z.boolean().optional(),
  supplementRequests: z.int().optional(), secondRequest: z.boolean().optional(), noticeLate: z.boolean().optional(),
  extensions: z.int().optional(), reappointed: z.boolean().optional(),
}) satisfies z.ZodType<ClockStanding>;
