// Programs of other houses: a token that is good for a scope and a time, each call written down, and no person in what they read.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { schemaFaults } from '#testing/epcis-schemas.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import type { EpcisDocument } from '#wire/epcis.wire.ts';
import type { IntegratorView } from '#wire/integrators.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const AGENCY = 'so-tu-phap';
let world: ServedWorld;
let administrator: Caller;
let officer: Caller;
let received: DossierReceivedAnswer;
const command = receiveCommand('ky-bac', procedureIn('kybac-2019', '2.000488'));
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { settings: { epcisBase: 'https://epcis.hatinh.gov.vn/{world}' } });
  [administrator, officer] = await Promise.all([world.signIn('quantri'), world.signIn('tuphap.kybac')]);
  received = (await officer.send('POST', '/api/desk/dossiers', command)).json<DossierReceivedAnswer>();
  const sent = await officer.send('POST', '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: AGENCY, dossiers: [{ dossierId: received.dossierId, revision: 1, paperCount: 3 }] });
  expect(sent.status, sent.text).toBeLessThan(300);
}, 240_000);
afterAll(() => world.close());

const sql = async <T extends object>(text: string, ...values: readonly unknown[]): Promise<readonly T[]> => (await world.database.pool.query<T>(text, [...values])).rows;
const issue = (more: object = {}, headers: Record<string, string> = {}): Promise<Answer> => administrator.send('POST', '/api/admin/integrators', { name: 'Kho dữ liệu thử', purpose: 'CV 12', lastDay: '2020-11-18', ...more }, headers);
const issued = async (more: object = {}): Promise<{ integratorId: string; token: string; address: string }> => {
  const answer = await issue(more);
  expect(answer.status, answer.text).toBe(201);
  return answer.json();
};
const read = (token: string, code: string = received.code): Promise<Answer> => world.anybody.get(`/api/epcis/dossiers/${code}`, { authorization: `Bearer ${token}` });
const list = async (): Promise<readonly IntegratorView[]> => (await administrator.get('/api/admin/integrators')).json<{ integrators: IntegratorView[] }>().integrators;

