import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantDossier, type Planted } from '#testing/planted-dossiers.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';

let world: ServedWorld;
let specialist: Caller;
let head: Caller;
let signer: Caller;
let records: Caller;
let dossier: Planted;

beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [specialist, head, signer, records] = await Promise.all(
    ['chuyenvien.stp', 'truongphong.stp', 'phogiamdoc.stp', 'vanthu.stp'].map((login) => world.signIn(login)),
  ) as [Caller, Caller, Caller, Caller];
  dossier = await plantDossier(world.database.pool, { no: 1, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', dueAt: '2019-12-02T17:30:00+07:00' });
});
afterAll(async () => world.close());

const act = (who: Caller, path: string, body: unknown) => who.send('POST', `/api/office/dossiers/${dossier.dossierId}/${path}`, body);
const row = async <T>(text: string, values: readonly unknown[] = [dossier.dossierId]): Promise<T[]> =>
  (await world.database.pool.query(text, [...values])).rows as T[];

test('a dossier goes from the hand-over through specialist, head, signer and văn thư back to the desk', async () => {
  const accepted = await specialist.send('POST', '/api/office/hand-overs/accept', { dossierIds: [dossier.dossierId] });
  expect(accepted.status).toBe(200);
  expect(accepted.json()).toMatchObject({ accepted: [{ code: dossier.code, revision: 3 }], rejected: [], skipped: [] });

  const passed = await act(specialist, 'complete-step', {
    expectedRevision: 3, result: { kind: 'pass', note: 'Đủ điều kiện cấp Phiếu', proposal: { kind: 'grant' } },
  });
  expect(passed.json()).toMatchObject({ revision: 4, stepRole: 'section-head' });

  const reviewed = await act(head, 'complete-step', { expectedRevision: 4, result: { kind: 'pass' } });
  expect(reviewed.json()).toMatchObject({ revision: 5, stepRole: 'signing-leader' });

  const early = await act(records, 'record-outcome', { expectedRevision: 5, name: 'Phiếu lý lịch tư pháp số 1', symbol: 'PLLTP', hasPaper: true, sealed: true });
  expect([early.status, early.json().code]).toEqual([422, 'not-approved']);

  const signed = await act(signer, 'complete-step', { expectedRevision: 5, result: { kind: 'pass' } });
  expect(signed.json()).toMatchObject({ revision: 6, stepRole: 'records-clerk' });

  const next = await records.get(`/api/office/outcome-number?dossierId=${dossier.dossierId}&symbol=PLLTP`);
  expect(next.json()).toEqual({ number: '01/PLLTP' });
  const issued = await act(records, 'record-outcome', { expectedRevision: 6, name: 'Phiếu lý lịch tư pháp số 1', symbol: 'PLLTP', hasPaper: true, sealed: true });
  expect(issued.json()).toMatchObject({ state: 'outcome-recorded', number: '01/PLLTP', revision: 7 });
  expect(await row('select signed_by_name as name, signing_prefix as prefix, number, issued_by_name as clerk from motcua.outcome where dossier_id = $1'))
    .toEqual([{ name: 'Trần Đăng Mít', prefix: 'KT.', number: '01/PLLTP', clerk: 'Hà Thị Lý' }]);

  const sent = await records.send('POST', '/api/office/outcomes/send', { dossiers: [{ dossierId: dossier.dossierId, expectedRevision: 7 }] });
  expect(sent.json()).toMatchObject({ recordNumber: '01/BBGN', deskId: 'ky-bac', paper: { kind: 'hand-over-record' } });
  expect(await row('select state, closed_at from motcua.dossier where dossier_id = $1')).toEqual([{ state: 'outcome-sent', closed_at: null }]);
});

test('every act of the path stands in the agency’s chain, with its person', async () => {
  const entries = await row<{ act: string }>(`select act from motcua.journal where dossier_id = $1 and chain_id = 'unit:so-tu-phap' order by seq`);
  expect(entries.map((entry) => entry.act)).toEqual([
    'accept-hand-over', 'complete-step', 'complete-step', 'complete-step', 'record-outcome', 'send-outcome',
  ]);
});

test('the steps keep their own limits and hands, and the record is signed by who took it', async () => {
  const steps = await row<{ role: string; name: string; due: string; result: string }>(
    'select role, account_name as name, due_at as due, result from motcua.dossier_step where dossier_id = $1 order by line_no',
  );
  expect(steps.map((step) => [step.role, step.name, step.result])).toEqual([
    ['agency-officer', 'Đặng Thị Hoài Thu', 'passed'], ['section-head', 'Nguyễn Viết Sồi', 'passed'],
    ['signing-leader', 'Trần Đăng Mít', 'passed'], ['records-clerk', 'Hà Thị Lý', 'issued'],
  ]);
  expect(steps[0]?.due).toBe('2019-11-26T11:30:00+07:00'); // 52 working hours from Monday 07:30
  expect(await row(`select h.received_by_name as name, l.result from motcua.hand_over h join motcua.hand_over_line l using (province_id, hand_over_id)
                    where l.dossier_id = $1 and h.direction = 'to-agency'`)).toEqual([{ name: 'Đặng Thị Hoài Thu', result: 'received' }]);
});

test('the control slip names every hand, and the workspace knows the process', async () => {
  const slip = await records.send('POST', `/api/office/dossiers/${dossier.dossierId}/control-slip`, {});
  expect(slip.status).toBe(200);
  const [paper] = await row<{ payload: { steps: { giverName: string; takerName?: string; result?: string }[] } }>(
    `select payload from motcua.issued_paper where dossier_id = $1 and kind = 'control-slip'`,
  );
  expect(paper?.payload.steps.map((step) => step.giverName)).toEqual([
    'Trần Văn Trúc', 'Đặng Thị Hoài Thu', 'Nguyễn Viết Sồi', 'Trần Đăng Mít', 'Hà Thị Lý', 'Hà Thị Lý',
  ]);
  const work = await head.get(`/api/office/dossiers/${dossier.dossierId}/work`);
  expect(work.json()).toMatchObject({
    steps: [{ no: 1, role: 'agency-officer' }, { no: 2 }, { no: 3 }, { no: 4, role: 'records-clerk' }],
    approval: { name: 'Trần Đăng Mít', prefix: 'KT.' }, proposal: { kind: 'grant', note: 'Đủ điều kiện cấp Phiếu' },
    mine: { step: false },
  });
});

test('another agency finds nothing of it', async () => {
  const stranger = await world.signIn('chuyenvien.sld');
  const seen = await stranger.get(`/api/office/dossiers/${dossier.dossierId}/work`);
  const acted = await act(stranger, 'complete-step', { expectedRevision: 8, result: { kind: 'pass' } });
  const never = await stranger.send('POST', '/api/office/dossiers/00000000-0000-7000-8000-0000000000ff/complete-step', { expectedRevision: 8, result: { kind: 'pass' } });
  expect([seen.status, acted.status, never.status]).toEqual([404, 404, 404]);
  expect({ ...acted.json(), traceId: '' }).toEqual({ ...never.json(), traceId: '' });
});

test('a desk’s postal clerk has no part in the agency', async () => {
  const clerk = await world.signIn('buudien.kybac');
  expect((await clerk.get('/api/office/inbox')).status).toBe(403);
});
