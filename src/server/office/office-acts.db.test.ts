import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';

let world: ServedWorld;
let specialist: Caller;
let head: Caller;
let signer: Caller;
let records: Caller;

beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [specialist, head, signer, records] = await Promise.all(
    ['chuyenvien.stp', 'truongphong.stp', 'phogiamdoc.stp', 'vanthu.stp'].map((login) => world.signIn(login)),
  ) as [Caller, Caller, Caller, Caller];
});
afterAll(async () => world.close());

const sql = async <T>(text: string, values: readonly unknown[]): Promise<T[]> => (await world.database.pool.query(text, [...values])).rows as T[];
const inStep = (no: number, stepNo = 1, stepRole = 'agency-officer', more = {}) =>
  plantDossier(world.database.pool, { no, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state: 'in-process', stepNo, stepRole, ...more });
const act = (who: Caller, id: string, path: string, body: object) => who.send('POST', `/api/office/dossiers/${id}/${path}`, { expectedRevision: 2, ...body });
const PASS = { result: { kind: 'pass' } };

test('the head of section assigns to a colleague, who then has it', async () => {
  const { dossierId } = await inStep(1);
  const { colleagues } = (await head.get('/api/office/colleagues')).json<{ colleagues: { accountId: string; fullName: string; openCount: number }[] }>();
  const colleague = colleagues.find((one) => one.fullName === 'Đặng Thị Hoài Thu');
  const before = colleague?.openCount ?? 0;
  expect((await act(head, dossierId, 'assign', { assigneeId: colleague?.accountId, note: 'Ưu tiên xử lý trong ngày' })).status).toBe(200);
  const after = (await head.get('/api/office/colleagues')).json<{ colleagues: { accountId: string; openCount: number }[] }>();
  expect(after.colleagues.find((one) => one.accountId === colleague?.accountId)?.openCount).toBe(before + 1);
  const mine = (await specialist.get('/api/office/inbox?tab=mine')).json<{ rows: { dossierId: string; assigneeName: string }[] }>();
  expect(mine.rows.find((row) => row.dossierId === dossierId)?.assigneeName).toBe('Đặng Thị Hoài Thu');
});

test('people of other agencies cannot be assigned', async () => {
  const { dossierId } = await inStep(2);
  const [stranger] = await sql<{ id: string }>(`select account_id as id from motcua.account where login = 'chuyenvien.sld'`, []);
  expect((await act(head, dossierId, 'assign', { assigneeId: stranger?.id })).json()).toMatchObject({ code: 'no-such-colleague' });
});

test('an old screen overwrites nothing and is told who changed what when', async () => {
  const { dossierId } = await inStep(3);
  expect((await act(specialist, dossierId, 'complete-step', PASS)).status).toBe(200);
  const late = await act(head, dossierId, 'complete-step', PASS);
  expect([late.status, late.json()]).toMatchObject([409, { refusal: { kind: 'changed-meanwhile', by: 'Đặng Thị Hoài Thu', at: '2019-11-18T07:30:00+07:00' } }]);
});

test('two officers at once on one step: one passes it, the other sees what the first did', async () => {
  const { dossierId } = await inStep(4);
  const answers = await Promise.all([0, 1].map(() => act(specialist, dossierId, 'complete-step', PASS)));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
});

