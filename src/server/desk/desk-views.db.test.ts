import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_FORMS } from '#core/paper-form/shipped-forms.ts';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { BatchView } from '#wire/batch.wire.ts';
import type { DeskCatalogueView } from '#wire/desk-catalogue.wire.ts';
import type { DeskTodayView } from '#wire/desk-today.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { FoundDossiersView } from '#wire/find-dossiers.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const death = procedureIn('kybac-2019', '1.000656');

let world: ServedWorld;
let officer: Caller;
let clerk: Caller;
let neighbour: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
  clerk = await world.signIn('buudien.kybac');
  neighbour = await world.signIn('tuphap.kyphong');
}, 120_000);
afterAll(() => world.close());

const receive = async (more: Parameters<typeof receiveCommand>[2] = {}, procedure = birth): Promise<DossierReceivedAnswer> => {
  const answer = await officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', procedure, more));
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<DossierReceivedAnswer>();
};

it('the catalogue holds what the register lets this desk receive, most used first, and what the core needs', async () => {
  await receive();
  const answer = await clerk.get('/api/desk/catalogue');
  expect(answer.status).toBe(200);
  const view = answer.json<DeskCatalogueView>();
  expect(view.entries.length).toBeGreaterThan(20);
  expect(view.entries[0]).toMatchObject({ procedure: { code: '1.001193' }, transfer: { deskId: 'ky-bac', mode: 'support' } });
  expect(view.entries[0]?.useCount).toBeGreaterThan(0);
  expect(view.entries.every((entry) => entry.transfer.deskId === 'ky-bac')).toBe(true);
  expect(view.calendar.sites.some((site) => site.siteId === view.desk.siteId)).toBe(true);
  expect(view.forms).toEqual(SHIPPED_FORMS);
  expect(view).toMatchObject({ communeName: 'xã Kỳ Bắc', desk: { deskId: 'ky-bac' } });
});

it('today shows what waits to go out, by agency, and what must go today', async () => {
  const before = (await clerk.get('/api/desk/today')).json<DeskTodayView>();
  const { dossierId } = await receive();
  const view = (await clerk.get('/api/desk/today')).json<DeskTodayView>();
  expect(view.counts.toGoOut).toBe(before.counts.toGoOut + 1);
  expect(view.counts.receivedToday).toBe(before.counts.receivedToday + 1);
  const group = view.toGoOut.find((each) => each.dossiers.some((dossier) => dossier.dossierId === dossierId));
  expect(group).toMatchObject({ agencyUnitId: 'xa-ky-bac' });
  expect(group?.dossiers.find((dossier) => dossier.dossierId === dossierId)).toMatchObject({ mustGoToday: true, timeliness: 'due-today' });
  expect(view).toMatchObject({ afterCutoff: false, nextWorkingDay: '2019-11-19' });
});

it.each([
  ['the whole code', (code: string) => code, 'code'],
  ['its end, as read out', (code: string) => code.slice(-11), 'code'],
  ['its last four digits', (code: string) => code.slice(-4), 'code'],
  ['its beginning', (code: string) => code.slice(0, 20), 'code'],
  ['the address in its QR', (code: string) => `http://localhost:8080/q/${code}`, 'code'],
  ['the identity number', () => '183555777', 'identity'],
  ['a name without tones', () => 'pham thi vi du', 'name'],
  ['words of a name in another order', () => 'Dụ Phạm', 'name'],
])('a dossier is found by %s', async (_what, queryOf, foundBy) => {
  const applicant = { ...farmer, fullName: 'Phạm Thị Ví Dụ', identity: { ...farmer.identity, number: '183555777' } };
  const { code, dossierId } = await receive({ parties: { applicant } });
  const answer = await clerk.get(`/api/desk/find?q=${encodeURIComponent(queryOf(code))}`);
  const found = answer.json<FoundDossiersView>();
  expect(found.foundBy).toBe(foundBy);
  expect(found.dossiers.map((dossier) => dossier.dossierId)).toContain(dossierId);
});

it('twenty a page, newest first, and signs of LIKE are plain letters', async () => {
  const applicant = { ...farmer, fullName: 'Đậu Văn Trang' };
  for (let i = 0; i < 21; i += 1) await receive({ parties: { applicant } });
  const first = (await clerk.get('/api/desk/find?q=dau%20van%20trang')).json<FoundDossiersView>();
  const second = (await clerk.get('/api/desk/find?q=dau%20van%20trang&page=2')).json<FoundDossiersView>();
  expect([first.dossiers.length, first.hasMore, second.dossiers.length, second.hasMore]).toEqual([20, true, 1, false]);
  expect((await clerk.get('/api/desk/find?q=%25%25')).json<FoundDossiersView>().dossiers).toEqual([]);
});

