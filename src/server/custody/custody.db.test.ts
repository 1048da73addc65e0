// What each act does to the things of a dossier, on a real database: the rows are what their events give, both sides of
// every record agree, and what was refused has moved nothing.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AGENCY, CRIMINAL_RECORD as record, post } from '#testing/bag-world.ts';
import { custodyActs } from '#testing/custody-acts.ts';
import { happened, thingsOf } from '#testing/custody-ledger.ts';
import type { Caller } from '#testing/served-world.ts';
import { TAKEN_BACK, WITHDRAWAL, certifyCommand, farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';

const acts = custodyActs();
const { people, world, desk, office, forward, sendOutcome, revisionOf, where, total, kept, casesOf } = acts;

/** An original, two certified copies; one paper was only shown, one is electronic. */
const PAPERS = [
  { itemId: 'khac', name: 'Tờ khai', form: 'original' as const, count: 1 }, { itemId: 'khac', name: 'Bản sao', form: 'certified-copy' as const, count: 2 },
  { itemId: 'khac', name: 'Căn cước', form: 'original' as const, count: 1, shownOnly: true }, { itemId: 'khac', name: 'Ảnh', form: 'e-copy' as const, count: 1 },
];
const receive = async (): Promise<string> => (await acts.receive(PAPERS)).dossierId;
const accepted = async (): Promise<string> => (await acts.accepted(PAPERS)).dossierId;
const pass = (who: Caller, dossierId: string, more: object = {}) => office(who, dossierId, 'complete-step', { result: { kind: 'pass', ...more } });
const decided = async (): Promise<string> => {
  const dossierId = await accepted();
  await acts.decide(dossierId);
  return dossierId;
};
/** A file in the place of a paper. */
const uploaded = async (): Promise<string> => {
  const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="ket-qua.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4 so lieu\r\n--b--\r\n';
  return (await people.records.send('POST', '/api/files', body, { 'content-type': 'multipart/form-data; boundary=b' })).json<{ sha256: string }>().sha256;
};
const issued = async (outcome?: object): Promise<string> => {
  const dossierId = await decided();
  await acts.issue(dossierId, outcome);
  return dossierId;
};
const returning = { receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, collectedFeeLines: [1, 2, 3] };
const withdrawnAtAgency = async (): Promise<string> => {
  const dossierId = await accepted();
  await office(people.specialist, dossierId, 'withdraw', WITHDRAWAL);
  await office(people.specialist, dossierId, 'send-papers-back');
  return dossierId;
};

describe('from the counter to the citizen', () => {
  it('papers go to the agency and into its archive, the outcome comes back, the originals go home', async () => {
    const dossierId = await receive();
    const all = await total(dossierId);
    expect(await where(dossierId)).toEqual([`papers ${all} desk ky-bac`]);
    await forward(dossierId);
    expect(await where(dossierId)).toEqual([`papers ${all} transit`]);
    expect((await thingsOf(world().database.pool, dossierId))[0]?.journey).toEqual({ from: { kind: 'desk', id: 'ky-bac' }, to: { kind: 'agency', id: AGENCY } });
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
    expect(await where(dossierId)).toEqual([`papers ${all} agency ${AGENCY}`]);
    await pass(people.specialist, dossierId, { proposal: { kind: 'grant' } });
    await pass(people.head, dossierId);
    await pass(people.signer, dossierId);
    await office(people.records, dossierId, 'record-outcome', { name: 'Phiếu lý lịch tư pháp số 1', symbol: 'PLLTP', hasPaper: true, sealed: true });
    expect(await where(dossierId)).toEqual([`outcome 1 agency ${AGENCY}`, `papers ${all} agency ${AGENCY}`]);
    const handOverId = await sendOutcome(dossierId);
    expect(await where(dossierId)).toEqual(['outcome 1 transit', `papers ${all} agency ${AGENCY}`]);
    await post(people.officer, `/api/desk/incoming/${handOverId}/accept`, { deskId: 'ky-bac', received: [dossierId] });
    expect(await where(dossierId)).toEqual(['outcome 1 desk ky-bac', `papers ${all} agency ${AGENCY}`]);
    await desk(dossierId, 'return-outcome', { ...returning, recalledPapers: [{ name: 'Phiếu cũ', collected: true }, { name: 'Thẻ cũ', collected: false, note: 'đã mất' }], originalsReturned: true });
    const { rows: [originals] } = await world().database.pool.query<{ n: number }>(`select sum(count)::int as n from motcua.dossier_paper where dossier_id = $1 and form = 'original' and not shown_only`, [dossierId]);
    const home = originals?.n ?? 0;
    expect(home).toBeGreaterThan(0);
    expect(await where(dossierId)).toEqual([`outcome 1 citizen`, `paper ${home} citizen`, `papers ${all - home} archive ${AGENCY}`, 'recalled 1 desk ky-bac']);
    expect(await happened(world().database.pool, dossierId)).toEqual([
      'outcome: came sent received handed-out', 'paper: parted taken-over handed-out', 'papers: came sent received split archived', 'recalled: came',
    ]);
    expect(await casesOf(dossierId)).toEqual([]);
  });
  it('an outcome without paper is no thing', async () => {
    const dossierId = await issued({ hasPaper: false, file: await uploaded() });
    expect((await where(dossierId)).filter((line) => line.startsWith('outcome'))).toEqual([]);
    await sendOutcome(dossierId);
  });
  it('a refusal of the agency is an outcome too', async () => {
    const dossierId = await accepted();
    await pass(people.specialist, dossierId, { proposal: { kind: 'refuse', reason: 'x', legalGround: 'x' } });
    await pass(people.head, dossierId);
    await office(people.signer, dossierId, 'refuse-resolution', { reason: 'x', legalGround: 'x' });
    expect(await where(dossierId)).toContain(`outcome 1 agency ${AGENCY}`);
  });
  it('copies certified at once leave nothing, with an appointment they stay', async () => {
    const copies = procedureIn('kybac-2019', '2.000815');
    const now = certifyCommand('ky-bac', copies);
    await post(people.officer, '/api/desk/certifications', now);
    expect(await where(now.dossierId)).toEqual([]);
    const later = certifyCommand('ky-bac', copies, { resolvedNow: false });
    await post(people.officer, '/api/desk/certifications', later);
    expect(await where(later.dossierId)).toEqual(['papers 4 desk ky-bac']);
  });
});

describe('what is refused moves nothing', () => {
  it('neither a second hand-over, nor a stale one, nor an outcome that is not there', async () => {
    const dossierId = await accepted();
    const before = await happened(world().database.pool, dossierId);
    const again = await people.officer.send('POST', '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: AGENCY, dossiers: [{ dossierId, revision: await revisionOf(dossierId), paperCount: 3 }] });
    const stale = await people.specialist.send('POST', `/api/office/dossiers/${dossierId}/withdraw`, { expectedRevision: 1, ...WITHDRAWAL });
    const early = await people.officer.send('POST', `/api/desk/dossiers/${dossierId}/return-outcome`, { deskId: 'ky-bac', revision: await revisionOf(dossierId), ...returning, recalledPapers: [], originalsReturned: true });
    expect([again.status, stale.status, early.status].every((status) => status >= 400 && status < 500)).toBe(true);
    expect(await happened(world().database.pool, dossierId)).toEqual(before);
  });
  it('and what is sent again is received once', async () => {
    const command = receiveCommand('ky-bac', record);
    const key = { 'idempotency-key': randomUUID() };
    for (let turn = 0; turn < 2; turn += 1) await people.officer.send('POST', '/api/desk/dossiers', command, key);
    expect(await happened(world().database.pool, command.dossierId)).toEqual(['papers: came']);
  });
});

describe('a hand-over that the agency does not take', () => {
  it('is back at the desk with its case, and can go again', async () => {
    const dossierId = await receive();
    await forward(dossierId);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [], rejected: [{ dossierId, reason: 'Không thuộc thẩm quyền' }] });
    const all = await total(dossierId);
    expect(await where(dossierId)).toEqual([`papers ${all} desk ky-bac`]);
    expect(await casesOf(dossierId)).toEqual([{ kind: 'not-taken', sent: all, arrived: all, note: 'Không thuộc thẩm quyền', by: '2019-11-25', how: null, desk: 'ky-bac', agency: AGENCY }]);
    await forward(dossierId);
    expect(await happened(world().database.pool, dossierId)).toEqual(['papers: came sent refused sent']);
  });
  it('says what kind of difference it is, where the agency says so', async () => {
    const dossierId = await receive();
    await forward(dossierId);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [], rejected: [{ dossierId, reason: 'Của Sở Xây dựng', kind: 'wrong-agency' }] });
    expect(await casesOf(dossierId)).toMatchObject([{ kind: 'wrong-agency', note: 'Của Sở Xây dựng' }]);
  });
});

