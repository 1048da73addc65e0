// A machine of the counter: enrolled by a code that is good once, known by its token and its desk, revoked for good.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { devicesView, enrolDeviceAnswer, offlineGrant } from '#wire/offline.wire.ts';

type Enrolled = z.output<typeof enrolDeviceAnswer>;
type Devices = z.output<typeof devicesView>['devices'];

let world: ServedWorld;
let admin: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [admin, clerk] = [await world.signIn('quantri'), await world.signIn('buudien.kybac')];
}, 120_000);
afterAll(() => world.close());

const makeCode = async (deskId = 'ky-bac', key?: string): Promise<string> =>
  (await admin.send('POST', '/api/admin/devices/codes', { deskId, name: 'Máy quầy 1' }, key === undefined ? {} : { 'idempotency-key': key })).json<{ code: string }>().code;
const enrol = (code: string, who = clerk, headers = {}) => who.send('POST', '/api/desk/devices', { code, description: 'Laptop Dell, Windows 11' }, headers);
const machine = async (): Promise<Enrolled & { header: Record<string, string> }> => {
  const enrolled = (await enrol(await makeCode())).json<Enrolled>();
  return { ...enrolled, header: { 'x-device': `${enrolled.deviceId}.${enrolled.token}` } };
};
const grants = (header: Record<string, string>, who = clerk, body: object = {}) => who.send('POST', '/api/desk/offline/grants', body, header);
const codeOf = (answer: { json: <T>() => T }): string => answer.json<{ code: string }>().code;

it('a code enrols one machine, once, and the same sending gets the same token', async () => {
  const key = '0f0e0d0c-0b0a-4908-8706-050403020101';
  const code = await makeCode('ky-bac', key);
  expect(await makeCode('ky-bac', key)).toBe(code);
  const enrolKey = { 'idempotency-key': '0f0e0d0c-0b0a-4908-8706-050403020102' };
  const first = await enrol(code.toLowerCase().replace('-', ' '), clerk, enrolKey);
  expect(first.status).toBe(201);
  expect(first.json()).toMatchObject({ deskId: 'ky-bac', name: 'Máy quầy 1', policy: { leaseDaysAhead: 2 } });
  const again = await enrol(code.toLowerCase().replace('-', ' '), clerk, enrolKey);
  expect([again.status, again.text]).toEqual([201, first.text]);
  const other = await enrol(code);
  expect([other.status, codeOf(other)]).toEqual([422, 'enrolment-code-wrong']);
});

it('neither token nor code nor secret of a grant stands in the database', async () => {
  const { token, header } = await machine();
  const { secret } = (await grants(header)).json<z.output<typeof offlineGrant>>();
  const { rows } = await world.database.pool.query<{ text: string }>(
    `select coalesce(string_agg(t.line, ' '), '') as text from (
       select to_jsonb(c)::text as line from motcua.command c union all select to_jsonb(d)::text from motcua.device d
       union all select to_jsonb(g)::text from motcua.offline_grant g union all select body from motcua.journal) t`);
  for (const hidden of [token, secret]) expect(rows[0]?.text.includes(hidden)).toBe(false);
});

it('a code is for its desk and for half an hour', async () => {
  const elsewhere = await enrol(await makeCode('ky-phong'));
  expect(codeOf(elsewhere)).toBe('enrolment-code-wrong');
  expect((await admin.send('POST', '/api/admin/devices/codes', { deskId: 'khong-co', name: 'x' })).status).toBe(404);
  const code = await makeCode();
  world.wait(31 * 60);
  expect(codeOf(await enrol(code))).toBe('enrolment-code-wrong');
});

it('codes cannot be tried one after the other', async () => {
  const officer = await world.signIn('tuphap.kybac');
  const endings: string[] = [];
  for (let i = 0; i < 7; i += 1) endings.push(codeOf(await enrol('AAAA-AAAA', officer)));
  expect(endings.at(0)).toBe('enrolment-code-wrong');
  expect(endings.at(-1)).toBe('locked');
});

it('nothing opens without the token of a machine and somebody of its desk', async () => {
  const { header, deviceId } = await machine();
  expect((await grants(header)).status).toBe(201);
  const other = await world.signIn('buudien.kyphong');
  const wrong = { 'x-device': `${deviceId}.${'A'.repeat(43)}` };
  for (const answer of [await grants({}), await grants(wrong), await grants({ 'x-device': 'x' }), await grants(header, other)]) {
    expect([answer.status, codeOf(answer)]).toEqual([404, 'device-unknown']);
  }
  expect((await world.anybody.send('POST', '/api/desk/offline/grants', {}, header)).status).toBe(401);
});

