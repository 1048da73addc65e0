// What due-date reads: the limit by itself or by procedure, the moment, the calendar. No database is asked.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { calendarFaults } from '#core/deadline/calendar-faults.ts';
import { parseLimit } from '#core/deadline/parse-limit.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { PlainDate, WallTime } from '#core/kernel/moment.ts';
import { limitFor, versionInForce } from '#core/procedure/in-force.ts';
import type { Channel, ProcedureVersion, TimeLimit } from '#core/procedure/procedure.ts';
import { CATALOGUE_2019 } from '#demo/catalogue/catalogue-2019.ts';
import { CATALOGUE_2026 } from '#demo/catalogue/catalogue-2026.ts';
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

const fromFile = (file: string | URL, what: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw operatorError(`Không đọc được ${what}: ${file}`);
  }
};

export const readCalendar = (file: string | undefined): WorkingCalendar => {
  const where = file ?? SHIPPED_CALENDAR;
  let content: unknown;
  try {
    content = JSON.parse(fromFile(where, 'tệp lịch'));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw operatorError(`Tệp lịch không phải JSON: ${where}`);
    throw cause;
  }
  const parsed = calendarSchema.safeParse(content);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw operatorError(`Tệp lịch sai ở "${first?.path.join('.') ?? ''}": ${first?.message ?? ''}`);
  }
  const calendar: WorkingCalendar = parsed.data;
  const [fault] = calendarFaults(calendar);
  if (fault) throw operatorError(`Không dùng được tệp lịch: ${JSON.stringify(fault)}`);
  return calendar;
};

export const readText = (file: string): string => fromFile(file, 'tệp');

export type LimitFound = { readonly limit: TimeLimit; readonly procedure?: Pick<ProcedureVersion, 'code' | 'name' | 'version'> };

/** '3wd', '15d', '8h', '24H', 'same-day', '2wd+2'; undefined when there is no unit or no such limit. */
export const limitByText = (text: string): LimitFound | undefined => {
  const limit = parseLimit(text);
  return limit && { limit };
};

/** The version of the shipped catalogues that was in force on the day. */
export const limitByProcedure = (code: string, channel: Channel, date: PlainDate): LimitFound | string => {
  const versions = [...CATALOGUE_2019, ...CATALOGUE_2026].filter((version) => version.code === code);
  const version = versionInForce(versions, date);
  if (!version) return versions.length === 0 ? `Không có thủ tục ${code} trong danh mục kèm theo.` : `Thủ tục ${code} không có hiệu lực vào ngày ${date}.`;
  const limit = limitFor(version, channel);
  if (!limit) return `Thủ tục ${code} chưa có thời hạn giải quyết trong danh mục.`;
  return { limit, procedure: { code: version.code, name: version.name, version: version.version } };
};
