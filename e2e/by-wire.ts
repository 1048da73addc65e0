// What the counter's screens have been proved to do, done in one request: to get to what a test is about.
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, request } from '@playwright/test';
import { farmer, procedureIn, receiveCommand, WITHDRAWAL } from '#testing/desk-commands.ts';
import { type Client, client } from './desk.ts';
import { KYBAC, type World } from './people.ts';

export type Wire = {
  readonly post: (path: string, body: unknown, key?: string) => ReturnType<APIRequestContext['post']>;
  /** A picture; its hash. */
  readonly upload: (png: Buffer) => Promise<string>;
  readonly get: (path: string) => ReturnType<APIRequestContext['get']>;
  readonly dispose: () => Promise<void>;
};

export const wireOf = async (login: string, world: World = KYBAC): Promise<Wire> => {
  const api = await request.newContext({ baseURL: world.base });
  const me = await (await api.post('/api/sign-in', { data: { login, password: world.password } })).json() as { csrfToken: string };
  return {
    post: (path, body, key = randomUUID()) => api.post(path, { data: body, headers: { 'x-csrf-token': me.csrfToken, 'idempotency-key': key } }),
    upload: async (png) => {
      const answer = await api.post('/api/files', { multipart: { file: { name: 'anh.png', mimeType: 'image/png', buffer: png } }, headers: { 'x-csrf-token': me.csrfToken } });
      expect(answer.ok(), await answer.text()).toBe(true);
      return (await answer.json() as { sha256: string }).sha256;
    },
    get: (path) => api.get(path),
    dispose: () => api.dispose(),
  };
};

export type ReceivedByWire = { readonly code: string; readonly dossierId: string };

/** The officer at the desk receives by herself. */
export const receivedByWire = async (wire: Wire, procedureCode: string, who: Client, more: Partial<ReturnType<typeof receiveCommand>> = {}): Promise<ReceivedByWire> => {
  const parties = { applicant: { ...farmer, fullName: who.name, phone: who.phone, identity: { ...farmer.identity, number: who.number } } };
  const answer = await wire.post('/api/desk/dossiers', receiveCommand('ky-bac', procedureIn('kybac-2019', procedureCode), { parties, ...more }));
  expect(answer.status(), await answer.text()).toBe(201);
  const { code, dossierId } = await answer.json() as ReceivedByWire;
  return { code, dossierId };
};

export const SHEET = { receivedAt: '2019-11-18T07:05:00+07:00', bookletNumber: 'Q1-001', reason: 'Mất điện từ 7 giờ' };
/** The officer enters the booklet's first sheet. */
export const entersSheet = async (world: World): Promise<void> => {
  const officer = await wireOf('tuphap.kybac', world);
  await receivedByWire(officer, '1.001193', client(80, 'Phan Thị Sổ'), { lateEntry: SHEET });
  await officer.dispose();
};

/** The receipt anew, under another name, by the officer at the desk. */
export const correctedByWire = async (wire: Wire, { dossierId }: ReceivedByWire, who: Client): Promise<void> => {
  const { revision, procedure, caseId } = await (await wire.get(`/api/dossiers/${dossierId}`)).json() as { revision: number; procedure: { code: string; version: number }; caseId: string };
  const { answers, papers, fees } = receiveCommand('ky-bac', procedureIn('kybac-2019', procedure.code), { caseId });
  const parties = { applicant: { ...farmer, fullName: who.name, phone: who.phone, identity: { ...farmer.identity, number: who.number } } };
  const answer = await wire.post(`/api/desk/dossiers/${dossierId}/supersede-receipt`, {
    deskId: 'ky-bac', revision, reason: 'Ghi nhầm tên', procedureCode: procedure.code, procedureVersion: procedure.version, caseId, parties, answers, papers, fees,
  });
  expect(answer.status(), await answer.text()).toBe(200);
};

type AtAgency = ReceivedByWire & { readonly revision: () => Promise<number>; readonly done: (path: string, body: object, by?: Wire) => Promise<void> };

