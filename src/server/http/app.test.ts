import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Moment } from '#core/kernel/moment.ts';
import type { AccountId, ProvinceId, Role } from '#core/organisation/organisation.ts';
import type { Problem } from '#wire/problem.wire.ts';
import { secretsFrom } from '../secrets.ts';
import type { Actor } from './actor.ts';
import { buildApp } from './app.ts';
import { problem } from './problem.ts';
import { actContextOf, type App, type Deps } from './route.ts';
import { DEFAULT_HTTP_SETTINGS, type HttpSettings } from './settings.ts';

const CSRF = 'c'.repeat(43);
const actorWith = (...roles: readonly Role[]): Actor => ({
  provinceId: 42 as ProvinceId, accountId: '00000000-0000-4000-8000-000000000001' as AccountId,
  login: 'sen', fullName: 'Nguyễn Thị Sen', title: '', mustChangePassword: false, assignments: [], roles,
  session: { tokenHash: Buffer.alloc(32), csrfToken: CSRF, expiresAt: 0 },
});
const ACTORS: Readonly<Record<string, Actor>> = { clerk: actorWith('postal-clerk'), admin: actorWith('administrator') };

let folder: string;
let log: string[];
let app: App;

const build = async (settings: Partial<HttpSettings> = {}): Promise<App> => {
  log = [];
  const deps: Deps = {
    settings: { ...DEFAULT_HTTP_SETTINGS, staffAppFolder: folder, ...settings },
    world: { provinceId: 42 as ProvinceId, name: 'thu', title: 'Thử', isDemo: true },
    pool: {} as Pool,
    clock: { businessNow: () => '2019-11-18T07:30:00+07:00' as Moment, refresh: async () => undefined, stop: () => undefined },
    realNow: () => 0,
    secrets: secretsFrom(Buffer.alloc(32)),
  };
  const built = await buildApp({
    deps, cookieName: 'ten', findActor: async (token) => ACTORS[token],
    isPage: (url) => url.startsWith('/trang'),
    faultPage: (_request, reply, code) => reply.code(500).type('text/html').send(`<p>${code}</p>`),
    logStream: { write: (line) => log.push(line) },
  });
  const body = z.strictObject({ name: z.string().min(1), age: z.int().max(150), pin: z.string().optional() });
  built.post('/api/people/:id', { schema: { params: z.object({ id: z.uuid() }), body } }, async (request) =>
    ({ fingerprint: actContextOf(request, deps, 'name-person').fingerprint.toString('hex') }));
  built.get('/api/fault', async () => {
    throw Object.assign(new Error('Key (identity)=(183456789) already exists'), { code: '23505', detail: '183456789' });
  });
  built.get('/api/away', async () => {
    throw Object.assign(new Error('terminating'), { code: '57P01' });
  });
  built.get('/api/wrong-answer', { schema: { response: { 200: z.object({ n: z.number() }) } } }, async () => ({ n: 'Nguyễn Thị Sen' }) as never);
  built.get('/api/admin/thing', { config: { roles: ['administrator'] } }, async () => ({ long: 'chữ '.repeat(500) }));
  built.get('/api/open', { config: { access: 'open' } }, async () => ({}));
  built.get('/trang/loi', async () => {
    throw problem('fault');
  });
  return built;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-http-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'service-worker.js'), 'self;');
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>');
  writeFileSync(join(folder, 'assets', 'font-1a2b.woff2'), 'wOF2');
  for (const name of ['app-1a2b.js', 'press-worker-1a2b.js', 'press-worker-1a2b.js.br']) writeFileSync(join(folder, 'assets', name), 'export {};');
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  app = await build();
});
afterEach(() => app.close());

const as = (who: string) => ({ cookie: `ten=${who}` });
const UUID = '00000000-0000-4000-8000-00000000000a';
const writing = { ...as('clerk'), 'x-csrf-token': CSRF, 'idempotency-key': UUID };
const post = (url: string, payload: object, headers: Record<string, string> = writing) => app.inject({ method: 'POST', url, headers, payload });

