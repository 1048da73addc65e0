import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { FormsView } from '#wire/forms.wire.ts';
import { readMigrations } from '../../db/migrate.ts';

let world: ServedWorld;
let administrator: Caller;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [administrator, officer] = await Promise.all([world.signIn('quantri'), world.signIn('tuphap.kybac')]);
}, 120_000);
afterAll(() => world.close());

const birth = procedureIn('kybac-2019', '1.001193');
const TODAY = '2019-11-18';
const look = async (): Promise<FormsView> => (await administrator.get('/api/admin/forms')).json<FormsView>();
const set = async (form: string, validFrom: string, more: object = {}): Promise<Answer> => administrator.send('POST', '/api/admin/forms', {
  baseVersion: (await look()).version, form, version: 'v2025', validFrom, instrument: 'TT 03/2025/TT-VPCP', mark: 'verified', decision: 'CV 9/UBND', reason: 'Đã thấy bản gốc', ...more,
});
const receive = async (): Promise<string> => (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<{ paperId: string }>().paperId;
const guide = async (): Promise<string> => (await officer.send('POST', '/api/desk/guidance', {
  guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing: [{ name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, plainCopy: 0 }],
})).json<{ paperId: string }>().paperId;
const refuse = async (): Promise<string> => (await officer.send('POST', '/api/desk/refusals', {
  refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Trần Văn Thử', reason: 'Không thuộc thẩm quyền', ground: 'Điều 17 NĐ 61/2018',
})).json<{ paperId: string }>().paperId;
const versionOf = async (paperId: string): Promise<string | undefined> =>
  (await world.database.pool.query<{ v: string }>('select form_version as v from motcua.issued_paper where paper_id = $1', [paperId])).rows[0]?.v;

describe('the table of forms', () => {
  it('begins as it was shipped, made by nobody', async () => {
    expect(await look()).toEqual({ version: 1, rows: SHIPPED_FORMS.rows, versions: [{ version: 1, madeAt: null, madeByName: null, decision: null, reason: null, change: null }] });
  });

  it('of a province that was there before it had one is what was shipped', async () => {
    const { rows } = await world.database.pool.query<{ content: unknown }>('select content from motcua.form_table');
    await world.database.migratorPool.query('delete from motcua.form_table');
    const seed = /insert into form_table[\s\S]+from world w;/u.exec(readMigrations().find(({ number }) => number === 25)?.sql ?? '')?.[0] ?? '';
    await world.database.migratorPool.query(`set search_path = motcua; ${seed}; reset search_path`);
    expect((await world.database.pool.query<{ content: unknown }>('select content from motcua.form_table')).rows).toEqual(rows);
  });

  it('decides by which form a paper is made, from the moment it is set, form by form', async () => {
    expect(await versionOf(await receive())).toBe('v2018');
    const answer = await set('supplement-request', TODAY);
    expect([answer.status, answer.json()]).toEqual([201, { version: 2 }]);
    // what the desk keeps in memory for some seconds is no older
    expect(await Promise.all([guide(), refuse(), receive()].map(async (paper) => versionOf(await paper)))).toEqual(['v2025', 'v2018', 'v2018']);
  });

  it('says who changed what, when, by which decision and why, and the journal says it too', async () => {
    const { versions } = await look();
    expect(versions[0]).toMatchObject({
      version: 2, madeByName: expect.stringMatching(/\S/u), decision: 'CV 9/UBND', reason: 'Đã thấy bản gốc',
      change: { before: { validFrom: '2025-11-01', mark: 'assumed' }, after: { form: 'supplement-request', validFrom: TODAY, mark: 'verified' } },
    });
    const { rows } = await world.database.pool.query<{ body: string }>(`select body from motcua.journal where act = 'set-form-version'`);
    expect(rows.map(({ body }) => (JSON.parse(body) as { data: object }).data)).toMatchObject([{ version: 2, decision: 'CV 9/UBND', after: { form: 'supplement-request' } }]);
  });

  it('by the server’s own role can never be touched', async () => {
    await expect(world.database.pool.query('update motcua.form_table set version = 9')).rejects.toThrow('permission denied');
    await expect(world.database.pool.query('delete from motcua.form_table')).rejects.toThrow('permission denied');
  });
});

describe('a change of the table', () => {
  it('is refused for days on which papers were issued, with the day that would do; nothing is stored', async () => {
    const past = await set('intake-receipt', '2019-11-11');
    expect([past.status, past.json()]).toMatchObject([422, { code: 'papers-issued', refusal: { firstOn: TODAY, lastOn: TODAY, earliest: '2019-11-19' } }]);
    expect(past.json<{ detail: string }>().detail).toContain('Hãy chọn ngày áp dụng từ 19/11/2019 trở đi.');
    // the supplement was issued by the form of 2025 today: it cannot begin later any more
    const later = await set('supplement-request', '2026-01-01');
    expect(later.json<{ detail: string }>().detail).toContain('Ngày áp dụng không được muộn hơn 18/11/2019.');
    expect((await look()).version).toBe(2);
  });

  it('of days without papers of that form is made, past ones too', async () => {
    expect((await set('stop-notice', '2019-11-11')).status).toBe(201);
    expect((await set('intake-receipt', '2019-11-19')).status).toBe(201);
  });

  it('counts a book that was opened, not the register’s prints', async () => {
    await world.database.pool.query(
      `insert into motcua.number_counter (province_id, series, period, last_number) values (42, 'register:ky-bac', '2019', 0) on conflict do nothing`);
    await world.database.pool.query(
      `insert into motcua.register_book (province_id, series, period, decision, opened_at, opened_by, opened_by_name, opened_by_title)
       values (42, 'register:ky-bac', '2019', 'QĐ 1', '2019-11-18T07:30:00+07:00', $1, 'Trần Văn Trúc', 'TL. CHỦ TỊCH')`, [randomUUID()]);
    const refused = await set('dossier-register', '2019-11-01');
    expect(refused.json<{ detail: string }>().detail).toMatch(/^Ngày 18\/11\/2019 đã mở 1 quyển “Sổ theo dõi hồ sơ”/u);
  });

  it('decided on an older table, out of order, or of nothing is refused in words', async () => {
    const stale = await set('stop-notice', '2019-12-01', { baseVersion: 1 });
    expect([stale.status, stale.json()]).toMatchObject([409, { code: 'changed-meanwhile', refusal: { reason: 'Đã thấy bản gốc' } }]);
    const era = await set('control-slip', '2568-11-01');
    expect([era.status, era.json()]).toMatchObject([422, { code: 'year-out-of-reach', detail: 'Ngày áp dụng 01/11/2568 có năm 2568; ghi năm dương lịch từ 2000 đến 2099.' }]);
    const order = await set('control-slip', '2019-01-06');
    expect(order.json()).toMatchObject({ code: 'order-broken', title: 'Ngày áp dụng chưa đúng thứ tự' });
    expect((await set('stop-notice', '2019-11-11')).json()).toMatchObject({ code: 'nothing-changed' });
    const bare = await set('stop-notice', '2019-12-01', { decision: ' ', instrument: '' });
    expect([bare.status, bare.json<{ fieldErrors: { path: string }[] }>().fieldErrors.map(({ path }) => path).toSorted()]).toEqual([400, ['decision', 'instrument']]);
  });
});
