// Every clock is reckoned again from what its dossier kept, by the calendar of its day, and held against what was
// stored. What differs is named with the first line of the explanation that has another rule, date, amount or law.
import type { Pool } from 'pg';
import { type CompiledCalendar, compileCalendar } from '#core/deadline/compiled-calendar.ts';
import type { ExplanationLine } from '#core/deadline/due.ts';
import { clockFigures } from '#core/deadline/run-clock.ts';
import { type KeptClock, clockFactsOf, readClock } from '#core/dossier/kept-clock.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { type ClockRow, findStoredExplanation, loadCalendars, streamClocks } from './recheck.sql.ts';

export type Difference = {
  readonly code: string;
  readonly storedDue?: Moment;
  readonly recomputedDue?: Moment;
  readonly storedState?: string;
  readonly recomputedState?: string;
  /** In words: where the two part, or why it cannot be reckoned. */
  readonly reason: string;
};

export type Rechecked = {
  readonly checked: number;
  /** No clock was kept: filed and not yet received, resolved at once, or of before clocks were kept. */
  readonly withoutClock: number;
  readonly differing: number;
  readonly calendars: number;
};

type Result = { readonly due?: Moment; readonly state?: string; readonly refusal?: string };

const reckon = (kept: KeptClock, calendar: CompiledCalendar): Result => {
  const facts = clockFactsOf(kept, calendar);
  if (!facts) return {};
  const figures = clockFigures(facts, kept.events);
  return figures.ok ? { due: figures.value.due, state: figures.value.state } : { refusal: figures.refusal.kind };
};

/** What a line says without its sentence: words may be mended over the years, dates and rules may not. */
const meaningOf = (line: ExplanationLine | undefined): string =>
  JSON.stringify(line && [line.rule, line.from, line.to, line.amount, line.unit, line.law].map((part) => part ?? null));
const toldOf = (line: ExplanationLine | undefined): string =>
  (line === undefined ? 'không có' : `${line.text}${line.law === undefined ? '' : ` (${line.law})`}`);

const firstDifference = async (pool: Pool, provinceId: number, row: ClockRow, kept: KeptClock, calendar: CompiledCalendar): Promise<string> => {
  const stored = await findStoredExplanation(pool, provinceId, row.code);
  const reading = readClock(kept, calendar);
  const fresh = reading.ok ? (reading.value?.explanation ?? []) : [];
  const at = Array.from({ length: Math.max(stored.length, fresh.length) }, (_, i) => i).find((i) => meaningOf(stored[i]) !== meaningOf(fresh[i]));
  if (at === undefined) return 'Các bước tính giống nhau, chỉ thời điểm hoặc trạng thái đã lưu bị khác.';
  return `Bước ${at + 1}: đã lưu “${toldOf(stored[at])}”, tính lại “${toldOf(fresh[at])}”`;
};

export const recheckClocks = async (pool: Pool, provinceId: number, found: (difference: Difference) => void): Promise<Rechecked> => {
  const calendars = new Map((await loadCalendars(pool, provinceId)).map((calendar) => {
    const compiled = compileCalendar(calendar);
    return [compiled.version, compiled] as const;
  }));
  const used = new Set<string>();
  let [checked, withoutClock, differing] = [0, 0, 0];
  for await (const rows of streamClocks(pool, provinceId)) {
    for (const row of rows) {
      const { clock, code } = row;
      if (clock === null) {
        withoutClock += 1;
        continue;
      }
      checked += 1;
      const calendar = calendars.get(clock.calendar);
      used.add(clock.calendar);
      const fresh: Result = calendar ? reckon(clock, calendar) : {};
      if (calendar && fresh.refusal === undefined && fresh.due === (row.dueAt ?? undefined) && fresh.state === (row.clockState ?? undefined)) continue;
      differing += 1;
      const reason = !calendar ? `Không còn lịch làm việc ${clock.calendar}.`
        : fresh.refusal !== undefined ? `Không tính lại được từ các sự kiện đã lưu (${fresh.refusal}).`
          : await firstDifference(pool, provinceId, row, clock, calendar);
      found({
        code, storedDue: row.dueAt ?? undefined, recomputedDue: fresh.due, storedState: row.clockState ?? undefined, recomputedState: fresh.state, reason,
      });
    }
  }
  return { checked, withoutClock, differing, calendars: used.size };
};