describe('a token', () => {
  it('opens the chain of a dossier by its code, in the standard, the same that the administrator sees', async () => {
    const { token, address } = await issued();
    expect(address).toMatch(/\/api\/epcis\/dossiers\/$/);
    const answer = await read(token);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/ld+json; charset=utf-8']);
    const chain = answer.json<EpcisDocument>();
    expect(schemaFaults(chain)).toEqual([]);
    expect(chain.epcisBody.eventList.map(({ bizStep }) => bizStep)).toEqual(['accepting', 'shipping']);
    expect(chain.epcisBody).toEqual((await administrator.get(`/api/admin/epcis/${received.code}`)).json<EpcisDocument>().epcisBody);
  });

  it('is the same however often one command is sent, and stands neither in the table nor in a stored answer nor in the journal', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const [first, again] = [await issue({ name: 'Một lần' }, key), await issue({ name: 'Một lần' }, key)];
    const { token } = first.json<{ token: string }>();
    expect(again.json()).toMatchObject({ token });
    expect((await list()).filter(({ name }) => name === 'Một lần')).toHaveLength(1);
    const [stands] = await sql<{ all: string }>(
      `select concat((select string_agg(i::text, '') from motcua.integrator i), (select string_agg(c.answer::text, '') from motcua.command c), (select string_agg(j.body, '') from motcua.journal j)) as all`);
    expect(stands?.all).not.toContain(token);
    expect((await administrator.get('/api/admin/integrators')).text).not.toContain(token);
  });

  it('that is wrong, missing, taken back or over opens nothing', async () => {
    const { token, integratorId } = await issued();
    const denied = async (answer: Promise<Answer>): Promise<void> => expect([(await answer).status, (await answer).json<{ code: string }>().code]).toEqual([401, 'wrong-machine-secret']);
    await denied(read(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`));
    await denied(world.anybody.get(`/api/epcis/dossiers/${received.code}`));
    await denied(world.anybody.get(`/api/epcis/dossiers/${received.code}`, { authorization: token }));
    expect((await read(token)).status).toBe(200);
    expect((await administrator.send('POST', `/api/admin/integrators/${integratorId}/revoke`, { reason: 'Hết hợp đồng' })).status).toBe(200);
    await denied(read(token));
    expect((await administrator.send('POST', `/api/admin/integrators/${integratorId}/revoke`, { reason: 'Lần nữa' })).json()).toMatchObject({ code: 'integrator-revoked-already' });
    expect((await administrator.send('POST', `/api/admin/integrators/${randomUUID()}/revoke`, { reason: 'x' })).status).toBe(404);
    const { token: short, integratorId: shortId } = await issued({ lastDay: '2019-11-18' });
    expect((await read(short)).status).toBe(200);
    // the server's own role may not move that day
    await expect(sql('update motcua.integrator set valid_to = $2 where integrator_id = $1', shortId, '2019-11-18')).rejects.toMatchObject({ code: '42501' });
    await world.database.migratorPool.query('update motcua.integrator set valid_to = $2 where integrator_id = $1', [shortId, '2019-11-18']);
    await denied(read(short));
    expect((await list()).filter(({ integratorId: one }) => [integratorId, shortId].includes(one)).map(({ standing }) => standing).toSorted()).toEqual(['ended', 'revoked']);
  });

  it('is given for a unit that there is, until a day that is near enough', async () => {
    for (const [more, field] of [[{ unitId: 'khong-co' }, 'unitId'], [{ lastDay: '2019-11-17' }, 'lastDay'], [{ lastDay: '2021-11-19' }, 'lastDay']] as const) {
      const answer = await issue(more);
      expect([answer.status, answer.json<{ fieldErrors: { path: string }[] }>().fieldErrors.map(({ path }) => path)]).toEqual([422, [field]]);
    }
  });
});

describe('its scope', () => {
  it.each([['so-tu-phap', 200], ['bd-vhx-ky-bac', 200], ['xa-ky-bac', 200], ['tinh-ha-tinh', 200], ['so-lao-dong', 404], ['bd-vhx-ky-phong', 404]])(
    'of %s ends a call for a dossier of Kỳ Bắc that the justice department decides with %i', async (unitId, status) => {
      expect((await read((await issued({ unitId })).token)).status).toBe(status);
    });

  it('of the province does not make a code out of nothing', async () => {
    expect((await read((await issued()).token, '000.22.36.H27-191118-9999')).status).toBe(404);
  });
});

it('each call is written down in a chain of its own, what was asked in vain too, and its last use is shown', async () => {
  const { token, integratorId } = await issued({ name: 'Được ghi lại', unitId: 'so-lao-dong' });
  expect((await list()).find((one) => one.integratorId === integratorId)?.lastUsedAt).toBeNull();
  await read(token);
  await read(token, 'KHONG-CO');
  const entries = await sql<{ by: string; body: string }>(`select account_id as by, body from motcua.journal where chain_id = $1 order by seq`, `access:integrator:${integratorId}`);
  expect(entries.map(({ by, body }) => [by, JSON.parse(body)])).toMatchObject([
    [integratorId, { data: { code: received.code, isFound: false } }], [integratorId, { data: { code: 'KHONG-CO', isFound: false } }],
  ]);
  expect((await list()).find((one) => one.integratorId === integratorId)?.lastUsedAt).toMatch(/^2019-11-18T/);
});

it('no person stands in what is read: neither citizen nor staff, nor what they noted', async () => {
  const { token } = await issued();
  const { text } = await read(token);
  const names = (await sql<{ name: string }>('select distinct full_name as name from motcua.account')).map(({ name }) => name);
  const [dossier] = await sql<{ parties: object }>('select parties from motcua.dossier where dossier_id = $1', received.dossierId);
  const strings = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []);
  // where an agency or a desk lies is its name, not a person's
  const personal = [...names, ...strings(dossier?.parties)].filter((part) => part.length > 5 && !/^(xã|tỉnh) /u.test(part));
  expect(personal.length).toBeGreaterThan(10);
  expect(personal.filter((part) => text.includes(part))).toEqual([]);
});

it('a program that asks too often waits, and another one behind the same address does not', async () => {
  const often = { max: 1_000, windowSeconds: 60 };
  const limited = await servedWorld('kybac-2019', { settings: { rateLimits: { all: often, signIn: often, tracking: often, integrator: { max: 2, windowSeconds: 3_600 } } } });
  try {
    const admin = await limited.signIn('quantri');
    const tokens = await Promise.all([1, 2].map(async (n) => (await admin.send('POST', '/api/admin/integrators', { name: `Số ${n}`, purpose: 'x', lastDay: '2020-01-01' })).json<{ token: string }>().token));
    const ask = async (token = ''): Promise<Answer> => limited.anybody.get('/api/epcis/dossiers/KHONG-CO', { authorization: `Bearer ${token}` });
    expect([(await ask(tokens[0])).status, (await ask(tokens[0])).status]).toEqual([404, 404]);
    const waits = await ask(tokens[0]);
    expect([waits.status, Number(waits.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await ask(tokens[1])).status).toBe(404);
  } finally {
    await limited.close();
  }
}, 120_000);
