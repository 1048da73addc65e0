// Somebody else's page, somebody else's cookie, a guess, a clock: none of them signs anybody in or acts for anybody.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type ServedWorld } from '#testing/served-world.ts';

const PASSWORD = 'motcua-demo-2019';
const birth = procedureIn('kybac-2019', '1.001193');

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
}, 120_000);
afterAll(() => world.close());

const codeOf = (answer: Answer): string | number => (answer.status < 400 ? answer.status : answer.json<{ code: string }>().code);
const signIn = (login: string, password: string, headers: Record<string, string> = {}) => world.anybody.send('POST', '/api/sign-in', { login, password }, headers);
const cookieOf = (answer: Answer): string => String(answer.headers['set-cookie']);
const dossiers = async (): Promise<number> => (await world.database.pool.query<{ n: number }>('select count(*)::int as n from motcua.dossier')).rows[0]?.n ?? -1;

describe('a page of somebody else', () => {
  it.each<[string, Record<string, string>]>([
    ['with the cookie alone', {}],
    ['with a token of its own making', { 'x-csrf-token': 'a'.repeat(43) }],
    ['with an empty token', { 'x-csrf-token': '' }],
    ['as a form', { 'content-type': 'text/plain' }],
    ['as a form of fields', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('acts for nobody: %s', async (_how, headers) => {
    const victim = await world.signIn('tuphap.kybac');
    const before = await dossiers();
    const answer = await world.anybody.send('POST', '/api/desk/dossiers', JSON.stringify(receiveCommand('ky-bac', birth)), { 'content-type': 'application/json', cookie: victim.cookie ?? '', ...headers });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'csrf']);
    expect(await dossiers()).toBe(before);
  });

  it.each<[string, Record<string, string>]>([
    ['another host', { origin: 'https://noi-khac.example' }], ['the same host by another port', { origin: 'http://localhost:9999' }], ['a file', { origin: 'null' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }], ['another site', { 'sec-fetch-site': 'cross-site' }], ['the address bar', { 'sec-fetch-site': 'none' }],
    ['nonsense', { origin: 'http://' }],
  ])('acts for nobody even with the token, from %s', async (_where, headers) => {
    const victim = await world.signIn('tuphap.kybac');
    expect(codeOf(await victim.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth), headers))).toBe('csrf');
    expect(codeOf(await signIn('tuphap.kybac', PASSWORD, headers))).toBe('csrf');
  });

  it('of this very host acts, and another session’s token does not', async () => {
    const [a, b] = [await world.signIn('tuphap.kybac'), await world.signIn('tuphap.kybac')];
    expect((await a.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth), { origin: 'http://localhost', host: 'localhost', 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    const token = (await b.get('/api/me')).json<{ csrfToken: string }>().csrfToken;
    expect(codeOf(await a.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth), { 'x-csrf-token': token }))).toBe('csrf');
  });

  it('changes nothing by a look: no GET signs out, acts or answers another site', async () => {
    const victim = await world.signIn('buudien.kybac');
    for (const url of ['/api/sign-out', '/api/desk/officer-presence', '/api/change-password', '/api/desk/dossiers']) expect((await victim.get(url)).status).toBe(404);
    const seen = await victim.get('/api/me', { origin: 'https://noi-khac.example' });
    expect(seen.headers['access-control-allow-origin']).toBeUndefined();
    expect(seen.headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('a session', () => {
  it('is never one that somebody else chose: signing in gives a new token and ends the old one', async () => {
    const name = 'motcua-kybac-2019';
    const fixed = `${name}=${'A'.repeat(43)}`;
    const answer = await signIn('buudien.kybac', PASSWORD, { cookie: fixed });
    expect(cookieOf(answer)).not.toContain('A'.repeat(43));
    expect((await world.anybody.get('/api/me', { cookie: fixed })).status).toBe(401);
    const first = cookieOf(answer).split(';')[0] ?? '';
    const second = cookieOf(await signIn('buudien.kybac', PASSWORD, { cookie: first })).split(';')[0] ?? '';
    expect(second).not.toBe(first);
    expect([(await world.anybody.get('/api/me', { cookie: first })).status, (await world.anybody.get('/api/me', { cookie: second })).status]).toEqual([401, 200]);
  });

  it.each(['', 'x', '../../x', 'A'.repeat(43), 'A'.repeat(10_000), '%00', '1 or 1=1'])('is not made up: %j', async (token) => {
    expect((await world.anybody.get('/api/me', { cookie: `motcua-kybac-2019=${token}` })).status).toBe(401);
  });

  it('is told in no answer, no log and no address', async () => {
    const me = await world.signIn('buudien.kybac');
    const token = me.cookie?.split('=')[1] ?? '';
    const seen = await me.get('/api/me');
    expect(seen.text + JSON.stringify(seen.headers)).not.toContain(token);
    const { rows } = await world.database.pool.query<{ kept: string }>('select * from motcua.sign_in_session');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('guessing', () => {
  it('is counted for one person however the name is written, and wherever from', async () => {
    const spellings = ['vanhoa.kybac', 'VANHOA.KYBAC', ' vanhoa.kybac ', 'VanHoa.KyBac', 'vanhoa.\u212Aybac'];
    for (const login of spellings) expect(codeOf(await signIn(login, 'sai'))).toBe('wrong-credentials');
    expect(codeOf(await signIn('vanhoa.kybac', PASSWORD))).toBe('locked');
    expect(codeOf(await signIn('vanhoa.kybac', PASSWORD, { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9' }))).toBe('locked');
  });

  it('of the password through its change is the same guessing', async () => {
    const person = await world.signIn('diachinh.kybac');
    for (let i = 0; i < 5; i += 1) expect(codeOf(await person.send('POST', '/api/change-password', { currentPassword: `sai ${i}`, newPassword: 'một mật khẩu mới' }))).toBe('wrong-current-password');
    expect(codeOf(await person.send('POST', '/api/change-password', { currentPassword: PASSWORD, newPassword: 'một mật khẩu mới' }))).toBe('locked');
    expect(codeOf(await signIn('diachinh.kybac', PASSWORD))).toBe('locked');
  });

  it('of a PIN is counted through both doors, and a refused act counts as well', async () => {
    const clerk = await world.signIn('buudien.kybac');
    const { rows } = await world.database.pool.query<{ id: string }>(`select account_id as id from motcua.account where login = 'tuphap.kybac'`);
    const accountId = rows[0]?.id;
    const confirm = (pin: string) => clerk.send('POST', '/api/desk/dossiers', { ...receiveCommand('ky-bac', birth), confirmation: { by: 'pin', accountId, pin } });
    const open = (pin: string) => clerk.send('POST', '/api/desk/officer-presence', { login: 'tuphap.kybac', pin });
    const codes = [];
    for (const [i, attempt] of [confirm, open, confirm, open, confirm].entries()) codes.push(codeOf(await attempt(`11111${i}`)));
    expect(codes).toEqual(['pin-wrong', 'wrong-pin', 'pin-wrong', 'wrong-pin', 'pin-wrong']);
    expect([codeOf(await confirm('246810')), codeOf(await open('246810'))]).toEqual(['pin-locked', 'locked']);
  });
});
