// The working calendar as its keeper sees it: the newest version, how it came about, and whose hours are which desk's.
import { z } from 'zod';
import { DAY_KINDS } from '#core/deadline/calendar-words.ts';
import type { CalendarCommand } from '#core/deadline/change-calendar.ts';
import type { CalendarChanges } from '#core/deadline/change-days.ts';
import { BATCH_STATES } from '#core/deadline/settle-batch.ts';
import type { SiteHours } from '#core/deadline/working-calendar.ts';
import { count, id, line, maybeLine, moment, plainDate, slug, wallTime } from './fields.ts';
import { workingCalendar } from './procedure.wire.ts';

const day = z.object({
  date: plainDate, kind: z.enum(DAY_KINDS), name: line(200), status: z.enum(['confirmed', 'unconfirmed']), source: maybeLine(200).optional(),
});
const changes = z.object({
  days: z.array(z.object({ date: plainDate, before: day.optional(), after: day.optional() })).readonly(),
  sites: z.array(z.string()).readonly(),
}) satisfies z.ZodType<CalendarChanges>;

const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
const siteHours = z.object({
  siteId: slug<string & SiteHours['siteId']>(),
  rules: z.array(z.object({
    name: line(120), fromMonthDay: monthDay, toMonthDay: monthDay, weekdays: z.array(count(7, 1)).min(1).max(7),
    sessions: z.array(z.object({ from: wallTime, to: wallTime })).min(1).max(12),
  })).min(1).max(50),
}) satisfies z.ZodType<SiteHours>;

const MOST_DAYS = 3_000;
export const changeCalendarCommand = z.object({
  baseVersion: count(1_000_000),
  set: z.array(day).max(MOST_DAYS), remove: z.array(plainDate).max(MOST_DAYS), sites: z.array(siteHours).max(50),
  decision: line(200), reason: line(500),
}) satisfies z.ZodType<CalendarCommand>;
export const changeCalendarAnswer = z.object({ version: z.int() });

export const batchState = z.enum(BATCH_STATES);
export const calendarView = z.object({
  calendar: workingCalendar,
  /** Newest first; the one that was shipped was made by nobody. */
  versions: z.array(z.object({
    version: z.int(), madeAt: moment.nullable(), madeByName: z.string().nullable(), decision: z.string().nullable(), reason: z.string().nullable(),
    changes: changes.nullable(), batch: batchState.nullable(),
  })),
  /** Who keeps the hours of a place. */
  places: z.array(z.object({ siteId: z.string(), names: z.array(z.string()) })),
});
export const calendarExportQuery = z.object({ year: z.coerce.number().int().min(2000).max(2099).optional() });

const tally = z.array(z.object({ name: z.string(), moved: z.int(), kept: z.int() }));
export const batchView = z.object({
  version: z.int(), state: batchState, openedAt: moment, reason: z.string(), decision: z.string(),
  settledAt: moment.nullable(), settledByName: z.string().nullable(), note: z.string().nullable(),
  /** How far it was applied: who began, when the last step was, how many running clocks were looked at. */
  startedAt: moment.nullable(), startedByName: z.string().nullable(), steppedAt: moment.nullable(), examined: z.int(), total: z.int().nullable(),
  moved: z.int(), kept: z.int(),
  /** While nobody decided: whom it would touch. */
  review: z.object({ desks: tally, agencies: tally }).nullable(),
});
export const batchRow = z.object({
  dossierId: id(), code: z.string(), procedureName: z.string(), deskName: z.string(), agencyName: z.string(),
  /** The date the citizen holds, and the one the new calendar gives: an earlier one is not used. */
  from: moment, to: moment, change: z.enum(['moved', 'kept', 'same']),
});
/** `all`: also the dossiers whose date stays. `after`: where the page before ended. */
export const batchDossiersQuery = z.object({
  q: maybeLine(60).default(''), all: z.enum(['true', 'false']).default('false').transform((text) => text === 'true'),
  after: z.string().max(80).transform((text, context) => {
    const [dueAt, dossierId] = text.split('~');
    const place = z.object({ dueAt: moment, dossierId: id() }).safeParse({ dueAt, dossierId });
    if (place.success) return place.data;
    context.addIssue({ code: 'custom', message: 'Trang không còn đúng; vui lòng tải lại.' });
    return z.NEVER;
  }).optional(),
});
export const batchDossiers = z.object({ rows: z.array(batchRow), next: z.string().nullable() });
export const applyBatchAnswer = z.object({ version: z.int(), state: z.enum(['running', 'applied']), examined: z.int(), total: z.int(), moved: z.int(), kept: z.int() });
export const leaveBatchCommand = z.object({ note: line(500) });
export const leaveBatchAnswer = z.object({ version: z.int() });

export type BatchRow = z.infer<typeof batchRow>;
export type BatchDossiers = z.infer<typeof batchDossiers>;
export type BatchStep = z.infer<typeof applyBatchAnswer>;
export type BatchView = z.infer<typeof batchView>;
export type CalendarView = z.infer<typeof calendarView>;
export type CalendarVersion = CalendarView['versions'][number];
