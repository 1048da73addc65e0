import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Due } from '#core/deadline/due.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { BatchDossiers, BatchStep, BatchView, CalendarView } from '#wire/calendar.wire.ts';

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
const listed = async (version: number, query = ''): Promise<BatchDossiers> => (await administrator.get(`${path(version, '/dossiers')}?${query}`)).json<BatchDossiers>();
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
    expect((await listed(version)).rows.map(({ dossierId, change, from, to }) => [dossierId, change, to > from])).toEqual([[later, 'moved', true], [kept, 'kept', false]]);
    expect(view.review?.desks).toEqual([{ name: expect.stringMatching(/Kỳ Bắc/u), moved: 1, kept: 1 }]);
    expect(view.review?.agencies).toEqual([{ name: 'Sở Tư pháp tỉnh Hà Tĩnh', moved: 1, kept: 1 }]);
    expect([(await dueOf(later)).due, (await dueOf(kept)).due]).toEqual(['2019-11-20T17:30:00+07:00', '2020-06-01T17:30:00+07:00']);
    expect(await told()).toEqual({ journal: 0, notices: 0 });
  });

  it('applied gives the later date with the reason, keeps the printed one, journals and tells, and only once', async () => {
    const { calendar } = (await administrator.get('/api/admin/calendar')).json<CalendarView>();
    const key = randomUUID();
    const row = (await listed(calendar.version)).rows.find((one) => one.dossierId === later);
    const done = await apply(calendar.version, administrator, { 'idempotency-key': key });
    expect([done.status, done.json()]).toEqual([200, { version: calendar.version, state: 'applied', examined: 2, total: 2, moved: 1, kept: 1 }]);
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
    expect(both.find(({ status }) => status === 200)?.json()).toMatchObject({ version: calendar.version, state: 'applied', moved: 1, kept: 1 });
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

  it('the list is searched by code, shows on request whose date stays, and pages by the dates promised', async () => {
    const { calendar } = (await administrator.get('/api/admin/calendar')).json<CalendarView>();
    const all = await listed(calendar.version, 'all=true');
    expect(all.rows.map(({ dossierId, change }) => [dossierId, change])).toEqual([[later, 'same'], [kept, 'kept']]);
    expect((await listed(calendar.version, 'q=-0002&all=true')).rows.map(({ dossierId }) => dossierId)).toEqual([kept]);
    expect((await listed(calendar.version, 'q=%25')).rows).toEqual([]);
    const [first] = all.rows;
    expect((await listed(calendar.version, new URLSearchParams({ all: 'true', after: `${first?.from}~${first?.dossierId}` }).toString())).rows.map(({ dossierId }) => dossierId)).toEqual([kept]);
    for (const odd of ['after=x', 'after=2019-11-20T17:30:00%2B07:00', 'all=perhaps']) expect((await administrator.get(`${path(calendar.version, '/dossiers')}?${odd}`)).status).toBe(400);
  });
});

