import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '#testing/served-world.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { Me } from '#wire/session.wire.ts';

const PASSWORD = 'motcua-demo-2019';
const NEW_PASSWORD = 'một mật khẩu mới';

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
}, 120_000);
afterAll(() => world.close());

const tryToSignIn = (login: string, password: string) => world.anybody.send('POST', '/api/sign-in', { login, password });
const codeOf = (answer: { readonly json: <T>() => T }): string => answer.json<Problem>().code;

describe('signing in', () => {
  it('tells who I am, at which desk, in which world and what time it is there', async () => {
    const clerk = await world.signIn('buudien.kybac');
    const me = (await clerk.get('/api/me')).json<Me>();
    expect(me.account).toMatchObject({ login: 'buudien.kybac', fullName: 'Nguyễn Thị Sen' });
    expect(me.roles).toEqual(['postal-clerk']);
    expect(me.desk).toMatchObject({ deskId: 'ky-bac', communeName: 'Ủy ban nhân dân xã Kỳ Bắc' });
    expect(me.desk?.officers.map((officer) => officer.fullName)).toContain('Trần Văn Trúc');
    expect(me.world).toMatchObject({ name: 'kybac-2019', isDemo: true });
    expect(me.businessNow.slice(0, 13)).toBe('2019-11-18T07');
    expect(me.presentOfficer).toBeNull();
  });

  it('gives a cookie that no script reads and no other site sends, named after the world', async () => {
    const answer = await tryToSignIn('BUUDIEN.kybac ', PASSWORD);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^motcua-kybac-2019=[A-Za-z0-9_-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    const token = cookie.slice('motcua-kybac-2019='.length, 'motcua-kybac-2019='.length + 43);
    const { rows } = await world.database.pool.query<{ found: boolean }>(
      `select exists (select 1 from motcua.sign_in_session where position(convert_to($1, 'UTF8') in token_hash) > 0) as found`, [token]);
    expect(rows[0]?.found).toBe(false);
  });

  it('says the same of a wrong password and of a person who is not there', async () => {
    const wrong = await tryToSignIn('chutich.kybac', 'sai');
    const unknown = await tryToSignIn('khong.ai', 'sai');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.json<Problem>(), traceId: '' }).toEqual({ ...unknown.json<Problem>(), traceId: '' });
  });

  it.each(['vanthu.kybac', 'khong.co.ai'])('locks %s after five wrong passwords, each further lock twice as long', async (login) => {
    for (let i = 0; i < 5; i += 1) expect((await tryToSignIn(login, `sai ${i}`)).status).toBe(401);
    const locked = await tryToSignIn(login, PASSWORD);
    expect(locked.status).toBe(429);
    expect(locked.headers['retry-after']).toBe('60');
    expect(locked.json<Problem>().detail).toBe('Đã nhập sai nhiều lần. Vui lòng thử lại sau 1 phút.');
    world.wait(61);
    expect((await tryToSignIn(login, 'lại sai')).status).toBe(401);
    expect((await tryToSignIn(login, PASSWORD)).headers['retry-after']).toBe('120');
  });

  it('counts a hundred wrong passwords sent at once as a hundred', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => tryToSignIn('diachinh.kybac', `sai ${i}`)));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(15);
  });

  it('locks the place that guesses, not the person: from elsewhere he signs in', async () => {
    const from = (remoteAddress: string, password: string) =>
      world.app.inject({ method: 'POST', url: '/api/sign-in', remoteAddress, payload: { login: 'phochutich.kybac', password } });
    for (let i = 0; i < 5; i += 1) expect((await from('10.0.0.7', `sai ${i}`)).statusCode).toBe(401);
    expect((await from('10.0.0.7', PASSWORD)).statusCode).toBe(429);
    expect((await from('10.0.0.8', PASSWORD)).statusCode).toBe(200);
  });

  it('locks the name after fifty wrong passwords from everywhere', async () => {
    const from = (n: number, password: string) =>
      world.app.inject({ method: 'POST', url: '/api/sign-in', remoteAddress: `10.0.1.${n}`, payload: { login: 'giamsat.buudien', password } });
    for (let i = 0; i < 50; i += 1) expect((await from(1 + Math.floor(i / 4), `sai ${i}`)).statusCode).toBe(401);
    const locked = await from(200, PASSWORD);
    expect([locked.statusCode, locked.headers['retry-after']]).toEqual([429, '60']);
    world.wait(61);
    expect((await from(200, PASSWORD)).statusCode).toBe(200);
  });

  it('forgets wrong passwords after a right one', async () => {
    for (let i = 0; i < 4; i += 1) await tryToSignIn('vanhoa.kybac', 'sai');
    expect((await tryToSignIn('vanhoa.kybac', PASSWORD)).status).toBe(200);
    for (let i = 0; i < 4; i += 1) expect((await tryToSignIn('vanhoa.kybac', 'sai')).status).toBe(401);
    expect((await tryToSignIn('vanhoa.kybac', PASSWORD)).status).toBe(200);
  });
});

