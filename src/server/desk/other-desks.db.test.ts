// What belongs to another desk is not there: in no address, in no part of a command, in no list beside one's own.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTED, TAKEN_BACK, WITHDRAWAL, certifyCommand, farmer, papersFor, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { BatchView } from '#wire/batch.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
const caseId = birth.cases[0]?.caseId ?? '';
const PIN = '246810';

let world: ServedWorld;
let officer: Caller;
let neighbour: Caller;
let records: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [officer, neighbour, records] = await Promise.all(['tuphap.kybac', 'tuphap.kyphong', 'vanthu.stp'].map((login) => world.signIn(login))) as [Caller, Caller, Caller];
}, 120_000);
afterAll(() => world.close());

const receive = async (caller = officer, deskId = 'ky-bac', more = {}): Promise<DossierReceivedAnswer> =>
  (await caller.send('POST', '/api/desk/dossiers', receiveCommand(deskId, birth, more))).json<DossierReceivedAnswer>();
const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.pool.query(text, [...values])).rows as T[];
const rowOf = async (dossierId: string): Promise<unknown> => (await sql('select state, revision, desk_id, code from motcua.dossier where dossier_id = $1', [dossierId]))[0];
const upload = async (caller: Caller): Promise<string> => {
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(60)]);
  const body = Buffer.concat([Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: application/pdf\r\n\r\n'), content, Buffer.from('\r\n--b--\r\n')]);
  await caller.send('POST', '/api/files', body, { 'content-type': 'multipart/form-data; boundary=b' });
  return createHash('sha256').update(content).digest('hex');
};
const ending = (answer: Answer): unknown => ({ ...answer.json<object>(), traceId: '' });
let planted = 3000;
const plant = async (state: string, deskId: string, more = {}): Promise<string> => {
  planted += 1;
  return (await plantDossier(world.database.pool, { no: planted, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state, deskId, ...more })).dossierId;
};

const parties = { applicant: farmer };
const ONE: readonly [path: string, state: string, body: object][] = [
  ['cancel-entry', 'received', { reason: 'x' }],
  ['withdraw', 'received', { ...WITHDRAWAL, papersBack: TAKEN_BACK }],
  ['accept-papers', 'withdrawn', { papers: COUNTED }],
  ['give-back-papers', 'withdrawn', { papersBack: TAKEN_BACK }],
  ['supersede-receipt', 'received', { reason: 'x', procedureCode: birth.code, procedureVersion: birth.version, caseId, parties, answers: {}, papers: [], fees: [] }],
  ['receive-supplement', 'supplement-asked', { papers: [{ itemId: 'khac', name: 'Giấy', form: 'original', count: 1 }] }],
  ['return-outcome', 'ready-to-return', { receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true }],
];

describe.each(ONE)('%s', (path, state, body) => {
  it('finds a dossier of another desk no more than one that never was, whichever desk is named', async () => {
    const dossierId = await plant(state, 'ky-bac');
    const before = await rowOf(dossierId);
    const send = (id: string, deskId: string): Promise<Answer> => neighbour.send('POST', `/api/desk/dossiers/${id}/${path}`, { deskId, revision: 2, ...body });
    const [own, theirs, never] = [await send(dossierId, 'ky-phong'), await send(dossierId, 'ky-bac'), await send(randomUUID(), 'ky-phong')];
    expect([own.status, ending(own), ending(theirs)]).toEqual([404, ending(never), ending(never)]);
    expect(await rowOf(dossierId)).toEqual(before);
  });
});

it.each<[string, string, object]>([
  ['a reception', '/api/desk/dossiers', receiveCommand('ky-bac', birth)],
  ['a certification', '/api/desk/certifications', certifyCommand('ky-bac', copies)],
  ['guidance', '/api/desk/guidance', { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing: [] }],
  ['a refusal', '/api/desk/refusals', { refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'A', reason: 'x', ground: 'x' }],
])('%s in the name of another desk is not there, nor at a desk that never was', async (_what, url, body) => {
  expect((await neighbour.send('POST', url, body)).status).toBe(404);
  expect((await neighbour.send('POST', url, { ...body, deskId: 'khong-co' })).status).toBe(404);
});

it('one foreign dossier in a list keeps the whole list at the desk', async () => {
  const [mine, theirs] = [await receive(neighbour, 'ky-phong'), await receive()];
  const forward = (deskId: string, agencyUnitId: string, ids: readonly string[]) => neighbour.send('POST', '/api/desk/hand-overs', {
    handOverId: randomUUID(), deskId, agencyUnitId, dossiers: ids.map((dossierId) => ({ dossierId, revision: 1, paperCount: 1 })),
  });
  const mixed = await forward('ky-phong', 'xa-ky-phong', [mine.dossierId, theirs.dossierId]);
  const never = await forward('ky-phong', 'xa-ky-phong', [mine.dossierId, randomUUID()]);
  expect([mixed.status, ending(mixed)]).toEqual([404, ending(never)]);
  expect((await forward('ky-phong', 'xa-ky-bac', [mine.dossierId])).json()).toMatchObject({ code: 'not-forwardable' });
  expect((await forward('ky-phong', 'khong-co', [mine.dossierId])).status).toBe(404);
  expect(await rowOf(mine.dossierId)).toMatchObject({ state: 'received' });
  expect(await sql('select 1 from motcua.hand_over_line where dossier_id = any($1)', [[mine.dossierId, theirs.dossierId]])).toEqual([]);
});

it('outcomes come back only to the desk on the record, and only those on it', async () => {
  const [ours, theirs] = [await plant('outcome-recorded', 'ky-bac', { stepNo: 4, stepRole: 'records-clerk' }), await plant('outcome-recorded', 'ky-phong', { stepNo: 4, stepRole: 'records-clerk' })];
  const send = async (dossierId: string): Promise<string> =>
    (await records.send('POST', '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: 2 }] })).json<{ handOverId: string }>().handOverId;
  const [toUs, toThem] = [await send(ours), await send(theirs)];
  const accept = (handOverId: string, deskId: string, received: readonly string[]) => neighbour.send('POST', `/api/desk/incoming/${handOverId}/accept`, { deskId, received });
  expect((await accept(toUs, 'ky-phong', [ours])).status).toBe(404);
  expect((await accept(toUs, 'ky-bac', [ours])).status).toBe(404);
  expect((await accept(toThem, 'ky-phong', [theirs, ours])).json()).toMatchObject({ code: 'not-on-record' });
  expect((await accept(toThem, 'ky-phong', [theirs])).status).toBe(200);
  expect(await rowOf(ours)).toMatchObject({ state: 'outcome-sent' });
});

it('an id that another desk has used is not there, and its dossier stays as it was', async () => {
  const { dossierId } = await receive();
  const before = await rowOf(dossierId);
  for (const filedRevision of [undefined, 1]) {
    expect((await neighbour.send('POST', '/api/desk/dossiers', { ...receiveCommand('ky-phong', birth), dossierId, filedRevision })).status).toBe(404);
  }
  expect((await neighbour.send('POST', '/api/desk/certifications', { ...certifyCommand('ky-phong', copies), dossierId })).status).toBe(404);
  expect(await rowOf(dossierId)).toEqual(before);
});

it('a filing for another desk is neither received nor refused', async () => {
  const dossierId = await plant('filed-online', 'ky-bac');
  expect((await neighbour.send('POST', '/api/desk/dossiers', { ...receiveCommand('ky-phong', birth), dossierId, filedRevision: 2, channel: 'online' })).status).toBe(404);
  expect((await neighbour.send('POST', '/api/desk/refusals', {
    refusalId: randomUUID(), deskId: 'ky-phong', procedureCode: birth.code, procedureVersion: birth.version, personName: 'A', reason: 'x', ground: 'x', filed: { dossierId, revision: 2 },
  })).status).toBe(404);
  expect(await rowOf(dossierId)).toMatchObject({ state: 'filed-online' });
});

it('the outcome is fetched where the dossier was received: no other desk can be wished for', async () => {
  for (const deskId of ['ky-phong', 'khong-co']) {
    const answer = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, { returnWish: { kind: 'at-desk', deskId } }));
    expect(answer.json()).toMatchObject({ status: 422, fieldErrors: [{ path: 'returnWish.deskId' }] });
  }
});

it('a list made under the same batch at another desk leaves ours in force', async () => {
  const batchId = randomUUID();
  await receive(officer, 'ky-bac', { batchId });
  await receive(neighbour, 'ky-phong', { batchId });
  const list = (caller: Caller, deskId: string) => caller.send('POST', `/api/desk/batches/${batchId}/list`, { deskId });
  const ours = (await list(officer, 'ky-bac')).json<{ paperId: string; dossierCount: number }>();
  const theirs = (await list(neighbour, 'ky-phong')).json<{ paperId: string; dossierCount: number }>();
  expect([ours.dossierCount, theirs.dossierCount]).toEqual([1, 1]);
  const viewOf = async (caller: Caller): Promise<BatchView> => (await caller.get(`/api/desk/batches/${batchId}`)).json<BatchView>();
  expect([(await viewOf(officer)).listPaperId, (await viewOf(neighbour)).listPaperId]).toEqual([ours.paperId, theirs.paperId]);
  expect((await list(neighbour, 'ky-bac')).status).toBe(404);
});

it('a file of another desk can be named nowhere, and naming it does not open it', async () => {
  const secret = await upload(officer);
  const scans = papersFor(birth, caseId).map((paper) => ({ ...paper, scans: [secret] }));
  const returned = await plant('ready-to-return', 'ky-phong');
  const returning = { deskId: 'ky-phong', revision: 2, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [], originalsReturned: true };
  const tries = [
    ['/api/desk/dossiers', receiveCommand('ky-phong', birth, { papers: scans })],
    ['/api/desk/certifications', certifyCommand('ky-phong', copies, { lines: [{ paperName: 'A', pages: 1, copies: 1, scans: [secret] }] })],
    [`/api/desk/dossiers/${(await receive(neighbour, 'ky-phong')).dossierId}/supersede-receipt`, { deskId: 'ky-phong', revision: 1, reason: 'x', procedureCode: birth.code, procedureVersion: birth.version, caseId, parties, answers: receiveCommand('ky-phong', birth).answers, papers: scans, fees: [] }],
    [`/api/desk/dossiers/${returned}/return-outcome`, { ...returning, signature: secret }],
    [`/api/desk/dossiers/${returned}/return-outcome`, { ...returning, receiver: { ...returning.receiver, authorisation: { scan: secret } } }],
  ] as const;
  for (const [url, body] of tries) expect((await neighbour.send('POST', url, body)).json()).toMatchObject({ code: 'scans-missing' });
  expect((await neighbour.get(`/api/files/${secret}`)).status).toBe(404);
});

it('no officer of another desk confirms beside this clerk, by presence or by PIN', async () => {
  const clerk = await world.signIn('buudien.kybac');
  const [stranger] = await sql<{ id: string }>(`select account_id as id from motcua.account where login = 'tuphap.kyphong'`);
  expect((await clerk.send('POST', '/api/desk/officer-presence', { accountId: stranger?.id, pin: PIN })).status).toBe(403);
  const confirmation = { by: 'pin' as const, accountId: stranger?.id ?? '', pin: PIN };
  expect((await clerk.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, { confirmation }))).json()).toMatchObject({ code: 'pin-wrong' });
});

