import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Due } from '#core/deadline/due.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { BatchView, CalendarView } from '#wire/calendar.wire.ts';

let world: ServedWorld;
let administrator: Caller;
let another: Caller;
let later: string;
let kept: string;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [administrator, another] = [await world.signIn('quantri'), await world.signIn('quantri')];
  const plant = { agencyUnitId: 'so-tu-phap', procedureCode: '2.000488' };
  later = (await plantDossier(world.database.pool, { no: 1, ...plant, dueAt: '2019-11-20T17:30:00+07:00' })).dossierId;
  kept = (await plantDossier(world.database.pool, { no: 2, ...plant, dueAt: '2020-06-01T17:30:00+07:00' })).dossierId;
}, 120_000);
afterAll(() => world.close());

/** Each is a day of its own, far from the dossiers' limits or in the middle of them. */
const makeVersion = async (date: string): Promise<number> => {
  const { calendar } = (await administrator.get('/api/admin/calendar')).json<CalendarView>();
  const day = { date, kind: 'holiday', name: 'Nghỉ bão', status: 'confirmed', source: 'CĐ 5/CĐ-UBND' };
  const made = await administrator.send('POST', '/api/admin/calendar/versions', { baseVersion: calendar.version, set: [day], remove: [], sites: [], decision: 'CĐ 5/CĐ-UBND', reason: 'Bão số 5' });
  expect(made.status, made.text).toBe(201);
  return made.json<{ version: number }>().version;
};
const path = (version: number, act = '') => `/api/admin/calendar/batches/${version}${act}`;
const batch = async (version: number): Promise<BatchView> => (await administrator.get(path(version))).json<BatchView>();
const apply = (version: number, caller = administrator, headers = {}) => caller.send('POST', path(version, '/apply'), {}, headers);
const leave = (version: number, note = 'Chờ tỉnh quyết định', caller = administrator) => caller.send('POST', path(version, '/leave'), { note });
const dueOf = async (dossierId: string): Promise<Due> => {
  const { rows } = await world.database.pool.query<{ due: Due }>('select due from motcua.dossier where dossier_id = $1', [dossierId]);
  if (!rows[0]) throw new Error('no dossier');
  return rows[0].due;
};
const told = async () => (await world.database.pool.query<{ journal: number; notices: number }>(
  `select (select count(*)::int from motcua.journal where act = 'recompute-due') as journal, (select count(*)::int from motcua.outbox where payload->>'kind' = 'recomputed') as notices`)).rows[0];