test('form 02 has its own numbers without gaps, the request is kept, and a late or repeated one is marked', async () => {
  const items = [{ name: 'Bản sao sổ hộ khẩu', original: 0, certifiedCopy: 1, plainCopy: 0 }];
  const ask = (id: string, more = {}) => act(specialist, id, 'ask-supplement', { items, reason: 'Thiếu giấy tờ chứng minh nơi cư trú', ...more });
  const [a, b, c] = [await inStep(5), await inStep(6, 1, 'agency-officer', { receivedAt: '2019-11-11T08:00:00+07:00' }), await inStep(7)];
  const first = await ask(a.dossierId, { answerWithinWorkingDays: 7 });
  expect(first.json()).toMatchObject({
    state: 'supplement-asked', requestNo: 1, late: false, repeated: false, answerBy: '2019-11-27T17:30:00+07:00',
    paper: { kind: 'supplement-request', number: '01/HDHS' },
  });
  expect((await ask(c.dossierId, { items: [{ ...items[0], certifiedCopy: 0 }] })).json()).toMatchObject({ code: 'nothing-asked' });
  expect((await ask(b.dossierId)).json()).toMatchObject({ late: true, paper: { number: '02/HDHS' } });
  const [paper] = await sql<{ payload: { head: { agency: string; place: string }; items: object[]; tracking: { url: string } } }>(
    `select payload from motcua.issued_paper where dossier_id = $1`, [a.dossierId]);
  expect(paper?.payload).toMatchObject({ head: { agency: 'Sở Tư pháp tỉnh Hà Tĩnh', place: 'Hà Tĩnh' }, items, tracking: { code: a.code } });
  await sql(`update motcua.supplement_request set answered_at = '2019-11-18T09:00+07' where dossier_id = $1`, [a.dossierId]);
  await sql(`update motcua.dossier set state = 'in-process', revision = 2, clock = jsonb_set(clock, '{events,1}',
    jsonb_build_object('kind', 'supplied', 'at', clock->'events'->0->>'at', 'complete', true)) where dossier_id = $1`, [a.dossierId]);
  expect((await ask(a.dossierId)).json()).toMatchObject({ code: 'second-request', refusal: { why: 'leader-asks' } });
  const again = (more: object) => act(head, a.dossierId, 'ask-supplement', { items, reason: 'Bản nộp bị tẩy xóa', ...more });
  expect((await again({})).json()).toMatchObject({ code: 'second-request', refusal: { why: 'ground-needed' } });
  expect((await again({ secondGround: 'Kết luận xác minh ngày 18/11/2019' })).json()).toMatchObject({ requestNo: 2, repeated: true });
  expect(await sql('select second_ground as ground from motcua.supplement_request where dossier_id = $1 and request_no = 2', [a.dossierId])).toEqual([{ ground: 'Kết luận xác minh ngày 18/11/2019' }]);
  expect(await sql('select second_request from motcua.dossier where dossier_id = $1', [a.dossierId])).toEqual([{ second_request: true }]);
});

test('the control slip hands a supplement to who submitted the dossier, not to the section that asks', async () => {
  const { dossierId } = await inStep(30);
  const items = [{ name: 'Giấy khai sinh', original: 0, certifiedCopy: 1, plainCopy: 0 }];
  expect((await act(specialist, dossierId, 'ask-supplement', { items, reason: 'Bản chụp mờ' })).status).toBe(200);
  expect((await specialist.send('POST', `/api/office/dossiers/${dossierId}/control-slip`, {})).status).toBe(200);
  const [paper] = await sql<{ payload: { steps: { giverUnit: string; giverName: string; takerUnit: string; takerName: string }[] } }>(
    `select payload from motcua.issued_paper where dossier_id = $1 and kind = 'control-slip'`, [dossierId]);
  expect(paper?.payload.steps.at(-1)).toMatchObject({ giverUnit: 'Sở Tư pháp tỉnh Hà Tĩnh', takerUnit: 'Người nộp hồ sơ', takerName: 'Nguyễn Văn Thử' });
});

