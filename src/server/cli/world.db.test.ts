// From an empty database to an office: no made-up person in it, and the first one must choose a password of his own.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, type Pool } from '../db/pool.ts';
import { DEFAULT_HTTP_SETTINGS } from '../http/settings.ts';
import { createServer } from '../main.ts';
import { secretsFrom } from '../secrets.ts';
import { createWaitingServer, whenWorldMade } from '../startup/waiting-world.ts';
import { findWorld } from '../startup/world.sql.ts';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import type { ProvinceId } from '#core/organisation/organisation.ts';
import { installationOf } from '#testing/command-line.ts';

const NAME = `thu-${process.pid}`;
const { run, urlOf, remove } = installationOf(NAME);
const settings = { ...DEFAULT_HTTP_SETTINGS, logLevel: 'silent', rateLimits: 'lifted' } as const;
const secrets = secretsFrom(Buffer.alloc(32, 9));
let pool: Pool;

const create = (...more: readonly string[]) =>
  run('world', 'create', '--name', NAME, '--province', 'Ủy ban nhân dân tỉnh Thử', '--gso', '99', '--code', 'H99', ...more);

beforeAll(async () => {
  await run('migrate');
  pool = createPool(urlOf('motcua_app'), 2);
}, 60_000);
afterAll(async () => {
  await pool.end();
  await remove();
});

test('before it is made, signing in is answered by the command that makes it', async () => {
  const app = await createWaitingServer({ settings, name: NAME, pool, secrets });
  const answer = await app.inject({ method: 'POST', url: '/api/sign-in', payload: { login: 'quantri', password: 'x' } });
  expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([503, expect.stringContaining(`world create --name ${NAME}`)]);
  expect((await app.inject({ url: '/api/me' })).statusCode).toBe(401);
  expect((await app.inject({ url: '/' })).headers.location).toBe('/lam-viec/');
  await app.close();
});

test.each([
  [['--gso', '0'], '--gso'], [['--code', 'X1'], '--code'], [['--name', 'Hà Tĩnh'], '--name'], [['--name', 'khac'], 'khac'], [['--admin', 'Quản trị'], '--admin'],
])('%j makes no sense and makes nothing', async (more, named) => {
  const { code, data } = await create(...more);
  expect([code, data['error']]).toEqual([2, expect.stringContaining(named)]);
  expect(await findWorld(pool)).toBeUndefined();
});

test('it is made once, whoever waits for it is told, and its first person must choose a password of his own', async () => {
  const told = new Promise<string>((resolve) => { whenWorldMade(pool, async (row) => resolve(row.title)); });
  const { code, data } = await create();
  expect([code, data]).toEqual([0, expect.objectContaining({ login: 'quantri', password: expect.stringMatching(/^[a-z0-9-]{14}$/) })]);
  expect(await create()).toMatchObject({ code: 1, data: { world: NAME } });
  expect(await told).toBe('Ủy ban nhân dân tỉnh Thử');
  const row = await findWorld(pool);
  expect(row).toEqual({ provinceId: 99, name: NAME, title: 'Ủy ban nhân dân tỉnh Thử', isDemo: false });
  const app = await createServer({ settings, world: { ...row, name: NAME, title: '', isDemo: false, provinceId: 99 as ProvinceId }, pool, secrets, fileStore: fakeFileStore() });
  const signedIn = await app.inject({ method: 'POST', url: '/api/sign-in', payload: { login: 'quantri', password: data['password'] } });
  expect(signedIn.json()).toMatchObject({ mustChangePassword: true, roles: ['administrator'] });
  await app.close();
});

test('units, a desk and people are added; what names none is refused', async () => {
  const unit = (id: string, kind: string, ...more: readonly string[]) => run('unit', 'add', id, '--kind', kind, '--name', `Đơn vị ${id}`, '--short', id, ...more);
  expect((await unit('xa-thu', 'commune', '--parent', 'tinh', '--code', 'H99.01')).code).toBe(0);
  expect((await unit('xa-thu', 'commune')).code).toBe(1);
  expect((await unit('xa-hai', 'commune', '--parent', 'khong-co')).code).toBe(1);
  expect((await unit('xa-ba', 'king')).code).toBe(2);
  expect((await unit('buu-dien-thu', 'commune-post', '--parent', 'tinh')).code).toBe(0);
  const desk = (postOffice: string) => run('desk', 'add', 'quay-thu', '--name', 'Bộ phận Một cửa xã Thử', '--short', 'Một cửa Thử', '--post-office', postOffice,
    '--commune', 'xa-thu', '--receiving', 'xa-thu', '--address', 'xã Thử', '--phone', '0239000000', '--site', 'ha-tinh');
  expect((await desk('khong-co')).code).toBe(1);
  expect((await desk('buu-dien-thu')).code).toBe(0);
  expect((await desk('buu-dien-thu')).code).toBe(1);
  expect((await run('account', 'add', 'sen', '--name', 'Nguyễn Thị Sen', '--title', 'Nhân viên', '--role', 'postal-clerk', '--unit', 'buu-dien-thu', '--desk', 'quay-thu')).code).toBe(0);
  const { rows } = await pool.query<{ act: string }>(`select act from motcua.journal where chain_id = 'admin' order by seq`);
  expect(rows.map(({ act }) => act)).toEqual(['add-unit', 'add-unit', 'add-desk', 'add-account']);
});