describe('access', () => {
  it('is denied on every /api route that does not say it is open', async () => {
    expect((await app.inject('/api/fault')).statusCode).toBe(401);
    expect((await app.inject('/api/open')).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/fault', headers: as('stranger') })).statusCode).toBe(401);
  });

  it('asks for the role before anything else happens', async () => {
    expect((await app.inject({ url: '/api/admin/thing', headers: as('clerk') })).json<Problem>().code).toBe('role-missing');
    expect((await app.inject({ url: '/api/admin/thing', headers: as('admin') })).statusCode).toBe(200);
  });

  it('never reads the body of somebody who is not signed in', async () => {
    const answer = await app.inject({ method: 'POST', url: `/api/people/${UUID}`, headers: { 'content-type': 'application/json' }, payload: '{not json' });
    expect(answer.statusCode).toBe(401);
  });
});

describe('problems', () => {
  it('name each field in Vietnamese with its path', async () => {
    const answer = await post(`/api/people/${UUID}`, { name: '', age: 200 });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.statusCode).toBe(400);
    expect(answer.json<Problem>()).toMatchObject({
      code: 'invalid-fields', title: 'Có mục chưa đúng',
      fieldErrors: [{ path: 'name', message: 'Mục này chưa được điền.' }, { path: 'age', message: 'Giá trị lớn nhất là 150.' }],
    });
  });

  it('take an address that cannot exist for one that does not', async () => {
    expect((await post('/api/people/khong-phai-ma', { name: 'a', age: 1 })).statusCode).toBe(404);
    expect((await app.inject('/api/khong-co')).json<Problem>()).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('say 400, 413 and 415 for what cannot be read', async () => {
    const send = (payload: string, type: string) => app.inject({
      method: 'POST', url: `/api/people/${UUID}`, headers: { ...writing, 'content-type': type }, payload,
    });
    expect((await send('{', 'application/json')).json<Problem>().code).toBe('bad-request');
    expect((await send(JSON.stringify('x'.repeat(1_100_000)), 'application/json')).json<Problem>().code).toBe('too-large');
    expect((await send('x', 'text/csv')).json<Problem>().code).toBe('unsupported-media');
  });

  it('of a fault carry a trace id, and nothing of a person reaches the answer or the log', async () => {
    const answer = await app.inject({ url: '/api/fault?q=183456789', headers: as('clerk') });
    expect(answer.statusCode).toBe(500);
    const { traceId } = answer.json<Problem>();
    expect(answer.body).not.toContain('183456789');
    const lines = log.join('');
    expect(lines).not.toContain('183456789');
    expect(lines).toContain(traceId);
    expect(lines).toContain('23505');
    expect(lines).toContain('"route":"/api/fault"');
  });

  it('of an answer that does not fit its schema hide the value', async () => {
    const answer = await app.inject({ url: '/api/wrong-answer', headers: as('clerk') });
    expect(answer.json<Problem>().code).toBe('fault');
    expect(answer.body + log.join('')).not.toContain('Sen');
  });

  it('of a database that is away say 503, of a page are a page', async () => {
    expect((await app.inject({ url: '/api/away', headers: as('clerk') })).statusCode).toBe(503);
    expect((await app.inject('/trang/loi')).body).toBe('<p>fault</p>');
    expect((await app.inject('/trang/khac')).body).toBe('<p>not-found</p>');
  });

  it('come with the time to wait when there were too many requests', async () => {
    await app.close();
    app = await build({ rateLimits: { ...DEFAULT_HTTP_SETTINGS.rateLimits as object, all: { max: 2, windowSeconds: 60 } } as HttpSettings['rateLimits'] });
    await app.inject('/api/open');
    await app.inject('/api/open');
    const answer = await app.inject('/api/open');
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('60');
    expect(answer.json<Problem>().code).toBe('too-many-requests');
  });
});

describe('the id of a command', () => {
  it('must be there and be a UUID', async () => {
    const { 'idempotency-key': _, ...without } = writing;
    expect((await post(`/api/people/${UUID}`, { name: 'a', age: 1 }, without)).json<Problem>().code).toBe('idempotency-key-missing');
    expect((await post(`/api/people/${UUID}`, { name: 'a', age: 1 }, { ...writing, 'idempotency-key': '1' })).statusCode).toBe(400);
  });

  it('covers address and body, but a PIN leaves no trace in it', async () => {
    const print = async (payload: object, url = `/api/people/${UUID}`) =>
      (await post(url, payload)).json<{ fingerprint: string }>().fingerprint;
    const first = await print({ name: 'a', age: 1 });
    expect(await print({ age: 1, name: 'a' })).toBe(first);
    expect(await print({ name: 'a', age: 1, pin: '246810' })).toBe(first);
    expect(await print({ name: 'b', age: 1 })).not.toBe(first);
    expect(await print({ name: 'a', age: 1 }, '/api/people/00000000-0000-4000-8000-00000000000b')).not.toBe(first);
  });
});

describe('every answer', () => {
  it('forbids inline and foreign script, frames and sniffing', async () => {
    const { headers } = await app.inject('/trang/loi');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect((await app.inject('/api/open')).headers['cache-control']).toBe('no-store');
  });

  it('goes out compressed when it is long', async () => {
    const answer = await app.inject({ url: '/api/admin/thing', headers: { ...as('admin'), 'accept-encoding': 'gzip, br' } });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(JSON.parse(brotliDecompressSync(answer.rawPayload).toString())).toEqual({ long: 'chữ '.repeat(500) });
  });
});

describe('the staff app', () => {
  it('answers every address of its own with its page, always fresh, under the same policy', async () => {
    for (const url of ['/lam-viec/', '/lam-viec/ho-so/000.28.32.H27-191118-0001?q=a', '/lam-viec/thu-tuc/1.001193.H27']) {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(String(answer.headers['content-security-policy'])).toContain("style-src 'self';");
    }
    expect((await app.inject('/lam-viec')).headers.location).toBe('/lam-viec/');
  });

  it('keeps hashed files for a year and never answers a lost file with the page', async () => {
    const answer = await app.inject('/lam-viec/assets/app-1a2b.js');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.body).toBe('export {};');
    expect((await app.inject('/lam-viec/assets/app-0000.js')).statusCode).toBe(404);
    expect((await app.inject('/lam-viec/..%2f..%2fetc/passwd.txt')).statusCode).toBe(400);
  });

  it('carries no rules for pages on what runs nothing', async () => {
    const { headers } = await app.inject('/lam-viec/assets/font-1a2b.woff2');
    expect(headers).toMatchObject({ 'content-type': 'font/woff2', 'x-content-type-options': 'nosniff', 'cache-control': 'public, max-age=31536000, immutable' });
    for (const rule of ['content-security-policy', 'permissions-policy', 'x-frame-options']) {
      expect(headers[rule]).toBeUndefined();
      expect((await app.inject('/lam-viec/assets/app-1a2b.js')).headers[rule]).toBeDefined();
    }
  });

  it('serves its worker fresh, for its own addresses only, under the same policy', async () => {
    const { headers } = await app.inject('/lam-viec/service-worker.js');
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'service-worker-allowed': '/lam-viec/' });
    expect(String(headers['content-type'])).toContain('javascript');
    expect(String(headers['content-security-policy'])).toContain("connect-src 'self';");
    expect((await app.inject('/lam-viec/assets/app-1a2b.js')).headers['service-worker-allowed']).toBeUndefined();
    expect((await app.inject('/lam-viec/manifest.webmanifest')).headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'application/manifest+json' });
  });

  it('lets the counter’s press compile its module, and no other file', async () => {
    const policyOf = async (url: string, coding = 'identity'): Promise<string> =>
      String((await app.inject({ url, headers: { 'accept-encoding': coding } })).headers['content-security-policy']);
    for (const coding of ['identity', 'br']) {
      expect(await policyOf('/lam-viec/assets/press-worker-1a2b.js', coding)).toContain("script-src 'self' 'wasm-unsafe-eval';");
    }
    for (const url of ['/lam-viec/', '/lam-viec/assets/app-1a2b.js', '/lam-viec/assets/press-worker-0000.js']) expect(await policyOf(url)).not.toContain('unsafe');
  });
});

it('the description of the API is for administrators', async () => {
  expect((await app.inject({ url: '/api/openapi.json', headers: as('clerk') })).statusCode).toBe(403);
  const document = (await app.inject({ url: '/api/openapi.json', headers: as('admin') })).json<{ openapi: string; paths: object }>();
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toContain('/api/people/{id}');
});
