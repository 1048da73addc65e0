import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeFileStore } from '#adapters/file-store/fake.ts';
import { documentFor } from '#documents/papers.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { PAPER_SAMPLES } from '#documents/samples.ts';
import { type Planted, plantDossier } from '#testing/planted-dossiers.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import { renderPdf } from '../papers/render.ts';

const fileStore = fakeFileStore();
let world: ServedWorld;
let specialist: Caller;
let head: Caller;
let signer: Caller;
let records: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { fileStore } });
  [specialist, head, signer, records] = await Promise.all(
    ['chuyenvien.stp', 'truongphong.stp', 'phogiamdoc.stp', 'vanthu.stp'].map((login) => world.signIn(login)),
  ) as [Caller, Caller, Caller, Caller];
});
afterAll(() => world.close());

const act = (who: Caller, { dossierId }: Planted, path: string, body: object): Promise<Answer> => who.send('POST', `/api/office/dossiers/${dossierId}/${path}`, body);
const codeOf = (answer: Answer): unknown => [answer.status, answer.json()['code']];

/** As if the specialist had sent it in. */
const upload = async (content: Uint8Array, mediaType = 'application/pdf'): Promise<string> => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  await fileStore.put(sha256, content);
  const values = [HA_TINH, sha256, randomUUID()];
  await world.database.pool.query(`insert into motcua.stored_file (province_id, sha256, media_type, bytes, stored_at, stored_by) values ($1, $2, $4, 9, now(), $3) on conflict do nothing`, [...values, mediaType]);
  await world.database.pool.query(`insert into motcua.file_upload (province_id, sha256, stored_by, unit_id, stored_at) values ($1, $2, $3, 'stp-hanh-chinh-tu-phap', now())`, values);
  return sha256;
};
const outcomePdf = async (): Promise<Uint8Array> => {
  const sample = PAPER_SAMPLES.find(({ name }) => name === 'refusal-2018-desk') ?? expect.fail('no sample');
  return renderPdf(documentFor(sample.payload));
};

