// A lost machine at the command line: found, revoked, and its numbers given up when nothing of it is waited for.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandLineOf } from '#testing/command-line.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Counter, offlineCounter } from '#testing/offline-counter.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import { bookCommands } from './books.ts';
import { deviceCommands } from './devices.ts';

let world: ServedWorld;
let clerk: Caller;
let admin: Caller;
let counter: Counter;
let motcua: ReturnType<typeof commandLineOf>;
type Listed = { worlds: { devices: { deviceId: string; numbersHeld: number; openCases: number; revokedReason: string | null }[] }[] };
const listed = async () => (JSON.parse((await motcua('devices', 'list', '--json')).said[0] ?? '') as Listed).worlds[0]?.devices.find(({ deviceId }) => deviceId === counter.deviceId);

beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  motcua = commandLineOf(world, 'kybac-2019', [...deviceCommands, ...bookCommands]);
  [clerk, admin] = [await world.signIn('buudien.kybac'), await world.signIn('quantri')];
  counter = await offlineCounter(world, clerk, admin);
}, 120_000);
afterAll(() => world.close());

const reception = () => {
  const command = receiveCommand('ky-bac', procedureIn('kybac-2019', '1.001193'));
  const leased = [counter.take('dossier:xa-ky-bac', '191118'), counter.take('paper:intake-receipt:xa-ky-bac', '2019')];
  return counter.envelope('receive-dossier', command, { dossierId: command.dossierId, leased, printed: { paperId: randomUUID() } });
};

it('lists every machine for a person and for a program', async () => {
  expect((await counter.send(reception())).status).toBe(200);
  expect(await listed()).toMatchObject({ openCases: 0, revokedReason: null });
  const { code, said } = await motcua('devices', 'list');
  expect([code, said[0]]).toEqual([0, 'kybac-2019: 1 máy']);
  expect(said.join('\n')).toContain('Máy quầy (Máy thử)');
});

it('numbers of a machine in use are nobody’s gap', async () => {
  expect((await motcua('devices', 'close-numbers', counter.deviceId)).said).toEqual(['Chỉ chốt số của máy đã bị thu hồi. Thu hồi máy trước.']);
  const held = await motcua('books', 'record-gap', 'dossier:xa-ky-bac', '191118', '5', '6', '--reason', 'spoilt', '--note', 'Thử');
  expect([held.code, held.said]).toEqual([1, ['Máy của quầy đang giữ các số từ 1 đến 48, còn có thể in. Máy trả lại số, hoặc chốt số của máy đã thu hồi (devices close-numbers).']]);
  expect((await motcua('books', 'verify')).code).toBe(0);
});

it('is revoked with a reason, once', async () => {
  expect((await motcua('devices', 'revoke', counter.deviceId)).code).toBe(2);
  expect((await motcua('devices', 'revoke', 'x', '--reason', 'Mất')).code).toBe(2);
  expect((await motcua('devices', 'revoke', randomUUID(), '--reason', 'Mất')).code).toBe(1);
  const revoked = await motcua('devices', 'revoke', counter.deviceId, '--reason', 'Mất máy trên đường');
  expect([revoked.code, revoked.said[0]]).toEqual([0, expect.stringContaining('Đã thu hồi máy “Máy quầy” của quầy ky-bac')]);
  expect((await motcua('devices', 'revoke', counter.deviceId, '--reason', 'Lần nữa')).code).toBe(1);
  expect(await listed()).toMatchObject({ revokedReason: 'Mất máy trên đường' });
});

it('gives up its numbers when every case is settled: a recorded gap, and sound books', async () => {
  const kept = (await counter.send(reception())).json<{ refusal: { caseId: string } }>();
  const early = await motcua('devices', 'close-numbers', counter.deviceId);
  expect([early.code, early.said]).toEqual([1, ['Máy này còn 1 việc chờ xem xét. Xử lý xong rồi mới chốt được các số còn lại.']]);
  expect((await admin.send('POST', `/api/admin/offline-cases/${kept.refusal.caseId}/settle`, { how: 'taken', note: 'Đã đối chiếu' })).status).toBe(200);
  const before = (await listed())?.numbersHeld;
  const closed = JSON.parse((await motcua('devices', 'close-numbers', counter.deviceId, '--json')).said[0] ?? '') as { unused: number };
  expect(closed.unused).toBe(before);
  expect(await listed()).toMatchObject({ numbersHeld: 0, openCases: 0 });
  const { rows } = await world.database.pool.query("select from_number as \"from\", to_number as \"to\", reason from motcua.number_gap where series = 'dossier:xa-ky-bac' and period = '191118'");
  expect(rows).toEqual([{ from: 3, to: 48, reason: 'lease-lost' }]);
  expect((await motcua('books', 'verify')).code).toBe(0);
});
