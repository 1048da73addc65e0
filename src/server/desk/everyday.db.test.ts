// What happens every day: a citizen who cannot read or sign, papers that write one person differently.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { Problem } from '#wire/problem.wire.ts';
import type { DossierReceivedAnswer, ReceiveDossierInput } from '#wire/receive-dossier.wire.ts';

const signature = procedureIn('kybac-2019', '2.000884');
const witnesses = [{ name: 'Lê Văn Chứng', identityNumber: '183000011' }, { name: 'Lê Thị Kiến', identityNumber: '183000012' }];
const fingerprint = { kind: 'fingerprint' as const, readAloud: true, witnesses };

let world: ServedWorld;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  officer = await world.signIn('tuphap.kybac');
}, 120_000);
afterAll(() => world.close());

const receive = (more: Partial<ReceiveDossierInput>): Promise<Answer> =>
  officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', signature, more));
const viewOf = async (dossierId: string): Promise<DossierView> => (await officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();

it('the fingerprint and its witnesses are kept, the receipt has the due moment in large print', async () => {
  const answer = await receive({ signing: fingerprint, largePrint: true });
  expect(answer.status, answer.text).toBe(201);
  const { dossierId, paperId } = answer.json<DossierReceivedAnswer>();
  const view = await viewOf(dossierId);
  expect(view.signing).toEqual(fingerprint);
  expect(view.journal[0]).toMatchObject({ note: 'Điểm chỉ, có 2 người làm chứng' });
  const { rows } = await world.database.pool.query<{ large: boolean; journal: string }>(
    `select (i.payload->>'largePrint')::boolean as large, j.body as journal from motcua.issued_paper i
     join motcua.journal j on j.dossier_id = i.dossier_id where i.paper_id = $1`, [paperId]);
  expect(rows[0]?.large).toBe(true);
  expect(rows[0]?.journal).not.toContain('183000011');
  expect((await officer.get(`/api/papers/${paperId}.pdf`)).text.startsWith('%PDF-')).toBe(true);
});

it('where a signature is certified two witnesses are asked for, at their field', async () => {
  const { fieldErrors } = (await receive({ signing: { ...fingerprint, witnesses: witnesses.slice(0, 1) } })).json<Problem>();
  expect(fieldErrors).toEqual([{ path: 'signing.witnesses', message: 'Thủ tục này cần 2 người làm chứng khi điểm chỉ.' }]);
});

it('the receiver of the outcome gives a fingerprint too; the journal says so and why there was no receipt', async () => {
  const { dossierId } = (await receive({})).json<DossierReceivedAnswer>();
  await world.database.pool.query(`update motcua.dossier set state = 'ready-to-return' where dossier_id = $1`, [dossierId]);
  const returned = await officer.send('POST', `/api/desk/dossiers/${dossierId}/return-outcome`, {
    deskId: 'ky-bac', revision: 1, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' },
    receiptShown: false, lostReceiptNote: 'Đối chiếu CMND', recalledPapers: [], originalsReturned: true, collectedFeeLines: [1],
    signing: { ...fingerprint, witnesses: [] },
  });
  expect(returned.status, returned.text).toBe(200);
  const { paperId } = returned.json<{ paperId: string }>();
  expect((await officer.get(`/api/papers/${paperId}.pdf`)).text.startsWith('%PDF-')).toBe(true);
  const view = await viewOf(dossierId);
  expect(view.issuedPapers.at(-1)).toMatchObject({ paperId, kind: 'return-note', title: 'Giấy xác nhận đã nhận kết quả' });
  expect(view.returned?.signing).toEqual({ ...fingerprint, witnesses: [] });
  expect(view.journal.at(-1)).toMatchObject({ note: 'Mất giấy hẹn, trả theo giấy tờ tùy thân: Đối chiếu CMND' });
});

it('a name written differently in the declaration stays as it is on both, and the journal says that the officer received it so', async () => {
  const birth = procedureIn('kybac-2019', '1.001193');
  const command = receiveCommand('ky-bac', birth);
  const answers = { ...command.answers, fatherName: 'Nguyễn Văn Thứ', fatherIdentity: `CMND số ${farmer.identity.number}` };
  const { dossierId } = (await officer.send('POST', '/api/desk/dossiers', { ...command, answers })).json<DossierReceivedAnswer>();
  const view = await viewOf(dossierId);
  expect([view.parties.applicant.fullName, view.answers['fatherName']]).toEqual([farmer.fullName, 'Nguyễn Văn Thứ']);
  expect(view.journal[0]).toMatchObject({ note: 'Giấy tờ ghi khác nhau về cùng một người; giữ nguyên như giấy tờ' });
});
