// Numbers held by machines: never given twice, filled up in time, returned as recorded gaps.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { plantDevice, type PlantedDevice } from '#testing/planted-devices.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { leaseAnswer } from '#wire/offline.wire.ts';
import { inTransaction } from '../../acts/perform.ts';
import { verifySeries } from '../../books/verify-series.ts';

type Leases = z.output<typeof leaseAnswer>['leases'];
const birth = procedureIn('kybac-2019', '1.001193');
const TODAY = { series: 'dossier:xa-ky-bac', period: '191118' };

let world: ServedWorld;
let clerk: Caller;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [clerk, officer] = [await world.signIn('buudien.kybac'), await world.signIn('tuphap.kybac')];
}, 120_000);
afterAll(() => world.close());

const ask = async ({ header }: PlantedDevice, held: object[] = [], pending = 0): Promise<Leases> => {
  const answer = await clerk.send('POST', '/api/desk/offline/leases', { held, pending }, { 'x-device': header });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return answer.json<{ leases: Leases }>().leases;
};
const giveBack = ({ header }: PlantedDevice, leases: object[]) => clerk.send('POST', '/api/desk/offline/leases/return', { leases }, { 'x-device': header });
const of = (leases: Leases, { series, period }: { series: string; period: string }) => leases.filter((one) => one.series === series && one.period === period);
const sound = async () => (await verifySeries(world.database.pool, 42)).findings;
const receiveOnline = async (): Promise<number> => {
  const answer = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth));
  return Number(answer.json<{ code: string }>().code.slice(-4));
};

