// Facts that change by the day are kept for a few seconds; the statement that saves checks again that they
// still hold, so that a receive is one round trip and never decided on an old register.
import type { Pool, PoolClient } from 'pg';
import type { CertificationSigner } from '#core/dossier/certify-copies.ts';
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { inForce, isInForce } from '#core/kernel/in-force.ts';
import type { Desk, DeskId } from '#core/organisation/organisation.ts';
import { type UnitTree, unitTree } from '#core/organisation/units.ts';
import type { FormTable } from '#core/paper-form/form-versions.ts';
import { transferInForce } from '#core/procedure/in-force.ts';
import type { ProcedureCode, TransferEntry } from '#core/procedure/procedure.ts';
import type { SlipPlace } from '#documents/slips/desk-place.ts';
import { findCalendarInForce } from '../../dossier-view/calendar.sql.ts';
import { findFormTable } from '../../papers/form-table.sql.ts';
import {
  type ProcedureRow, findDesk, findProcedureVersions, findSigners, findTransfers, findUnits,
} from './desk-facts.sql.ts';

const KEEP_MILLISECONDS = 5_000;
const MOST_KEPT = 4_000;

export type Calendar = { readonly working: WorkingCalendar; readonly compiled: CompiledCalendar };
export type DeskPlace = SlipPlace & { readonly calendar: Calendar; readonly signers: readonly CertificationSigner[] };
export type ProcedureAtDesk = {
  readonly row?: ProcedureRow;
  readonly transfer?: TransferEntry;
};

export type Reading = {
  readonly again?: 'read-again';
  /** The connection of the transaction that asks: it must never wait for a second one. */
  readonly db?: PoolClient;
};

export type DeskFacts = {
  /** Undefined when there is no such desk in force that day. */
  readonly place: (deskId: DeskId, date: PlainDate, reading?: Reading) => Promise<DeskPlace | undefined>;
  readonly procedure: (deskId: DeskId, code: ProcedureCode, date: PlainDate, reading?: Reading) => Promise<ProcedureAtDesk>;
};

/** As the server keeps them: the calendar also where no desk is asked about. */
export type KeptDeskFacts = DeskFacts & { readonly calendar: () => Promise<Calendar> };

type Kept<T> = { readonly at: number; readonly value: Promise<T>; readonly settled?: true };

/**
 * One look-up for all who ask at once; a failed one is not kept. A transaction reads by its own connection and
 * waits for nobody: were it to wait for another's look-up, a full pool would wait for itself.
 */
const keeper = <T>(pool: Pool) => {
  const kept = new Map<string, Kept<T>>();
  const keep = (key: string, value: Promise<T>, settled?: true): void => {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, { at: performance.now(), value, settled });
  };
  return async (key: string, { again, db }: Reading, load: (db: Pool | PoolClient) => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    const isFresh = known !== undefined && again === undefined && performance.now() - known.at < KEEP_MILLISECONDS;
    if (isFresh && (db === undefined || known.settled)) return known.value;
    if (db) {
      const value = await load(db);
      keep(key, Promise.resolve(value), true);
      return value;
    }
    const value = load(pool);
    keep(key, value);
    value.then(() => kept.get(key)?.value === value && keep(key, value, true), () => kept.delete(key));
    return value;
  };
};

export const keepDeskFacts = (pool: Pool, provinceId: number): KeptDeskFacts => {
  const desks = keeper<Desk | undefined>(pool);
  const leaders = keeper<readonly CertificationSigner[]>(pool);
  const units = keeper<UnitTree>(pool);
  const calendars = keeper<Calendar>(pool);
  const forms = keeper<FormTable>(pool);
  const procedures = keeper<{ readonly versions: readonly ProcedureRow[]; readonly transfers: readonly TransferEntry[] }>(pool);
  let calendar: Calendar | undefined;

  const readCalendar = async (db: Pool | PoolClient): Promise<Calendar> => {
    const found = await findCalendarInForce(db, provinceId, calendar?.compiled.version);
    if (calendar && found === 'as-known') return calendar;
    if (found === 'as-known') throw new Error('the calendar was never read');
    calendar = { working: found, compiled: compileCalendar(found) };
    return calendar;
  };

  return {
    place: async (deskId, date, reading = {}) => {
      const desk = await desks(deskId, reading, (db) => findDesk(db, provinceId, deskId));
      const tree = await units('', reading, async (db) => unitTree(await findUnits(db, provinceId)));
      const signers = await leaders(deskId, reading, (db) => findSigners(db, provinceId, deskId));
      const days = await calendars('', reading, readCalendar);
      const table = await forms('', reading, (db) => findFormTable(db, provinceId));
      return desk && isInForce(desk, date) ? { desk, units: tree, calendar: days, forms: table, signers } : undefined;
    },
    calendar: () => calendars('', {}, readCalendar),
    procedure: async (deskId, code, date, reading = {}) => {
      const { versions, transfers } = await procedures(`${deskId} ${code}`, reading, async (db) => ({
        versions: await findProcedureVersions(db, provinceId, code), transfers: await findTransfers(db, provinceId, deskId, code),
      }));
      const version = inForce(versions.map((row) => row.procedure), date);
      return {
        row: versions.find((row) => row.procedure === version),
        transfer: transferInForce(transfers, deskId, code, date),
      };
    },
  };
};