describe('the batch that a changed calendar opens', () => {
  it('lists whom it touches, by desk and agency, and moves nothing by being looked at', async () => {
    const version = await makeVersion('2019-11-21');
    const view = await batch(version);
    expect(view).toMatchObject({ version, state: 'open', decision: 'CĐ 5/CĐ-UBND', reason: 'Bão số 5', moved: 1, kept: 1, settledAt: null });
    expect(view.review?.rows.map(({ dossierId, keeps, from, to }) => [dossierId, keeps, to > from])).toEqual([[later, false, true], [kept, true, false]]);
    expect(view.review?.desks).toEqual([{ name: expect.stringMatching(/Kỳ Bắc/u), moved: 1, kept: 1 }]);
    expect(view.review?.agencies).toEqual([{ name: 'Sở Tư pháp tỉnh Hà Tĩnh', moved: 1, kept: 1 }]);
    expect([(await dueOf(later)).due, (await dueOf(kept)).due]).toEqual(['2019-11-20T17:30:00+07:00', '2020-06-01T17:30:00+07:00']);
    expect(await told()).toEqual({ journal: 0, notices: 0 });
  });

  it('applied gives the later date with the reason, keeps the printed one, journals and tells, and only once', async () => {
    const { calendar } = (await administrator.get('/api/admin/calendar')).json<CalendarView>();
    const key = randomUUID();
    const row = (await batch(calendar.version)).review?.rows.find((one) => one.dossierId === later);
    const done = await apply(calendar.version, administrator, { 'idempotency-key': key });
    expect([done.status, done.json()]).toEqual([200, { version: calendar.version, moved: 1, kept: 1 }]);
    expect((await apply(calendar.version, administrator, { 'idempotency-key': key })).json()).toEqual(done.json());
    const due = await dueOf(later);
    expect([due.due, due.calendarVersion]).toEqual([row?.to, `hatinh@${calendar.version}`]);
    expect(due.explanation.some((line) => line.text.includes('CĐ 5/CĐ-UBND: Bão số 5'))).toBe(true);
    expect((await dueOf(kept)).due).toBe('2020-06-01T17:30:00+07:00');
    expect(await told()).toEqual({ journal: 1, notices: 1 });
    expect(await batch(calendar.version)).toMatchObject({ state: 'applied', settledByName: expect.stringMatching(/\S/u), moved: 1, kept: 1, review: null });
  });

  it('once decided is decided: the second administrator is told what the first did', async () => {
    const { calendar } = (await administrator.get('/api/admin/calendar')).json<CalendarView>();
    for (const again of [await apply(calendar.version, another), await leave(calendar.version, 'Thôi', another)]) {
      expect([again.status, again.json()]).toMatchObject([409, { code: 'changed-meanwhile', refusal: { state: 'applied' } }]);
      expect(again.json<{ detail: string }>().detail).toContain('đã được áp dụng');
    }
    expect(await told()).toEqual({ journal: 1, notices: 1 });
  });

  it('left keeps every date and says why', async () => {
    const version = await makeVersion('2019-11-25');
    const before = (await dueOf(later)).due;
    expect((await leave(version, ' ')).status).toBe(400);
    expect((await leave(version)).json()).toEqual({ version });
    expect(await batch(version)).toMatchObject({ state: 'left', note: 'Chờ tỉnh quyết định', review: null });
    expect((await apply(version)).status).toBe(409);
    expect((await dueOf(later)).due).toBe(before);
    expect(await told()).toEqual({ journal: 1, notices: 1 });
  });

  it('is overtaken by the next version, and can then not be applied', async () => {
    const first = await makeVersion('2019-11-26');
    const second = await makeVersion('2019-11-27');
    const late = await apply(first);
    expect([late.status, late.json<{ detail: string }>().detail]).toEqual([409, expect.stringContaining('phiên bản lịch mới hơn')]);
    expect((await batch(second)).state).toBe('open');
  });

  it('applied by two at once moves each dossier once', async () => {
    const { calendar } = (await administrator.get('/api/admin/calendar')).json<CalendarView>();
    const both = await Promise.all([apply(calendar.version), apply(calendar.version, another)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 200)?.json()).toEqual({ version: calendar.version, moved: 1, kept: 1 });
    expect(await told()).toEqual({ journal: 2, notices: 2 });
  });

  it('is the administrator’s of this province alone', async () => {
    const version = await makeVersion('2019-12-30');
    await world.database.migratorPool.query("insert into motcua.working_calendar (province_id, calendar_id, version, content) values (1, 'khac', 9000, '{}')");
    await world.database.migratorPool.query("insert into motcua.calendar_batch (province_id, calendar_id, version, state, opened_at) values (1, 'khac', 9000, 'open', now())");
    for (const [person, status] of [[await world.signIn('buudien.kybac'), 403], [await world.signIn('banchidao'), 403], [world.anybody, 401]] as const) {
      for (const answer of [await person.get(path(version)), await apply(version, person), await leave(version, 'x', person)]) expect(answer.status).toBe(status);
    }
    for (const answer of [await administrator.get(path(9000)), await apply(9000), await leave(9000), await administrator.get(path(1))]) expect(answer.status).toBe(404);
    for (const odd of ['0', 'x', '1.5', '99999999']) expect((await administrator.get(`/api/admin/calendar/batches/${odd}`)).status).toBe(404);
  });
});