/** Received at the desk, sent by the clerk beside and taken over by the commune: but for the sending all by the one officer who is both. */
const takenOverByWire = async (wire: Wire, procedureCode: string, who: Client, world: World): Promise<AtAgency> => {
  const received = await receivedByWire(wire, procedureCode, who);
  const { dossierId } = received;
  const revision = async (): Promise<number> => (await (await wire.get(`/api/dossiers/${dossierId}`)).json() as { revision: number }).revision;
  const clerk = await wireOf('buudien.kybac', world);
  const done = async (path: string, body: object, by = wire): Promise<void> => {
    const answer = await by.post(path, body);
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await done('/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId, revision: await revision(), paperCount: 1 }] }, clerk);
  await clerk.dispose();
  await done('/api/office/hand-overs/accept', { dossierIds: [dossierId] });
  return { ...received, revision, done };
};

/** Papers are asked for. */
export const askedByWire = async (wire: Wire, procedureCode: string, who: Client, names: readonly string[], world: World = KYBAC): Promise<ReceivedByWire> => {
  const { dossierId, code, revision, done } = await takenOverByWire(wire, procedureCode, who, world);
  await done(`/api/office/dossiers/${dossierId}/ask-supplement`, {
    expectedRevision: await revision(), reason: 'Giấy tờ chưa đủ căn cứ để giải quyết.', answerWithinWorkingDays: 5,
    items: names.map((name) => ({ name, original: 1, certifiedCopy: 0, plainCopy: 0 })),
  });
  return { code, dossierId };
};

/** Withdrawn at the agency, and its papers sent back to the desk on a record. */
export const papersSentBackByWire = async (wire: Wire, procedureCode: string, who: Client, world: World = KYBAC): Promise<ReceivedByWire> => {
  const { dossierId, code, revision, done } = await takenOverByWire(wire, procedureCode, who, world);
  await done(`/api/office/dossiers/${dossierId}/withdraw`, { expectedRevision: await revision(), ...WITHDRAWAL });
  const records = await wireOf('vanthu.kybac', world);
  await done(`/api/office/dossiers/${dossierId}/send-papers-back`, { expectedRevision: await revision() }, records);
  await records.dispose();
  return { code, dossierId };
};

const STP = ['chuyenvien.stp', 'truongphong.stp', 'phogiamdoc.stp', 'vanthu.stp'] as const;

/** Taken over by the Department of Justice, worked on by each of its people, and issued on paper. */
export const issuedByStp = async (dossierId: string, name: string, world: World = KYBAC): Promise<void> => {
  const [specialist, head, signer, records] = await Promise.all(STP.map((login) => wireOf(login, world))) as [Wire, Wire, Wire, Wire];
  const does = async (who: Wire, path: string, body: object): Promise<void> => {
    const { revision } = await (await who.get(`/api/dossiers/${dossierId}`)).json() as { revision: number };
    const answer = await who.post(`/api/office/dossiers/${dossierId}/${path}`, { expectedRevision: revision, ...body });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await does(specialist, 'complete-step', { result: { kind: 'pass', proposal: { kind: 'grant' } } });
  await does(head, 'complete-step', { result: { kind: 'pass' } });
  await does(signer, 'complete-step', { result: { kind: 'pass' } });
  await does(records, 'record-outcome', { name, symbol: 'PLLTP', hasPaper: true, sealed: true });
  await Promise.all([specialist, head, signer, records].map((wire) => wire.dispose()));
};

const doneBy = async (wire: Wire, path: string, body: object) => {
  const answer = await wire.post(path, body);
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer;
};
const revisionBy = async (wire: Wire, dossierId: string): Promise<number> => (await (await wire.get(`/api/dossiers/${dossierId}`)).json() as { revision: number }).revision;

/** An outcome on paper that lies at the Department of Justice. */
export const outcomeAtStpByWire = async (desk: Wire, who: Client, more: Parameters<typeof receivedByWire>[3] = {}, world: World = KYBAC): Promise<ReceivedByWire> => {
  const received = await receivedByWire(desk, '2.000488', who, more);
  const { dossierId } = received;
  await doneBy(desk, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'so-tu-phap', dossiers: [{ dossierId, revision: await revisionBy(desk, dossierId), paperCount: 1 }] });
  const specialist = await wireOf('chuyenvien.stp', world);
  await doneBy(specialist, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
  await specialist.dispose();
  await issuedByStp(dossierId, 'Phiếu lý lịch tư pháp số 1', world);
  return received;
};

/** Sealed and on its way to the desk; what stands on its label. */
export const outcomeBagByWire = async (code: string, sealNumber: string, world: World = KYBAC): Promise<string> => {
  const records = await wireOf('vanthu.stp', world);
  const bagId = randomUUID();
  const { label } = await (await doneBy(records, '/api/office/bags', { bagId, deskId: 'ky-bac', agencyUnitId: 'so-tu-phap' })).json() as { label: string };
  for (const [act, body] of [['pack', { scanned: code }], ['close', { sealNumber }], ['hand-over', { handOverId: randomUUID() }]] as const) await doneBy(records, `/api/office/bags/${bagId}/${act}`, body);
  await records.dispose();
  return label;
};

/** An outcome of the Department of Justice that lies at the desk, wished at home. */
export const outcomeToSendByWire = async (desk: Wire, who: Client, address: string): Promise<ReceivedByWire> => {
  const received = await outcomeAtStpByWire(desk, who, { returnWish: { kind: 'home-delivery', address, phone: who.phone } });
  const { dossierId } = received;
  const records = await wireOf('vanthu.stp');
  const sent = await doneBy(records, '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: await revisionBy(records, dossierId) }] });
  const { handOverId } = await sent.json() as { handOverId: string };
  await doneBy(desk, `/api/desk/incoming/${handOverId}/accept`, { deskId: 'ky-bac', received: [dossierId] });
  await records.dispose();
  return received;
};
