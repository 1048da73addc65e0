// An act whose body the server turns away for its size, sent by a real counter: the office learns of it without the body,
// everything else goes on, and what the office settles leaves the counter's list by itself.
import { beforeAll, expect, it } from 'vitest';
import { listQueue } from '#staff/alone/queue-ways.ts';
import { openQueued, sealQueued } from '#staff/offline/store.ts';
import { actAt, queuedAt, renamed } from './acts-at-counter.ts';
import { counterDesk } from './counter-desk.ts';
import { sendNow } from './counter-model.ts';
import { procedureIn, receiveCommand } from './desk-commands.ts';
import { type Bench, settle } from './model-bench.ts';
import type { Caller } from './served-world.ts';
import { storedOf } from './view-at-counter.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const desk = counterDesk();
let admin: Caller;
beforeAll(async () => { admin = await desk.world.signIn('quantri'); });

const received = async (): Promise<string> =>
  (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<{ dossierId: string }>().dossierId;
/** No screen lets anybody enter so much. */
const swell = async (at: Bench, key: string): Promise<void> => {
  const stored = storedOf(at.counter());
  const row = await stored.db.outbox.where('commandId').equals(key).first();
  if (!row) throw new Error('not in the outbox');
  const queued = await openQueued(stored, row);
  const sealed = await sealQueued(stored, { ...queued, command: { ...queued.command, body: { ...queued.command.body, reason: 'x'.repeat(1_100_000) } } });
  await stored.db.outbox.where('commandId').equals(key).modify((one: { sealed: Uint8Array }) => { one.sealed = sealed; });
};
type Case = { caseId: string; commandId: string; kind: string; reason: string; text: string; act: string; deviceName: string; dossierId: string };
const caseOf = async (commandId: string): Promise<Case | undefined> =>
  (await admin.get('/api/admin/offline-cases')).json<{ cases: Case[] }>().cases.find((one) => one.commandId === commandId);

it('is told to the office with its size, act, desk, machine and maker; the others go on; once it is settled it leaves', async () => {
  const [large, small] = [await received(), await received()];
  const at = await desk.alone();
  const tooLarge = await actAt(at, large, 'supersede-receipt', renamed('Nguyễn Văn Lớn'));
  const behind = await actAt(at, small, 'supersede-receipt', renamed('Nguyễn Văn Nhỏ'));
  await swell(at, tooLarge);
  desk.world.wait(60);
  await settle(at);
  expect([(await queuedAt(at, tooLarge)).state, (await queuedAt(at, behind)).state]).toEqual(['refused', 'done']);
  const found = await caseOf(tooLarge);
  expect(found).toMatchObject({ kind: 'quarantined', reason: 'body-too-large', act: 'supersede-receipt', dossierId: large });
  expect(found?.text).toMatch(/1\.07\d KB.+hỏi .+, người làm việc này\.$/u);
  expect(found?.text).toContain(`máy “${found?.deviceName}”`);
  expect(await listQueue(storedOf(at.counter()))).toMatchObject([{ commandId: tooLarge, reason: found?.text, atOffice: true, isDoubted: true, mayLeave: false, mayCorrect: false }]);
  expect(await desk.server.rows('select envelope->\'body\' as body, pg_column_size(envelope) < 20000 as small from motcua.offline_case where command_id = $1', [tooLarge])).toEqual([{ body: {}, small: true }]);
  expect(await desk.server.rows(`select j.chain, j.data->>'why' as why, j.data->>'of' as of, (j.data->>'bodyBytes')::int > 1100000 as large
    from (select chain_id as chain, body::jsonb->'data' as data from motcua.journal where act = 'keep-offline-command') j where j.data->>'offlineCommandId' = $1`, [tooLarge]))
    .toEqual([{ chain: 'desk:ky-bac', why: 'body-too-large', of: 'supersede-receipt', large: true }]);
  const asTaken = await admin.send('POST', `/api/admin/offline-cases/${found?.caseId}/settle`, { how: 'taken', note: 'Đúng' });
  expect(asTaken.json<{ code: string }>().code).toBe('case-not-taken');
  expect((await admin.send('POST', `/api/admin/offline-cases/${found?.caseId}/settle`, { how: 'corrected', note: 'Đã cấp lại giấy khi có mạng' })).status).toBe(200);
  await sendNow(at);
  expect([(await queuedAt(at, tooLarge)).state, await listQueue(storedOf(at.counter()))]).toEqual(['done', []]);
});
