import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Answer, type Caller, servedWorld, type ServedWorld } from '#testing/served-world.ts';
import type { RegisterChoices } from '#wire/register-line.wire.ts';

let world: ServedWorld;
let administrator: Caller;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [administrator, officer] = await Promise.all([world.signIn('quantri'), world.signIn('tuphap.kybac')]);
  await world.database.migratorPool.query(`update motcua.transfer_register set valid_from = '2018-06-21' where desk_id = 'ky-bac' and procedure_code = $1`, [birth.code]);
}, 120_000);
afterAll(() => world.close());

const birth = procedureIn('kybac-2019', '1.001193');
const TODAY = '2019-11-18';
const OTHER = 'xa-ky-phong';
const choices = async (query = ''): Promise<RegisterChoices> => (await administrator.get(`/api/admin/transfer-register/choices${query}`)).json<RegisterChoices>();
const add = (more: object = {}): Promise<Answer> => administrator.send('POST', '/api/admin/transfer-register', {
  deskId: 'ky-bac', procedureCode: birth.code, agencyUnitId: OTHER, mode: 'support', validFrom: TODAY, decision: 'QĐ 12/QĐ-UBND', ...more,
});
const lines = async () => (await world.database.pool.query<{ agency: string; from: string; to: string | null }>(
  `select agency_unit_id as agency, valid_from as "from", valid_to as "to" from motcua.transfer_register where desk_id = 'ky-bac' and procedure_code = $1 order by valid_from`, [birth.code])).rows;
const agencyOf = async (dossierId: string) => (await officer.get(`/api/dossiers/${dossierId}`)).json<{ agencyUnitId: string }>().agencyUnitId;
const receive = async (): Promise<string> => (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<{ dossierId: string }>().dossierId;

it('what can be chosen: desks, agencies of every commune but no post office, the procedure by its code, and the line that holds', async () => {
  const all = await choices();
  expect(all).toMatchObject({ procedureName: null, held: null });
  expect(all.desks.map((desk) => desk.deskId)).toContain('ky-bac');
  const units = all.agencies.map((agency) => agency.unitId as string);
  expect(units).toEqual(expect.arrayContaining(['xa-ky-bac', 'huyen-ky-anh']));
  expect(all.agencies.filter(({ name }) => /Bưu điện/u.test(name))).toEqual([]);
  expect(await choices(`?code=${birth.code}&desk=ky-bac`)).toMatchObject({ procedureName: birth.name, held: { agencyName: 'Ủy ban nhân dân xã Kỳ Bắc', mode: 'support' } });
  expect((await choices('?code=khong-co&desk=ky-bac'))).toMatchObject({ procedureName: null, held: null });
});

it('a line for another commune’s agency: received for it from its first day, and what came before keeps its own', async () => {
  const before = await receive();
  expect((await add({ agencyUnitId: OTHER })).json()).toEqual({ endedFrom: '2018-06-21' });
  expect(await lines()).toEqual([{ agency: 'xa-ky-bac', from: '2018-06-21', to: TODAY }, { agency: OTHER, from: TODAY, to: null }]);
  expect([await agencyOf(before), await agencyOf(await receive())]).toEqual(['xa-ky-bac', OTHER]);
  const { entries } = (await administrator.get(`/api/admin/transfer-register?q=${birth.code}`)).json<{ entries: { decision: string; validTo: string | null }[] }>();
  expect(entries.map((entry) => entry.validTo)).toContain(TODAY);
});

it('is journalled with the line that it ended', async () => {
  const { rows } = await world.database.pool.query<{ body: string }>(`select body from motcua.journal where act = 'add-register-line'`);
  expect(rows.map(({ body }) => (JSON.parse(body) as { data: object }).data)).toMatchObject([{ line: { agencyUnitId: OTHER, decision: 'QĐ 12/QĐ-UBND' }, ended: { agencyUnitId: 'xa-ky-bac' } }]);
});

it.each([
  ['line-of-that-day', {}], ['begins-before-today', { validFrom: '2019-11-17' }], ['procedure-not-known', { procedureCode: 'khong-co' }],
  ['desk-not-open', { deskId: 'khong-co', validFrom: '2019-12-02' }], ['agency-not-there', { agencyUnitId: 'khong-co', validFrom: '2019-12-02' }],
  ['delegation-missing', { mode: 'delegated', validFrom: '2019-12-02' }], ['nothing-changed', { agencyUnitId: OTHER, validFrom: '2019-12-02' }],
] as const)('%s is refused in words, and nothing is written', async (code, more) => {
  const before = await lines();
  const answer = await add(more);
  expect([answer.status, answer.json<{ code: string }>().code]).toEqual([422, code]);
  expect(answer.json<{ detail: string }>().detail).toMatch(/^\p{Lu}.+\.$/u);
  expect(await lines()).toEqual(before);
});
