// The calendar in force for what is only shown: read again every few seconds, compiled once a version.
import type { Pool } from 'pg';
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import { findCalendarInForce } from './calendar.sql.ts';

const KEEP_MILLISECONDS = 5_000;

export const keepCalendar = (pool: Pool, provinceId: number): (() => Promise<CompiledCalendar>) => {
  let kept: { readonly at: number; readonly calendar: CompiledCalendar } | undefined;
  return async () => {
    const at = performance.now();
    if (kept && at - kept.at < KEEP_MILLISECONDS) return kept.calendar;
    const found = await findCalendarInForce(pool, provinceId, kept?.calendar.version);
    kept = { at, calendar: found === 'as-known' && kept ? kept.calendar : compileCalendar(found as Exclude<typeof found, 'as-known'>) };
    return kept.calendar;
  };
};
