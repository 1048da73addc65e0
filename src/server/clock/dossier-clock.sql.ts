// The clock of a dossier that an act has locked: what it kept, with the calendar of its day and the one in force.
import type { Pool, PoolClient } from 'pg';
import { compiled } from '#core/deadline/compiled-calendar.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import type { DossierClock, KeptClock } from '#core/dossier/kept-clock.ts';

/** 'hatinh@3'. A version that was in use is never taken away. */
export const getCalendar = async (db: Pool | PoolClient, provinceId: number, version: string): Promise<WorkingCalendar> => {
  const { rows } = await db.query<{ content: WorkingCalendar }>({
    name: 'get-calendar-of-day',
    text: `select content from motcua.working_calendar where province_id = $1 and calendar_id || '@' || version = $2`,
    values: [provinceId, version],
  });
  const [row] = rows;
  if (!row) throw new Error(`no calendar ${version}`);
  return row.content;
};

/** Undefined: no clock was kept for it. */
export const loadDossierClock = async (
  db: Pool | PoolClient, provinceId: number, kept: KeptClock | null | undefined, inForce: AnyCalendar,
): Promise<DossierClock | undefined> => {
  if (!kept) return undefined;
  const own = kept.calendar === compiled(inForce).version ? inForce : await getCalendar(db, provinceId, kept.calendar);
  return { kept, own, inForce };
};
