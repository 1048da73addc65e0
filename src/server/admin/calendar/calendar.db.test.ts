import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holidaysOfYear } from '#core/deadline/holidays-of-year.ts';
import { WORLD_FACTS } from '#demo/worlds.ts';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { CalendarView } from '#wire/calendar.wire.ts';

let world: ServedWorld;
let administrator: Caller;
let another: Caller;
beforeAll(async () => {
  world = await servedWorld('hatinh-2026');
  administrator = await world.signIn('quantri');
  another = await world.signIn('quantri');
}, 120_000);
afterAll(() => world.close());

const look = async (): Promise<CalendarView> => (await administrator.get('/api/admin/calendar')).json<CalendarView>();
const storm = (date: string, more: object = {}) => ({ date, kind: 'holiday', name: 'Nghỉ bão', status: 'confirmed', source: 'CĐ 11/CĐ-UBND', ...more });
const command = (baseVersion: number, more: object = {}) => ({ baseVersion, set: [], remove: [], sites: [], decision: 'CĐ 11/CĐ-UBND', reason: 'Bão số 11', ...more });
const change = (body: object, caller = administrator, headers = {}) => caller.send('POST', '/api/admin/calendar/versions', body, headers);
const stored = async () => (await world.database.pool.query<{ versions: number; batches: number; entries: number }>(
  `select (select count(*)::int from motcua.working_calendar) as versions, (select count(*)::int from motcua.calendar_batch) as batches,
     (select count(*)::int from motcua.journal where act = 'change-calendar') as entries`)).rows[0];