describe('a batch of more dossiers than one step takes', () => {
  const MANY = 620;
  let version: number;
  const step = async (caller = administrator, headers = {}): Promise<BatchStep> => {
    const answer = await apply(version, caller, headers);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json<BatchStep>();
  };
  beforeAll(async () => {
    const { rows } = await world.database.migratorPool.query<{ columns: string }>(
      `select string_agg(column_name, ', ') as columns from information_schema.columns where table_schema = 'motcua' and table_name = 'dossier' and column_name not in ('dossier_id', 'code')`);
    await world.database.migratorPool.query(
      `insert into motcua.dossier (dossier_id, code, ${rows[0]?.columns}) select gen_random_uuid(), '000.22.36.H27-191118-' || (10000 + i), ${rows[0]?.columns}
       from motcua.dossier, generate_series(1, ${MANY}) i where dossier_id = $1`, [later]);
    version = await makeVersion('2019-11-22');
  });

  it('pages through every one of them once, and gives them all as a file', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: BatchDossiers = await listed(version, new URLSearchParams(next === '' ? {} : { after: next }).toString());
      expect(page.rows.length).toBeLessThanOrEqual(100);
      seen.push(...page.rows.map(({ dossierId }) => dossierId));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([MANY + 2, MANY + 2]);
    const file = await administrator.get(path(version, '/dossiers.csv'));
    const lines = file.text.trimEnd().split('\r\n');
    expect([file.headers['content-type'], lines.length, lines[0]]).toEqual([
      'text/csv; charset=utf-8', MANY + 3, '\uFEFFMã hồ sơ,Thủ tục,Nơi tiếp nhận,Cơ quan giải quyết,Đang hẹn,Theo lịch mới,Kết quả']);
    expect(lines.filter((line) => line.endsWith(',Hẹn lại'))).toHaveLength(MANY + 1);
    expect((await administrator.get(path(version, '/dossiers.csv?q=-10007'))).text.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('broken off after a step it stands where it stopped, anybody sees it, nobody can leave it, and another goes on', async () => {
    const before = await told();
    const key = randomUUID();
    const first = await step(administrator, { 'idempotency-key': key });
    expect(first).toMatchObject({ version, state: 'running', examined: 500, total: MANY + 2 });
    // the answer was lost and the same step is sent again: it is not taken twice
    expect(await step(administrator, { 'idempotency-key': key })).toEqual(first);
    const seen = (await another.get(path(version))).json<BatchView>();
    expect(seen).toMatchObject({ state: 'running', examined: 500, total: MANY + 2, moved: first.moved, kept: first.kept, startedByName: expect.stringMatching(/\S/u), review: null });
    const left = await leave(version, 'Thôi', another);
    expect([left.status, left.json<{ detail: string }>().detail]).toEqual([409, expect.stringContaining('đang được áp dụng')]);
    // what is still to come is what is listed
    expect((await listed(version, 'all=true')).rows.length).toBe(100);

    const last = await step(another);
    expect(last).toEqual({ version, state: 'applied', examined: MANY + 2, total: MANY + 2, moved: MANY + 1, kept: 1 });
    expect(await batch(version)).toMatchObject({ state: 'applied', moved: MANY + 1, kept: 1, settledByName: expect.stringMatching(/\S/u) });
    expect((await apply(version)).status).toBe(409);
    expect(await listed(version, 'all=true')).toEqual({ rows: [], next: null });
    for (const what of ['/dossiers', '/dossiers.csv']) expect((await administrator.get(path(1, what))).status).toBe(404);
    const after = await told();
    expect([(after?.journal ?? 0) - (before?.journal ?? 0), (after?.notices ?? 0) - (before?.notices ?? 0)]).toEqual([MANY + 1, MANY + 1]);
    const { rows } = await world.database.pool.query<{ due: string; version: string; dossiers: number }>(
      `select due_at as due, calendar_version as version, count(*)::int as dossiers from motcua.dossier where code ~ '-1[0-9]{4}$' group by 1, 2`);
    expect(rows).toEqual([{ due: expect.any(String), version: `hatinh@${version}`, dossiers: MANY }]);
  });

  it('stepped by two at once every dossier is moved once; a newer calendar overtakes what is half done', async () => {
    const before = await told();
    version = await makeVersion('2019-11-28');
    const both = await Promise.all([step(), step(another)]);
    expect(both.map(({ state }) => state).toSorted()).toEqual(['applied', 'running']);
    expect((await told())?.journal).toBe((before?.journal ?? 0) + MANY + 1);
    version = await makeVersion('2019-11-29');
    expect((await step()).state).toBe('running');
    const newer = await makeVersion('2019-12-03');
    expect((await batch(version)).state).toBe('overtaken');
    expect((await apply(version)).status).toBe(409);
    version = newer;
    expect(await step()).toMatchObject({ state: 'running', examined: 500 });
    expect(await step()).toMatchObject({ state: 'applied', examined: MANY + 2, moved: MANY + 1 });
  });
});
