// All clocks of a province, streamed through a cursor: no more than a page is ever in memory.
import type { Pool } from 'pg';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { ExplanationLine } from '#core/deadline/due.ts';
import type { KeptClock } from '#core/dossier/kept-clock.ts';
import type { Moment } from '#core/kernel/moment.ts';

export type ClockRow = { readonly code: string; readonly clock: KeptClock | null; readonly dueAt: Moment | null; readonly clockState: string | null };

const PAGE = 5_000;

/** One snapshot; the next page is under way while this one is reckoned. */
export async function* streamClocks(pool: Pool, provinceId: number): AsyncGenerator<readonly ClockRow[]> {
  const db = await pool.connect();
  const fetch = () => db.query<ClockRow>(`fetch ${PAGE} from clocks`);
  let broken = true;
  try {
    await db.query('begin isolation level repeatable read read only');
    await db.query(
      `declare clocks no scroll cursor for
       select code, clock, due_at as "dueAt", clock_state as "clockState" from motcua.dossier where province_id = $1`,
      [provinceId],
    );
    let next = fetch();
    for (;;) {
      const { rows } = await next;
      if (rows.length === 0) break;
      next = fetch();
      next.catch(() => undefined);
      yield rows;
    }
    await db.query('commit');
    broken = false;
  } finally {
    db.release(broken);
  }
}

export const loadCalendars = async (pool: Pool, provinceId: number): Promise<readonly WorkingCalendar[]> => {
  const { rows } = await pool.query<{ content: WorkingCalendar }>('select content from motcua.working_calendar where province_id = $1', [provinceId]);
  return rows.map((row) => row.content);
};

export const findStoredExplanation = async (pool: Pool, provinceId: number, code: string): Promise<readonly ExplanationLine[]> => {
  const { rows } = await pool.query<{ lines: readonly ExplanationLine[] | null }>(
    `select due->'explanation' as lines from motcua.dossier where province_id = $1 and code = $2`, [provinceId, code]);
  return rows[0]?.lines ?? [];
};