it('two machines and the counter online never get the same number', async () => {
  const [a, b] = [await plantDevice(world.database.pool), await plantDevice(world.database.pool)];
  const [ofA, ofB] = await Promise.all([ask(a), ask(b)]);
  const ranges = [...of(ofA, TODAY), ...of(ofB, TODAY)].map(({ from, to }) => [from, to]).toSorted((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
  expect(ranges).toEqual([[1, 48], [49, 96]]);
  expect([await receiveOnline(), await receiveOnline()]).toEqual([97, 98]);
  expect(await sound()).toEqual([]);
});

it('what a desk prints is held for today and the coming working days, and asking again gives nothing more', async () => {
  const device = await plantDevice(world.database.pool);
  const first = await ask(device);
  expect([...new Set(first.map(({ series }) => series.split(':')[0]))].toSorted()).toEqual(['bag-label', 'certification', 'dossier', 'paper']);
  expect(first.filter(({ series }) => series === 'dossier:xa-ky-bac').map(({ period }) => period)).toEqual(['191118', '191119', '191120']);
  expect(await ask(device)).toEqual(first);
  const [today] = of(first, TODAY);
  if (!today) throw new Error('nothing held for today');
  const next = (used: number) => [{ leaseId: today.leaseId, next: today.from + used }];
  expect(of(await ask(device, next(32)), TODAY)).toHaveLength(1);
  const filled = of(await ask(device, next(33)), TODAY);
  expect(filled.map(({ from, to }) => to - from + 1)).toEqual([48, 33]);
});

it('a machine that says all is used, again and again, and brings nothing carries off no more than ten times its day', async () => {
  const device = await plantDevice(world.database.pool);
  let held = await ask(device);
  for (let i = 0; i < 14; i += 1) held = await ask(device, held.map(({ leaseId, to }) => ({ leaseId, next: to + 1 })));
  expect(of(held, TODAY).reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(480);
});

it('two requests at once fill up once', async () => {
  const device = await plantDevice(world.database.pool);
  await Promise.all(Array.from({ length: 6 }, () => ask(device)));
  expect(of(await ask(device), TODAY)).toHaveLength(1);
});

it('what is returned is a recorded gap, given to nobody, and the books stay sound', async () => {
  const device = await plantDevice(world.database.pool);
  const [lease] = of(await ask(device), TODAY);
  if (!lease) throw new Error('nothing held');
  const returned = await giveBack(device, [{ leaseId: lease.leaseId, next: lease.from + 5 }]);
  expect(returned.json()).toEqual({ returned: 1, unused: 43 });
  const { rows } = await world.database.pool.query(
    `select from_number as "from", to_number as "to", reason from motcua.number_gap where series = $1 and period = $2 and from_number > $3`, [TODAY.series, TODAY.period, lease.from]);
  expect(rows).toEqual([{ from: lease.from + 5, to: lease.to, reason: 'lease-returned' }]);
  expect(await receiveOnline()).toBeGreaterThan(lease.to);
  expect(await sound()).toEqual([]);
  const twice = await giveBack(device, [{ leaseId: lease.leaseId, next: lease.from + 5 }]);
  expect([twice.status, twice.json<{ code: string }>().code]).toEqual([422, 'lease-unknown']);
});

it('a machine that is given back returns all it holds by its own word, and is a counter no more', async () => {
  const device = await plantDevice(world.database.pool);
  const held = await ask(device);
  const [first] = held;
  if (!first) throw new Error('nothing held');
  const leases = held.map(({ leaseId, from }) => ({ leaseId, next: from + (leaseId === first.leaseId ? 2 : 0) }));
  const left = await clerk.send('POST', '/api/desk/offline/leases/return', { leases, leaving: true }, { 'x-device': device.header });
  expect(left.json()).toEqual({ returned: held.length, unused: held.reduce((sum, { from, to }) => sum + to - from + 1, -2) });
  const { rows } = await world.database.pool.query(
    `select state, count(*)::int as n from motcua.number_lease where device_id = $1 group by 1`, [device.deviceId]);
  expect(rows).toEqual([{ state: 'returned', n: held.length }]);
  const again = await giveBack(device, []);
  expect([again.status, again.json<{ code: string }>().code]).toEqual([403, 'device-revoked']);
  expect(await sound()).toEqual([]);
});

it('a machine that the administrator has just revoked is not given back over it: who revoked it and why stays', async () => {
  const device = await plantDevice(world.database.pool);
  await ask(device);
  const admin = await world.signIn('quantri');
  const waiting = async () => (await world.database.pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount;
  const [revoked, left] = await inTransaction(world.database.pool, async (db) => {
    await db.query('select from motcua.device where device_id = $1 for update', [device.deviceId]);
    const first = admin.send('POST', `/api/admin/devices/${device.deviceId}/revoke`, { reason: 'Mất máy' });
    await expect.poll(waiting, { timeout: 60_000 }).toBe(1);
    const second = clerk.send('POST', '/api/desk/offline/leases/return', { leases: [], leaving: true }, { 'x-device': device.header });
    await expect.poll(waiting, { timeout: 60_000 }).toBe(2);
    return { commit: true, value: [first, second] as const };
  });
  expect([(await revoked).status, (await left).json<{ code: string }>().code]).toEqual([200, 'device-revoked']);
  const { rows } = await world.database.pool.query('select revoked_reason as reason from motcua.device where device_id = $1', [device.deviceId]);
  expect(rows).toEqual([{ reason: 'Mất máy' }]);
});

it('a lease of another machine, and a number out of its range, are refused in words', async () => {
  const [own, other] = [await plantDevice(world.database.pool), await plantDevice(world.database.pool)];
  const [lease] = of(await ask(own), TODAY);
  if (!lease) throw new Error('nothing held');
  expect((await giveBack(other, [{ leaseId: lease.leaseId, next: lease.from }])).json<{ code: string }>().code).toBe('lease-unknown');
  const wrong = await giveBack(own, [{ leaseId: lease.leaseId, next: lease.to + 2 }]);
  expect(wrong.json<{ code: string; detail: string }>()).toMatchObject({ code: 'lease-next-wrong', detail: expect.stringContaining(String(lease.to)) });
});

it('when the day is over its numbers come back by themselves, and the next days’ are filled up', async () => {
  const device = await plantDevice(world.database.pool);
  const [lease] = of(await ask(device), TODAY);
  if (!lease) throw new Error('nothing held');
  world.wait(86_400);
  clerk = await world.signIn('buudien.kybac');
  const held = await ask(device, [{ leaseId: lease.leaseId, next: lease.from + 3 }], 3);
  expect(of(held, TODAY)).toEqual([]);
  expect(of(held, { ...TODAY, period: '191121' })).toHaveLength(1);
  const { rows } = await world.database.pool.query('select from_number as "from", to_number as "to" from motcua.number_gap where series = $1 and from_number = $2', [TODAY.series, lease.from + 3]);
  expect(rows).toEqual([{ from: lease.from + 3, to: lease.to }]);
  expect(await sound()).toEqual([]);
});