describe('who changes desks', () => {
  it('takes neither papers nor dossiers along, not even those she issued', async () => {
    const { paperId, dossierId } = await receive(await world.signIn('diachinh.kybac'));
    const guidance = await (await world.signIn('diachinh.kybac')).send('POST', '/api/desk/guidance', { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing: [] });
    await sql(`update motcua.assignment set desk_id = 'ky-phong', unit_id = 'xa-ky-phong' where account_id = (select account_id from motcua.account where login = 'diachinh.kybac')`);
    world.wait(6);
    const moved = await world.signIn('diachinh.kybac');
    expect((await moved.get('/api/desk/today')).status).toBe(200);
    for (const url of [`/api/dossiers/${dossierId}`, `/api/papers/${paperId}.pdf`, `/api/papers/${guidance.json<{ paperId: string }>().paperId}.pdf`, '/api/desk/today?deskId=ky-bac']) {
      expect([url, (await moved.get(url)).status]).toEqual([url, 404]);
    }
    expect((await moved.send('POST', `/api/papers/${paperId}/reprint`, {})).status).toBe(404);
  });

  it('leaves her papers to those who stay, and her agency its records', async () => {
    const dossierId = await plant('outcome-recorded', 'ky-bac', { stepNo: 4, stepRole: 'records-clerk' });
    const sent = (await records.send('POST', '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: 2 }] })).json<{ paper: { paperId: string } }>();
    const head = await world.signIn('truongphong.stp');
    expect((await head.get(`/api/papers/${sent.paper.paperId}.pdf`)).status).toBe(200);
    expect((await (await world.signIn('chuyenvien.sld')).get(`/api/papers/${sent.paper.paperId}.pdf`)).status).toBe(404);
    expect((await head.send('POST', `/api/papers/${sent.paper.paperId}/reprint`, {})).status).toBe(200);
    expect(await sql(`select chain_id from motcua.journal where act = 'reprint-paper'`)).toEqual([{ chain_id: 'unit:so-tu-phap' }]);
  });
});
