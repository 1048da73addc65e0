// The reference as the core's facts: opened once, asked by day.
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import { inForce } from '#core/kernel/in-force.ts';
import type { PlainDate } from '#core/kernel/moment.ts';
import { type UnitTree, unitTree } from '#core/organisation/units.ts';
import { transferInForce } from '#core/procedure/in-force.ts';
import type { ProcedureCode, ProcedureVersion, TransferEntry } from '#core/procedure/procedure.ts';
import type { SlipPlace } from '#documents/slips/desk-place.ts';
import {
  type DeskPart, type StaffPart, calendarPart, deskPart, formsPart, organisationPart, procedurePart, staffPart,
} from '#wire/offline-reference.wire.ts';
import type { ReferenceRow } from './counter-db.ts';
import { openJson, sealJson } from './seal.ts';
import type { Stored } from './store.ts';

export type Reference = {
  readonly place: SlipPlace;
  readonly working: WorkingCalendar;
  readonly calendar: CompiledCalendar;
  /** 'hatinh@3': in force, or kept by a dossier of this desk. */
  readonly calendarOf: (version: string) => CompiledCalendar | undefined;
  readonly desk: DeskPart;
  readonly staff: StaffPart;
  readonly transferOn: (code: ProcedureCode, date: PlainDate) => TransferEntry | undefined;
  readonly procedureOn: (code: ProcedureCode, date: PlainDate) => ProcedureVersion | undefined;
  /** Versions of the parts, as each dossier writes down what it was decided with. */
  readonly basis: Readonly<Record<string, string>>;
};

const PROCEDURE = 'procedure:';
const CALENDAR = 'calendar:';

export const sealPart = async ({ key }: Stored, part: { readonly key: string; readonly version: string; readonly data: unknown }): Promise<ReferenceRow> =>
  ({ key: part.key, version: part.version, sealed: await sealJson(key, `reference ${part.key}`, part.data) });

/** Undefined while one of the parts that every act needs was never fetched. */
export const openReference = async ({ db, key }: Stored): Promise<Reference | undefined> => {
  const rows = await db.reference.toArray();
  const parts = new Map(await Promise.all(rows.map(async (row) => [row.key, await openJson(key, `reference ${row.key}`, row.sealed)] as const)));
  if (!['desk', 'staff', 'organisation', 'calendar', 'forms'].every((name) => parts.has(name))) return undefined;
  const desk = deskPart.parse(parts.get('desk'));
  const working = calendarPart.parse(parts.get('calendar'));
  const calendar = compileCalendar(working);
  const calendars = new Map([[calendar.version, calendar]]);
  const calendarOf = (version: string): CompiledCalendar | undefined => {
    const known = calendars.get(version);
    if (known || !parts.has(CALENDAR + version)) return known;
    const kept = compileCalendar(calendarPart.parse(parts.get(CALENDAR + version)));
    calendars.set(version, kept);
    return kept;
  };
  const units: UnitTree = unitTree(organisationPart.parse(parts.get('organisation')).units);
  const versions = new Map<string, readonly ProcedureVersion[]>();
  const versionsOf = (code: ProcedureCode): readonly ProcedureVersion[] => {
    const known = versions.get(code) ?? (parts.has(PROCEDURE + code) ? procedurePart.parse(parts.get(PROCEDURE + code)).versions : []);
    versions.set(code, known);
    return known;
  };
  return {
    place: { desk: desk.desk, units, forms: formsPart.parse(parts.get('forms')) }, working, calendar, calendarOf, desk, staff: staffPart.parse(parts.get('staff')),
    transferOn: (code, date) => transferInForce(desk.transfers, desk.desk.deskId, code, date),
    procedureOn: (code, date) => inForce(versionsOf(code), date),
    basis: {
      calendar: calendar.version,
      ...Object.fromEntries(rows.filter((row) => !row.key.startsWith(PROCEDURE)).map((row) => [`part:${row.key}`, row.version])),
    },
  };
};
