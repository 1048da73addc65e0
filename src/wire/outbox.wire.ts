// What an administrator sees of the messages that wait to go out: how many of each kind, since when, and what becomes of them.
import { z } from 'zod';
import { moment } from './fields.ts';

/** Nobody fetches these yet: so many days they wait for an interface, then they are not worth telling any more. */
export const MESSAGE_KEPT_DAYS = { 'national-portal': 90, 'staff-warning': 30 } as const;

export const waitingMessages = z.object({
  now: moment,
  topics: z.array(z.object({ topic: z.string(), waiting: z.int(), oldestAt: moment, keptDays: z.int().optional() })).readonly(),
});
export type WaitingMessages = z.output<typeof waitingMessages>;
