import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type ServedWorld } from '#testing/served-world.ts';

let world: ServedWorld;
beforeAll(async () => { world = await servedWorld('kybac-2019'); });
afterAll(async () => world.close());

const URL = '/api/office/hand-overs/accept';
const atSubject = (no: number, more = {}) => plantDossier(world.database.pool, { no, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', ...more });
const stateOf = async (dossierId: string): Promise<unknown> =>
  (await world.database.pool.query('select state, revision, step_no, due_at, assignee_id is not null as assigned from motcua.dossier where dossier_id = $1', [dossierId])).rows[0];

test('many are accepted at once, and one goes back to the desk with its reason on the record', async () => {
  const who = await world.signIn('chuyenvien.stp');
  const [a, b, c] = [await atSubject(1), await atSubject(2), await atSubject(3)];
  const answer = await who.send('POST', URL, {
    dossierIds: [a.dossierId, b.dossierId], rejected: [{ dossierId: c.dossierId, reason: 'Thiếu bản sao sổ hộ khẩu trong túi' }],
  });
  expect(answer.status).toBe(200);
  expect(await stateOf(a.dossierId)).toMatchObject({ state: 'in-process', step_no: 1, assigned: true });
  expect(await stateOf(c.dossierId)).toMatchObject({ state: 'received', step_no: null });
  const { rows } = await world.database.pool.query('select result, note from motcua.hand_over_line where dossier_id = $1', [c.dossierId]);
  expect(rows).toEqual([{ result: 'rejected', note: 'Thiếu bản sao sổ hộ khẩu trong túi' }]);
});

test('the records clerk accepts for the agency and leaves the work to be assigned', async () => {
  const who = await world.signIn('vanthu.stp');
  const { dossierId } = await atSubject(4);
  await who.send('POST', URL, { dossierIds: [dossierId] });
  expect(await stateOf(dossierId)).toMatchObject({ state: 'in-process', assigned: false });
});

test('who comes second is told by whom and when it was taken; the rest of the selection goes through', async () => {
  const [first, second] = [await world.signIn('chuyenvien.stp'), await world.signIn('truongphong.stp')];
  const [taken, free] = [await atSubject(5), await atSubject(6)];
  await first.send('POST', URL, { dossierIds: [taken.dossierId] });
  const alone = await second.send('POST', URL, { dossierIds: [taken.dossierId] });
  expect([alone.status, alone.json()]).toMatchObject([409, { refusal: { kind: 'changed-meanwhile', by: 'Đặng Thị Hoài Thu', at: '2019-11-18T07:30:00+07:00' } }]);
  expect(alone.json<{ detail: string }>().detail).toContain('Đặng Thị Hoài Thu');
  const both = await second.send('POST', URL, { dossierIds: [taken.dossierId, free.dossierId] });
  expect(both.json()).toMatchObject({ accepted: [{ code: free.code }], skipped: [{ code: taken.code, state: 'in-process', changedBy: 'Đặng Thị Hoài Thu' }] });
});

test('the same command sent twice is one acceptance; another body under its key is 422', async () => {
  const who = await world.signIn('chuyenvien.stp');
  const [a, b] = [await atSubject(7), await atSubject(8)];
  const key = { 'idempotency-key': '00000000-0000-7000-8000-00000000000a' };
  const once = await who.send('POST', URL, { dossierIds: [a.dossierId] }, key);
  const again = await who.send('POST', URL, { dossierIds: [a.dossierId] }, key);
  expect(again.json()).toEqual(once.json());
  expect(await stateOf(a.dossierId)).toMatchObject({ revision: 3 });
  expect((await who.send('POST', URL, { dossierIds: [b.dossierId] }, key)).status).toBe(422);
});

test('two officers at the same moment: exactly one has it', async () => {
  const [one, two] = [await world.signIn('chuyenvien.stp'), await world.signIn('truongphong.stp')];
  const { dossierId } = await atSubject(9);
  const answers = await Promise.all([one, two].map((who) => who.send('POST', URL, { dossierIds: [dossierId] })));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  expect(await stateOf(dossierId)).toMatchObject({ revision: 3 });
});

test('by public post the clock starts at the acceptance and the new due moment is kept with its reasons', async () => {
  const who = await world.signIn('chuyenvien.stp');
  const { dossierId } = await atSubject(10, { regime: 'public-post', channel: 'post', dueAt: null });
  world.wait(3600);
  const answer = await who.send('POST', URL, { dossierIds: [dossierId] });
  const due = answer.json<{ accepted: { dueAt: string }[] }>().accepted[0]?.dueAt;
  const { rows } = await world.database.pool.query(`select due_at as at, due->>'countsFrom' as from from motcua.dossier where dossier_id = $1`, [dossierId]);
  expect(due).toBe('2019-12-02T17:30:00+07:00');
  expect(rows).toEqual([{ at: due, from: '2019-11-18T08:30:00+07:00' }]);
});

test('one dossier of another agency makes the whole selection not found', async () => {
  const who = await world.signIn('chuyenvien.sld');
  const { dossierId } = await atSubject(11);
  expect((await who.send('POST', URL, { dossierIds: [dossierId] })).status).toBe(404);
  expect(await stateOf(dossierId)).toMatchObject({ state: 'handed-over' });
});

test('a district’s people never reach its communes, which are agencies of their own', async () => {
  const { dossierId } = await plantDossier(world.database.pool, { no: 12, agencyUnitId: 'xa-ky-bac', procedureCode: '1.001193' });
  for (const login of ['vanthu.kyanh', 'tuphap.kyanh']) {
    const who = await world.signIn(login);
    expect((await who.send('POST', URL, { dossierIds: [dossierId] })).status).toBe(404);
  }
  expect((await (await world.signIn('tuphap.kybac')).send('POST', URL, { dossierIds: [dossierId] })).status).toBe(200);
});

test('the signing leader’s acceptance is refused, with whose act it is', async () => {
  const who = await world.signIn('phogiamdoc.stp');
  const { dossierId } = await atSubject(13);
  const answer = await who.send('POST', URL, { dossierIds: [dossierId] });
  expect(answer.json()).toMatchObject({ code: 'role-not-allowed' });
  expect(answer.json<{ detail: string }>().detail).toContain('văn thư');
});
