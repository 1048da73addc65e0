import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { AnswerQuestionAnswer, CatalogueQuestionsView } from '#wire/admin.wire.ts';
import { planImport } from './catalogue-import/import-catalogue.ts';
import { saveNewVersions } from './catalogue-import/import.sql.ts';
import { linesOf } from './catalogue-import/read-file.ts';

let world: ServedWorld;
let administrator: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  administrator = await world.signIn('quantri');
  const row = {
    ma_thu_tuc: '1.900001', ten_thu_tuc: 'Cấp thẻ mượn sách', cap_thuc_hien: 'Cấp xã', linh_vuc: 'Thư viện', co_quan_co_tham_quyen: 'UBND cấp xã',
    cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp1Miễn phíTrực tuyến2Miễn phí', thanh_phan_ho_so: 'Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn1 bản chính', ket_qua_xu_ly: 'Thẻ',
  };
  const now = '2019-11-18T07:30:00+07:00' as Moment;
  const db = await world.database.pool.connect();
  await saveNewVersions(db, 42, planImport(linesOf(JSON.stringify(row)), new Map(), now).versions, now);
  db.release();
}, 120_000);
afterAll(() => world.close());

const questions = async () => (await administrator.get('/api/admin/catalogue-questions?q=muon+sach')).json<CatalogueQuestionsView>();
const answer = (questionId: string, body: unknown, key?: string) =>
  administrator.send('POST', `/api/admin/catalogue-questions/${questionId}/answer`, body, key === undefined ? {} : { 'idempotency-key': key });

it('the open questions are listed, answered once, and the procedure is completed', async () => {
  const listed = await questions();
  expect(listed.questions.map(({ kind, place }) => [kind, place])).toEqual(expect.arrayContaining([['limit-unit-missing', 'Trực tiếp'], ['limit-unit-missing', 'Trực tuyến']]));
  const first = listed.questions.find((question) => question.place === 'Trực tiếp');
  const done = await answer(first?.questionId ?? '', { kind: 'limit', limit: { kind: 'working-days', days: 1 } });
  expect(done.status).toBe(200);
  expect(done.json<AnswerQuestionAnswer>()).toEqual({ procedureCode: '1.900001', version: 1, openQuestions: 1 });
  expect((await questions()).questions.map(({ place }) => place)).toEqual(['Trực tuyến']);
  expect((await answer(first?.questionId ?? '', { kind: 'limit', limit: { kind: 'working-days', days: 3 } })).status).toBe(404);
  const { rows } = await world.database.pool.query<{ limits: unknown }>("select content->'limits' as limits from motcua.procedure_version where procedure_code = '1.900001'");
  expect(rows).toEqual([{ limits: [{ channel: 'counter', limit: { kind: 'working-days', days: 1 } }] }]);
});

it('an answer that does not fit the question is refused in words', async () => {
  const [question] = (await questions()).questions;
  const refused = await answer(question?.questionId ?? '', { kind: 'noted', note: 'bỏ qua' });
  expect(refused.status).toBe(422);
  expect(refused.json<{ detail: string }>().detail).toContain('không đúng loại');
});

it('a version under which dossiers were received is succeeded, not changed', async () => {
  const [question] = (await questions()).questions;
  await world.database.migratorPool.query(
    `insert into motcua.dossier (province_id, dossier_id, code, procedure_code, procedure_version, procedure_name, case_id, channel, regime, mode, desk_id, receiving_unit_id, agency_unit_id,
       parties, answers, return_wish, set_count, receiver_id, receiver_name, state, revision, received_at, recorded_at, calendar_version, names_folded, identity_numbers)
     select 42, gen_random_uuid(), 'test-1', '1.900001', 1, 'x', 'case-1', 'counter', 'one-stop', 'support', d.desk_id, d.receiving_unit_id, d.receiving_unit_id,
       '{}', '{}', '{}', 1, gen_random_uuid(), 'x', 'received', 1, now(), now(), 'x', '', '{}' from motcua.desk d limit 1`);
  world.wait(2 * 86_400);
  const again = await world.signIn('quantri');
  const done = await again.send('POST', `/api/admin/catalogue-questions/${question?.questionId}/answer`, { kind: 'limit', limit: { kind: 'clock-hours', hours: 24 } });
  expect(done.json()).toEqual({ procedureCode: '1.900001', version: 2, openQuestions: 0 });
  const { rows } = await world.database.pool.query("select version, valid_to is null as open, jsonb_array_length(content->'limits') as limits from motcua.procedure_version where procedure_code = '1.900001' order by version");
  expect(rows).toEqual([{ version: 1, open: false, limits: 1 }, { version: 2, open: true, limits: 2 }]);
});

it('people, the transfer register and the journal are the administrator’s to see, not the clerk’s', async () => {
  const clerk = await world.signIn('buudien.kybac');
  for (const path of ['accounts', 'transfer-register', 'journal', 'catalogue-questions']) {
    expect((await clerk.get(`/api/admin/${path}`)).status, path).toBe(403);
  }
  const fresh = await world.signIn('quantri');
  const accounts = (await fresh.get('/api/admin/accounts')).json<{ accounts: { login: string; assignments: { role: string }[] }[] }>();
  expect(accounts.accounts.find((account) => account.login === 'buudien.kybac')?.assignments[0]?.role).toBe('postal-clerk');
  const register = (await fresh.get('/api/admin/transfer-register')).json<{ entries: { mode: string }[] }>();
  expect(register.entries.length).toBeGreaterThan(10);
  expect((await fresh.get('/api/admin/journal')).status).toBe(200);
});

it('the transfer register is found by words without tones, by desk and by mode, and its totals count all that was found', async () => {
  const admin = await world.signIn('quantri');
  type Register = { entries: { deskName: string; procedureName: string; mode: string }[]; next: string | null; found: { rows: number; procedures: number; agencies: number; desks: { name: string; rows: number; decision: string | null }[] }; deskNames: string[] };
  const find = async (query: Record<string, string>): Promise<Register> => (await admin.get(`/api/admin/transfer-register?${new URLSearchParams(query).toString()}`)).json<Register>();
  const all = await find({});
  expect(all.found.desks.reduce((sum, desk) => sum + desk.rows, 0)).toBe(all.found.rows);
  const births = await find({ q: 'khai sinh' });
  expect(births.entries.length).toBeGreaterThan(0);
  expect(births.entries.length).toBeLessThan(all.found.rows);
  for (const entry of births.entries) expect(entry.procedureName.toLowerCase()).toContain('khai sinh');
  const [desk = ''] = all.deskNames;
  const here = await find({ q: 'DANG ky', desk, mode: 'support' });
  for (const entry of here.entries) expect(entry).toMatchObject({ deskName: desk, mode: 'support' });
  expect(here.found.desks.map(({ name }) => name)).toEqual([desk]);
  expect(await find({ q: '100%' })).toMatchObject({ entries: [], next: null, found: { rows: 0, desks: [] } });
  expect((await admin.get('/api/admin/transfer-register?mode=king')).status).toBe(400);
});
