// The facts the counter decided with: a procedure's version and a calendar are never edited, so what it used is still
// there although another is in force meanwhile. Whatever differs from what the server would have used is noted.
import type { Pool, PoolClient } from 'pg';
import { compileCalendar } from '#core/deadline/compiled-calendar.ts';
import type { CorrectionReason } from '#core/offline/case-reason.ts';
import { type Calendar, type DeskFacts } from '../../desk/facts/desk-facts.ts';
import { findProcedureVersions } from '../../desk/facts/desk-facts.sql.ts';
import { findCalendarVersion } from './command.sql.ts';

export type Basis = { readonly calendar?: string; readonly procedureCode?: string; readonly procedureVersion?: number };
export type Differences = Map<CorrectionReason, string>;

const calendarAt = async (pool: Pool | PoolClient, provinceId: number, version: string): Promise<Calendar | undefined> => {
  const working = await findCalendarVersion(pool, provinceId, version);
  return working && { working, compiled: compileCalendar(working) };
};

/** Undefined: it names a calendar that is not here. */
export const counterFacts = async (
  pool: Pool, provinceId: number, facts: DeskFacts, basis: Basis, differences: Differences,
): Promise<DeskFacts | undefined> => {
  const own = basis.calendar === undefined ? undefined : await calendarAt(pool, provinceId, basis.calendar);
  if (basis.calendar !== undefined && !own) return undefined;
  return {
    place: async (deskId, date, reading) => {
      const place = await facts.place(deskId, date, reading);
      if (!place || !own || own.compiled.version === place.calendar.compiled.version) return place;
      differences.set('calendar-changed', `Lịch đã dùng: ${own.compiled.version}; lịch hiện hành: ${place.calendar.compiled.version}.`);
      return { ...place, calendar: own };
    },
    procedure: async (deskId, code, date, reading = {}) => {
      const inForce = await facts.procedure(deskId, code, date, reading);
      const { procedureVersion } = basis;
      if (code !== basis.procedureCode || procedureVersion === undefined || inForce.row?.procedure.version === procedureVersion) return inForce;
      const rows = await findProcedureVersions(reading.db ?? pool, provinceId, code);
      const used = rows.find(({ procedure }) => procedure.version === procedureVersion);
      if (!used) return inForce;
      differences.set('procedure-changed', `Phiên bản đã dùng: ${procedureVersion}; phiên bản có hiệu lực: ${inForce.row?.procedure.version ?? 'không có'}.`);
      return { ...inForce, row: used };
    },
  };
};
