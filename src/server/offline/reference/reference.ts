// What a counter decides with by itself, in parts: each has the version of its content, so that a usual morning
// fetches only what is new. Validities are whole: what begins the day after tomorrow is here today.
import { createHash } from 'node:crypto';
import type { ProcedureCode } from '#core/procedure/procedure.ts';
import { OFFLINE_POLICY } from '#core/offline/offline-policy.ts';
import { type PlainDate, type WallTime, addDays, dateOf, momentAt } from '#core/kernel/moment.ts';
import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { findProcedureVersions, findTransfers } from '../../desk/facts/desk-facts.sql.ts';
import type { DeskDeps } from '../../desk/facts/desk-route.ts';
import { notFound } from '../../http/problem.ts';
import type { Device } from '../device/device.ts';
import { getCalendar } from '../../clock/dossier-clock.sql.ts';
import { findKeptCalendars, findStaff, findUseCounts, markProcedures } from './reference.sql.ts';

const USED_DAYS = 90;
/** What ended lately is still needed for what was received under it. */
const ENDED_DAYS = OFFLINE_POLICY.retentionDays;
const PROCEDURE = 'procedure:';
const CALENDAR = 'calendar:';

export type Part = { readonly key: string; readonly version: string; readonly load: () => Promise<unknown> };

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const whole = (key: string, data: unknown): Part => ({ key, version: versionOf(canonicalJson(data)), load: () => Promise.resolve(data) });

export const referenceParts = async ({ pool, world, clock, facts }: DeskDeps, device: Device, origin: string): Promise<readonly Part[]> => {
  const { provinceId } = world;
  const today: PlainDate = dateOf(clock.businessNow());
  const since = addDays(today, -ENDED_DAYS);
  const place = await facts.place(device.deskId, today);
  if (!place) throw notFound();
  const [people, transfers, useCounts, procedures, calendars] = await Promise.all([
    findStaff(pool, provinceId, device.deskId, today),
    findTransfers(pool, provinceId, device.deskId),
    findUseCounts(pool, provinceId, device.deskId, momentAt(addDays(today, -USED_DAYS), '00:00' as WallTime)),
    markProcedures(pool, provinceId, device.deskId, since),
    findKeptCalendars(pool, provinceId, device.deskId, place.calendar.compiled.version),
  ]);
  return [
    whole('desk', { desk: place.desk, origin, world, transfers: transfers.filter(({ validTo }) => validTo === undefined || validTo > since), signers: place.signers, useCounts }),
    whole('staff', { people }),
    whole('organisation', { units: [...place.units.values()] }),
    whole('calendar', place.calendar.working),
    // a version of a calendar is never edited: its name says what is in it
    ...calendars.map((version): Part => ({ key: `${CALENDAR}${version}`, version: versionOf(version), load: () => getCalendar(pool, provinceId, version) })),
    whole('forms', place.forms),
    whole('settings', { policy: OFFLINE_POLICY }),
    ...procedures.map(({ code, marks }): Part => ({
      key: `${PROCEDURE}${code}`, version: versionOf(marks),
      load: async () => ({
        versions: (await findProcedureVersions(pool, provinceId, code as ProcedureCode)).map(({ procedure }) => procedure)
          .filter(({ validTo }) => validTo === undefined || validTo > since),
      }),
    })),
  ];
};

export const manifestTag = (parts: readonly Part[]): string => `"${versionOf(parts.map(({ key, version }) => `${key} ${version}`).join('\n'))}"`;
