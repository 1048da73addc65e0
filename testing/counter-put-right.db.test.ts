// Whatever act the server did not take is put right at the counter, by its own act anew: at the time of the first, under the
// number and paper that were printed; and what the office settles leaves the counter's list by itself.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { findPaper } from '#staff/offline/store.ts';
import { listQueue } from '#staff/alone/queue-ways.ts';
import { parkedAct } from '#staff/alone/parked-act.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { actAt, confirmedAt, queuedAt, renamed } from './acts-at-counter.ts';
import { sendNow } from './counter-model.ts';
import { counterDesk } from './counter-desk.ts';
import { TAKEN_BACK, WITHDRAWAL, procedureIn, receiveCommand } from './desk-commands.ts';
import { type Bench, settle } from './model-bench.ts';
import type { Caller } from './served-world.ts';
import { saidOf, storedOf, viewAt } from './view-at-counter.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const desk = counterDesk();
let admin: Caller;
beforeAll(async () => { admin = await desk.world.signIn('quantri'); });

const receivedAtServer = async (): Promise<string> =>
  (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>().dossierId;
const renameAtServer = async (dossierId: string, fullName: string): Promise<void> => {
  expect((await desk.officer.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, { ...renamed(fullName), revision: 1 })).status).toBe(200);
};
const goIn = async (at: Bench): Promise<void> => {
  desk.world.wait(60);
  await settle(at);
  // what waits for a person alone is asked for with the next round
  await sendNow(at);
};
/** At the foot of the paper, at the counter and at the server. */
const saysReplaced = async (paperId: string | undefined, printed: unknown, supersedes: object): Promise<void> => {
  const [kept] = await desk.server.rows<{ payload: unknown }>('select payload from motcua.issued_paper where province_id = 42 and paper_id = $1', [paperId]);
  for (const payload of [printed, kept?.payload]) expect(payload).toMatchObject({ supersedes });
};
const caseOf = async (commandId: string) =>
  (await desk.server.rows<{ id: string; how: string | null }>('select case_id as id, settled_how as how from motcua.offline_case where province_id = 42 and command_id = $1', [commandId]))[0];
const judge = async (commandId: string, how: string): Promise<void> => {
  const found = await caseOf(commandId);
  const answer = await admin.send('POST', `/api/admin/offline-cases/${found?.id}/settle`, { how, note: 'Đã đối chiếu giấy người dân đang giữ' });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
};
const listed = async (at: Bench) => (await listQueue(storedOf(at.counter()))).map(({ commandId, mayCorrect }) => [commandId, mayCorrect]);

/** Given back with its note, after somebody else had issued another receipt. */
const withdrawnLate = async () => {
  const dossierId = await receivedAtServer();
  const at = await desk.alone();
  const first = await actAt(at, dossierId, 'withdraw', { ...WITHDRAWAL, papersBack: TAKEN_BACK });
  await renameAtServer(dossierId, 'Nguyễn Văn Khác');
  await goIn(at);
  expect(await queuedAt(at, first)).toMatchObject({ state: 'refused', code: 'changed-meanwhile' });
  return { at, dossierId, first, before: (await queuedAt(at, first)).command };
};

it('an act that came too late is opened with what was entered, and put right on the dossier as it stands now', async () => {
  const { at, dossierId, first, before } = await withdrawnLate();
  const opened = await parkedAct(storedOf(at.counter()), first);
  expect(opened).toMatchObject({ dossierIds: [dossierId], printed: true, before: { act: 'withdraw-dossier', madeAt: before.madeAt, body: { reason: WITHDRAWAL.reason, revision: 1 } } });
  expect(await listed(at)).toEqual([[first, true]]);
  const again = await actAt(at, dossierId, 'withdraw', { ...WITHDRAWAL, papersBack: TAKEN_BACK }, { corrects: first });
  const { command } = await queuedAt(at, again);
  expect([command.madeAt, command.leased, command.corrects?.commandId, command.follows]).toEqual([before.madeAt, before.leased, first, undefined]);
  expect(await listed(at)).toEqual([[again, false]]);
  await goIn(at);
  expect([(await queuedAt(at, again)).state, (await queuedAt(at, first)).state, (await caseOf(first))?.how]).toEqual(['done', 'done', 'corrected']);
  expect(await viewAt(at.counter(), dossierId)).toMatchObject({ state: 'withdrawn', revision: 3 });
  // who it was given to is named otherwise since: the note printed anew has the same number and says so, and the first is not printed again
  const printed = await findPaper(storedOf(at.counter()), command.printed?.paperId ?? '');
  const number = `${String(before.leased[0]?.number).padStart(2, '0')}/RHS`;
  expect([printed?.number, await findPaper(storedOf(at.counter()), before.printed?.paperId ?? '')]).toEqual([number, undefined]);
  await saysReplaced(command.printed?.paperId, printed?.payload, { number, issuedAt: before.madeAt, reason: expect.any(String) });
});