it("another desk's dossier is found by nobody and not there", async () => {
  const { code, dossierId, paperId } = await receive();
  expect((await neighbour.get(`/api/desk/find?q=${code}`)).json<FoundDossiersView>().dossiers).toEqual([]);
  expect((await neighbour.get(`/api/dossiers/${dossierId}`)).status).toBe(404);
  expect((await neighbour.get(`/api/papers/${paperId}.pdf`)).status).toBe(404);
  expect((await neighbour.send('POST', `/api/papers/${paperId}/reprint`, {})).status).toBe(404);
  expect((await neighbour.get('/api/desk/today?deskId=ky-bac')).status).toBe(404);
  expect((await neighbour.get('/api/desk/catalogue?deskId=ky-bac')).status).toBe(404);
});

it('the whole dossier: papers, due moment with its reasons, journal in words, what this person may do', async () => {
  const { dossierId, code } = await receive();
  const answer = await clerk.get(`/api/dossiers/${dossierId}`);
  expect(answer.status).toBe(200);
  const view = answer.json<DossierView>();
  expect(view).toMatchObject({
    code, state: 'received', status: { no: 2, label: 'Được tiếp nhận' }, caseName: birth.cases[0]?.name, agencyName: 'Ủy ban nhân dân xã Kỳ Bắc',
    hands: { receiverName: 'Trần Văn Trúc' }, procedure: { code: '1.001193' },
    issuedPapers: [{ kind: 'intake-receipt', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', printCount: 0 }],
    journal: [{ act: 'receive-dossier', what: 'Tiếp nhận hồ sơ', accountName: 'Trần Văn Trúc' }],
  });
  expect(view.due?.explanation.length).toBeGreaterThan(1);
  expect(view.papers.length).toBeGreaterThan(2);
  expect(view.allowedActs.map(({ act, needsConfirmation }) => [act, needsConfirmation])).toEqual([
    ['supersede-receipt', true], ['cancel-entry', true], ['forward-dossiers', false], ['withdraw-dossier', true],
  ]);
  const byOfficer = (await officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
  expect(byOfficer.allowedActs.every((each) => !each.needsConfirmation)).toBe(true);
});

it('a receipt prints as PDF in A5 and 80 mm; every copy after the first is logged', async () => {
  const { paperId, dossierId } = await receive();
  const first = await clerk.get(`/api/papers/${paperId}.pdf`);
  expect(first.status).toBe(200);
  expect(first.headers['content-type']).toBe('application/pdf');
  expect(first.text.startsWith('%PDF-')).toBe(true);
  expect((await clerk.get(`/api/papers/${paperId}.pdf?size=80mm`)).status).toBe(200);
  const again = await clerk.send('POST', `/api/papers/${paperId}/reprint`, { reason: 'Người dân làm ướt' });
  expect(again.json()).toMatchObject({ printCount: 2 });
  expect((await clerk.get(`/api/papers/${paperId}.pdf`)).status).toBe(200);
  const view = (await clerk.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
  expect(view.journal.at(-1)).toMatchObject({ what: 'In lại giấy tờ', note: 'Người dân làm ướt', accountName: 'Nguyễn Thị Sen' });
});

it('one person with many: each has its own code, one list names them all', async () => {
  const batchId = randomUUID();
  const owner = (name: string, number: string) => ({ applicant: farmer, owner: { ...farmer, fullName: name, identity: { ...farmer.identity, number } }, representation: { kind: 'authorisation' as const, relation: 'trưởng thôn', paperNumber: '12/GUQ' } });
  for (const [name, number] of [['Lê Thị Một', '183000101'], ['Lê Thị Hai', '183000102'], ['Lê Thị Ba', '183000103']] as const) {
    await receive({ batchId, parties: owner(name, number) }, death);
  }
  const list = await clerk.send('POST', `/api/desk/batches/${batchId}/list`, { deskId: 'ky-bac' });
  expect(list.json()).toMatchObject({ dossierCount: 3, number: '01/BK' });
  const view = (await clerk.get(`/api/desk/batches/${batchId}`)).json<BatchView>();
  expect(view.dossiers.map((dossier) => dossier.ownerName)).toEqual(['Lê Thị Một', 'Lê Thị Hai', 'Lê Thị Ba']);
  expect(new Set(view.dossiers.map((dossier) => dossier.code)).size).toBe(3);
  expect(view.listPaperId).toBe(list.json<{ paperId: string }>().paperId);
  expect((await clerk.get(`/api/papers/${view.listPaperId}.pdf`)).status).toBe(200);
  expect((await neighbour.get(`/api/desk/batches/${batchId}`)).status).toBe(404);
  expect((await neighbour.send('POST', `/api/desk/batches/${batchId}/list`, { deskId: 'ky-phong' })).status).toBe(404);
});