describe('a session', () => {
  it('ends with sign-out, at once', async () => {
    const clerk = await world.signIn('buudien2.kybac');
    expect((await clerk.send('POST', '/api/sign-out')).status).toBe(204);
    expect((await clerk.get('/api/me')).status).toBe(401);
  });

  it('ends after idle time, and after a working day however busy', async () => {
    const idle = await world.signIn('tuphap.kyanh');
    world.wait(111 * 60);
    expect((await idle.get('/api/me')).status).toBe(401);
    const busy = await world.signIn('tuphap.kyanh');
    for (let hour = 0; hour < 11; hour += 1) {
      world.wait(3_600);
      expect((await busy.get('/api/me')).status).toBe(200);
    }
    world.wait(3_601);
    expect((await busy.get('/api/me')).status).toBe(401);
  });

  it('ends when the account is disabled', async () => {
    const person = await world.signIn('hatang.kyanh');
    await world.database.migratorPool.query(`update motcua.account set disabled_at = now() where login = 'hatang.kyanh'`);
    world.wait(6);
    expect((await person.get('/api/me')).status).toBe(401);
    expect((await tryToSignIn('hatang.kyanh', PASSWORD)).status).toBe(401);
  });

  it('writes only with its own token and from its own pages', async () => {
    const clerk = await world.signIn('buudien.kybac');
    const cookie = clerk.cookie ?? '';
    const send = (headers: Record<string, string>) =>
      world.anybody.send('POST', '/api/sign-out', undefined, { cookie, ...headers });
    expect(codeOf(await send({}))).toBe('csrf');
    expect(codeOf(await send({ 'x-csrf-token': 'x'.repeat(43) }))).toBe('csrf');
    expect(codeOf(await clerk.send('POST', '/api/sign-out', undefined, { origin: 'https://noi-khac.example' }))).toBe('csrf');
    expect(codeOf(await clerk.send('POST', '/api/sign-out', undefined, { 'sec-fetch-site': 'cross-site' }))).toBe('csrf');
    expect((await clerk.get('/api/me')).status).toBe(200);
  });
});

describe('the forced change of password', () => {
  it('lets nothing else through until it is done, then ends the other sessions', async () => {
    await world.database.migratorPool.query(`update motcua.account set must_change_password = true where login = 'quantri'`);
    const other = await world.signIn('quantri');
    const admin = await world.signIn('quantri');
    expect((await admin.get('/api/me')).json<Me>().mustChangePassword).toBe(true);
    expect(codeOf(await admin.get('/api/openapi.json'))).toBe('must-change-password');

    const change = (currentPassword: string, newPassword: string) =>
      admin.send('POST', '/api/change-password', { currentPassword, newPassword });
    expect((await change(PASSWORD, 'ngắn')).json<Problem>().fieldErrors).toEqual([
      { path: 'newPassword', message: 'Cần ít nhất 10 ký tự.' },
    ]);
    expect(codeOf(await change('không phải', NEW_PASSWORD))).toBe('wrong-current-password');
    expect(codeOf(await change(PASSWORD, PASSWORD))).toBe('invalid-fields');
    expect((await change(PASSWORD, NEW_PASSWORD)).status).toBe(204);

    expect((await admin.get('/api/openapi.json')).status).toBe(200);
    expect((await other.get('/api/me')).status).toBe(401);
    expect((await tryToSignIn('quantri', PASSWORD)).status).toBe(401);
    expect((await tryToSignIn('quantri', NEW_PASSWORD)).status).toBe(200);
  });
});

describe('the journal of comings and goings', () => {
  const entries = async (): Promise<readonly { readonly chain: string; readonly act: string; readonly login: string; readonly body: string }[]> =>
    (await world.database.pool.query<{ chain: string; act: string; login: string; body: string }>(
      `select j.chain_id as chain, j.act, a.login, j.body from motcua.journal j join motcua.account a on a.account_id = j.account_id
       where j.chain_id like 'access:%' and a.login in ('banchidao', 'buudien2.kybac') order by j.recorded_at, j.seq`)).rows;

  it('tells who came, went and was not let in, in a chain apart from the acts, by account and by nothing else of the person', async () => {
    const before = (await entries()).length;
    await tryToSignIn('banchidao', 'sai');
    await tryToSignIn('khong.co', 'sai');
    const person = await world.signIn('banchidao');
    await person.send('POST', '/api/sign-out');
    const clerk = await world.signIn('buudien2.kybac');
    const me = (await clerk.get('/api/me')).json<Me>();
    const officer = me.desk?.officers[0]?.accountId;
    expect((await clerk.send('POST', '/api/desk/officer-presence', { accountId: officer, pin: '000000' })).status).toBe(403);
    const made = (await entries()).slice(before);
    expect(made.map(({ act, login }) => [act, login])).toEqual([
      ['sign-in-failed', 'banchidao'], ['sign-in', 'banchidao'], ['sign-out', 'banchidao'],
      ['sign-in', 'buudien2.kybac'], ['pin-failed', 'buudien2.kybac'],
    ]);
    expect(made.at(-1)?.chain).toBe('access:desk:ky-bac');
    expect(made.at(-1)?.body).toContain(officer);
    for (const { body } of made) expect(body).not.toMatch(/127\.0\.0\.1|000000|khong\.co|Trần|banchidao/);
  });
});
