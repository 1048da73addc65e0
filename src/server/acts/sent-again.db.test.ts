// A command has one effect and one answer, however often and from wherever it is sent.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAKEN_BACK, WITHDRAWAL, certifyCommand, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const copies = procedureIn('kybac-2019', '2.000815');
const base = receiveCommand('ky-bac', birth);

let world: ServedWorld;
let officer: Caller;
let colleague: Caller;
let specialist: Caller;
let records: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [officer, colleague, specialist, records] = await Promise.all(
    ['tuphap.kybac', 'vanhoa.kybac', 'chuyenvien.stp', 'vanthu.stp'].map((login) => world.signIn(login)),
  ) as [Caller, Caller, Caller, Caller];
}, 120_000);
afterAll(() => world.close());

const receive = async (): Promise<DossierReceivedAnswer> =>
  (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
let planted = 7000;
const plant = async (state: string, more = {}): Promise<string> => {
  planted += 1;
  const { dossierId } = await plantDossier(world.database.pool, { no: planted, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state, ...more });
  return dossierId;
};
const incoming = async (): Promise<{ dossierId: string; handOverId: string }> => {
  const dossierId = await plant('outcome-recorded', { stepNo: 4, stepRole: 'records-clerk' });
  const sent = await records.send('POST', '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: 2 }] });
  return { dossierId, handOverId: sent.json<{ handOverId: string }>().handOverId };
};
const entries = async (): Promise<number> =>
  (await world.database.pool.query<{ n: number }>('select count(*)::int as n from motcua.journal')).rows[0]?.n ?? -1;

type Call = { readonly who: Caller; readonly url: string; readonly body: object };
const onDesk = { deskId: 'ky-bac', revision: 1 };

/** One fresh call of each kind of act. */
const ACTS: Readonly<Record<string, () => Promise<Call>>> = {
  'receive-dossier': async () => ({ who: officer, url: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth) }),
  'resolve-at-desk': async () => ({ who: officer, url: '/api/desk/certifications', body: certifyCommand('ky-bac', copies) }),
  'give-guidance': async () => ({
    who: officer, url: '/api/desk/guidance',
    body: { guidanceId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, missing: [] },
  }),
  'refuse-reception': async () => ({
    who: officer, url: '/api/desk/refusals',
    body: { refusalId: randomUUID(), deskId: 'ky-bac', procedureCode: birth.code, procedureVersion: birth.version, personName: 'Lê Thị Thử', reason: 'Không đúng thẩm quyền', ground: 'Điều 13 Luật Hộ tịch' },
  }),
  'cancel-entry': async () => ({ who: officer, url: `/api/desk/dossiers/${(await receive()).dossierId}/cancel-entry`, body: { ...onDesk, reason: 'Nhập trùng' } }),
  'withdraw-dossier': async () => ({ who: officer, url: `/api/desk/dossiers/${(await receive()).dossierId}/withdraw`, body: { ...onDesk, ...WITHDRAWAL, papersBack: TAKEN_BACK } }),
  'supersede-receipt': async () => ({
    who: officer, url: `/api/desk/dossiers/${(await receive()).dossierId}/supersede-receipt`,
    body: { ...onDesk, reason: 'Ghi nhầm', procedureCode: birth.code, procedureVersion: birth.version, caseId: base.caseId, parties: base.parties, answers: base.answers, papers: base.papers, fees: [] },
  }),
  'forward-dossiers': async () => ({
    who: officer, url: '/api/desk/hand-overs',
    body: { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: (await receive()).dossierId, revision: 1, paperCount: 3 }] },
  }),
  'accept-hand-over': async () => ({ who: specialist, url: '/api/office/hand-overs/accept', body: { dossierIds: [await plant('handed-over')] } }),
  'complete-step': async () => ({
    who: specialist, url: `/api/office/dossiers/${await plant('in-process', { stepNo: 1, stepRole: 'agency-officer' })}/complete-step`,
    body: { expectedRevision: 2, result: { kind: 'pass' } },
  }),
  'ask-supplement': async () => ({
    who: specialist, url: `/api/office/dossiers/${await plant('in-process', { stepNo: 1, stepRole: 'agency-officer' })}/ask-supplement`,
    body: { expectedRevision: 2, reason: 'Thiếu', items: [{ name: 'Giấy thử', original: 1, certifiedCopy: 0, plainCopy: 0 }] },
  }),
  'send-outcome': async () => ({
    who: records, url: '/api/office/outcomes/send',
    body: { dossiers: [{ dossierId: await plant('outcome-recorded', { stepNo: 4, stepRole: 'records-clerk' }), expectedRevision: 2 }] },
  }),
  'accept-outcome': async () => {
    const { dossierId, handOverId } = await incoming();
    return { who: officer, url: `/api/desk/incoming/${handOverId}/accept`, body: { deskId: 'ky-bac', received: [dossierId] } };
  },
  'return-outcome': async () => ({
    who: officer, url: `/api/desk/dossiers/${await plant('ready-to-return')}/return-outcome`,
    body: {
      deskId: 'ky-bac', revision: 2, receiver: { fullName: 'Nguyễn Văn Thử', identity: { kind: 'old-identity-card', number: '183000001' }, relation: 'self' },
      receiptShown: true, recalledPapers: [], originalsReturned: true,
    },
  }),
};
const send = ({ who, url, body }: Call, key: string): Promise<Answer> => who.send('POST', url, body, { 'idempotency-key': key });