describe('an outcome that is not in the bag', () => {
  it('is held by nobody; sent again it is found, and its case is over', async () => {
    const dossierId = await issued();
    await post(people.officer, `/api/desk/incoming/${await sendOutcome(dossierId)}/accept`, { deskId: 'ky-bac', received: [], rejected: [{ dossierId, note: 'Không có trong túi' }] });
    expect(await where(dossierId)).toContain('outcome 1 unaccounted');
    expect(await casesOf(dossierId)).toMatchObject([{ kind: 'short', sent: 1, arrived: 0, how: null }]);
    const handOverId = await sendOutcome(dossierId);
    expect(await casesOf(dossierId)).toMatchObject([{ kind: 'short', how: 'found' }]);
    await post(people.officer, `/api/desk/incoming/${handOverId}/accept`, { deskId: 'ky-bac', received: [dossierId] });
    expect(await happened(world().database.pool, dossierId)).toEqual(['outcome: came sent lost found sent received', 'papers: came sent received']);
  });
});

describe('a supplement', () => {
  const asked = async (): Promise<string> => {
    const dossierId = await accepted();
    await office(people.specialist, dossierId, 'ask-supplement', { reason: 'x', answerWithinWorkingDays: 5, items: [{ name: 'Giấy', original: 1, certifiedCopy: 0, plainCopy: 0 }, { name: 'Ảnh', original: 2, certifiedCopy: 0, plainCopy: 0 }] });
    return dossierId;
  };
  it('brought to the desk in two parts lies there as two things', async () => {
    const dossierId = await asked();
    await desk(dossierId, 'receive-supplement', { papers: [{ itemId: 'khac', name: 'Giấy', form: 'original', count: 1 }], complete: false });
    await desk(dossierId, 'receive-supplement', { papers: [{ itemId: 'khac', name: 'Ảnh', form: 'original', count: 2 }] });
    expect(await where(dossierId)).toEqual(['papers 1 desk ky-bac', 'papers 2 desk ky-bac', `papers ${await total(dossierId) - 3} agency ${AGENCY}`]);
  });
  it('that came to the agency by post is the agency’s', async () => {
    const dossierId = await asked();
    await office(people.specialist, dossierId, 'record-supplement', { via: 'post', arrivedAt: '2019-11-18T07:30:00+07:00', papers: [{ name: 'Giấy', form: 'original', count: 1 }], complete: false });
    expect(await where(dossierId)).toContain(`papers 1 agency ${AGENCY}`);
  });
});