it('while the counter still shows what was refused, nothing is put right on it', async () => {
  const dossierId = await receivedAtServer();
  const at = await desk.alone();
  const first = await actAt(at, dossierId, 'cancel-entry', { reason: 'Nhập nhầm' });
  await renameAtServer(dossierId, 'Nguyễn Văn Khác');
  await goIn(at);
  const { db } = at.counter();
  await db.dossiers.update(dossierId, { madeBy: first });
  await expect(actAt(at, dossierId, 'cancel-entry', { reason: 'Nhập nhầm tên' }, { corrects: first })).rejects.toThrow('not-at-hand');
  expect((await queuedAt(at, first)).state).toBe('refused');
});

it('of a bag, what another machine sent off is left out, and the record bears the same number', async () => {
  const [sound, gone] = [await receivedAtServer(), await receivedAtServer()];
  const at = await desk.alone();
  const handOver = { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac' };
  const send = (ids: readonly string[], more: { readonly corrects?: string } = {}) => {
    const key = randomUUID();
    return at.counter().act({ path: '/api/desk/hand-overs', key, body: { ...handOver, dossiers: ids.map((dossierId) => ({ dossierId, revision: 1, paperCount: 1 })) }, ...more }).then((said) => ({ key, said }));
  };
  const first = await send([sound, gone]);
  const printed = await findPaper(storedOf(at.counter()), handOver.handOverId);
  expect((await desk.officer.send('POST', '/api/desk/hand-overs', { ...handOver, handOverId: randomUUID(), dossiers: [{ dossierId: gone, revision: 1, paperCount: 1 }] })).status).toBe(201);
  await goIn(at);
  expect((await queuedAt(at, first.key)).state).toBe('refused');
  // nothing may be put into it
  expect(saidOf((await send([sound, gone, await receivedAtServer()], { corrects: first.key })).said)).toBe('not-parked');
  const again = await send([sound], { corrects: first.key });
  expect(again.said.ok).toBe(true);
  const anew = await findPaper(storedOf(at.counter()), handOver.handOverId);
  expect([anew?.number, JSON.stringify(anew?.payload) === JSON.stringify(printed?.payload)]).toEqual([printed?.number, false]);
  await goIn(at);
  expect((await queuedAt(at, again.key)).state).toBe('done');
  const { rows } = await desk.world.database.pool.query<{ dossierId: string }>('select dossier_id as "dossierId" from motcua.hand_over_line where province_id = 42 and hand_over_id = $1', [handOver.handOverId]);
  expect(rows).toEqual([{ dossierId: sound }]);
  await saysReplaced(handOver.handOverId, anew?.payload, { number: printed?.number, issuedAt: printed?.payload['issuedAt'], reason: expect.any(String) });
});

it('what the office sets aside leaves the list by itself, and the dossier stands as the server has it', async () => {
  const { at, dossierId, first } = await withdrawnLate();
  await judge(first, 'set-aside');
  await goIn(at);
  expect((await queuedAt(at, first)).state).toBe('done');
  expect(await listed(at)).toEqual([]);
  expect(await viewAt(at.counter(), dossierId)).toMatchObject({ state: 'received', revision: 2 });
});

it('what the office takes leaves the list, and what was built on it goes in', async () => {
  const at = await desk.alone();
  const lateEntry = { receivedAt: '2019-11-18T07:05:00+07:00', bookletNumber: `Q${randomUUID().slice(0, 8)}`, reason: 'Mất điện' };
  const other = (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, { lateEntry }))).json<DossierReceivedAnswer>();
  const body = receiveCommand('ky-bac', birth, { ...confirmedAt(at), lateEntry } as never);
  const key = randomUUID();
  saidOf(await at.counter().act({ path: '/api/desk/dossiers', body, key }));
  const next = await actAt(at, body.dossierId, 'cancel-entry', { reason: 'Nhập nhầm' });
  await goIn(at);
  expect([(await queuedAt(at, key)).code, (await queuedAt(at, next)).code]).toEqual(['booklet-number-used', 'predecessor-not-accepted']);
  // the second waits for the first and is not done anew
  expect(await listed(at)).toEqual([[key, true], [next, false]]);
  await desk.world.database.migratorPool.query("update motcua.dossier set late_entry = jsonb_set(late_entry, '{bookletNumber}', '\"Q-khac\"') where dossier_id = $1", [other.dossierId]);
  await judge(key, 'taken');
  await goIn(at);
  await sendNow(at);
  expect([(await queuedAt(at, key)).state, (await queuedAt(at, next)).state]).toEqual(['done', 'done']);
  expect(await viewAt(at.counter(), body.dossierId)).toMatchObject({ state: 'cancelled' });
});
