// What belongs to another agency is not there: in no address, no list, no name of a colleague or of a file.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WITHDRAWAL } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';

let world: ServedWorld;
let specialist: Caller;
let head: Caller;
let records: Caller;
let stranger: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [specialist, head, records, stranger, clerk] = await Promise.all(
    ['chuyenvien.stp', 'truongphong.stp', 'vanthu.stp', 'chuyenvien.sld', 'buudien.kybac'].map((login) => world.signIn(login)),
  ) as [Caller, Caller, Caller, Caller, Caller];
}, 120_000);
afterAll(() => world.close());

const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.pool.query(text, [...values])).rows as T[];
const idOf = async (login: string): Promise<string> => (await sql<{ id: string }>('select account_id as id from motcua.account where login = $1', [login]))[0]?.id ?? '';
let planted = 8000;
const plant = async (state: string, more = {}): Promise<string> => {
  planted += 1;
  return (await plantDossier(world.database.pool, { no: planted, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state, ...more })).dossierId;
};
const atStep = (stepNo: number, stepRole: string, more = {}) => plant('in-process', { stepNo, stepRole, ...more });
const rowOf = async (dossierId: string): Promise<unknown> => (await sql('select state, revision, assignee_id, step_no from motcua.dossier where dossier_id = $1', [dossierId]))[0];
const ending = (answer: Answer): unknown => ({ ...answer.json<object>(), traceId: '' });
const upload = async (caller: Caller): Promise<string> => {
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(60)]);
  const body = Buffer.concat([Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: application/pdf\r\n\r\n'), content, Buffer.from('\r\n--b--\r\n')]);
  expect((await caller.send('POST', '/api/files', body, { 'content-type': 'multipart/form-data; boundary=b' })).status).toBe(201);
  return createHash('sha256').update(content).digest('hex');
};

const reason = 'Lý do';
const ONE: readonly [path: string, state: string, body: object][] = [
  ['assign', 'in-process', { assigneeId: randomUUID() }],
  ['complete-step', 'in-process', { result: { kind: 'pass' } }],
  ['ask-supplement', 'in-process', { reason, items: [{ name: 'Giấy', original: 1, certifiedCopy: 0, plainCopy: 0 }] }],
  ['ask-financial-duty', 'in-process', { notice: reason }],
  ['settle-financial-duty', 'awaiting-financial-duty', { proof: reason, paidOn: '2019-11-18' }],
  ['refuse-resolution', 'in-process', { reason, legalGround: 'Điều 1' }],
  ['record-outcome', 'in-process', { name: 'Phiếu', symbol: 'PLL', hasPaper: true, sealed: true }],
  ['stop', 'supplement-asked', { reason, legalGround: 'x' }],
  ['prepare-apology', 'in-process', { reason, newDue: '2019-12-20T16:00:00+07:00' }],
  ['sign-apology', 'in-process', {}],
  ['return-apology', 'in-process', { reason }],
  ['extend', 'in-process', { extensionId: 'verify', decisionNumber: '1/QĐ', decidedOn: '2019-11-18' }],
  ['record-supplement', 'supplement-asked', { via: 'post', arrivedAt: '2019-11-18T07:30:00+07:00', papers: [{ name: 'Giấy', form: 'original', count: 1 }], complete: true }],
  ['turn-back-supplement', 'supplement-asked', { answerNo: 1, reason, missing: ['Giấy'] }],
  ['withdraw', 'in-process', WITHDRAWAL],
  ['send-papers-back', 'withdrawn', {}],
];

it.each(ONE)('%s finds a dossier of another agency no more than one that never was', async (path, state, body) => {
  const dossierId = await plant(state, { stepNo: 1, stepRole: 'agency-officer' });
  const before = await rowOf(dossierId);
  const send = (id: string): Promise<Answer> => stranger.send('POST', `/api/office/dossiers/${id}/${path}`, { expectedRevision: 2, ...body });
  const [theirs, never] = [await send(dossierId), await send(randomUUID())];
  expect([theirs.status, ending(theirs)]).toEqual([404, ending(never)]);
  expect(await rowOf(dossierId)).toEqual(before);
});

it('one foreign dossier in a list keeps the whole list where it is', async () => {
  const [mine, theirs] = [await plant('handed-over'), await plant('handed-over', { agencyUnitId: 'so-lao-dong' })];
  const accept = (body: object) => specialist.send('POST', '/api/office/hand-overs/accept', body);
  for (const other of [theirs, randomUUID()]) {
    expect((await accept({ dossierIds: [mine, other] })).status).toBe(404);
    expect((await accept({ dossierIds: [mine], rejected: [{ dossierId: other, reason }] })).status).toBe(404);
  }
  const [outA, outB] = [await plant('outcome-recorded'), await plant('outcome-recorded', { agencyUnitId: 'so-lao-dong' })];
  expect((await records.send('POST', '/api/office/outcomes/send', { dossiers: [outA, outB].map((dossierId) => ({ dossierId, expectedRevision: 2 })) })).status).toBe(404);
  expect([await rowOf(mine), await rowOf(outA)]).toMatchObject([{ state: 'handed-over' }, { state: 'outcome-recorded' }]);
});

it('nobody of another agency, no longer of this one, disabled, or without the role becomes its hand', async () => {
  const dossierId = await atStep(1, 'agency-officer');
  const assign = async (assigneeId: string) => (await head.send('POST', `/api/office/dossiers/${dossierId}/assign`, { expectedRevision: 2, assigneeId })).json<{ code: string }>().code;
  const former = await idOf('chuyenvien.stp');
  expect(await assign(await idOf('chuyenvien.sld'))).toBe('no-such-colleague');
  expect(await assign(await idOf('buudien.kybac'))).toBe('no-such-colleague');
  expect(await assign(await idOf('vanthu.stp'))).toBe('colleague-lacks-role');
  await sql(`update motcua.assignment set valid_to = '2019-11-18' where account_id = $1`, [former]);
  expect(await assign(former)).toBe('no-such-colleague');
  await sql('update motcua.assignment set valid_to = null where account_id = $1', [former]);
  await sql('update motcua.account set disabled_at = now() where account_id = $1', [former]);
  expect(await assign(former)).toBe('no-such-colleague');
  await sql('update motcua.account set disabled_at = null where account_id = $1', [former]);
  const passed = await specialist.send('POST', `/api/office/dossiers/${dossierId}/complete-step`, { expectedRevision: 2, result: { kind: 'pass', nextAssigneeId: await idOf('chuyenvien.sld') } });
  expect(passed.json()).toMatchObject({ code: 'no-such-colleague' });
});

describe('a file', () => {
  const issue = (caller: Caller, dossierId: string, file: string) => caller.send('POST', `/api/office/dossiers/${dossierId}/record-outcome`, { expectedRevision: 3, name: 'Phiếu', symbol: 'PLL', hasPaper: false, sealed: true, file });
  const approved = async (): Promise<string> => {
    const dossierId = await atStep(3, 'signing-leader');
    await (await world.signIn('phogiamdoc.stp')).send('POST', `/api/office/dossiers/${dossierId}/complete-step`, { expectedRevision: 2, result: { kind: 'pass' } });
    return dossierId;
  };

  it('of another agency or of a desk is neither issued nor proposed, and naming it does not open it', async () => {
    for (const owner of [stranger, clerk]) {
      const secret = await upload(owner);
      const dossierId = await approved();
      expect((await issue(records, dossierId, secret)).json()).toMatchObject({ code: 'file-unknown' });
      const proposal = { expectedRevision: 2, result: { kind: 'pass', proposal: { kind: 'grant', draftFile: secret } } };
      expect((await specialist.send('POST', `/api/office/dossiers/${await atStep(1, 'agency-officer')}/complete-step`, proposal)).json()).toMatchObject({ code: 'file-unknown' });
      expect((await records.get(`/api/files/${secret}`)).status).toBe(404);
      expect((await specialist.get(`/api/files/${secret}`)).status).toBe(404);
    }
  });

  it('of an agency that one has left is no longer one’s to name', async () => {
    const secret = await upload(stranger);
    const id = await idOf('vanthu.stp');
    await sql(`insert into motcua.assignment (province_id, account_id, assignment_no, role, unit_id, valid_from, valid_to)
               select 42, $1, 9, 'agency-officer', a.unit_id, '2019-01-01', '2019-11-18' from motcua.assignment a where a.account_id = $2 limit 1`, [id, await idOf('chuyenvien.sld')]);
    expect((await issue(records, await approved(), secret)).json()).toMatchObject({ code: 'file-unknown' });
  });

  it('that the agency brought itself is issued', async () => {
    expect((await issue(records, await approved(), await upload(records))).json()).toMatchObject({ state: 'outcome-recorded' });
  });
});

it('lists, numbers and looks of an agency show nothing of another', async () => {
  const dossierId = await atStep(1, 'agency-officer');
  const { code } = (await sql<{ code: string }>('select code from motcua.dossier where dossier_id = $1', [dossierId]))[0] ?? { code: '' };
  for (const url of [`/api/office/find?q=${code}`, '/api/office/inbox?tab=all', '/api/office/find?q=nguyen%20van%20thu', '/api/office/find?q=183000001']) {
    expect([url, (await stranger.get(url)).text.includes(dossierId)]).toEqual([url, false]);
  }
  expect((await specialist.get(`/api/office/find?q=${code}`)).text).toContain(dossierId);
  const clerkOfOthers = await world.signIn('vanthu.kybac');
  expect((await clerkOfOthers.get(`/api/office/outcome-number?dossierId=${dossierId}&symbol=PLL`)).status).toBe(404);
  expect((await stranger.get('/api/office/colleagues')).text).not.toContain('Đặng Thị Hoài Thu');
});

it('a district does not reach into its communes, nor a commune into its district', async () => {
  const [ofCommune, ofDistrict] = [await plant('handed-over', { agencyUnitId: 'xa-ky-bac', procedureCode: '1.001193' }), await plant('handed-over', { agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528' })];
  const [district, commune] = [await world.signIn('vanthu.kyanh'), await world.signIn('vanthu.kybac')];
  const accept = async (caller: Caller, id: string) => (await caller.send('POST', '/api/office/hand-overs/accept', { dossierIds: [id] })).status;
  expect([await accept(district, ofCommune), await accept(commune, ofDistrict)]).toEqual([404, 404]);
  expect([await accept(district, ofDistrict), await accept(commune, ofCommune)]).toEqual([200, 200]);
});

it('a section takes no dossier of the next section', async () => {
  const dossierId = await atStep(1, 'agency-officer', { sectionUnitId: 'stp-van-phong' });
  const answer = await specialist.send('POST', `/api/office/dossiers/${dossierId}/complete-step`, { expectedRevision: 2, result: { kind: 'pass' } });
  expect([answer.status, answer.json<{ code: string }>().code]).toEqual([404, 'not-found']);
  expect(await rowOf(dossierId)).toMatchObject({ revision: 2 });
});

it('each works the own step only: the specialist signs nothing, the signer numbers nothing, nobody issues what was not approved', async () => {
  const act = async (who: Caller, dossierId: string, path: string, body: object) => (await who.send('POST', `/api/office/dossiers/${dossierId}/${path}`, { expectedRevision: 2, ...body })).json<{ code: string }>().code;
  const signer = await world.signIn('phogiamdoc.stp');
  const issue = { name: 'Phiếu', symbol: 'PLL', hasPaper: true, sealed: true };
  expect(await act(specialist, await atStep(3, 'signing-leader'), 'complete-step', { result: { kind: 'pass' } })).toBe('not-your-step');
  expect(await act(specialist, await atStep(3, 'signing-leader'), 'refuse-resolution', { reason, legalGround: 'Điều 1' })).toBe('role-not-allowed');
  expect(await act(signer, await atStep(4, 'records-clerk'), 'record-outcome', issue)).toBe('role-not-allowed');
  expect(await act(records, await atStep(4, 'records-clerk'), 'record-outcome', issue)).toBe('not-approved');
  expect(await act(signer, await atStep(3, 'signing-leader'), 'complete-step', { result: { kind: 'pass', assignmentNo: 77 } })).toBe('no-signing-capacity');
  expect(await act(specialist, await atStep(1, 'agency-officer', { assigneeId: await idOf('truongphong.stp') }), 'complete-step', { result: { kind: 'pass' } })).toBe('not-your-step');
});
