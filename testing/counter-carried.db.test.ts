// The outbox carried in a file to two other machines of the desk, and sent by all three: each act is done once; and of a
// machine that is revoked while its file is brought in, a person judges what it printed.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listQueue } from '#staff/alone/queue-ways.ts';
import { exportOutbox, importOutbox } from '#staff/offline/carry.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { actAt, confirmedAt, queuedAt } from './acts-at-counter.ts';
import { FEW_ROUNDS, PASSPHRASE } from './counter-machine.ts';
import { sendNow } from './counter-model.ts';
import { procedureIn, receiveCommand } from './desk-commands.ts';
import { type Bench, type ServerUnderTest, openBench, settle } from './model-bench.ts';
import { type ServedWorld, servedWorld } from './served-world.ts';
import { saidOf, storedOf } from './view-at-counter.ts';
import { serverOf } from './world-bench.ts';

const LONG = 480_000;
const birth = procedureIn('kybac-2019', '1.001193');
let world: ServedWorld;
let server: ServerUnderTest;
let benches: readonly Bench[] = [];
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  server = await serverOf(world);
}, LONG);
afterAll(async () => {
  for (const bench of benches) bench.close();
  await world.close();
});

/** Received and cancelled with no line, and carried to two others. */
const carried = async () => {
  const [from, one, other] = [await openBench(server), await openBench(server), await openBench(server)];
  benches = [...benches, from, one, other];
  from.line.isUp = false;
  world.wait(300);
  const body = receiveCommand('ky-bac', birth, confirmedAt(from) as never);
  const key = randomUUID();
  const { code } = saidOf(await from.counter().act({ path: '/api/desk/dossiers', body, key })) as DossierReceivedAnswer;
  const next = await actAt(from, body.dossierId, 'cancel-entry', { reason: 'Nhập nhầm' });
  const file = await exportOutbox(storedOf(from.counter()), PASSPHRASE, FEW_ROUNDS);
  if (file === 'too-short') throw new Error(file);
  const bringIn = async (at: Bench): Promise<void> => {
    expect(await importOutbox(storedOf(at.counter()), file.file, PASSPHRASE)).toMatchObject({ kind: 'imported', added: 2 });
    await at.counter().refresh();
  };
  return { from, one, other, key, next, code, dossierId: body.dossierId, bringIn };
};
const performed = (ids: readonly string[]) =>
  server.rows<{ id: string; n: number }>('select command_id as id, count(*)::int as n from motcua.command where province_id = 42 and command_id = any($1::uuid[]) group by 1', [ids]);
const statesAt = async (at: Bench, keys: readonly string[]) => Promise.all(keys.map(async (key) => (await queuedAt(at, key)).state));

it('brought in twice and sent three times, it is done once', async () => {
  const { from, one, other, key, next, code, dossierId, bringIn } = await carried();
  await bringIn(one);
  await bringIn(other);
  await Promise.all([settle(one), settle(other)]);
  from.line.isUp = true;
  await settle(from);
  for (const at of [from, one, other]) expect(await statesAt(at, [key, next])).toEqual(['done', 'done']);
  expect((await performed([key, next])).map(({ n }) => n)).toEqual([1, 1]);
  expect(await server.rows('select state, revision from motcua.dossier where province_id = 42 and (code = $1 or dossier_id = $2)', [code, dossierId])).toEqual([{ state: 'cancelled', revision: 2 }]);
}, LONG);

it('of a machine revoked while its file is brought in, everything is kept for a person, and goes in when she has looked', async () => {
  const { from, one, key, next, bringIn } = await carried();
  await bringIn(one);
  await from.revoke();
  await settle(one);
  expect(await statesAt(one, [key, next])).toEqual(['refused', 'refused']);
  expect((await listQueue(storedOf(one.counter()))).map(({ isDoubted, mayCorrect, atOffice }) => ({ isDoubted, mayCorrect, atOffice })))
    .toEqual([{ isDoubted: true, mayCorrect: false, atOffice: true }, { isDoubted: true, mayCorrect: false, atOffice: true }]);
  expect(await performed([key, next])).toEqual([]);
  for (const commandId of [key, next]) {
    const [kept] = await server.rows<{ id: string }>('select case_id as id from motcua.offline_case where province_id = 42 and command_id = $1', [commandId]);
    expect((await server.asAdmin(`/api/admin/offline-cases/${kept?.id}/settle`, { how: 'taken', note: 'Đã đối chiếu giấy người dân đang giữ' })).status).toBe(200);
  }
  await sendNow(one);
  expect(await statesAt(one, [key, next])).toEqual(['done', 'done']);
  // the machine itself is heard too, and brings nothing twice
  from.line.isUp = true;
  await settle(from);
  await sendNow(from);
  expect((await performed([key, next])).map(({ n }) => n)).toEqual([1, 1]);
  expect(await from.counter().db.outbox.count()).toBe(0);
}, LONG);
