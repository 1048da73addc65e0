import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.wire.ts';
import type { WarningSettingsView, WarningsView } from '#wire/warnings.wire.ts';
import { type Moment, momentFromEpoch } from '#core/kernel/moment.ts';
import { compileCalendar } from '#core/deadline/compiled-calendar.ts';
import { hatinhCalendar } from '#testing/hatinh-calendar.ts';
import { type Plant, plantDossier, plantedId } from '#testing/planted-dossiers.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import { queueStandingWarnings } from './queue-warnings.ts';

let world: ServedWorld;
let clerk: Caller;
let specialist: Caller;
let admin: Caller;
let me: string;

const at = (text: string): Moment => `${text}:00+07:00` as Moment;
const plant = (no: number, more: Partial<Plant> = {}) =>
  plantDossier(world.database.pool, { no, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state: 'in-process', ...more });
const view = async (who: Caller, side: 'desk' | 'office', query = ''): Promise<WarningsView> => {
  const answer = await who.get(`/api/${side}/warnings?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<WarningsView>();
};
const codes = ({ rows }: WarningsView): string[] => rows.map((row) => `${row.code.slice(-4)} ${row.kind} ${row.urgency} ${row.nextStep}`);
const step = (no: number, dueAt: string, unitId = 'so-tu-phap', account?: string) => world.database.pool.query(
  `insert into motcua.dossier_step (province_id, dossier_id, line_no, step_id, name, role, unit_id, started_at, due_at, account_id)
   values (42, $1, 1, 'b1', 'Thẩm tra hồ sơ', 'agency-officer', $2, '2019-11-15T08:00:00+07:00', $3, $4)`, [plantedId(no), unitId, dueAt, account ?? null]);
const asked = (no: number, answerBy: string) => world.database.pool.query(
  `insert into motcua.supplement_request (province_id, dossier_id, request_no, asked_at, asked_by, asked_by_name, items, reason, answer_by)
   values (42, $1, 1, '2019-11-15T08:00:00+07:00', $2, 'Người thử', '[]', 'Thiếu giấy', $3)`, [plantedId(no), me, answerBy]);

// the world begins on Monday 18/11/2019 at half past seven
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, specialist, admin] = await Promise.all([world.signIn('buudien.kybac'), world.signIn('chuyenvien.stp'), world.signIn('quantri')]);
  me = (await world.database.pool.query<{ id: string }>(`select account_id as id from motcua.account where login = 'chuyenvien.stp'`)).rows[0]?.id ?? '';
  await plant(1, { dueAt: at('2019-11-15T17:30'), stepNo: 1, stepRole: 'agency-officer', assigneeId: me });
  await plant(2, { dueAt: at('2019-11-18T09:30') });
  await plant(3, { dueAt: at('2019-11-19T17:30'), state: 'received' });
  await plant(4, { dueAt: at('2019-11-20T17:30') });
  await plant(5, { dueAt: at('2019-11-21T08:00') });
  await plant(6, { dueAt: at('2019-11-18T16:30'), state: 'ready-to-return' });
  await plant(7, { dueAt: at('2019-11-13T16:30'), state: 'ready-to-return' });
  await plant(8, { dueAt: null, state: 'supplement-asked' });
  await asked(8, at('2019-11-19T17:00'));
  await plant(9, { dueAt: null, state: 'supplement-asked' });
  await asked(9, at('2019-12-19T17:00'));
  await plant(10, { dueAt: at('2019-11-29T17:30'), stepNo: 1, stepRole: 'agency-officer', assigneeId: me });
  await step(10, at('2019-11-18T17:30'), 'so-tu-phap', me);
  await plant(11, { dueAt: at('2019-11-18T10:00'), deskId: 'ky-phong', agencyUnitId: 'so-lao-dong' });
  await plant(12, { dueAt: at('2019-11-18T10:00'), sectionUnitId: 'stp-van-phong' });
}, 120_000);
afterAll(() => world.close());

describe('the desk', () => {
  it('is warned of what falls due within two working days, one, and two hours, the most urgent first', async () => {
    expect(codes(await view(clerk, 'desk'))).toEqual([
      '0001 due overdue ask-agency', '0002 due last ask-agency', '0012 due second ask-agency', '0008 supplement second call-citizen',
      '0003 due second forward', '0004 due first ask-agency',
    ]);
  });
  it('has what nobody fetched in a list of its own, and counts agree with the lists', async () => {
    const uncollected = await view(clerk, 'desk', 'list=uncollected');
    expect(codes(uncollected)).toEqual(['0007 uncollected overdue return']);
    expect(uncollected.counts).toEqual({ all: 6, due: 5, supplement: 1, uncollected: 1 });
    expect(uncollected.lists).toEqual(['all', 'due', 'supplement', 'uncollected']);
  });
  it('sees nothing of another desk, nor another desk of it', async () => {
    const other = await world.signIn('buudien.kyphong');
    expect(codes(await view(other, 'desk'))).toEqual(['0011 due second ask-agency']);
    expect((await clerk.get('/api/desk/warnings?deskId=ky-phong')).status).toBe(404);
    expect((await clerk.get('/api/office/warnings')).status).toBe(403);
  });
  it('asks for the counts alone where only they are shown', async () => {
    expect(await view(clerk, 'desk', 'onlyCounts=1')).toMatchObject({ counts: { all: 6 }, rows: [] });
  });
});

describe('the agency', () => {
  it('is warned of its dossiers and its steps, of what leads nobody else', async () => {
    expect(codes(await view(specialist, 'office'))).toEqual([
      '0001 due overdue work', '0002 due last work', '0010 step second work', '0008 supplement second call-citizen', '0004 due first work',
    ]);
  });
  it('signs an apology one calendar day before: what is returned tomorrow must be asked for today', async () => {
    await plant(13, { dueAt: at('2019-11-19T10:00'), stepNo: 1, stepRole: 'agency-officer' });
    const list = await view(specialist, 'office', 'list=apology');
    expect(codes(list)).toEqual(['0013 apology second apologise']);
    expect(list.rows[0]?.apologyBy).toBe('2019-11-18');
    await world.database.pool.query(`update motcua.dossier set due = due || '{"reappointed": true}' where dossier_id = $1`, [plantedId(13)]);
    expect(codes(await view(specialist, 'office', 'list=apology'))).toEqual([]);
    await world.database.pool.query(`update motcua.dossier set state = 'withdrawn', closed_at = now() where dossier_id = $1`, [plantedId(13)]);
  });
  it('shows an officer what is in his own hands', async () => {
    expect(codes(await view(specialist, 'office', 'mine=1'))).toEqual(['0001 due overdue work', '0010 step second work']);
  });
  it('does not call late what was recorded or refused in time and only waits to be handed over', async () => {
    const ended = (no: number, kind: 'finished' | 'refused', on: string) => world.database.pool.query(
      `update motcua.dossier set clock = jsonb_set(clock, '{events}', clock->'events' || jsonb_build_array($2::jsonb)) where dossier_id = $1`, [plantedId(no), { kind, at: at(on) }]);
    await plant(14, { dueAt: at('2019-11-15T16:30'), state: 'outcome-recorded' });
    await ended(14, 'finished', '2019-11-15T09:00');
    await plant(15, { dueAt: at('2019-11-15T16:31'), state: 'refused-by-agency' });
    await ended(15, 'refused', '2019-11-14T10:00');
    await plant(16, { dueAt: at('2019-11-14T16:30'), state: 'outcome-recorded' });
    await ended(16, 'finished', '2019-11-16T08:00');
    const seen = (await view(specialist, 'office')).rows.filter(({ code }) => ['0014', '0015', '0016'].includes(code.slice(-4)));
    expect(seen.map((row) => [row.code.slice(-4), row.urgency, row.daysLate, row.nextStep])).toEqual([
      ['0016', 'finished', 2, 'send'], ['0014', 'finished', 0, 'send'], ['0015', 'finished', 0, 'send'],
    ]);
    await world.database.pool.query(`update motcua.dossier set state = 'withdrawn', closed_at = now() where dossier_id = any($1)`, [[14, 15, 16].map(plantedId)]);
  });
  it('does not show a member of a section what another section has; who serves the whole agency sees it', async () => {
    const whole = await world.signIn('vanthu.stp');
    expect(codes(await view(whole, 'office')).some((line) => line.startsWith('0012'))).toBe(true);
    expect(codes(await view(await world.signIn('vanthu.sld'), 'office'))).toEqual(['0011 due second work']);
  });
});

describe('the setting of a desk', () => {
  const change = (holder: string, settings: object) => admin.send('POST', `/api/admin/warning-settings/${holder}`, settings);
  const usual = { firstDays: 2, secondDays: 1, lastMinutes: 120, uncollectedDays: 2 };
  it('is the administrator’s, holds for that desk alone and is in the journal', async () => {
    expect((await change('desk:ky-bac', { ...usual, firstDays: 4 })).status).toBe(200);
    expect(codes(await view(clerk, 'desk'))).toContain('0005 due first ask-agency');
    const { holders } = (await admin.get('/api/admin/warning-settings')).json<WarningSettingsView>();
    expect(holders.filter((one) => one.settings).map((one) => [one.holder, one.settings?.firstDays])).toEqual([['desk:ky-bac', 4]]);
    const { rows } = await world.database.pool.query(`select act from motcua.journal where chain_id = 'admin' order by seq desc limit 1`);
    expect(rows).toEqual([{ act: 'change-warnings' }]);
    expect((await change('desk:ky-bac', usual)).status).toBe(200);
  });
  it('whose first warning comes after the second is refused at its field and stores nothing', async () => {
    const answer = await change('desk:ky-bac', { ...usual, secondDays: 3 });
    expect(answer.status).toBe(422);
    expect(answer.json<Problem>().fieldErrors?.[0]).toMatchObject({ path: 'firstDays', message: expect.stringContaining('từ 4 ngày làm việc') });
    expect((await view(clerk, 'desk')).settings).toEqual(usual);
  });
  it('of a place that is not there is not found, and of nobody else’s to change', async () => {
    expect((await change('desk:khong-co', usual)).status).toBe(404);
    expect((await clerk.send('POST', '/api/admin/warning-settings/desk:ky-bac', usual)).status).toBe(403);
    expect((await change('desk:ky-bac', { ...usual, lastMinutes: 5 })).status).toBe(400);
  });
});

it('pages follow each other without a gap or a repeat', async () => {
  for (let no = 200; no < 330; no += 1) await plant(no, { deskId: 'ky-phong', agencyUnitId: 'so-lao-dong', dueAt: at(`2019-11-${15 + (no % 5)}T1${no % 7}:30`) });
  const who = await world.signIn('buudien.kyphong');
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: WarningsView = await view(who, 'desk', after === '' ? '' : `after=${encodeURIComponent(after)}`);
    seen.push(...page.rows.map((row) => row.dossierId));
    expect(page.counts.all).toBe(131);
    after = page.next;
  }
  expect(seen).toHaveLength(131);
  expect(new Set(seen).size).toBe(131);
  await world.database.pool.query(`update motcua.dossier set state = 'withdrawn', closed_at = now() where desk_id = 'ky-phong'`);
});

it('a cursor of nobody’s making begins at the beginning', async () => {
  expect(codes(await view(clerk, 'desk', 'after=%27%3B'))).toHaveLength(6);
});

describe('the person in charge is told', () => {
  const calendar = compileCalendar(hatinhCalendar);
  const queue = (now: string) => queueStandingWarnings(world.database.pool, 42, calendar, at(now));
  const told = async () => (await world.database.pool.query<{ line: string }>(
    `select right(payload->>'code', 4) || ' ' || (payload->>'kind') || ' ' || (payload->>'step') as line
     from motcua.outbox where topic = 'staff-warning' order by 1`)).rows.map(({ line }) => line);
  beforeEach(async () => {
    await world.database.migratorPool.query(`delete from motcua.outbox; delete from motcua.warning_sent`);
  });

  it('once for each threshold, though two servers run at once and one of them starts again', async () => {
    await Promise.all([queue('2019-11-18T07:30'), queue('2019-11-18T07:30')]);
    await queue('2019-11-18T07:31');
    expect(await told()).toEqual(['0002 due last', '0003 due second', '0004 due first', '0008 supplement second', '0010 step second', '0012 due second']);
    await queue('2019-11-18T15:40');
    expect(await told()).toContain('0010 step last');
    expect(await told()).toHaveLength(7);
  });
  it('of the nearest threshold alone when the server was away meanwhile', async () => {
    await queue('2019-11-20T16:00');
    expect(await told()).toEqual(['0004 due last', '0005 apology last', '0005 due last']);
  });
  it('anew when the due moment was moved', async () => {
    await queue('2019-11-20T16:00');
    await world.database.pool.query(`update motcua.dossier set due_at = '2019-11-22T17:30+07:00' where dossier_id = $1`, [plantedId(4)]);
    await queue('2019-11-21T08:00');
    expect(await told()).toEqual(expect.arrayContaining(['0004 due last', '0004 due second']));
    const { rows } = await world.database.pool.query(`select count(*)::int as n from motcua.warning_sent where dossier_id = $1 and kind = 'due'`, [plantedId(4)]);
    expect(rows).toEqual([{ n: 2 }]);
  });
  it('and nobody of what is late already: that stands in the list', async () => {
    expect(momentFromEpoch(world.realNow())).toBe('2019-11-18T07:30:00+07:00');
    await queue('2019-11-18T07:30');
    expect((await told()).filter((line) => line.startsWith('0001'))).toEqual([]);
  });
});