it('a clerk is granted by her session, the officer beside her by PIN', async () => {
  const { header } = await machine();
  const own = (await grants(header)).json<z.output<typeof offlineGrant>>();
  expect([own.roles, own.secret.length]).toEqual([['postal-clerk'], 43]);
  const { rows } = await world.database.pool.query<{ account_id: string }>("select account_id from motcua.account where login = 'tuphap.kybac'");
  const accountId = rows[0]?.account_id;
  const officer = await grants(header, clerk, { officer: { accountId, pin: '246810' } });
  expect(officer.json()).toMatchObject({ accountId, roles: ['commune-officer'] });
  const wrong = await grants(header, clerk, { officer: { accountId, pin: '111111' } });
  expect([wrong.status, codeOf(wrong)]).toEqual([403, 'wrong-pin']);
});

it('a revoked machine is told so, its numbers are lost, and it stands in the list with the reason', async () => {
  const { header, deviceId } = await machine();
  await clerk.send('POST', '/api/desk/offline/leases', { held: [], pending: 4, oldestPendingAt: '2019-11-18T07:31:00+07:00' }, header);
  const list = async () => (await admin.get('/api/admin/devices')).json<{ devices: Devices }>().devices.find((one) => one.deviceId === deviceId);
  expect(await list()).toMatchObject({ deskId: 'ky-bac', pending: 4, oldestPendingAt: '2019-11-18T07:31:00+07:00', openCases: 0 });
  expect((await list())?.numbersHeld).toBeGreaterThan(60);
  expect((await list())?.lastSeenAt).toMatch(/^2019-11-18T/);
  const revoked = await admin.send('POST', `/api/admin/devices/${deviceId}/revoke`, { reason: 'Mất máy' });
  expect(revoked.json<{ leasesLost: number }>().leasesLost).toBeGreaterThan(5);
  const after = await grants(header);
  expect([after.status, codeOf(after)]).toEqual([403, 'device-revoked']);
  expect(await list()).toMatchObject({ revokedReason: 'Mất máy' });
  expect(codeOf(await admin.send('POST', `/api/admin/devices/${deviceId}/revoke`, { reason: 'Lần nữa' }))).toBe('device-already-revoked');
  expect((await admin.send('POST', '/api/admin/devices/0f0e0d0c-0b0a-4908-8706-050403020109/revoke', { reason: 'x' })).status).toBe(404);
});

it('the numbers that a lost machine took along are closed by an administrator, once it is revoked', async () => {
  const { header, deviceId } = await machine();
  await clerk.send('POST', '/api/desk/offline/leases', { held: [], pending: 0 }, header);
  const held = async () => (await admin.get('/api/admin/devices')).json<{ devices: Devices }>().devices.find((one) => one.deviceId === deviceId)?.numbersHeld;
  const close = (id = deviceId) => admin.send('POST', `/api/admin/devices/${id}/close-numbers`, {});
  const before = await held();
  expect(codeOf(await close())).toBe('device-in-use');
  await admin.send('POST', `/api/admin/devices/${deviceId}/revoke`, { reason: 'Mất máy' });
  expect((await close()).json()).toEqual({ deviceId, unused: before });
  expect([await held(), (await close()).json()]).toEqual([0, { deviceId, unused: 0 }]);
  const { rows } = await world.database.pool.query<{ n: number }>("select sum(to_number - from_number + 1)::int as n from motcua.number_gap where reason = 'lease-lost' and note like '%Máy%'");
  expect(rows[0]?.n).toBeGreaterThanOrEqual(before ?? 0);
  expect((await close('0f0e0d0c-0b0a-4908-8706-050403020109')).status).toBe(404);
});

it('enrolment, grants and revocation stand in the journal', async () => {
  const { rows } = await world.database.pool.query<{ chain: string; act: string }>(
    `select distinct chain_id as chain, act from motcua.journal where act in ('make-enrolment-code', 'enrol-device', 'grant-offline', 'lease-numbers', 'revoke-device', 'close-device-numbers') order by 1, 2`);
  expect(rows.map(({ chain, act }) => `${chain} ${act}`)).toEqual([
    'admin close-device-numbers', 'admin make-enrolment-code', 'admin revoke-device', 'desk:ky-bac enrol-device', 'desk:ky-bac grant-offline', 'desk:ky-bac lease-numbers',
  ]);
});