describe('papers go back', () => {
  it('an entry made by mistake was never received', async () => {
    const dossierId = await receive();
    await desk(dossierId, 'cancel-entry', { reason: 'nhập sai' });
    expect(await where(dossierId)).toEqual([`papers ${await total(dossierId)} citizen`]);
    expect(await happened(world().database.pool, dossierId)).toEqual(['papers: came corrected']);
  });
  it('withdrawn at the desk, but for what is withheld', async () => {
    const dossierId = await receive();
    const [first] = await kept(dossierId);
    if (!first) throw new Error('nothing kept');
    await desk(dossierId, 'withdraw', { ...WITHDRAWAL, papersBack: { ...TAKEN_BACK, papers: TAKEN_BACK.papers.map((line) => (line.lineNo === first.lineNo ? { ...line, given: false, note: 'giữ lại' } : line)) } });
    expect(await where(dossierId)).toEqual([`paper ${first.count} desk ky-bac`, `papers ${await total(dossierId) - first.count} citizen`]);
  });
  it('withdrawn at the agency and taken along there', async () => {
    const dossierId = await accepted();
    await office(people.specialist, dossierId, 'withdraw', { ...WITHDRAWAL, papersBack: TAKEN_BACK });
    expect(await where(dossierId)).toEqual([`papers ${await total(dossierId)} citizen`]);
  });
  it('sent to the desk, counted line by line, given back: what is short is nobody’s, with a case each', async () => {
    const dossierId = await withdrawnAtAgency();
    const lines = await kept(dossierId);
    const all = await total(dossierId);
    const copies = lines.find(({ name }) => name === 'Bản sao');
    const form = lines.find(({ name }) => name === 'Tờ khai');
    await desk(dossierId, 'accept-papers', { papers: lines.map(({ lineNo }) => (
      lineNo === copies?.lineNo ? { lineNo, result: 'short', arrived: 1, note: 'thiếu một bản' } : lineNo === form?.lineNo ? { lineNo, result: 'damaged', note: 'rách' } : { lineNo, result: 'received' })) });
    expect(await where(dossierId)).toEqual(['paper 1 desk ky-bac', 'paper 1 unaccounted', `papers ${all - 2} desk ky-bac`]);
    expect(await casesOf(dossierId)).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'short', sent: 2, arrived: 1, note: 'thiếu một bản' }), expect.objectContaining({ kind: 'damaged', sent: 1, arrived: 1 })]));
    await desk(dossierId, 'give-back-papers', { papersBack: TAKEN_BACK });
    expect(await where(dossierId)).toEqual(['paper 1 citizen', 'paper 1 unaccounted', `papers ${all - 2} citizen`]);
  });
  it('where nothing came at all, sending again finds it', async () => {
    const dossierId = await withdrawnAtAgency();
    await desk(dossierId, 'accept-papers', { papers: (await kept(dossierId)).map(({ lineNo }) => ({ lineNo, result: 'short', arrived: 0, note: 'túi rỗng' })) });
    expect((await where(dossierId)).every((line) => line.endsWith('unaccounted'))).toBe(true);
    await office(people.specialist, dossierId, 'send-papers-back');
    expect((await where(dossierId)).every((line) => line.endsWith('transit'))).toBe(true);
    expect((await casesOf(dossierId)).every((one) => 'how' in one && one.how === 'found')).toBe(true);
  });
});

it('a corrected list of papers is a counter-entry and a new entry', async () => {
  const dossierId = await receive();
  const { caseId, parties, answers, papers } = receiveCommand('ky-bac', record);
  const all = await total(dossierId);
  await desk(dossierId, 'supersede-receipt', { reason: 'ghi thừa giấy tờ', procedureCode: record.code, procedureVersion: record.version, caseId, parties, answers, papers, fees: [] });
  expect(await where(dossierId)).toEqual([`papers ${await total(dossierId)} desk ky-bac`, `papers ${all} citizen`].toSorted());
});
