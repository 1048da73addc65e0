// A changed calendar and the dossiers that are open: whose date it moves, and the moving itself, in small batches, each
// change journalled and told to the citizen. No date ever comes earlier than the one printed for the citizen.
// What stopped half way is run again: a dossier that was moved is not met a second time.
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { type CompiledCalendar, compiled } from '#core/deadline/compiled-calendar.ts';
import type { AnyCalendar } from '#core/deadline/working-time.ts';
import { type ClockMoved, readClock, recomputeClock } from '#core/dossier/kept-clock.ts';
import type { DossierState } from '#core/dossier/state.ts';
import type { Moment } from '#core/kernel/moment.ts';
import { ok } from '#core/kernel/result.ts';
import type { Act, ActContext } from '../acts/act.ts';
import { fingerprintOf } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { citizenMessage } from '../notices/citizen-notice.ts';
import { type RunningRow, findRunning, lockRunning, saveRecomputed } from './recompute.sql.ts';

export type Affected = {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly applicantName: string;
  readonly deskId: string;
  readonly agencyUnitId: string;
  readonly state: DossierState;
  readonly oldDue: Moment;
  /** What the new calendar gives. */
  readonly newDue: Moment;
  /** It would come earlier than was printed for the citizen: the date stays. */
  readonly kept: boolean;
};

const PAGE = 1_000;
const BATCH = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** 'said-anew': the date stays, but it no longer hangs on a day that was not announced (or now does). */
type Judged = { readonly row: RunningRow; readonly change: 'moved' | 'kept' | 'said-anew'; readonly affected: Affected; readonly moved?: ClockMoved };

const sayAnew = (row: RunningRow, calendar: CompiledCalendar): ClockMoved | undefined => {
  const clock = { ...row.clock, calendar: calendar.version };
  const read = readClock(clock, calendar);
  return read.ok && read.value && read.value.dependsOnUnconfirmed !== row.dependsOnUnconfirmed ? { clock, reading: read.value } : undefined;
};

const judge = (row: RunningRow, calendar: CompiledCalendar, at: Moment, reason: string): Judged | undefined => {
  const { dueAt: oldDue } = row;
  const moved = recomputeClock(row.clock, calendar, { at, reason, from: oldDue });
  const newDue = moved?.reading?.due;
  if (newDue === undefined) return undefined;
  const affected: Affected = {
    dossierId: row.dossierId, code: row.code, procedureName: row.procedureName, applicantName: row.parties.applicant.fullName,
    deskId: row.deskId, agencyUnitId: row.agencyUnitId, state: row.state, oldDue, newDue, kept: newDue < oldDue,
  };
  if (newDue !== oldDue) return affected.kept ? { row, change: 'kept', affected } : { row, change: 'moved', affected, moved };
  const again = sayAnew(row, calendar);
  return again && { row, change: 'said-anew', affected, moved: again };
};

async function* judgeAll(db: Pool | PoolClient, provinceId: number, calendar: CompiledCalendar): AsyncGenerator<readonly Judged[]> {
  let after = BEFORE_ALL;
  for (;;) {
    const rows = await findRunning(db, provinceId, calendar.version, after, PAGE);
    const found = rows.flatMap((row) => judge(row, calendar, row.dueAt, '') ?? []);
    if (found.length > 0) yield found;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.dossierId;
  }
}

/** Page by page, in the order of ids: the open dossiers to which the new calendar gives another date. */
export async function* findAffected(db: Pool | PoolClient, provinceId: number, calendar: AnyCalendar): AsyncGenerator<readonly Affected[]> {
  for await (const page of judgeAll(db, provinceId, compiled(calendar))) {
    const found = page.flatMap(({ change, affected }) => (change === 'said-anew' ? [] : [affected]));
    if (found.length > 0) yield found;
  }
}

export type RecomputeCommand = {
  readonly calendar: AnyCalendar;
  /** Said in the explanation of each date that moves: 'CĐ 11/CĐ-UBND: nghỉ bão'. */
  readonly reason: string;
};
export type Recomputed = { readonly moved: number; readonly kept: number };

type BatchCommand = { readonly dossierIds: readonly string[]; readonly calendarVersion: string };

const batchAct = (calendar: CompiledCalendar, reason: string): Act<BatchCommand, readonly Judged[], readonly Judged[], never, Recomputed> => ({
  name: 'recompute-due',
  load: async (db, { provinceId, now }, { dossierIds }) =>
    (await lockRunning(db, provinceId, calendar.version, dossierIds)).flatMap((row) => judge(row, calendar, now, reason) ?? []),
  decide: (_command, judged) => ok(judged),
  save: async (db, { provinceId, now }, _command, judged) => {
    const moves = judged.filter((one) => one.change === 'moved');
    for (const { row, moved } of judged) if (moved) await saveRecomputed(db, provinceId, row.dossierId, moved);
    return {
      answer: { moved: moves.length, kept: judged.filter((one) => one.change === 'kept').length },
      chain: 'admin',
      journal: moves.map(({ row, affected: { code, oldDue, newDue } }) => ({
        act: 'recompute-due', dossierId: row.dossierId, data: { code, calendar: calendar.version, oldDue, newDue, reason },
      })),
      outbox: moves.map(({ row, affected: { oldDue, newDue } }) => citizenMessage(row, now, { kind: 'recomputed', due: newDue, oldDue })),
    };
  },
});

/** The reviewed batch: each group of dossiers is one transaction of its own, in the name of who approved it. */
export const applyRecompute = async (pool: Pool, context: ActContext, { calendar, reason }: RecomputeCommand): Promise<Recomputed> => {
  const c = compiled(calendar);
  const act = batchAct(c, reason);
  let done: Recomputed = { moved: 0, kept: 0 };
  for await (const page of judgeAll(pool, context.provinceId, c)) {
    for (let first = 0; first < page.length; first += BATCH) {
      const command: BatchCommand = { dossierIds: page.slice(first, first + BATCH).map((one) => one.row.dossierId), calendarVersion: c.version };
      const own: ActContext = { ...context, commandId: randomUUID(), fingerprint: fingerprintOf(act.name, c.version, command) };
      const performed = await perform(pool, act, own, command);
      if (performed.kind === 'done') done = { moved: done.moved + performed.answer.moved, kept: done.kept + performed.answer.kept };
    }
  }
  return done;
};