/** Proposed with this draft and reviewed: before the signer at revision 5. */
const beforeSigner = async (no: number, draftFile: string): Promise<Planted> => {
  const dossier = await plantDossier(world.database.pool, { no, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', dueAt: '2019-12-02T17:30:00+07:00' });
  await specialist.send('POST', '/api/office/hand-overs/accept', { dossierIds: [dossier.dossierId] });
  const passed = await act(specialist, dossier, 'complete-step', { expectedRevision: 3, result: { kind: 'pass', proposal: { kind: 'grant', draftFile } } });
  expect(passed.status, passed.text).toBe(200);
  await act(head, dossier, 'complete-step', { expectedRevision: 4, result: { kind: 'pass' } });
  return dossier;
};
const signDraft = (who: Caller, { dossierId }: Planted, draft: string, as = 'leader'): Promise<Answer> =>
  who.send('POST', `/api/signing/drafts/${dossierId}/${draft}`, { as });
const approve = (dossier: Planted) => act(signer, dossier, 'complete-step', { expectedRevision: 5, result: { kind: 'pass' } });
const record = (dossier: Planted, more: object) => act(records, dossier, 'record-outcome', { expectedRevision: 6, name: 'Phiếu lý lịch tư pháp số 1', symbol: 'PLLTP', hasPaper: false, ...more });
const send = (dossier: Planted, more: object = {}) => records.send('POST', '/api/office/outcomes/send', { dossiers: [{ dossierId: dossier.dossierId, expectedRevision: 7, ...more }] });
type Paper = { readonly kind: string; readonly file?: string; readonly signatures: readonly { readonly role: string }[]; readonly mine?: { readonly as: string }; readonly awaitsSeal?: true };
const papersOf = async (who: Caller, { dossierId }: Planted): Promise<readonly Paper[]> =>
  (await who.get(`/api/signing/dossiers/${dossierId}`)).json()['papers'] as readonly Paper[];

it('the leader signs the draft and approves, văn thư numbers it and adds the agency\'s signature; only then is it sent on', async () => {
  const draft = await upload(await outcomePdf());
  const dossier = await beforeSigner(1, draft);
  expect(await papersOf(signer, dossier)).toMatchObject([{ kind: 'draft', file: draft, signatures: [], mine: { as: 'leader' } }]);
  const signed = await signDraft(signer, dossier, draft);
  expect(signed.json()).toMatchObject({ signatureNo: 1, signerName: 'Trần Đăng Mít' });
  const file = String(signed.json()['sha256']);
  // the browser may end here: the page says what is signed, and that approving remains
  expect(await papersOf(signer, dossier)).toMatchObject([{ kind: 'draft', file, signatures: [{ role: 'leader' }] }]);
  expect(codeOf(await signDraft(signer, dossier, draft))).toEqual([422, 'already-signed']);
  expect((await approve(dossier)).status).toBe(200);
  expect(codeOf(await record(dossier, { file: draft, sealed: false, sealsDigitally: true }))).toEqual([422, 'not-signed-digitally']);
  const issued = await record(dossier, { file, sealed: false, sealsDigitally: true });
  expect(issued.json()).toMatchObject({ state: 'outcome-recorded', outcomeNo: 1 });
  // and here: numbered, signed by the leader, the agency's signature is what comes next
  expect(await papersOf(records, dossier)).toMatchObject([{ kind: 'outcome', file, signatures: [{ role: 'leader' }], mine: { as: 'agency-seal' }, awaitsSeal: true }]);
  expect(codeOf(await send(dossier))).toEqual([422, 'seal-awaited']);
  const sealed = await records.send('POST', `/api/signing/outcomes/${dossier.dossierId}/1`, { as: 'agency-seal' });
  expect(sealed.json()).toMatchObject({ signatureNo: 2, signerName: 'Sở Tư pháp tỉnh Hà Tĩnh' });
  const [one, two] = await Promise.all([file, String(sealed.json()['sha256'])].map((sha256) => fileStore.get(sha256)));
  expect(Buffer.from(two ?? []).subarray(0, one?.length).equals(Buffer.from(one ?? []))).toBe(true);
  expect((await send(dossier)).status).toBe(200);
  const { rows } = await world.database.pool.query<{ act: string }>(`select act from motcua.journal where dossier_id = $1 order by seq desc limit 5`, [dossier.dossierId]);
  expect(rows.map((row) => row.act)).toEqual(['send-outcome', 'sign-paper', 'record-outcome', 'complete-step', 'sign-paper']);
});

it('an approval goes on without a signature; the file is then stamped, as ever', async () => {
  const draft = await upload(Buffer.concat([await outcomePdf(), Buffer.from('\n')]));
  const dossier = await beforeSigner(2, draft);
  await approve(dossier);
  expect(await papersOf(records, dossier)).toEqual([]);
  expect(codeOf(await signDraft(signer, dossier, draft))).toEqual([422, 'draft-not-at-signer']);
  expect((await record(dossier, { file: draft, sealed: true })).status).toBe(200);
  expect((await send(dossier)).status).toBe(200);
});

it('an outcome whose digital seal does not come is stamped on paper and sent on, and the journal says so', async () => {
  const draft = await upload(Buffer.concat([await outcomePdf(), Buffer.from('\n\n')]));
  const dossier = await beforeSigner(3, draft);
  const file = String((await signDraft(signer, dossier, draft)).json()['sha256']);
  await approve(dossier);
  await record(dossier, { file, sealed: false, sealsDigitally: true });
  expect((await send(dossier, { stamped: true })).status).toBe(200);
  const { rows } = await world.database.pool.query<{ data: unknown }>(`select body::jsonb->'data' as data from motcua.journal where dossier_id = $1 and act = 'send-outcome'`, [dossier.dossierId]);
  expect(rows).toMatchObject([{ data: { stamped: true } }]);
});

it('a draft is signed by nobody but the leader, and only what was proposed; a picture cannot be', async () => {
  const picture = await upload(Buffer.from('\x89PNG'), 'image/png');
  const dossier = await beforeSigner(4, picture);
  expect(codeOf(await signDraft(records, dossier, picture))).toEqual([422, 'signer-lacks-role']);
  expect(codeOf(await signDraft(records, dossier, picture, 'agency-seal'))).toEqual([422, 'draft-not-issued']);
  expect(codeOf(await signDraft(signer, dossier, picture))).toEqual([422, 'no-file-to-sign']);
  expect((await signDraft(signer, dossier, await upload(await outcomePdf()))).status).toBe(404);
  const stranger = await world.signIn('chutich.kybac');
  expect((await signDraft(stranger, dossier, picture)).status).toBe(404);
});
