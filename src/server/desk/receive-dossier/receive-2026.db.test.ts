// The law of November 2026: two tiers, the police's own slips, codes given by a ministry, delegation to the post.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
beforeAll(async () => {
  world = await servedWorld('hatinh-2026');
  officer = await world.signIn('tiepnhan.kyxuan');
  clerk = await world.signIn('buudien.kyxuan');
}, 120_000);
afterAll(() => world.close());

const identity = { kind: 'identity-card-2024' as const, number: '042185001234' };
const applicant = {
  fullName: 'Nguyễn Thị Thử', identity, phone: '0912000001',
  address: { line: 'thôn Xuân Phú', communeName: 'xã Kỳ Xuân', provinceName: 'tỉnh Hà Tĩnh' },
};
const receive = async (code: string, caller: Caller = officer): Promise<DossierReceivedAnswer> => {
  const answer = await caller.send('POST', '/api/desk/dossiers', receiveCommand('ky-xuan', procedureIn('hatinh-2026', code), { parties: { applicant } }));
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<DossierReceivedAnswer>();
};

it('the code begins with the province', async () => {
  expect((await receive('1.004873')).code).toMatch(/^H27\.[\d.]+-261123-\d{4}$/);
});

it("residence gets the police's CT04, not form 01", async () => {
  const received = await receive('1.010038');
  expect(received.paperKind).toBe('residence-receipt');
  expect((await officer.get(`/api/papers/${received.paperId}.pdf`)).text.startsWith('%PDF-')).toBe(true);
});

it('where a ministry gives the code a provisional one is given, which uses up no number of ours', async () => {
  const before = await receive('1.004873');
  const linked = await receive('2.000986');
  expect(linked).toMatchObject({ codeIsProvisional: true, paperKind: 'provisional-slip' });
  expect(linked.code).toMatch(/^TAM-H27\./);
  const after = await receive('1.004873');
  expect(Number(after.code.slice(-4))).toBe(Number(before.code.slice(-4)) + 1);
});

it('under a written delegation the clerk receives by herself', async () => {
  const delegated = procedureIn('hatinh-2026', '1.002759');
  const received = await receive(delegated.code, clerk);
  expect(received.hands).toEqual({ receiverId: received.hands.receiverId, receiverName: received.hands.receiverName });
  const { fullName } = (await clerk.get('/api/me')).json<{ account: { fullName: string } }>().account;
  expect(received.hands.receiverName).toBe(fullName);
});

it('for an agency of another commune: receipt, journal and screens name three places, time runs from that agency’s receipt', async () => {
  const { pool } = world.database;
  const paper = procedureIn('hatinh-2026', '1.004873');
  const [agency] = (await pool.query<{ unitId: string; name: string; login: string }>(
    `select u.unit_id as "unitId", u.name, a.login from motcua.unit u
     join motcua.unit v on v.province_id = u.province_id and v.parent_unit_id = u.unit_id and v.kind = 'section'
     join motcua.assignment s on s.province_id = u.province_id and s.unit_id = v.unit_id and s.role = 'agency-officer'
     join motcua.account a on a.province_id = s.province_id and a.account_id = s.account_id
     where u.kind = 'commune' and u.unit_id <> (select commune_unit_id from motcua.desk where desk_id = 'ky-xuan') order by 1 limit 1`)).rows;
  await pool.query(`update motcua.transfer_register set agency_unit_id = $1 where desk_id = 'ky-xuan' and procedure_code = $2`, [agency?.unitId, paper.code]);
  const listed = (await officer.get('/api/desk/catalogue?deskId=ky-xuan')).json<DeskCatalogueView>();
  expect(listed.entries.filter(({ away }) => away).map(({ agencyName }) => agencyName)).toEqual([agency?.name]);

  const received = await receive(paper.code);
  expect(received.due).toBeUndefined();
  const { rows: [stored] } = await pool.query<{ payload: object; start: string; agency: string; body: string }>(
    `select i.payload, d.clock->>'startRule' as start, d.agency_unit_id as agency, j.body from motcua.dossier d
     join motcua.issued_paper i using (province_id, dossier_id) join motcua.journal j using (province_id, dossier_id) where d.dossier_id = $1`, [received.dossierId]);
  const places = { helped: listed.postOfficeName, received: listed.desk.name, decides: agency?.name };
  expect(stored).toMatchObject({ start: 'competent-agency', agency: agency?.unitId, payload: { helpedAt: places.helped, agencyName: places.decides, head: { deskName: places.received } } });
  expect((JSON.parse(stored?.body ?? '{}') as { data: object }).data).toMatchObject({ places, clockStartsAt: 'competent-agency' });
  const view = (await officer.get(`/api/dossiers/${received.dossierId}`)).json<DossierView>();
  expect([view.helpedAtUnitName, view.deskName, view.agencyName]).toEqual([places.helped, places.received, places.decides]);

  const sent = await officer.send('POST', '/api/desk/hand-overs', {
    handOverId: randomUUID(), deskId: 'ky-xuan', agencyUnitId: agency?.unitId, dossiers: [{ dossierId: received.dossierId, revision: 1, paperCount: 3 }],
  });
  expect(sent.status, sent.text).toBe(201);
  world.wait(3_600);
  const there = await world.signIn(agency?.login ?? '');
  expect((await there.send('POST', '/api/office/hand-overs/accept', { dossierIds: [received.dossierId] })).status).toBe(200);
  const begun = (await there.get(`/api/dossiers/${received.dossierId}`)).json<DossierView>();
  expect(begun.due?.countsFrom.slice(0, 13)).toBe('2026-11-23T08');
});
