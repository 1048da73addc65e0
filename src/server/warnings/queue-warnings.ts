// The person in charge is told once per threshold, however often this runs and whenever the server was away: of
// several thresholds passed meanwhile only the nearest is told. A due moment that was moved is told anew.
import type { Pool } from 'pg';
import { type CompiledCalendar } from '#core/deadline/compiled-calendar.ts';
import { type Moment, dateOf } from '#core/kernel/moment.ts';
import { horizonsAt, siteFor, urgencyOf } from '#core/warning/standing-warnings.ts';
import type { WarningKind } from '#core/warning/warned-of.ts';
import { type ToTell, type WarnedPlace, findWarnedPlaces, queueWarnings } from './queue-warnings.sql.ts';
import { findWarningSettings } from './warning-settings.sql.ts';
import { type WarningCursor, type WarningScope, type WarningSql, findWarnings } from './warnings.sql.ts';

const PAGE = 500;
const LEAST = '00000000-0000-0000-0000-000000000000';

/** The desk's person for the citizen's dates, the agency's for its steps and apologies: nobody is told twice of one thing. */
const KINDS: Readonly<Record<WarningScope['side'], readonly WarningKind[]>> = {
  desk: ['due', 'supplement'],
  office: ['step', 'apology'],
};

const toTell = (row: WarningSql, horizons: Parameters<typeof urgencyOf>[1]): readonly ToTell[] => {
  const urgency = row.kind === 'apology' ? 'last' : urgencyOf(row.fallsAt, horizons);
  return urgency === undefined || urgency === 'overdue' ? [] : [{ ...row, step: urgency }];
};

const queueOf = async (pool: Pool, provinceId: number, place: WarnedPlace, calendar: CompiledCalendar, now: Moment): Promise<number> => {
  const side = place.holder.startsWith('desk:') ? 'desk' : 'office';
  const settings = await findWarningSettings(pool, provinceId, [place.holder]);
  const horizons = horizonsAt(now, settings, calendar, siteFor(calendar, place.siteId));
  let queued = 0;
  for (let after: WarningCursor | undefined = { fallsAt: now, dossierId: LEAST }; after; ) {
    const rows: readonly WarningSql[] = await findWarnings(pool, provinceId, KINDS[side], { side, places: place.places }, horizons, after, PAGE);
    queued += await queueWarnings(pool, provinceId, now, rows.flatMap((row) => toTell(row, horizons)));
    const last = rows.at(-1);
    after = last && rows.length === PAGE ? { fallsAt: last.fallsAt, dossierId: last.dossierId } : undefined;
  }
  return queued;
};

export const queueStandingWarnings = async (
  pool: Pool, provinceId: number, calendar: CompiledCalendar, now: Moment,
): Promise<number> => {
  let queued = 0;
  for (const place of await findWarnedPlaces(pool, provinceId, dateOf(now))) queued += await queueOf(pool, provinceId, place, calendar, now);
  return queued;
};
