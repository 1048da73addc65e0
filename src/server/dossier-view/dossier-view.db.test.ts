// What both sides of a hand-over may open, what a corrected receipt keeps, and whose confirmation a screen asks for.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [officer, clerk] = await Promise.all(['tuphap.kybac', 'buudien.kybac'].map((login) => world.signIn(login))) as [Caller, Caller];
}, 120_000);
afterAll(() => world.close());

const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.pool.query(text, [...values])).rows as T[];
const viewOf = async (who: Caller, dossierId: string): Promise<DossierView> => (await who.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
const receive = async (more = {}): Promise<DossierReceivedAnswer> =>
  (await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth, more))).json<DossierReceivedAnswer>();

it('the agency opens the record that it signs, and nobody else does', async () => {
  const { dossierId } = await receive();
  const sent = await officer.send('POST', '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId, revision: 1, paperCount: 2 }] });
  const { paperId } = sent.json<{ paperId: string }>();
  const [agency, stranger] = await Promise.all(['chutich.kybac', 'chuyenvien.stp'].map((login) => world.signIn(login))) as [Caller, Caller];
  expect((await viewOf(agency, dossierId)).handOvers).toMatchObject([{ paperId }]);
  expect((await agency.get(`/api/papers/${paperId}.pdf`)).status).toBe(200);
  expect((await stranger.get(`/api/papers/${paperId}.pdf`)).status).toBe(404);
});

it('a corrected receipt is printed as large as the one it takes the place of', async () => {
  const { dossierId } = await receive({ largePrint: true });
  const { procedureCode, procedureVersion, caseId, parties, answers, papers } = receiveCommand('ky-bac', birth);
  const corrected = await officer.send('POST', `/api/desk/dossiers/${dossierId}/supersede-receipt`, {
    deskId: 'ky-bac', revision: 1, reason: 'Ghi nhầm', procedureCode, procedureVersion, caseId, parties, answers, papers, fees: [],
  });
  expect(corrected.status).toBe(200);
  expect(await sql(`select (payload->>'largePrint')::boolean as large from motcua.issued_paper where dossier_id = $1 and kind = 'intake-receipt'`, [dossierId]))
    .toEqual([{ large: true }, { large: true }]);
});

it('once a delegation has ended the clerk is asked to have an officer’s act confirmed', async () => {
  const { dossierId } = await plantDossier(world.database.pool, { no: 8801, agencyUnitId: 'xa-ky-bac', procedureCode: '1.001193', state: 'supplement-asked' });
  await sql(`update motcua.dossier set mode = 'delegated' where dossier_id = $1`, [dossierId]);
  await sql(`update motcua.transfer_register set mode = 'delegated', delegation = 'GUQ 1' where desk_id = 'ky-bac' and procedure_code = '1.001193'`);
  const asks = async () => (await viewOf(clerk, dossierId)).allowedActs.find(({ act }) => act === 'receive-supplement')?.needsConfirmation;
  expect(await asks()).toBe(false);
  await sql(`update motcua.transfer_register set valid_to = '2019-11-18' where desk_id = 'ky-bac' and procedure_code = '1.001193'`);
  expect(await asks()).toBe(true);
});

it('the papers of what was withdrawn are offered to the desk to be counted when they are on their way, then to be given, each once', async () => {
  const { dossierId } = await plantDossier(world.database.pool, { no: 8802, agencyUnitId: 'xa-ky-bac', procedureCode: '1.001193', state: 'withdrawn' });
  await sql(`insert into motcua.papers_back (province_id, dossier_id, cause, since, reason) values (42, $1, 'withdrawn', '2019-11-18T07:00:00+07:00', 'x')`, [dossierId]);
  const offered = async (place: string) => {
    await sql('update motcua.dossier set papers_at = $2 where dossier_id = $1', [dossierId, place]);
    return (await viewOf(officer, dossierId)).allowedActs.map(({ act }) => act).filter((act) => act.endsWith('papers') || act.endsWith('back'));
  };
  // the officer of Kỳ Bắc sits at the desk and in the commune's own agency
  expect([await offered('agency'), await offered('on-the-way'), await offered('at-desk'), await offered('given-back')])
    .toEqual([['send-papers-back'], ['accept-papers-back'], ['give-back-papers'], []]);
});

it('an apology or an extension is offered only where its own rule would let it through', async () => {
  const [specialist, signer] = await Promise.all(['chuyenvien.stp', 'phogiamdoc.stp'].map((login) => world.signIn(login))) as [Caller, Caller];
  const plant = async (no: number, dueAt: string, procedureCode = '1.004859') =>
    (await plantDossier(world.database.pool, { no, agencyUnitId: 'so-tu-phap', procedureCode, state: 'in-process', stepNo: 1, stepRole: 'agency-officer', dueAt })).dossierId;
  const offered = async (who: Caller, dossierId: string) =>
    (await viewOf(who, dossierId)).allowedActs.map(({ act }) => act).filter((act) => act.endsWith('apology') || act === 'extend-dossier');
  const prepared = (dossierId: string) => sql(
    `insert into motcua.apology (province_id, dossier_id, apology_no, reason, old_due, new_due, prepared_at, prepared_by, prepared_by_name)
     values (42, $1, 1, 'x', '2019-11-22T17:30:00+07:00', '2019-11-25T16:30:00+07:00', '2019-11-18T07:00:00+07:00', '00000000-0000-7000-8000-000000000000', 'X')`, [dossierId]);
  const inTime = await plant(8811, '2019-11-22T17:30:00+07:00');
  expect([await offered(specialist, inTime), await offered(signer, inTime)]).toEqual([['prepare-apology', 'extend-dossier'], ['extend-dossier']]);
  await prepared(inTime);
  expect([await offered(specialist, inTime), await offered(signer, inTime)]).toEqual([['extend-dossier'], ['sign-apology', 'return-apology', 'extend-dossier']]);
  const noGround = await plant(8812, '2019-11-22T17:30:00+07:00', '2.000488');
  expect(await offered(specialist, noGround)).toEqual(['prepare-apology']);
  const overdue = await plant(8813, '2019-11-15T17:30:00+07:00');
  expect([await offered(specialist, overdue), await offered(signer, overdue)]).toEqual([[], []]);
  // too late to be signed, but still to be given back to who prepared it
  await prepared(overdue);
  expect(await offered(signer, overdue)).toEqual(['return-apology']);
});
