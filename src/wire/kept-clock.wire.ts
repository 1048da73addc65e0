// The clock as a dossier keeps it, for a counter that reckons by itself: facts of intake and what happened since.
import { z } from 'zod';
import type { ClockEvent } from '#core/deadline/clock-event.ts';
import type { KeptClock } from '#core/dossier/kept-clock.ts';
import { moment, plainDate, wallTime } from './fields.ts';
import { channel, linkedAgency, timeLimit } from './procedure.wire.ts';

const policy = z.enum(['RESTART', 'PAUSE']);
const ground = { ground: z.string(), law: z.string().optional() };
const extended = { kind: z.literal('extended'), at: moment, ...ground };

const clockEvent = z.union([
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('supplement-asked'), at: moment, policy, citizenUntil: plainDate.optional() }),
    z.object({ kind: z.literal('supplied'), at: moment, complete: z.boolean() }),
    z.object({ kind: z.enum(['financial-duty-asked', 'financial-duty-settled', 'outage-ended', 'withdrawn', 'refused', 'finished']), at: moment }),
    z.object({ kind: z.enum(['outage-began', 'stopped']), at: moment, ...ground }),
    z.object({ kind: z.literal('reappointed'), at: moment, newDue: moment, reason: z.string() }),
  ]),
  z.object({ ...extended, newDue: moment }),
  z.object({ ...extended, by: timeLimit }),
]) satisfies z.ZodType<ClockEvent>;

export const keptClock = z.object({
  receivedAt: moment, startRule: z.enum(['desk', 'hand-over', 'competent-agency']), startsAt: moment.optional(),
  limit: timeLimit, linked: z.array(linkedAgency).readonly().optional(), large: z.boolean(), siteId: z.string(), channel, cutoffTime: wallTime,
  policy, calendar: z.string(), events: z.array(clockEvent).readonly(),
  recomputed: z.array(z.object({ at: moment, reason: z.string(), from: moment, to: moment })).readonly().optional(),
  carriedOver: z.literal(true).optional(),
}) satisfies z.ZodType<KeptClock>;
