// What each act does to the things of a dossier, on a real database: the rows are what their events give, both sides of
// every record agree, and what was refused has moved nothing.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findUnexplained, happened, standing, thingsOf } from '#testing/custody-ledger.ts';
import { TAKEN_BACK, WITHDRAWAL, certifyCommand, farmer, procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { servedWorld, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { CustodyView } from '#wire/custody.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';

const record = procedureIn('kybac-2019', '2.000488');
const AGENCY = 'so-tu-phap';

let world: ServedWorld;
const people = {} as Record<'officer' | 'neighbour' | 'specialist' | 'head' | 'signer' | 'records' | 'builder', Caller>;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  people.officer = await world.signIn('tuphap.kybac');
  people.neighbour = await world.signIn('tuphap.kyphong');
  people.builder = await world.signIn('chuyenvien.sld');
  people.specialist = await world.signIn('chuyenvien.stp');
  people.head = await world.signIn('truongphong.stp');
  people.signer = await world.signIn('phogiamdoc.stp');
  people.records = await world.signIn('vanthu.stp');
}, 240_000);
afterAll(() => world.close());
afterEach(async () => expect(await findUnexplained(world.database.pool)).toEqual([]));

const post = async <T>(who: Caller, url: string, body: object): Promise<T> => {
  const answer = await who.send('POST', url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return answer.json<T>();
};
const where = (dossierId: string) => standing(world.database.pool, dossierId);
const revisionOf = async (dossierId: string): Promise<number> =>
  (await world.database.pool.query<{ revision: number }>('select revision from motcua.dossier where dossier_id = $1', [dossierId])).rows[0]?.revision ?? 0;
const casesOf = async (dossierId: string): Promise<readonly object[]> =>
  (await world.database.pool.query('select kind, sent, arrived, note, settle_by::text as by, settled_how as how, desk_id as desk, agency_unit_id as agency from motcua.custody_case where dossier_id = $1 order by opened_at, case_id', [dossierId])).rows as object[];

/** An original, two certified copies; one paper was only shown, one is electronic. */
const PAPERS = [
  { itemId: 'khac', name: 'Tờ khai', form: 'original' as const, count: 1 }, { itemId: 'khac', name: 'Bản sao', form: 'certified-copy' as const, count: 2 },
  { itemId: 'khac', name: 'Căn cước', form: 'original' as const, count: 1, shownOnly: true }, { itemId: 'khac', name: 'Ảnh', form: 'e-copy' as const, count: 1 },
];
const receive = async (): Promise<string> => {
  const command = receiveCommand('ky-bac', record);
  const { dossierId } = await post<DossierReceivedAnswer>(people.officer, '/api/desk/dossiers', { ...command, papers: [...command.papers, ...PAPERS] });
  return dossierId;
};
const desk = async (dossierId: string, path: string, body: object, who = people.officer): Promise<void> => {
  await post(who, `/api/desk/dossiers/${dossierId}/${path}`, { deskId: 'ky-bac', revision: await revisionOf(dossierId), ...body });
};
const office = async (who: Caller, dossierId: string, path: string, body: object = {}): Promise<void> => {
  await post(who, `/api/office/dossiers/${dossierId}/${path}`, { expectedRevision: await revisionOf(dossierId), ...body });
};
const forward = async (dossierId: string): Promise<string> => {
  const handOverId = randomUUID();
  await post(people.officer, '/api/desk/hand-overs', { handOverId, deskId: 'ky-bac', agencyUnitId: AGENCY, dossiers: [{ dossierId, revision: await revisionOf(dossierId), paperCount: 3 }] });
  return handOverId;
};
const accepted = async (): Promise<string> => {
  const dossierId = await receive();
  await forward(dossierId);
  await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
  return dossierId;
};
const pass = (who: Caller, dossierId: string, more: object = {}) => office(who, dossierId, 'complete-step', { result: { kind: 'pass', ...more } });
const sendOutcome = async (dossierId: string): Promise<string> =>
  (await post<{ handOverId: string }>(people.records, '/api/office/outcomes/send', { dossiers: [{ dossierId, expectedRevision: await revisionOf(dossierId) }] })).handOverId;
const decided = async (): Promise<string> => {
  const dossierId = await accepted();
  await pass(people.specialist, dossierId, { proposal: { kind: 'grant' } });
  await pass(people.head, dossierId);
  await pass(people.signer, dossierId);
  return dossierId;
};
/** A file in the place of a paper. */
const uploaded = async (): Promise<string> => {
  const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="ket-qua.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4 so lieu\r\n--b--\r\n';
  return (await people.records.send('POST', '/api/files', body, { 'content-type': 'multipart/form-data; boundary=b' })).json<{ sha256: string }>().sha256;
};
const issued = async (outcome: object = { hasPaper: true }): Promise<string> => {
  const dossierId = await decided();
  await office(people.records, dossierId, 'record-outcome', { name: 'Phiếu lý lịch tư pháp số 1', symbol: 'PLLTP', sealed: true, ...outcome });
  return dossierId;
};
const returning = { receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, collectedFeeLines: [1, 2, 3] };
const withdrawnAtAgency = async (): Promise<string> => {
  const dossierId = await accepted();
  await office(people.specialist, dossierId, 'withdraw', WITHDRAWAL);
  await office(people.specialist, dossierId, 'send-papers-back');
  return dossierId;
};
/** Lines of the papers that are things, in the order in which they were written. */
const kept = async (dossierId: string) => (await world.database.pool.query<{ lineNo: number; name: string; count: number }>(
  `select line_no as "lineNo", name, count from motcua.dossier_paper where dossier_id = $1 and not shown_only and form <> 'e-copy' order by line_no`, [dossierId])).rows;
const total = async (dossierId: string): Promise<number> => (await kept(dossierId)).reduce((sum, { count }) => sum + count, 0);

describe('from the counter to the citizen', () => {
  it('papers go to the agency and into its archive, the outcome comes back, the originals go home', async () => {
    const dossierId = await receive();
    const all = await total(dossierId);
    expect(await where(dossierId)).toEqual([`papers ${all} desk ky-bac`]);
    await forward(dossierId);
    expect(await where(dossierId)).toEqual([`papers ${all} transit`]);
    expect((await thingsOf(world.database.pool, dossierId))[0]?.journey).toEqual({ from: { kind: 'desk', id: 'ky-bac' }, to: { kind: 'agency', id: AGENCY } });
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
    const { rows: [originals] } = await world.database.pool.query<{ n: number }>(`select sum(count)::int as n from motcua.dossier_paper where dossier_id = $1 and form = 'original' and not shown_only`, [dossierId]);
    const home = originals?.n ?? 0;
    expect(home).toBeGreaterThan(0);
    expect(await where(dossierId)).toEqual([`outcome 1 citizen`, `paper ${home} citizen`, `papers ${all - home} archive ${AGENCY}`, 'recalled 1 desk ky-bac']);
    expect(await happened(world.database.pool, dossierId)).toEqual([
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
    const before = await happened(world.database.pool, dossierId);
    const again = await people.officer.send('POST', '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: AGENCY, dossiers: [{ dossierId, revision: await revisionOf(dossierId), paperCount: 3 }] });
    const stale = await people.specialist.send('POST', `/api/office/dossiers/${dossierId}/withdraw`, { expectedRevision: 1, ...WITHDRAWAL });
    const early = await people.officer.send('POST', `/api/desk/dossiers/${dossierId}/return-outcome`, { deskId: 'ky-bac', revision: await revisionOf(dossierId), ...returning, recalledPapers: [], originalsReturned: true });
    expect([again.status, stale.status, early.status].every((status) => status >= 400 && status < 500)).toBe(true);
    expect(await happened(world.database.pool, dossierId)).toEqual(before);
  });
  it('and what is sent again is received once', async () => {
    const command = receiveCommand('ky-bac', record);
    const key = { 'idempotency-key': randomUUID() };
    for (let turn = 0; turn < 2; turn += 1) await people.officer.send('POST', '/api/desk/dossiers', command, key);
    expect(await happened(world.database.pool, command.dossierId)).toEqual(['papers: came']);
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
    expect(await happened(world.database.pool, dossierId)).toEqual(['papers: came sent refused sent']);
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
    expect(await happened(world.database.pool, dossierId)).toEqual(['outcome: came sent lost found sent received', 'papers: came sent received']);
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
    expect(await happened(world.database.pool, dossierId)).toEqual(['papers: came corrected']);
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

/** All pages of one list, of this dossier. */
const listed = async (who: Caller, side: 'desk' | 'office', list: string, dossierId: string): Promise<CustodyView['rows']> => {
  const rows: CustodyView['rows'][number][] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: CustodyView = (await who.get(`/api/${side}/custody?list=${list}${after && `&after=${encodeURIComponent(after)}`}`)).json<CustodyView>();
    rows.push(...page.rows);
    after = page.next;
  }
  return rows.filter((row) => row.dossierId === dossierId);
};

describe('what one holds', () => {
  it('stands in the list of whoever holds it, and of both sides while it is between them', async () => {
    const dossierId = await receive();
    const all = await total(dossierId);
    expect(await listed(people.officer, 'desk', 'held', dossierId)).toMatchObject([{ kind: 'papers', count: all, ownerName: farmer.fullName, state: 'received', hasCase: false }]);
    expect(await listed(people.specialist, 'office', 'held', dossierId)).toEqual([]);
    await forward(dossierId);
    expect(await listed(people.officer, 'desk', 'held', dossierId)).toEqual([]);
    expect(await listed(people.officer, 'desk', 'sent', dossierId)).toMatchObject([{ otherName: 'Sở Tư pháp', recordNumber: expect.stringMatching(/BBGN$/) }]);
    expect(await listed(people.specialist, 'office', 'coming', dossierId)).toMatchObject([{ count: all, recordNumber: expect.stringMatching(/BBGN$/) }]);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossierId] });
    expect(await listed(people.specialist, 'office', 'held', dossierId)).toMatchObject([{ kind: 'papers', count: all, state: 'in-process' }]);
  });
  it('is seen by nobody of another desk or agency', async () => {
    const dossierId = await receive();
    expect(await listed(people.neighbour, 'desk', 'held', dossierId)).toEqual([]);
    expect((await people.neighbour.get('/api/desk/custody?deskId=ky-bac')).status).toBe(404);
    await forward(dossierId);
    expect(await listed(people.builder, 'office', 'coming', dossierId)).toEqual([]);
  });
  it('is counted, comes page by page, the longest held first, and a cursor nobody made begins anew', async () => {
    await Promise.all(Array.from({ length: 3 }, receive));
    const first = (await people.officer.get('/api/desk/custody')).json<CustodyView>();
    expect(first.counts.held).toBeGreaterThanOrEqual(first.rows.length);
    expect(first.rows.map(({ since }) => since)).toEqual(first.rows.map(({ since }) => since).toSorted());
    const odd = (await people.officer.get('/api/desk/custody?after=hôm-qua')).json<CustodyView>();
    expect(odd.rows.map(({ thingId }) => thingId)).toEqual(first.rows.map(({ thingId }) => thingId));
  });
  it('goes on where the page ended', async () => {
    for (let made = 0; made < 55; made += 1) await receive();
    const first = (await people.officer.get('/api/desk/custody')).json<CustodyView>();
    expect(first.rows).toHaveLength(50);
    const second = (await people.officer.get(`/api/desk/custody?after=${encodeURIComponent(first.next ?? '')}`)).json<CustodyView>();
    const seen = new Set(first.rows.map(({ thingId }) => thingId));
    expect(second.rows.length).toBeGreaterThan(0);
    expect(second.rows.some(({ thingId }) => seen.has(thingId))).toBe(false);
  });
});

describe('where it is', () => {
  it('stands on the dossier as a way from hand to hand, with the record of each', async () => {
    const dossierId = await accepted();
    const { custody } = (await people.officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
    expect(custody).toMatchObject([{
      kind: 'papers', count: await total(dossierId),
      stops: [{ kind: 'desk', name: 'Một cửa Kỳ Bắc', onTheWay: false, byName: 'Trần Văn Trúc' }, { kind: 'agency', name: 'Sở Tư pháp', onTheWay: false, how: 'received', recordNumber: expect.stringMatching(/BBGN$/) }],
    }]);
  });
  it('is said to the citizen in plain words, without a person’s name', async () => {
    const dossierId = await receive();
    await forward(dossierId);
    const { code } = (await people.officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
    const page = await world.anybody.send('POST', '/tra-cuu', new URLSearchParams({ ma: code, so: '0001' }).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
    expect(page.text).toContain('Giấy tờ đang ở đâu');
    expect(page.text).toContain('Đang trên đường đến Sở Tư pháp');
    expect(page.text).not.toContain('Trần Văn Trúc');
  });
});

describe('a difference between both sides', () => {
  type Case = { readonly caseId: string; readonly kind: string; readonly dossierId: string; readonly isMissing: boolean };
  const openCases = async (who: Caller, side: 'desk' | 'office', dossierId: string): Promise<readonly Case[]> =>
    (await who.get(`/api/${side}/custody-cases`)).json<{ cases: Case[] }>().cases.filter((one) => one.dossierId === dossierId);
  const missing = async (): Promise<{ readonly dossierId: string; readonly caseId: string }> => {
    const dossierId = await issued();
    await post(people.officer, `/api/desk/incoming/${await sendOutcome(dossierId)}/accept`, { deskId: 'ky-bac', received: [], rejected: [{ dossierId, note: 'Không có trong túi' }] });
    return { dossierId, caseId: (await openCases(people.officer, 'desk', dossierId))[0]?.caseId ?? '' };
  };
  const settle = (who: Caller, side: 'desk' | 'office', caseId: string, body: object) => who.send('POST', `/api/${side}/custody-cases/${caseId}/settle`, { note: 'đã xem', ...body });

  it('is shown to both of them, with what is missing, and to nobody else', async () => {
    const { dossierId } = await missing();
    for (const [who, side] of [[people.officer, 'desk'], [people.records, 'office']] as const) {
      expect(await openCases(who, side, dossierId)).toMatchObject([{ kind: 'short', isMissing: true, settleBy: '2019-11-25', thing: { kind: 'outcome', count: 1 }, agencyName: 'Sở Tư pháp', deskName: 'Một cửa Kỳ Bắc' }]);
    }
    expect(await openCases(people.neighbour, 'desk', dossierId)).toEqual([]);
    expect(await openCases(people.builder, 'office', dossierId)).toEqual([]);
  });
  it('ends once it is found, by a counter-entry, and is not settled twice', async () => {
    const { dossierId, caseId } = await missing();
    expect((await settle(people.neighbour, 'desk', caseId, { how: 'found' })).status).toBe(404);
    expect((await settle(people.records, 'office', caseId, { how: 'found' })).json()).toMatchObject({ how: 'found' });
    expect(await where(dossierId)).toContain(`outcome 1 agency ${AGENCY}`);
    const again = await settle(people.officer, 'desk', caseId, { how: 'found' });
    expect([again.status, again.json()]).toMatchObject([422, { code: 'custody-case-settled' }]);
    expect(await openCases(people.officer, 'desk', dossierId)).toEqual([]);
    const { journal } = (await people.officer.get(`/api/dossiers/${dossierId}`)).json<DossierView>();
    expect(journal.at(-1)).toMatchObject({ what: 'Xử lý việc chênh lệch giao nhận', note: 'Đã tìm thấy: đã xem' });
  });
  it('of an outcome that is lost for good ends with who pays; it is issued anew and sent again', async () => {
    const { dossierId, caseId } = await missing();
    expect((await settle(people.records, 'office', caseId, { how: 'agreed' })).json()).toMatchObject({ code: 'still-missing-thing' });
    expect((await settle(people.records, 'office', caseId, { how: 'reissued' })).json()).toMatchObject({ code: 'cost-bearer-missing', fieldErrors: [{ path: 'costBearer' }] });
    expect((await settle(people.records, 'office', caseId, { how: 'reissued', costBearer: 'post' })).status).toBe(200);
    expect(await where(dossierId)).toContain('outcome 1 destroyed');
    const handOverId = await sendOutcome(dossierId);
    await post(people.officer, `/api/desk/incoming/${handOverId}/accept`, { deskId: 'ky-bac', received: [dossierId] });
    expect(await where(dossierId)).toContain('outcome 1 desk ky-bac');
  });
  it('of a hand-over that was not taken ends by agreement', async () => {
    const dossierId = await receive();
    await forward(dossierId);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [], rejected: [{ dossierId, reason: 'Không thuộc thẩm quyền' }] });
    const [one] = await openCases(people.officer, 'desk', dossierId);
    expect(one).toMatchObject({ kind: 'not-taken', isMissing: false });
    expect((await settle(people.officer, 'desk', one?.caseId ?? '', { how: 'found' })).json()).toMatchObject({ code: 'nothing-missing' });
    expect((await settle(people.officer, 'desk', one?.caseId ?? '', { how: 'agreed' })).status).toBe(200);
  });
});
