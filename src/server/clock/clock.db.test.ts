// The clocks of a whole demo world: each is reckoned again as it was stored, and a changed calendar moves what it must.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileCalendar, compiled } from '#core/deadline/compiled-calendar.ts';
import type { WorkingCalendar } from '#core/deadline/working-calendar.ts';
import type { Moment, PlainDate } from '#core/kernel/moment.ts';
import { ok } from '#core/kernel/result.ts';
import type { AccountId } from '#core/organisation/organisation.ts';
import { HA_TINH } from '#demo/worlds.ts';
import type { TestDatabase } from '#testing/database.ts';
import { worldDatabase } from '#testing/world-database.ts';
import type { Act, ActContext } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { type Difference, recheckClocks } from './recheck.ts';
import { judgeClock } from './judge-clock.ts';
import { type RecomputeStep, type RecomputeStepped, recomputeStep } from './recompute.ts';
import { type RunningListed, findRunning } from './recompute.sql.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await worldDatabase('hatinh-2026', { sample: true });
}, 120_000);
afterAll(() => database.close());

const sql = async <T>(text: string, ...values: readonly unknown[]): Promise<T[]> => (await database.migratorPool.query(text, [...values])).rows as T[];
const recheck = async () => {
  const differences: Difference[] = [];
  return { ...await recheckClocks(database.pool, HA_TINH, (one) => differences.push(one)), differences };
};

describe('every clock of the world', () => {
  it('is reckoned again exactly as it was stored', async () => {
    const { checked, differing, differences, calendars } = await recheck();
    expect({ differing, differences }).toEqual({ differing: 0, differences: [] });
    expect(checked).toBeGreaterThan(1_000);
    expect(calendars).toBe(1);
  });

  it('is the same when only a sentence of its explanation was worded otherwise, and differs by a date', async () => {
    const [one] = await sql<{ code: string; line: number; text: string; until: string }>(
      `select code, n::int - 1 as line, step->>'text' as text, step->>'to' as until
       from motcua.dossier, jsonb_array_elements(due->'explanation') with ordinality as steps (step, n)
       where clock_state = 'running' and state = 'in-process' and clock->'limit'->>'kind' = 'working-days' and step->>'rule' = 'counted' order by code, n limit 1`);
    const write = (field: string, value: string | undefined) =>
      sql(`update motcua.dossier set due = jsonb_set(due, $2::text[], to_jsonb($3::text)) where code = $1`, one?.code, ['explanation', one?.line, field], value);
    const shift = (days: number) => sql(`update motcua.dossier set due_at = due_at + $2 * interval '1 day' where code = $1`, one?.code, days);

    await sql(`update motcua.dossier set due = jsonb_set(due, '{explanation,0,text}', '"Câu viết cách khác."') where code = $1`, one?.code);
    expect((await recheck()).differences).toEqual([]);
    await shift(1);
    expect((await recheck()).differences).toMatchObject([{ code: one?.code, reason: 'Các bước tính giống nhau, chỉ thời điểm hoặc trạng thái đã lưu bị khác.' }]);
    await write('to', '2020-02-28');
    await write('text', 'Tính đến 28/02/2020.');
    expect((await recheck()).differences).toMatchObject([{ code: one?.code, reason: `Bước ${(one?.line ?? 0) + 1}: đã lưu “Tính đến 28/02/2020.”, tính lại “${one?.text}”` }]);
    await shift(-1);
    await write('to', one?.until);
    await write('text', one?.text);
    expect((await recheck()).differing).toBe(0);
  });

  it('that someone changed behind its back is named, with the step where it parts', async () => {
    const [one] = await sql<{ code: string; due: Moment }>(`select code, due_at as due from motcua.dossier where clock_state = 'running' and state = 'in-process' and clock->'limit'->>'kind' = 'working-days' order by code limit 1`);
    const [other] = await sql<{ code: string }>(`select code from motcua.dossier where clock_state = 'finished' order by code limit 1`);
    await sql(`update motcua.dossier set due_at = due_at + interval '1 day' where code = $1`, one?.code);
    await sql(`update motcua.dossier set clock = jsonb_set(clock, '{calendar}', '"hatinh@99"') where code = $1`, other?.code);
    const { differing, differences } = await recheck();
    expect(differing).toBe(2);
    expect(differences.find(({ code }) => code === one?.code)).toMatchObject({ recomputedDue: one?.due, storedState: 'running', reason: expect.stringContaining('thời điểm') });
    expect(differences.find(({ code }) => code === other?.code)).toMatchObject({ reason: 'Không còn lịch làm việc hatinh@99.' });
    await sql(`update motcua.dossier set clock = jsonb_set(clock, '{limit,days}', to_jsonb((clock->'limit'->>'days')::int + 1)), due_at = due_at - interval '1 day' where code = $1`, one?.code);
    await sql(`update motcua.dossier set clock = jsonb_set(clock, '{calendar}', '"hatinh@1"') where code = $1`, other?.code);
    const again = await recheck();
    expect(again.differences).toMatchObject([{ code: one?.code, storedDue: one?.due, reason: expect.stringMatching(/^Bước \d+: đã lưu “.+”, tính lại “.+”$/u) }]);
    await sql(`update motcua.dossier set clock = jsonb_set(clock, '{limit,days}', to_jsonb((clock->'limit'->>'days')::int - 1)) where code = $1`, one?.code);
  });
});

