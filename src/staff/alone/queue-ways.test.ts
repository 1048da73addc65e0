import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { Moment } from '#core/kernel/moment.ts';
import { NOT_ACCEPTED_BEFORE } from '#wire/refusals/not-accepted-before.ts';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { openQueued, sealQueued, type Stored } from '../offline/store.ts';
import type { Reply } from '../offline/transport.ts';
import { parkedAct } from './parked-act.ts';
import { leaveToOffice, listQueue, mayCorrect } from './queue-ways.ts';

const birth = procedureIn('kybac-2019', '1.001193');
let machine: Machine | undefined;
afterEach(() => machine?.close());

/** Answered so by the server. */
const refusing = (code: string, caseKind = 'refused'): Reply =>
  ({ status: 422, headers: {}, body: { type: `/loi/${code}`, title: 'Giữ lại', status: 422, detail: 'Vì thế.', traceId: '', code, ...(caseKind === 'none' ? {} : { refusal: { kind: code, caseId: 'c', caseKind } }) } });
const parked = async (code: string, caseKind = 'none') => {
  machine = await counterMachine({ transport: async ({ path }) => (path.endsWith('/commands') ? refusing(code, caseKind) : undefined) });
  const counter = machine.counter();
  expect((await counter.act({ path: '/api/desk/dossiers', body: receiveCommand('ky-bac', birth), key: randomUUID() })).ok).toBe(true);
  await counter.sync.poke();
  return (await listQueue(counter.stored() as Stored)).map(({ state, atOffice, mayLeave, isDoubted, mayCorrect, reason }) => ({ state, atOffice, mayLeave, isDoubted, mayCorrect, reason }));
};
const row = { state: 'refused', reason: 'Vì thế.' };

it('what the law refuses is put right here; what is not believed waits for a person and is not done anew', async () => {
  expect(await parked('booklet-number-used', 'refused')).toEqual([{ ...row, atOffice: true, mayLeave: true, isDoubted: false, mayCorrect: true }]);
  machine?.close();
  expect(await parked('clock-off', 'quarantined')).toEqual([{ ...row, atOffice: true, mayLeave: true, isDoubted: true, mayCorrect: false }]);
});

it('what was too large lies here alone, and stays until the office has settled it', async () => {
  expect(await parked('body-too-large', 'quarantined')).toEqual([{ ...row, atOffice: true, mayLeave: false, isDoubted: true, mayCorrect: false }]);
});

it('a bag that is refused for its hour is refused again at the same hour, and is the office’s', () => {
  const refused = (code: string) => ({ commandId: 'c', act: 'hand-over-filled-bag', state: 'refused', madeAt: '', dossierIds: ['d'], scans: [], bodyHash: '', attempts: 1, sealed: new Uint8Array(), refusal: { code, text: '', atOffice: true } }) as const;
  expect(['not-forwardable', 'begun-before-machine'].map((code) => mayCorrect(refused(code), [refused(code)]))).toEqual([true, false]);
});

it('what only waits for another act of the list goes in with that, and is not done anew', async () => {
  machine = await counterMachine({ transport: async ({ path, json }) => (path.endsWith('/commands') ? refusing((json as { act: string }).act === 'cancel-entry' ? NOT_ACCEPTED_BEFORE : 'papers-missing') : undefined) });
  const counter = machine.counter();
  const body = receiveCommand('ky-bac', birth);
  expect((await counter.act({ path: '/api/desk/dossiers', body, key: randomUUID() })).ok).toBe(true);
  expect((await counter.act({ path: `/api/desk/dossiers/${body.dossierId}/cancel-entry`, body: { deskId: 'ky-bac', revision: 1, reason: 'Nhập nhầm' }, key: randomUUID() })).ok).toBe(true);
  await counter.sync.poke();
  const stored = counter.stored() as Stored;
  const listed = await listQueue(stored);
  expect(listed.map(({ act, mayCorrect }) => [act, mayCorrect])).toEqual([['receive-dossier', true], ['cancel-entry', false]]);
  // one is told from the other by dossier and person, whether a paper was printed or not
  expect(new Set(listed.map(({ code, who }) => `${code} ${who}`))).toEqual(new Set([`${listed[0]?.code} ${body.parties.applicant.fullName}`]));
  // the office has the first: what is left is put right like any other, with what was entered
  const [first, second] = await stored.db.outbox.orderBy('seq').toArray();
  await leaveToOffice(stored.db, first?.commandId ?? '', '2019-11-18T09:00:00+07:00' as Moment);
  expect((await listQueue(stored)).map(({ act, mayCorrect }) => [act, mayCorrect])).toEqual([['cancel-entry', true]]);
  expect(await parkedAct(stored, second?.commandId ?? '')).toMatchObject({ before: { act: 'cancel-entry', body: { reason: 'Nhập nhầm', revision: 1 } }, dossierIds: [body.dossierId], text: 'Vì thế.', printed: false });
  expect(await parkedAct(stored, first?.commandId ?? '')).toBeUndefined();
});

it('what the server turned away without keeping it is neither', async () => {
  expect(await parked('invalid-fields')).toEqual([{ ...row, atOffice: false, mayLeave: false, isDoubted: false, mayCorrect: false }]);
});

it('what the disk spoilt is listed beside the others, and what was brought from another machine is not put right here', async () => {
  await parked('papers-missing', 'refused');
  const stored = machine?.counter().stored() as Stored;
  const [row] = await stored.db.outbox.toArray();
  if (!row) throw new Error('nothing queued');
  const queued = await openQueued(stored, row);
  await stored.db.outbox.update(row.seq ?? 0, { sealed: await sealQueued(stored, { ...queued, device: { ...queued.device, deviceId: randomUUID() } }) });
  expect(await listQueue(stored)).toMatchObject([{ code: queued.command.printed?.code, mayCorrect: false }]);
  await stored.db.outbox.update(row.seq ?? 0, { sealed: new Uint8Array(40) });
  expect(await listQueue(stored)).toMatchObject([{ commandId: row.commandId, code: queued.command.printed?.code, mayCorrect: false, reason: 'Vì thế.' }]);
  const [id = ''] = row.dossierIds;
  await stored.db.dossiers.update(id, { sealed: new Uint8Array(40) });
  expect(await listQueue(stored)).toMatchObject([{ commandId: row.commandId, code: undefined, who: undefined, mayCorrect: false, reason: 'Vì thế.' }]);
});

it('an act that no dossier bears is known by the person it was for', async () => {
  machine = await counterMachine();
  const counter = machine.counter();
  const body = { deskId: 'ky-bac', guidanceId: randomUUID(), procedureCode: birth.code, procedureVersion: birth.version, caseId: birth.cases[0]?.caseId, personName: 'Lê Thị Hỏi', brought: [], missing: [], reason: 'Thiếu giấy tờ' };
  const done = await counter.act({ path: '/api/desk/guidance', body, key: randomUUID() });
  expect(done.ok || done.refusal).toBe(true);
  expect(await listQueue(counter.stored() as Stored)).toMatchObject([{ act: 'give-guidance', who: 'Lê Thị Hỏi', dossierCount: 0 }]);
});
