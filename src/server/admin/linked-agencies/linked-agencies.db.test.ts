import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { LinkedAgenciesView } from '#wire/linked-agencies.wire.ts';

let world: ServedWorld;
let administrator: Caller;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [administrator, officer] = await Promise.all([world.signIn('quantri'), world.signIn('tuphap.kybac')]);
}, 120_000);
afterAll(() => world.close());

const birth = procedureIn('kybac-2019', '1.001193');
const INSURANCE = { agency: 'Bảo hiểm xã hội huyện Kỳ Anh', limit: { kind: 'working-days', days: 5 }, source: 'QĐ 1 (thử)' };
const look = async () => (await administrator.get(`/api/admin/procedures/${birth.code}/linked-agencies`)).json<LinkedAgenciesView>();
const set = (baseVersion: number, linked: readonly object[], headers = {}): Promise<Answer> =>
  administrator.send('POST', `/api/admin/procedures/${birth.code}/linked-agencies`, { baseVersion, linked }, headers);
const receive = async (procedure = birth): Promise<DossierView> => {
  const answer = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedure));
  if (answer.status !== 201) throw new Error(answer.text);
  return (await officer.get(`/api/dossiers/${answer.json<{ dossierId: string }>().dossierId}`)).json<DossierView>();
};

it('a procedure carries none until a source is known', async () => {
  expect(await look()).toMatchObject({ procedureCode: birth.code, version: birth.version, linked: [] });
  expect((await administrator.get('/api/admin/procedures/9.999999/linked-agencies')).status).toBe(404);
});

it('what is entered is in the next version from today; dossiers before keep theirs, new ones show both dates and why', async () => {
  const before = await receive();
  expect([before.due?.due, before.due?.localDue]).toEqual(['2019-11-18T17:30:00+07:00', undefined]);
  const key = randomUUID();
  const saved = await set(birth.version, [INSURANCE], { 'idempotency-key': key });
  expect([saved.status, saved.json()]).toEqual([200, { procedureCode: birth.code, version: birth.version + 1 }]);
  expect((await set(birth.version, [INSURANCE], { 'idempotency-key': key })).json()).toEqual(saved.json());
  expect(await look()).toMatchObject({ version: birth.version + 1, linked: [INSURANCE] });

  const after = await receive({ ...birth, version: birth.version + 1 });
  expect(after.due).toMatchObject({ localDue: '2019-11-18T17:30:00+07:00', due: '2019-11-25T17:30:00+07:00', linkedDues: [{ agency: INSURANCE.agency, due: '2019-11-25T17:30:00+07:00' }] });
  expect(after.due?.explanation.find(({ rule }) => rule === 'linked-limit')?.text)
    .toBe('Cơ quan phối hợp Bảo hiểm xã hội huyện Kỳ Anh: 05 ngày làm việc, từ 17 giờ 30, thứ Hai, 18/11/2019 đến 17 giờ 30, thứ Hai, 25/11/2019. Căn cứ: QĐ 1 (thử).');
  expect((await officer.get(`/api/dossiers/${before.dossierId}`)).json<DossierView>().due?.due).toBe('2019-11-18T17:30:00+07:00');
  const { rows } = await world.database.pool.query<{ body: string }>(`select body from motcua.journal where act = 'set-linked-agencies'`);
  expect(rows.map(({ body }) => (JSON.parse(body) as { data: object }).data)).toMatchObject([{ procedureCode: birth.code, version: birth.version + 1, before: [], linked: [INSURANCE] }]);
});

it('an older version, one agency twice, nothing new and a limit without source are refused in words', async () => {
  const { version } = await look();
  const refusals = await Promise.all([set(version - 1, []), set(version, [INSURANCE, INSURANCE]), set(version, [INSURANCE])]);
  expect(refusals.map((answer) => answer.json<{ code: string }>().code)).toEqual(['procedure-changed', 'agency-twice', 'nothing-changed']);
  expect(refusals[0]?.json<{ detail: string }>().detail).toContain(`phiên bản ${version}`);
  const bare = await set(version, [{ ...INSURANCE, source: ' ' }]);
  expect([bare.status, bare.json<{ fieldErrors: { path: string }[] }>().fieldErrors.map(({ path }) => path)]).toEqual([400, ['linked.0.source']]);
  expect((await look()).version).toBe(version);
});