describe.each(Object.entries(ACTS))('%s', (_act, call) => {
  it('sent ten times at once has one effect, one entry and ten equal answers', async () => {
    const [made, key] = [await call(), randomUUID()];
    const before = await entries();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(made, key)));
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [answers[0]?.status, answers[0]?.text]));
    expect(answers[0]?.status).toBeLessThan(300);
    expect(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(9);
    expect(await entries()).toBe(before + 1);
  });
});

it('a first act at a desk that never wrote anything is once only as well', async () => {
  const neighbour = await world.signIn('tuphap.kyphong');
  const [made, key] = [{ who: neighbour, url: '/api/desk/dossiers', body: receiveCommand('ky-phong', birth) }, randomUUID()];
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(made, key)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
});

it('a command is answered as it was then, though the dossier has moved on since', async () => {
  const [body, key] = [receiveCommand('ky-bac', birth), randomUUID()];
  const first = await send({ who: officer, url: '/api/desk/dossiers', body }, key);
  const cancelKey = randomUUID();
  const cancel: Call = { who: officer, url: `/api/desk/dossiers/${body.dossierId}/cancel-entry`, body: { ...onDesk, reason: 'Nhập trùng' } };
  const cancelled = await send(cancel, cancelKey);
  const again = await send({ who: officer, url: '/api/desk/dossiers', body }, key);
  expect([again.status, again.text]).toEqual([201, first.text]);
  expect((await send(cancel, cancelKey)).text).toBe(cancelled.text);
});

it('the key of another person is refused, at the desk and in the agency', async () => {
  const stranger = await world.signIn('chuyenvien.sld');
  for (const [act, other] of [['receive-dossier', colleague], ['complete-step', records], ['complete-step', stranger]] as const) {
    const [made, key] = [await ACTS[act]?.() as Call, randomUUID()];
    expect((await send(made, key)).status).toBeLessThan(300);
    const stolen = await send({ ...made, who: other }, key);
    expect([stolen.status, stolen.json<{ code: string }>().code]).toEqual([422, 'key-reused']);
    expect(stolen.text).not.toContain('H27');
  }
});

it('a key serves one target and one act', async () => {
  const [a, b, key] = [await receive(), await receive(), randomUUID()];
  const cancel = (dossierId: string): Call => ({ who: officer, url: `/api/desk/dossiers/${dossierId}/cancel-entry`, body: { ...onDesk, reason: 'Nhập trùng' } });
  expect((await send(cancel(a.dossierId), key)).status).toBe(200);
  expect((await send(cancel(b.dossierId), key)).json()).toMatchObject({ status: 422, code: 'key-reused' });
  expect((await send({ who: officer, url: `/api/desk/dossiers/${a.dossierId}/withdraw`, body: { ...onDesk, ...WITHDRAWAL, papersBack: TAKEN_BACK } }, key)).status).toBe(422);
});

it('a refused command uses up nothing: the same key may be sent again once it is possible', async () => {
  const { dossierId } = await receive();
  const [key, made]: [string, Call] = [randomUUID(), { who: officer, url: `/api/desk/dossiers/${dossierId}/withdraw`, body: { ...onDesk, ...WITHDRAWAL } }];
  expect((await send(made, key)).json()).toMatchObject({ code: 'papers-not-given-back' });
  expect((await send({ ...made, body: { ...made.body, papersBack: TAKEN_BACK } }, key)).status).toBe(200);
});