test('a proposed refusal is signed as form 03 with its ground and goes back like an outcome', async () => {
  const { dossierId } = await inStep(9);
  await act(specialist, dossierId, 'complete-step', {
    result: { kind: 'pass', proposal: { kind: 'refuse', reason: 'Không đủ điều kiện cấp', legalGround: 'Điều 49 Luật Lý lịch tư pháp' } },
  });
  await act(head, dossierId, 'complete-step', { expectedRevision: 3, ...PASS });
  expect((await act(signer, dossierId, 'complete-step', { expectedRevision: 4, ...PASS })).json()).toMatchObject({ code: 'refusal-proposed' });
  const refused = await act(signer, dossierId, 'refuse-resolution', { expectedRevision: 4, reason: 'Không đủ điều kiện cấp', legalGround: 'Điều 49 Luật Lý lịch tư pháp' });
  expect(refused.json()).toMatchObject({ state: 'refused-by-agency', paper: { kind: 'refusal-notice', number: '01/TCHS' } });
  const sent = await records.send('POST', '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: 5 }] });
  expect(sent.json()).toMatchObject({ deskId: 'ky-bac' });
});

test('what văn thư sends back is no longer approved', async () => {
  const { dossierId } = await inStep(10, 3, 'signing-leader');
  await act(signer, dossierId, 'complete-step', PASS);
  const back = await act(records, dossierId, 'complete-step', { expectedRevision: 3, result: { kind: 'send-back', reason: 'Sai thể thức' } });
  expect(back.json()).toMatchObject({ stepRole: 'agency-officer' });
  await sql(`update motcua.dossier set step_no = 4, step_role = 'records-clerk' where dossier_id = $1`, [dossierId]);
  const issue = await act(records, dossierId, 'record-outcome', { expectedRevision: 4, name: 'Phiếu lý lịch tư pháp', symbol: 'PLLTP', hasPaper: true, sealed: true });
  expect(issue.json()).toMatchObject({ code: 'not-approved' });
});

test('numbers of one symbol follow without gaps under two clerks at once; an unknown file gives none', async () => {
  const planted = [await inStep(11, 3, 'signing-leader'), await inStep(12, 3, 'signing-leader'), await inStep(13, 3, 'signing-leader')];
  for (const { dossierId } of planted) await act(signer, dossierId, 'complete-step', PASS);
  const issue = (id: string, more = {}) => act(records, id, 'record-outcome', { expectedRevision: 3, name: 'Quyết định', symbol: 'QĐ-STP', hasPaper: true, sealed: true, ...more });
  expect((await issue(planted[2]?.dossierId ?? '', { file: 'a'.repeat(64) })).json()).toMatchObject({ code: 'file-unknown' });
  const numbers = await Promise.all(planted.map(async ({ dossierId }) => (await issue(dossierId)).json<{ number: string }>().number));
  expect(numbers.toSorted()).toEqual(['01/QĐ-STP', '02/QĐ-STP', '03/QĐ-STP']);
});

test('outcomes of two desks do not share a record', async () => {
  const [a, b] = [
    await inStep(14, 4, 'records-clerk', { state: 'outcome-recorded' }),
    await inStep(15, 4, 'records-clerk', { state: 'outcome-recorded', deskId: 'ky-phong' }),
  ];
  const sent = await records.send('POST', '/api/office/outcomes/send', { dossiers: [a, b].map(({ dossierId }) => ({ dossierId, expectedRevision: 2 })) });
  expect(sent.json()).toMatchObject({ code: 'several-desks' });
});

test('a supplement that never came is stopped by the head of section after its limit, not before', async () => {
  const { dossierId } = await inStep(16);
  const items = [{ name: 'Bản sao sổ hộ khẩu', original: 0, certifiedCopy: 1, plainCopy: 0 }];
  await act(specialist, dossierId, 'ask-supplement', { items, reason: 'Thiếu', answerWithinWorkingDays: 5 });
  const stop = () => act(head, dossierId, 'stop', { expectedRevision: 3, reason: 'Quá hạn bổ sung', legalGround: 'Khoản 4 Điều 19' });
  expect((await stop()).json()).toMatchObject({ code: 'not-overdue' });
  expect((await act(specialist, dossierId, 'stop', { expectedRevision: 3, reason: 'x', legalGround: 'x' })).json()).toMatchObject({ code: 'role-not-allowed' });
  world.wait(10 * 86_400);
  const later = await world.signIn('truongphong.stp');
  const done = await later.send('POST', `/api/office/dossiers/${dossierId}/stop`, { expectedRevision: 3, reason: 'Quá hạn bổ sung', legalGround: 'Khoản 4 Điều 19' });
  expect(done.json()).toMatchObject({ state: 'stopped' });
  expect(await sql('select closed_at is not null as closed from motcua.dossier where dossier_id = $1', [dossierId])).toEqual([{ closed: true }]);
});

test('waiting for a financial duty pauses the clock; the settled duty moves the due moment', async () => {
  const { dossierId } = await inStep(8);
  const asked = await act(await world.signIn('chuyenvien.stp'), dossierId, 'ask-financial-duty', { notice: 'Thông báo nộp tiền số 12/TB', amount: 200000, payBy: '2019-12-05' });
  expect(asked.json()).toMatchObject({ state: 'awaiting-financial-duty', revision: 3 });
  world.wait(2 * 86_400);
  const later = await world.signIn('chuyenvien.stp'); // nobody stays signed in for two days
  const settled = await act(later, dossierId, 'settle-financial-duty', { expectedRevision: 3, proof: 'Giấy nộp tiền số 0001', paidOn: '2019-11-29' });
  // ten working days from 18/11 fall due on Monday 2/12; asked on 28/11; settled on Saturday 30/11, which counts from Monday: two working days were waited
  expect(settled.json()).toMatchObject({ state: 'in-process', dueAt: '2019-12-04T17:30:00+07:00' });
  expect(await sql('select settled_by_name as name, paid_on from motcua.financial_duty where dossier_id = $1', [dossierId]))
    .toEqual([{ name: 'Đặng Thị Hoài Thu', paid_on: '2019-11-29' }]);
});
