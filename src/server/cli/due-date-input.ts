// What due-date reads: the calendar, and the limit by itself or by procedure. No database is asked.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { calendarFaults } from '#core/deadline/calendar-faults.ts';
import { parseLimit } from '#core/deadline/parse-limit.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { formatDate } from '#core/kernel/format.ts';
import type { PlainDate, WallTime } from '#core/kernel/moment.ts';
import { limitFor, versionInForce } from '#core/procedure/in-force.ts';
import { type Result, ok, refuse } from '#core/kernel/result.ts';
import type { Channel, ProcedureVersion, TimeLimit } from '#core/procedure/procedure.ts';
import { CATALOGUE_2019 } from '#demo/catalogue/catalogue-2019.ts';
import { CATALOGUE_2026 } from '#demo/catalogue/catalogue-2026.ts';
import { fieldMessage } from '#wire/field-messages.ts';
import { calendarFaultText } from '#wire/refusals/calendar.ts';
import { limitFaultText } from '#wire/refusals/clock.ts';
import { operatorError } from '../faults/operator-error.ts';

const SHIPPED_CALENDAR = new URL('../../../calendars/hatinh.json', import.meta.url);

const wallTime = z.string().transform((text) => text as WallTime);
const sessions = z.array(z.object({ from: wallTime, to: wallTime }));
const calendarSchema = z.object({
  calendarId: z.string().min(1),
  version: z.number().int(),
  weeklyRest: z.array(z.number()),
  days: z.array(z.object({
    date: z.string().transform((text) => text as PlainDate), kind: z.enum(['holiday', 'compensatory', 'swap-off', 'make-up']), name: z.string(),
    status: z.enum(['confirmed', 'unconfirmed']), source: z.string().optional(),
  })),
  sites: z.array(z.object({
    siteId: z.string().min(1),
    rules: z.array(z.object({ name: z.string(), fromMonthDay: z.string(), toMonthDay: z.string(), weekdays: z.array(z.number()), sessions })),
  })),
});

/** A file that a person named; every fault says which file and what about it. */
export const readText = (file: string | URL, what: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    throw operatorError(cause instanceof TypeError ? `${what} không phải UTF-8: ${file}` : `Không đọc được ${what.toLowerCase()}: ${file}`);
  }
};

export const readJson = <T>(file: string | URL, what: string, schema: z.ZodType<T>): T => {
  let content: unknown;
  try {
    content = JSON.parse(readText(file, what));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw operatorError(`${what} không phải JSON: ${file}`);
    throw cause;
  }
  const parsed = schema.safeParse(content, { error: fieldMessage });
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw operatorError(`${what} sai ở "${first?.path.join('.') ?? ''}": ${first?.message ?? ''}`);
};

export const readCalendar = (file: string | undefined): WorkingCalendar => {
  const calendar: WorkingCalendar = readJson(file ?? SHIPPED_CALENDAR, 'Tệp lịch', calendarSchema);
  const faults = calendarFaults(calendar);
  if (faults.length > 0) throw operatorError(`Không dùng được tệp lịch. ${faults.map(calendarFaultText).join(' ')}`);
  return calendar;
};

export type LimitFound = { readonly limit: TimeLimit; readonly procedure?: ProcedureVersion };

/** '3wd', '15d', '8h', '24H', 'same-day', '2wd+2'; refused in words when there is no unit or no such limit. */
export const limitByText = (text: string): Result<LimitFound, string> => {
  const limit = parseLimit(text);
  return limit.ok ? ok({ limit: limit.value }) : refuse(limitFaultText(limit.refusal));
};

/** The version of the shipped catalogues that was in force on the day. */
export const limitByProcedure = (code: string, channel: Channel, date: PlainDate): Result<LimitFound, string> => {
  const versions = [...CATALOGUE_2019, ...CATALOGUE_2026].filter((version) => version.code === code);
  const version = versionInForce(versions, date);
  if (!version) return refuse(versions.length === 0 ? `Không có thủ tục ${code} trong danh mục kèm theo.` : `Thủ tục ${code} không có hiệu lực vào ngày ${formatDate(date)}.`);
  const limit = limitFor(version, channel);
  return limit ? ok({ limit, procedure: version }) : refuse(`Thủ tục ${code} chưa có thời hạn giải quyết trong danh mục.`);
};