describe('a storm makes two days of the calendar days of rest', () => {
  const CHANGED = ['2026-11-25', '2026-11-26'] as const;
  let next: WorkingCalendar;
  type Affected = RunningListed & { readonly newDue: Moment; readonly kept: boolean };
  let affected: readonly Affected[];
  const context = (): ActContext => ({
    provinceId: HA_TINH, accountId: '00000000-0000-0000-0000-000000000000' as AccountId, accountName: 'Quản trị hệ thống',
    commandId: randomUUID(), fingerprint: Buffer.alloc(32), now: '2026-11-23T09:00:00+07:00' as Moment,
  });
  const find = async (calendar: WorkingCalendar): Promise<readonly Affected[]> =>
    (await findRunning(database.pool, HA_TINH, compiled(calendar).version, { q: '', limit: 100_000 })).flatMap((row) => {
      const { change, newDue } = judgeClock(row, compiled(calendar));
      return change === 'moved' || change === 'kept' ? [{ ...row, newDue, kept: change === 'kept' }] : [];
    });
  const step: Act<RecomputeStep, object, object, never, Pick<RecomputeStepped, 'examined' | 'moved' | 'kept' | 'reached'>> = {
    name: 'recompute-step',
    load: () => Promise.resolve({}),
    decide: () => ok({}),
    save: async (db, own, command) => {
      const { journal, outbox, ...answer } = await recomputeStep(db, own, command);
      return { answer, chain: 'admin', journal, outbox };
    },
  };
  const stepOnce = (command: RecomputeStep) => perform(database.pool, step, context(), command);
  /** All steps, to the last. */
  const applyAll = async (calendar: WorkingCalendar, reason: string) => {
    const sum = { moved: 0, kept: 0, steps: 0 };
    let after: string | null = null;
    do {
      const done: Awaited<ReturnType<typeof stepOnce>> = await stepOnce({ calendar, reason, after });
      if (done.kind !== 'done') throw new Error(done.kind);
      sum.moved += done.answer.moved;
      sum.kept += done.answer.kept;
      sum.steps += 1;
      after = done.answer.reached;
    } while (after !== null);
    return sum;
  };
  const publish = (calendar: WorkingCalendar) =>
    sql(`insert into motcua.working_calendar (province_id, calendar_id, version, content) values ($1, $2, $3, $4)`, HA_TINH, calendar.calendarId, calendar.version, JSON.stringify(calendar));

  beforeAll(async () => {
    const [row] = await sql<{ content: WorkingCalendar }>('select content from motcua.working_calendar');
    if (!row) throw new Error('no calendar');
    next = { ...row.content, version: 2, days: [...row.content.days, ...CHANGED.map((date) => ({ date: date as PlainDate, kind: 'holiday' as const, name: 'Nghỉ do bão', status: 'confirmed' as const }))] };
    await publish(next);
    affected = await find(next);
  });

  it('the open dossiers it moves are named with the old and the new date, never an earlier one', () => {
    expect(affected.length).toBeGreaterThan(10);
    expect(affected.filter((one) => one.kept)).toEqual([]);
    for (const { dueAt, newDue } of affected) expect([dueAt, newDue, newDue > dueAt]).toEqual([dueAt, newDue, true]);
    expect(affected.map((one) => one.dueAt)).toEqual(affected.map((one) => one.dueAt).toSorted());
  });

  it('once approved each is moved, journalled and told to the citizen, and says why', async () => {
    const before = await sql<{ n: number }>('select count(*)::int as n from motcua.journal');
    expect(await applyAll(next, 'CĐ 11/CĐ-UBND: nghỉ do bão')).toMatchObject({ moved: affected.length, kept: 0 });
    const one = affected[0] as Affected;
    const [row] = await sql<{ due: Moment; version: string; lines: string }>(
      `select due_at as due, calendar_version as version, due->>'explanation' as lines from motcua.dossier where dossier_id = $1`, one.dossierId);
    expect(row).toMatchObject({ due: one.newDue, version: 'hatinh@2', lines: expect.stringContaining('CĐ 11/CĐ-UBND: nghỉ do bão') });
    expect((await sql<{ n: number }>('select count(*)::int as n from motcua.journal'))[0]?.n).toBe((before[0]?.n ?? 0) + affected.length);
    expect(await sql(`select act, account_id is not null as by from motcua.journal where dossier_id = $1 and act = 'recompute-due'`, one.dossierId)).toEqual([{ act: 'recompute-due', by: true }]);
    const [message] = await sql<{ payload: { kind: string; due: string; text: string } }>(
      `select payload from motcua.outbox where dossier_id = $1 and topic = 'citizen-notice' and payload->>'kind' = 'recomputed'`, one.dossierId);
    expect(message?.payload).toMatchObject({ due: one.newDue, text: expect.stringContaining(one.code) });
  });

  it('applied again it moves nothing, and every clock is still as stored, each by the calendar it keeps', async () => {
    expect(await find(next)).toEqual([]);
    expect(await applyAll(next, 'lần hai')).toMatchObject({ moved: 0, kept: 0 });
    const { differing, calendars } = await recheck();
    expect({ differing, calendars }).toEqual({ differing: 0, calendars: 2 });
  });

  it('what would come earlier than was printed stays as printed', async () => {
    const back: WorkingCalendar = { ...next, version: 3, days: next.days.filter((day) => !CHANGED.includes(day.date as never)) };
    await publish(back);
    const earlier = await find(back);
    expect(earlier.length).toBeGreaterThanOrEqual(affected.length);
    expect(earlier.every((one) => one.kept && one.newDue < one.dueAt)).toBe(true);
    expect(await applyAll(back, 'bão đổi hướng')).toMatchObject({ moved: 0, kept: earlier.length });
    const [row] = await sql<{ due: Moment; version: string }>('select due_at as due, calendar_version as version from motcua.dossier where dossier_id = $1', affected[0]?.dossierId);
    expect(row).toEqual({ due: affected[0]?.newDue, version: 'hatinh@2' });
    expect(compileCalendar(back).version).toBe('hatinh@3');
  });
});
