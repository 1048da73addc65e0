// Whoever guesses at a dossier learns nothing: not by the answer, not by its work, not by many guesses at once.
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { WORLD_FACTS, HA_TINH } from '#demo/worlds.ts';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import { servedWorld, type ServedWorld } from '#testing/served-world.ts';
import { insertTracked } from '#testing/tracked-dossier.ts';
import type { App } from '../http/route.ts';
import { DEFAULT_HTTP_SETTINGS } from '../http/settings.ts';
import { createServer } from '../main.ts';
import { secretsFrom } from '../secrets.ts';

const codeOf = (no: number): string => `000.22.36.H27-191112-${String(no).padStart(4, '0')}`;
const UNKNOWN = codeOf(9_999);

let world: ServedWorld;
let watched: App;
const asked: string[] = [];
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  for (let no = 1; no <= 30; no += 1) await insertTracked(world.database.pool, { code: codeOf(no), state: 'in-process' });
  const pool = new Proxy(world.database.pool, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (key !== 'query') return typeof value === 'function' ? value.bind(target) : value;
      return (query: { readonly name?: string }, values?: unknown) => {
        asked.push(query.name ?? 'unnamed');
        return target.query(query as never, values as never);
      };
    },
  });
  watched = await createServer({
    settings: { ...DEFAULT_HTTP_SETTINGS, logLevel: 'silent', rateLimits: 'lifted' }, pool: pool as Pool,
    world: { provinceId: HA_TINH, name: 'kybac-2019', title: '', isDemo: true }, secrets: secretsFrom(Buffer.alloc(32, 3)), fileStore: fakeFileStore(),
    realNow: () => momentToEpoch(WORLD_FACTS['kybac-2019'].startsAt),
  });
}, 120_000);
afterAll(async () => {
  await watched.close();
  await world.close();
});
beforeEach(() => world.database.pool.query('delete from motcua.guess_limit'));

const guess = (code: string, digits: string, remoteAddress: string, app: App = world.app) => app.inject({
  method: 'POST', url: '/tra-cuu', remoteAddress, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ ma: code, so: digits }).toString(),
});

it('a wrong code and wrong digits ask the database the same questions, and get the same answer', async () => {
  await guess(UNKNOWN, '0000', '10.1.0.1', watched);
  const work = async (code: string, digits: string, address: string): Promise<readonly string[]> => {
    asked.length = 0;
    await guess(code, digits, address, watched);
    return [...asked];
  };
  const [wrongCode, wrongDigits] = [await work(UNKNOWN, '0000', '10.1.0.2'), await work(codeOf(1), '0000', '10.1.0.3')];
  expect(wrongDigits).toEqual(wrongCode);
  expect(wrongCode).toContain('find-tracked-parties');
  expect(await work(codeOf(1), '5678', '10.1.0.4')).toContain('find-tracked');
});

it('nothing of a person and nothing of the digits stands in an address, a header or a page that failed', async () => {
  const answer = await guess(codeOf(2), '5679', '10.1.0.5');
  const all = JSON.stringify(answer.headers) + answer.body;
  for (const secret of ['5679', '5678', 'Ổi', 'Kỳ Anh', 'khai sinh']) expect(all).not.toContain(secret);
  expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-cache', 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' });
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(answer.headers.location).toBeUndefined();
  const opened = await guess(codeOf(2), '5678', '10.1.0.5');
  expect([opened.statusCode, opened.headers['cache-control']]).toEqual([200, 'private, no-cache']);
  for (const secret of ['183456789', '0912345678', '56789', '45678']) expect(opened.body).not.toContain(secret);
});

it('the digits cannot come by the address', async () => {
  const answer = await world.anybody.get(`/tra-cuu?ma=${codeOf(3)}&so=5678`);
  expect([answer.status, answer.text.includes('Hồ sơ của quý vị'), answer.text.includes('5678')]).toEqual([200, false, false]);
  expect((await world.anybody.get(`/q/${codeOf(3)}?so=5678`)).text).not.toContain('Đang xử lý');
});

it('forty codes tried at once by one caller are twenty tries, and then he waits', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => guess(codeOf(4_000 + i), '0000', '10.2.0.1')));
  expect(answers.filter((answer) => answer.statusCode === 422)).toHaveLength(20);
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(20);
  expect((await guess(codeOf(5), '5678', '10.2.0.1')).statusCode).toBe(429);
  expect((await guess(codeOf(5), '5678', '10.2.0.2')).statusCode).toBe(200);
});

it('a caller with a whole network of addresses is one caller', async () => {
  for (let i = 0; i < 20; i += 1) expect((await guess(codeOf(5_000 + i), '0000', `2001:db8:0:1::${(i + 1).toString(16)}`)).statusCode).toBe(422);
  expect((await guess(codeOf(6), '5678', '2001:db8:0:1::ffff')).statusCode).toBe(429);
  expect((await guess(codeOf(6), '5678', '2001:db8:0:2::1')).statusCode).toBe(200);
});

it('a caller cannot give himself another address', async () => {
  for (let i = 0; i < 20; i += 1) {
    await world.app.inject({
      method: 'POST', url: '/tra-cuu', remoteAddress: '10.3.0.1', headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': `203.0.113.${i}`, forwarded: `for=203.0.113.${i}` },
      payload: `ma=${codeOf(6_000 + i)}&so=0000`,
    });
  }
  expect((await guess(codeOf(7), '5678', '10.3.0.1')).statusCode).toBe(429);
});

it('a code is one code however it is written', async () => {
  const spellings = [codeOf(8), codeOf(8).toLowerCase(), ` ${codeOf(8)} `, codeOf(8).replaceAll('-', '–'), codeOf(8).replace('H27', 'Ｈ２７')];
  for (const [i, code] of spellings.entries()) expect((await guess(code, '0000', `10.4.0.${i + 1}`)).statusCode).toBe(422);
  expect((await guess(codeOf(8), '5678', '10.4.0.99')).statusCode).toBe(429);
});

it('a right answer neither forgives nor hides the wrong ones before it', async () => {
  for (let i = 0; i < 4; i += 1) await guess(codeOf(9), '0000', `10.5.0.${i + 1}`);
  expect((await guess(codeOf(9), '5678', '10.5.0.9')).statusCode).toBe(200);
  expect((await guess(codeOf(9), '0001', '10.5.0.10')).statusCode).toBe(422);
  expect((await guess(codeOf(9), '5678', '10.5.0.11')).statusCode).toBe(429);
});
