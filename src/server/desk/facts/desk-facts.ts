// Facts that change by the day are kept for a few seconds; the statement that saves checks again that they
// still hold, so that a receive is one round trip and never decided on an old register.
import type { Pool } from 'pg';
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { inForce, isInForce } from '#core/kernel/in-force.ts';
import type { Desk, DeskId, Unit, UnitId } from '#core/organisation/organisation.ts';
import { type UnitTree, unitTree } from '#core/organisation/units.ts';
import { transferInForce } from '#core/procedure/in-force.ts';
import type { ProcedureCode, TransferEntry } from '#core/procedure/procedure.ts';
import { findCalendarInForce } from '../../dossier-view/calendar.sql.ts';
import {
  type ProcedureRow, findDesk, findProcedureVersions, findTransfers, findUnits,
} from './desk-facts.sql.ts';

const KEEP_MILLISECONDS = 5_000;
const MOST_KEPT = 4_000;

export type Calendar = { readonly working: WorkingCalendar; readonly compiled: CompiledCalendar };
export type DeskPlace = { readonly desk: Desk; readonly units: UnitTree; readonly calendar: Calendar };
export type ProcedureAtDesk = {
  readonly row?: ProcedureRow;
  readonly transfer?: TransferEntry;
};

export type DeskFacts = {
  /** Undefined when there is no such desk in force that day. */
  readonly place: (deskId: DeskId, date: PlainDate, again?: 'read-again') => Promise<DeskPlace | undefined>;
  readonly procedure: (deskId: DeskId, code: ProcedureCode, date: PlainDate, again?: 'read-again') => Promise<ProcedureAtDesk>;
};

type Kept<T> = { readonly at: number; readonly value: Promise<T> };

/** One look-up for all who ask at once; a failed one is not kept. */
const keeper = <T>() => {
  const kept = new Map<string, Kept<T>>();
  return (key: string, again: 'read-again' | undefined, load: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    const now = performance.now();
    if (known && again === undefined && now - known.at < KEEP_MILLISECONDS) return known.value;
    if (kept.size >= MOST_KEPT) kept.clear();
    const value = load();
    kept.set(key, { at: now, value });
    value.catch(() => kept.delete(key));
    return value;
  };
};

export const keepDeskFacts = (pool: Pool, provinceId: number): DeskFacts => {
  const desks = keeper<Desk | undefined>();
  const units = keeper<UnitTree>();
  const calendars = keeper<Calendar>();
  const procedures = keeper<{ readonly versions: readonly ProcedureRow[]; readonly transfers: readonly TransferEntry[] }>();
  let calendar: Calendar | undefined;

  const readCalendar = async (): Promise<Calendar> => {
    const found = await findCalendarInForce(pool, provinceId, calendar?.compiled.version);
    if (calendar && found === 'as-known') return calendar;
    if (found === 'as-known') throw new Error('the calendar was never read');
    calendar = { working: found, compiled: compileCalendar(found) };
    return calendar;
  };

  return {
    place: async (deskId, date, again) => {
      const [desk, tree, days] = await Promise.all([
        desks(deskId, again, () => findDesk(pool, provinceId, deskId)),
        units('', again, async () => unitTree(await findUnits(pool, provinceId))),
        calendars('', again, readCalendar),
      ]);
      return desk && isInForce(desk, date) ? { desk, units: tree, calendar: days } : undefined;
    },
    procedure: async (deskId, code, date, again) => {
      const { versions, transfers } = await procedures(`${deskId} ${code}`, again, async () => {
        const [v, t] = await Promise.all([
          findProcedureVersions(pool, provinceId, code), findTransfers(pool, provinceId, deskId, code),
        ]);
        return { versions: v, transfers: t };
      });
      const version = inForce(versions.map((row) => row.procedure), date);
      return {
        row: versions.find((row) => row.procedure === version),
        transfer: transferInForce(transfers, deskId, code, date),
      };
    },
  };
};

/** A unit that others name must be there. */
export const unitOf = (place: Pick<DeskPlace, 'units'>, unitId: UnitId): Unit => {
  const unit = place.units.get(unitId);
  if (!unit) throw new Error(`no unit ${unitId}`);
  return unit;
};