describe('the calendar', () => {
  it('is shown with its places by the names of their desks; the shipped version was made by nobody', async () => {
    const { calendar, versions, places } = await look();
    expect(versions).toEqual([{ version: calendar.version, madeAt: null, madeByName: null, decision: null, reason: null, changes: null, batch: null }]);
    expect(places.map(({ siteId }) => siteId)).toEqual(calendar.sites.map(({ siteId }) => siteId));
    expect(places[0]?.names.length).toBeGreaterThan(0);
  });

  it('leaves as a file that Excel reads, a year or all of it', async () => {
    const whole = await administrator.get('/api/admin/calendar.csv');
    expect(whole.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(whole.headers['content-disposition']).toBe('attachment; filename="lich-lam-viec-hatinh-v1.csv"');
    expect(whole.text.startsWith('\uFEFFNgày,Loại ngày,Tên,Trạng thái,Căn cứ\r\n01/01/2018,')).toBe(true);
    const year = await administrator.get('/api/admin/calendar.csv?year=2027');
    expect(year.text.trim().split('\r\n').slice(1).every((row) => row.slice(6, 10) === '2027')).toBe(true);
    expect((await administrator.get('/api/admin/calendar.csv?year=27')).status).toBe(400);
  });
});

describe('a change of the calendar', () => {
  it('is a new version with who, when, why and by which decision; the old one stays as it was', async () => {
    const before = await look();
    const { version } = before.calendar;
    const key = randomUUID();
    const body = command(version, { set: [storm('2026-12-01')], remove: ['2027-04-16'] });
    const made = await change(body, administrator, { 'idempotency-key': key });
    expect([made.status, made.json()]).toEqual([201, { version: version + 1 }]);
    expect((await change(body, administrator, { 'idempotency-key': key })).json()).toEqual({ version: version + 1 });
    const after = await look();
    expect(after.versions).toHaveLength(2);
    expect(after.versions[0]).toMatchObject({ version: version + 1, madeByName: expect.stringMatching(/\S/u), decision: 'CĐ 11/CĐ-UBND', reason: 'Bão số 11', batch: 'open' });
    expect(after.versions[0]?.madeAt?.slice(0, 10)).toBe(WORLD_FACTS['hatinh-2026'].startsAt.slice(0, 10));
    expect(after.versions[0]?.changes?.days.map((one) => [one.date, one.before?.name, one.after?.name])).toEqual([['2026-12-01', undefined, 'Nghỉ bão'], ['2027-04-16', 'Giỗ Tổ Hùng Vương', undefined]]);
    const { rows } = await world.database.pool.query<{ content: unknown }>('select content from motcua.working_calendar where version = $1', [version]);
    expect(rows[0]?.content).toEqual(before.calendar);
    expect(await stored()).toEqual({ versions: 2, batches: 1, entries: 1 });
  });

  it('by the server’s own role can never touch a version that stands', async () => {
    await expect(world.database.pool.query(`update motcua.working_calendar set reason = 'khác'`)).rejects.toThrow('permission denied');
    await expect(world.database.pool.query('delete from motcua.working_calendar')).rejects.toThrow('permission denied');
  });

  it('decided on an older version is refused with what the other did, and stores nothing', async () => {
    const { calendar } = await look();
    const before = await stored();
    const stale = await change(command(calendar.version - 1, { set: [storm('2026-12-02')] }), another);
    expect([stale.status, stale.json()]).toMatchObject([409, { code: 'changed-meanwhile', refusal: { version: calendar.version, reason: 'Bão số 11' } }]);
    expect(stale.json<{ detail: string }>().detail).toContain('quyết định lại');
    expect(await stored()).toEqual(before);
  });

  it('by two at once is made by one; the other is told and decides again', async () => {
    const { calendar } = await look();
    const both = await Promise.all([change(command(calendar.version, { set: [storm('2026-12-03')] })), change(command(calendar.version, { set: [storm('2026-12-04')] }), another)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const after = await look();
    expect(after.calendar.version).toBe(calendar.version + 1);
    expect(after.versions.map(({ batch }) => batch)).toEqual(['open', 'overtaken', null]);
  });

  it('opens a year from its computed days, all unconfirmed', async () => {
    const { calendar } = await look();
    expect((await change(command(calendar.version, { set: holidaysOfYear(2031), decision: 'BLLĐ 45/2019/QH14 Đ.112', reason: 'Mở lịch năm 2031' }))).status).toBe(201);
    const days = (await look()).calendar.days.filter(({ date }) => date.startsWith('2031'));
    expect(days.length).toBeGreaterThanOrEqual(12);
    expect(new Set(days.map(({ status }) => status))).toEqual(new Set(['unconfirmed']));
  });

  it.each<[string, object, number, string, string]>([
    ['that says what stands already', { set: [storm('2026-12-01')] }, 422, 'nothing-changed', 'giống hệt'],
    ['to a day without its document', { set: [storm('2026-12-07', { source: '' })] }, 422, 'source-missing', '07/12/2026'],
    ['with two rules for a day', { set: [storm('2026-12-07'), storm('2026-12-07', { kind: 'compensatory' })] }, 422, 'calendar-unfit', '07/12/2026 có hai quy định'],
    ['with a make-up day on a working day', { set: [storm('2026-12-07', { kind: 'make-up' })] }, 422, 'calendar-unfit', 'vốn là ngày làm việc'],
    ['in another era', { set: [storm('2569-12-07')] }, 422, 'calendar-unfit', 'năm ở ngoài lịch'],
    ['of a year that was not opened', { set: [storm('2032-12-06')] }, 422, 'year-not-opened', 'Mở cả năm 2032'],
    ['of a place that is not there', { sites: [{ siteId: 'khong-co', rules: [{ name: 'Giờ', fromMonthDay: '01-01', toMonthDay: '12-31', weekdays: [1], sessions: [{ from: '07:00', to: '11:00' }] }] }] }, 422, 'no-such-place', 'khong-co'],
    ['whose rules overlap', { sites: [{ siteId: 'ha-tinh-hours', rules: [1, 2].map((n) => ({ name: `Giờ ${n}`, fromMonthDay: '01-01', toMonthDay: '12-31', weekdays: [1], sessions: [{ from: '07:00', to: '11:00' }] })) }] }, 422, 'calendar-unfit', '“Giờ 1” và “Giờ 2” chồng lên nhau, ví dụ ngày 01/01'],
    ['on a day that does not exist', { set: [storm('2026-02-30')] }, 400, 'invalid-fields', ''],
    ['of a kind that is none', { set: [storm('2026-12-07', { kind: 'festival' })] }, 400, 'invalid-fields', ''],
    ['without its decision', { set: [storm('2026-12-07')], decision: ' ' }, 400, 'invalid-fields', ''],
    ['without its reason', { set: [storm('2026-12-07')], reason: '' }, 400, 'invalid-fields', ''],
  ])('%s is refused in words and stores nothing', async (_, more, status, code, words) => {
    const { calendar } = await look();
    const before = await stored();
    const refused = await change(command(calendar.version, more));
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([status, code]);
    expect(refused.json<{ detail: string }>().detail).toContain(words);
    expect(await stored()).toEqual(before);
  });

  it.each(['buudien.kyxuan', 'tiepnhan.kyxuan', 'vanphong.kyxuan'])('is not %s’s to make, nor the calendar theirs to see', async (login) => {
    const person = await world.signIn(login);
    const before = await stored();
    expect((await change(command(1, { set: [storm('2026-12-08')] }), person)).status).toBe(403);
    for (const path of ['calendar', 'calendar.csv']) expect((await person.get(`/api/admin/${path}`)).status).toBe(403);
    expect((await change(command(1), world.anybody)).status).toBe(401);
    expect(await stored()).toEqual(before);
  });

  it('of one province neither sees nor moves the calendar of another', async () => {
    const { calendar } = await look();
    await world.database.migratorPool.query(
      `insert into motcua.working_calendar (province_id, calendar_id, version, content) values (1, 'khac', 9000, $1)`, [JSON.stringify({ ...calendar, calendarId: 'khac', version: 9000 })]);
    const after = await look();
    expect([after.calendar.calendarId, after.versions.length]).toEqual([calendar.calendarId, after.calendar.version]);
    expect((await change(command(calendar.version, { set: [storm('2026-12-09')] }))).json()).toEqual({ version: calendar.version + 1 });
    const { rows } = await world.database.pool.query<{ n: number }>('select count(*)::int as n from motcua.working_calendar where province_id = 1');
    expect(rows[0]?.n).toBe(1);
  });
});

it('a day that is confirmed moves no date, but the dossiers that hang on it no longer say that it may change', async () => {
  const clerk = await world.signIn('buudien.kyxuan');
  const applicant = { ...farmer, identity: { kind: 'identity-card-2024' as const, number: '042185001234' } };
  const received = await clerk.send('POST', '/api/desk/dossiers', receiveCommand('ky-xuan', procedureIn('hatinh-2026', '1.002759'), { parties: { applicant } }));
  const { dossierId, due } = received.json<{ dossierId: string; due: { due: string; dependsOnUnconfirmed: boolean } }>();
  expect(due.dependsOnUnconfirmed).toBe(true);
  const { calendar } = await look();
  const day = calendar.days.find((one) => one.date === '2027-01-01');
  const made = await change(command(calendar.version, { set: [{ ...day, status: 'confirmed', source: 'TB 12/TB-BNV' }] }));
  expect(made.status, made.text).toBe(201);
  const path = `/api/admin/calendar/batches/${calendar.version + 1}`;
  expect((await administrator.get(path)).json()).toMatchObject({ moved: 0, kept: 0, review: { desks: [], agencies: [] } });
  expect((await administrator.send('POST', `${path}/apply`, {})).json()).toMatchObject({ version: calendar.version + 1, state: 'applied', moved: 0, kept: 0 });
  const { rows } = await world.database.pool.query<{ due: object; told: number }>(
    `select due, (select count(*)::int from motcua.outbox where payload->>'kind' = 'recomputed') as told from motcua.dossier where dossier_id = $1`, [dossierId]);
  expect(rows[0]).toMatchObject({ due: { due: due.due, dependsOnUnconfirmed: false, calendarVersion: `hatinh@${calendar.version + 1}` }, told: 0 });
});
