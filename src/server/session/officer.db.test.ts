import { afterAll, beforeAll, expect, it } from 'vitest';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { Me } from '#wire/session.wire.ts';

const PIN = '246810';
const PRESENCE = '/api/desk/officer-presence';

let world: ServedWorld;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  clerk = await world.signIn('buudien.kybac');
}, 120_000);
afterAll(() => world.close());

const open = (login: string, pin: string) => clerk.send('POST', PRESENCE, { login, pin });
const present = async () => (await clerk.get('/api/me')).json<Me>().presentOfficer;

it("the officer's PIN opens her presence on the clerk's session; both ends are in the desk's journal", async () => {
  const answer = await open('tuphap.kybac', PIN);
  expect(answer.status).toBe(200);
  expect(answer.json()).toMatchObject({ fullName: 'Trần Văn Trúc', title: 'Công chức tư pháp - hộ tịch' });
  expect(await present()).toMatchObject({ fullName: 'Trần Văn Trúc' });
  expect((await clerk.send('DELETE', PRESENCE)).status).toBe(204);
  expect(await present()).toBeNull();
  const { rows } = await world.database.pool.query<{ act: string; body: string }>(
    `select act, body from motcua.journal where chain_id = 'desk:ky-bac' order by seq`);
  expect(rows.map((row) => row.act)).toEqual(['open-officer-presence', 'close-officer-presence']);
  expect(rows[0]?.body).not.toContain(PIN);
});

it('an officer picked from the list may be named by account', async () => {
  const me = (await clerk.get('/api/me')).json<Me>();
  const officer = me.desk?.officers.find((each) => each.fullName === 'Phan Thị Mai Lan');
  expect((await clerk.send('POST', PRESENCE, { accountId: officer?.accountId, pin: PIN })).status).toBe(200);
  expect(await present()).toMatchObject({ fullName: 'Phan Thị Mai Lan' });
});

it('presence ends by itself after half a working day', async () => {
  await open('tuphap.kybac', PIN);
  world.wait(100 * 60);
  expect(await present()).not.toBeNull();
  world.wait(100 * 60);
  expect(await present()).not.toBeNull();
  world.wait(101 * 60);
  expect(await present()).toBeNull();
});

it.each([
  ['of the next commune', 'tuphap.kyphong'],
  ['without the role of receiving', 'chutich.kybac'],
  ['who does not exist', 'khong.ai'],
])('an officer %s cannot stand beside this clerk', async (_who, login) => {
  const answer = await open(login, PIN);
  expect(answer.status).toBe(403);
  expect(answer.json<Problem>()).toMatchObject({ code: 'wrong-pin', fieldErrors: [{ path: 'pin', message: 'Mã PIN không đúng.' }] });
});

it('five wrong PINs lock the PIN, not the sign-in', async () => {
  for (let i = 0; i < 5; i += 1) expect((await open('diachinh.kybac', '111111')).status).toBe(403);
  const locked = await open('diachinh.kybac', PIN);
  expect(locked.status).toBe(429);
  expect(locked.headers['retry-after']).toBe('60');
  await world.signIn('diachinh.kybac');
  world.wait(61);
  expect((await open('diachinh.kybac', PIN)).status).toBe(200);
});

it('a PIN that is no PIN is told at its field', async () => {
  expect((await open('tuphap.kybac', '12')).json<Problem>().fieldErrors).toEqual([{ path: 'pin', message: 'Mã PIN gồm 6 chữ số.' }]);
});
