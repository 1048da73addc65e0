// What every answer of the whole server carries, and what none of them says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');

let world: ServedWorld;
let officer: Caller;
let received: DossierReceivedAnswer;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
  received = (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>();
}, 120_000);
afterAll(() => world.close());

const ANSWERS: readonly [what: string, ask: () => Promise<Answer>][] = [
  ['a view', () => officer.get(`/api/dossiers/${received.dossierId}`)],
  ['an act', () => officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))],
  ['a paper', () => officer.get(`/api/papers/${received.paperId}.pdf`)],
  ['a refusal', () => officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, { papers: [] }))],
  ['a field error', () => officer.send('POST', '/api/desk/dossiers', {})],
  ['a missing key', () => officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth), { 'idempotency-key': 'x' })],
  ['nobody signed in', () => world.anybody.get('/api/me')],
  ['a role too few', () => officer.get('/api/admin/journal')],
  ['what is not there', () => officer.get('/api/khong-co')],
  ['what cannot be read', () => officer.send('POST', '/api/desk/dossiers', '{', { 'content-type': 'application/json' })],
  ['the front page', () => world.anybody.get('/')],
  ['the form', () => world.anybody.get('/tra-cuu')],
  ['a procedure', () => world.anybody.get('/thu-tuc/1.001193')],
  ['a page that is not there', () => world.anybody.get('/khong-co')],
  ['an address that nobody can read', () => world.anybody.get('/%zz')],
];

it.each(ANSWERS)('%s forbids foreign and inline script, frames, sniffing and telling where one came from', async (_what, ask) => {
  const { headers } = await ask();
  const policy = String(headers['content-security-policy']);
  for (const rule of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policy.split('; ')).toContain(rule);
  expect(policy).not.toMatch(/unsafe|\*|http:/);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' });
  expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

it.each(ANSWERS.slice(0, 10))('%s is kept by no cache', async (_what, ask) => {
  expect((await ask()).headers['cache-control']).toBe('no-store');
});

describe('a fault of the database', () => {
  const without = async (right: string, work: () => Promise<void>): Promise<void> => {
    await world.database.migratorPool.query(`revoke ${right} from motcua_app`);
    try {
      await work();
    } finally {
      await world.database.migratorPool.query(`grant ${right} to motcua_app`);
    }
  };
  const judge = (answer: Answer): void => {
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/permission|denied|42501|motcua|select|relation|\.ts|stack|at async|node:/i);
  };

  it('says a trace id to the staff, and nothing of itself', async () => {
    await without('select on motcua.dossier', async () => {
      const answer = await officer.get(`/api/dossiers/${received.dossierId}`);
      judge(answer);
      expect(Object.keys(answer.json<Problem>()).toSorted()).toEqual(['code', 'detail', 'status', 'title', 'traceId', 'type']);
      judge(await officer.get('/api/desk/find?q=nguyen'));
    });
  });

  it('in the middle of an act saves nothing, and the same key does it afterwards', async () => {
    const [body, key] = [receiveCommand('ky-bac', birth), '0f0e0d0c-0b0a-4908-8706-050403020100'];
    const send = () => officer.send('POST', '/api/desk/dossiers', body, { 'idempotency-key': key });
    const numbers = async () => (await world.database.pool.query(`select last_number from motcua.number_counter where series = 'dossier:xa-ky-bac'`)).rows;
    const before = await numbers();
    await without('insert on motcua.outbox', async () => judge(await send()));
    expect(await numbers()).toEqual(before);
    expect((await send()).status).toBe(201);
    expect((await send()).headers['idempotency-replayed']).toBe('true');
  });

  it('is a page for a citizen, in words', async () => {
    await without('select on motcua.dossier', async () => {
      const answer = await world.anybody.send('POST', '/tra-cuu', `ma=${received.code}&so=0001`, { 'content-type': 'application/x-www-form-urlencoded' });
      judge({ ...answer, text: answer.text.replace(/<head>.*<\/head>/s, '') });
      expect(answer.text).toContain('Trang đang gặp lỗi');
      expect(answer.headers['cache-control']).toBe('no-store');
    });
  });
});
