// The working calendar in force, read once per version and compiled once.
import type { Pool, PoolClient } from 'pg';
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import type { Hours } from '#core/dossier/office-work.ts';
import type { UnitId } from '#core/organisation/organisation.ts';
import { findCalendar, findCalendarVersion } from './working-hours.sql.ts';

export type WorkingHours = {
  /** Hours of the agency where the calendar has them, else those of the desk: both keep the province's hours. */
  readonly at: (db: Pool | PoolClient, deskSiteId: string, agencyUnitId?: UnitId) => Promise<Hours>;
};

export const keepWorkingHours = (provinceId: number): WorkingHours => {
  let kept: { readonly version: string; readonly calendar: CompiledCalendar } | undefined;
  return {
    at: async (db, deskSiteId, agencyUnitId) => {
      const version = await findCalendarVersion(db, provinceId);
      if (kept?.version !== version) {
        kept = { version, calendar: compileCalendar(await findCalendar(db, provinceId, version)) };
      }
      const own = agencyUnitId !== undefined && kept.calendar.sites.has(agencyUnitId);
      return { calendar: kept.calendar, siteId: own ? agencyUnitId : deskSiteId };
    },
  };
};
