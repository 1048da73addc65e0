// The province's rules of the post as their keeper sees them: from which day, by which document, seen or not, and how they came about.
import { z } from 'zod';
import { type CompensationRow, type ComplaintTimes, type PostalRules, TRANSIT_ZONES, type TransitRow } from '#core/transit/postal-rules.ts';
import type { SetPostalRule } from '#core/transit/set-postal-rule.ts';
import { count, line, maybeLine, moment, plainDate } from './fields.ts';
import { unitId } from './procedure.wire.ts';

/** More days than any window, and more times than any postage. */
const days = count(60, 1);
const times = count(100, 1);
const sourced = { validFrom: plainDate, instrument: line(200), mark: z.enum(['verified', 'assumed']), note: maybeLine(500).transform((text) => (text === '' ? undefined : text)).optional() };
const shown = { ...sourced, instrument: z.string(), note: z.string().optional() };
const zoneDays = z.object({ zone: z.enum(TRANSIT_ZONES), days, daysWithSlip: days });
const figures = { lossTimes: times, lateTimes: times, payWithin: count(365, 1) };
const complaintTimes = { months: count(120, 1), daysWithin: days, daysBetween: days };
const decided = { baseVersion: count(1_000_000), decision: line(200), reason: line(500) };

export const setPostalRuleBody = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('transit'), ...sourced, zones: z.array(zoneDays).min(1).max(TRANSIT_ZONES.length).readonly(), ...decided }),
  z.strictObject({ part: z.literal('compensation'), ...sourced, ...figures, ...decided }),
  z.strictObject({ part: z.literal('complaint'), ...sourced, ...complaintTimes, ...decided }),
]) satisfies z.ZodType<SetPostalRule>;
export const postalRuleSet = z.object({ version: z.int() });

const transitRow = z.object({ ...shown, zones: z.array(zoneDays).readonly(), specialPlaces: z.array(unitId).readonly() }) satisfies z.ZodType<TransitRow>;
const compensationRow = z.object({ ...shown, ...figures }) satisfies z.ZodType<CompensationRow>;
const complaintRow = z.object({ ...shown, ...complaintTimes }) satisfies z.ZodType<ComplaintTimes>;
export const postalRulesView = z.object({
  version: z.int(), transit: z.array(transitRow).readonly(), compensation: z.array(compensationRow).readonly(), complaint: z.array(complaintRow).readonly(),
  now: moment,
  /** Newest first; the one that was shipped was made by nobody. */
  versions: z.array(z.object({
    version: z.int(), madeAt: moment.nullable(), madeByName: z.string().nullable(), decision: z.string().nullable(), reason: z.string().nullable(),
    change: z.discriminatedUnion('part', [
      z.object({ part: z.literal('transit'), before: transitRow.optional(), after: transitRow }), z.object({ part: z.literal('compensation'), before: compensationRow.optional(), after: compensationRow }),
      z.object({ part: z.literal('complaint'), before: complaintRow.optional(), after: complaintRow }),
    ]).nullable(),
  })),
}) satisfies z.ZodType<PostalRules>;
export type PostalRulesView = z.output<typeof postalRulesView>;
