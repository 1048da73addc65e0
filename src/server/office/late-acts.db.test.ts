// Late is said before it is late; the law's own extension; what came to the agency; what ends without an outcome.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TAKEN_BACK, WITHDRAWAL } from '#testing/desk-commands.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';

let world: ServedWorld;
let specialist: Caller;
let colleague: Caller;
let head: Caller;
let signer: Caller;
let records: Caller;
let officer: Caller;
let clerk: Caller;
const signInAll = async (): Promise<void> => {
  [specialist, colleague, head, signer, records, officer, clerk] = await Promise.all(
    ['chuyenvien.stp', 'chuyenvien.sld', 'truongphong.stp', 'phogiamdoc.stp', 'vanthu.stp', 'tuphap.kybac', 'buudien.kybac'].map((login) => world.signIn(login)),
  ) as [Caller, Caller, Caller, Caller, Caller, Caller, Caller];
};
beforeAll(async () => { world = await servedWorld('kybac-2019'); }, 120_000);
afterAll(() => world.close());
beforeEach(signInAll); // the clock moves on by days

const sql = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => (await world.database.pool.query(text, [...values])).rows as T[];
let planted = 7000;
/** Ten working days from Monday 18/11: due on Monday 2/12. */
const DUE = '2019-12-02T17:30:00+07:00';
const plant = async (state = 'in-process', more = {}): Promise<string> => {
  planted += 1;
  const { dossierId } = await plantDossier(world.database.pool, {
    no: planted, agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state, stepNo: 1, stepRole: 'agency-officer', dueAt: DUE, ...more,
  });
  return dossierId;
};
const keep = async (dossierId: string): Promise<void> => {
  await sql(`insert into motcua.dossier_paper (province_id, dossier_id, line_no, round_no, item_id, name, form, count, shown_only, scans)
    values (42, $1, 1, 0, 'to-khai', 'Tờ khai', 'original', 1, false, '{}'), (42, $1, 2, 0, 'cmnd', 'Chứng minh nhân dân', 'original', 1, true, '{}'),
           (42, $1, 3, 0, 'so-ho-khau', 'Sổ hộ khẩu', 'certified-copy', 1, false, '{}')`, [dossierId]);
};
const request = async (dossierId: string, answerBy: string | null = null, names: readonly string[] = ['Giấy chứng sinh']): Promise<void> => {
  await sql(`insert into motcua.supplement_request (province_id, dossier_id, request_no, asked_at, asked_by, asked_by_name, items, reason, answer_by)
    values (42, $1, 1, '2019-11-18T07:00:00+07:00', '00000000-0000-7000-8000-000000000000', 'X', $2, 'Thiếu', $3)`,
  [dossierId, JSON.stringify(names.map((name) => ({ name, original: 1, certifiedCopy: 0, plainCopy: 0 }))), answerBy]);
};
const act = (who: Caller, id: string, path: string, body: object, revision = 2): Promise<Answer> =>
  who.send('POST', `/api/office/dossiers/${id}/${path}`, { expectedRevision: revision, ...body });
const rowOf = async (id: string) => (await sql<{ state: string; due: string; revision: number; papers: string | null; waits: boolean; closed: boolean }>(
  `select state, due_at as due, revision, papers_at as papers, apology_waits as waits, closed_at is not null as closed from motcua.dossier where dossier_id = $1`, [id]))[0];
const noticesOf = async (id: string) => (await sql<{ payload: { kind: string; text: string; sms: string; recipient: string; due?: string } }>(
  `select payload from motcua.outbox where dossier_id = $1 and topic = 'citizen-notice' order by outbox_id`, [id])).map((row) => row.payload);
const statusesOf = async (id: string) => (await sql<{ status: number }>(
  `select (payload->>'status')::int as status from motcua.outbox where dossier_id = $1 and topic = 'national-portal' order by outbox_id`, [id])).map((row) => row.status);
const actsOf = async (id: string) => (await sql<{ act: string }>('select act from motcua.journal where dossier_id = $1 order by recorded_at, seq', [id])).map((row) => row.act);
const papersOf = (id: string) => sql<{ kind: string; number: string; payload: Record<string, unknown> }>(
  'select kind, number, payload from motcua.issued_paper where dossier_id = $1 order by issued_at', [id]);
const NEW_DUE = '2019-12-05T16:30:00+07:00';
const APOLOGY = { reason: 'Chờ kết quả xác minh của Công an tỉnh', newDue: NEW_DUE };

describe('an apology with a new date', () => {
  it('is prepared, waits in the signer’s list, is signed as form 04, and from then on the new date holds everywhere', async () => {
    const id = await plant();
    expect((await act(specialist, id, 'prepare-apology', APOLOGY)).json()).toMatchObject({ state: 'in-process', revision: 3, newDue: NEW_DUE, dueAt: DUE });
    expect(await rowOf(id)).toMatchObject({ due: DUE, waits: true });
    expect(await noticesOf(id)).toEqual([]);
    const list = (await signer.get('/api/office/inbox?tab=apologies')).json<{ rows: { dossierId: string }[]; counts: Record<string, number> }>();
    expect(list.rows.map((row) => row.dossierId)).toEqual([id]);
    const work = (await signer.get(`/api/office/dossiers/${id}/work`)).json<{ apologies: object[] }>();
    expect(work.apologies).toMatchObject([{ reason: APOLOGY.reason, oldDue: DUE, newDue: NEW_DUE, preparedByName: 'Đặng Thị Hoài Thu' }]);

    const signed = await act(signer, id, 'sign-apology', {}, 3);
    expect(signed.json()).toMatchObject({ dueAt: NEW_DUE, newDue: NEW_DUE, paper: { kind: 'apology-notice', number: '01/XLHS' } });
    expect(await rowOf(id)).toMatchObject({ due: NEW_DUE, waits: false, state: 'in-process' });
    const [clock] = await sql<{ events: object[]; statutory: string }>(`select clock->'events' as events, due->>'statutoryDue' as statutory from motcua.dossier where dossier_id = $1`, [id]);
    expect(clock).toMatchObject({ events: [{ kind: 'reappointed', newDue: NEW_DUE }], statutory: DUE });
    const [notice] = await noticesOf(id);
    expect(notice).toMatchObject({ kind: 'reappointed', due: NEW_DUE, recipient: '0912000001', sms: expect.stringContaining('16 gio 30 ngay 05/12/2019') });
    expect(notice?.text).not.toMatch(/Nguyễn Văn Thử|xác minh/);
    expect(await papersOf(id)).toMatchObject([{ kind: 'apology-notice', number: '01/XLHS', payload: { version: 'v2018', number: '01', symbol: 'XLHS', dueAt: DUE, newDueAt: NEW_DUE, signer: { prefix: 'KT.' } } }]);
    expect(await actsOf(id)).toEqual(['prepare-apology', 'sign-apology']);
    expect(await statusesOf(id)).toEqual([]); // still 'đang xử lý'
    const view = (await officer.get(`/api/dossiers/${id}`)).json<{ due: { due: string }; notices: object[]; apologies: object[] }>();
    expect(view).toMatchObject({ due: { due: NEW_DUE }, notices: [{ kind: 'reappointed', sent: false }], apologies: [{ decision: 'signed', paperNumber: '01/XLHS' }] });
    expect(JSON.stringify(view.notices)).not.toContain('0912000001');
  });

  it('is not given twice, not beside another, not backwards, not on a rest day', async () => {
    const id = await plant();
    const prepare = (body: object, revision: number) => act(specialist, id, 'prepare-apology', { ...APOLOGY, ...body }, revision);
    expect((await prepare({ newDue: DUE }, 2)).json()).toMatchObject({ code: 'new-due-not-after' });
    expect((await prepare({ newDue: '2019-12-07T09:00:00+07:00' }, 2)).json()).toMatchObject({ code: 'new-due-not-working', refusal: { next: '2019-12-09T17:30:00+07:00' } });
    expect((await prepare({}, 2)).status).toBe(200);
    expect((await prepare({}, 3)).json()).toMatchObject({ code: 'apology-awaits-signature' });
    expect((await act(signer, id, 'return-apology', { reason: 'Ghi rõ cơ quan chậm trả lời' }, 3)).status).toBe(200);
    expect((await act(signer, id, 'sign-apology', {}, 4)).json()).toMatchObject({ code: 'no-apology-prepared' });
    expect((await prepare({}, 4)).status).toBe(200);
    expect((await act(signer, id, 'sign-apology', {}, 5)).status).toBe(200);
    const again = await prepare({ newDue: '2019-12-20T16:00:00+07:00' }, 6);
    expect([again.status, again.json()]).toMatchObject([422, { code: 'already-reappointed', detail: expect.stringContaining('Chỉ được hẹn lại một lần') }]);
  });

  it('is whose it is: prepared by who is in charge, signed by who signs, seen by nobody else', async () => {
    const id = await plant();
    expect((await act(records, id, 'prepare-apology', APOLOGY)).json()).toMatchObject({ code: 'role-not-allowed' });
    expect((await act(colleague, id, 'prepare-apology', APOLOGY)).status).toBe(404);
    expect((await act(specialist, id, 'prepare-apology', APOLOGY)).status).toBe(200);
    expect((await act(specialist, id, 'sign-apology', {}, 3)).json()).toMatchObject({ code: 'role-not-allowed' });
    expect((await act(records, id, 'return-apology', { reason: 'x' }, 3)).json()).toMatchObject({ code: 'role-not-allowed' });
  });

  it('of two officers who act at once one is done, and the other reads who did what when', async () => {
    const id = await plant();
    const both = await Promise.all([specialist, head].map((who) => act(who, id, 'prepare-apology', APOLOGY)));
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const second = both.find((answer) => answer.status === 409)?.json<{ detail: string; refusal: object }>();
    expect(second).toMatchObject({ refusal: { kind: 'changed-meanwhile', act: 'prepare-apology' } });
    expect(second?.detail).toMatch(/vừa được .+ thực hiện “Lập phiếu xin lỗi và hẹn lại” lúc .+ 18\/11\/2019/);
  });
});

describe('the law’s own extension', () => {
  const EXTEND = { extensionId: 'verify', decisionNumber: '12/QĐ-UBND', decidedOn: '2019-11-18' };
  it('moves the date by what the version names, with the decision’s number', async () => {
    const id = await plant('in-process', { procedureCode: '1.004859', dueAt: '2019-11-21T17:30:00+07:00' });
    const done = await act(specialist, id, 'extend', EXTEND);
    expect(done.json()).toMatchObject({ newDue: '2019-11-26T17:30:00+07:00', dueAt: '2019-11-26T17:30:00+07:00' });
    expect(await sql('select decision_number as number, law, old_due as old, new_due as due from motcua.extension where dossier_id = $1', [id]))
      .toEqual([{ number: '12/QĐ-UBND', law: 'Luật Hộ tịch 2014 Đ.28.2', old: '2019-11-21T17:30:00+07:00', due: '2019-11-26T17:30:00+07:00' }]);
    expect(await noticesOf(id)).toMatchObject([{ kind: 'extended', due: '2019-11-26T17:30:00+07:00' }]);
    expect((await act(specialist, id, 'extend', EXTEND, 3)).json()).toMatchObject({ code: 'already-extended' });
  });

  it('is refused where the procedure knows none, and for a decision of tomorrow', async () => {
    expect((await act(specialist, await plant(), 'extend', EXTEND)).json()).toMatchObject({ code: 'extension-not-allowed' });
    const id = await plant('in-process', { procedureCode: '1.004859', dueAt: '2019-11-21T17:30:00+07:00' });
    expect((await act(specialist, id, 'extend', { ...EXTEND, decidedOn: '2019-11-19' })).json()).toMatchObject({ code: 'decided-in-future' });
    expect((await act(records, id, 'extend', EXTEND)).json()).toMatchObject({ code: 'role-not-allowed' });
  });
});

describe('what was asked for comes to the agency itself', () => {
  const CAME = { via: 'post', arrivedAt: '2019-11-18T07:20:00+07:00', reference: 'RH000000001VN', papers: [{ name: 'Giấy chứng sinh', form: 'original', count: 1 }], complete: true };
  it('in part it is kept and the time stands still; in full the time begins anew', async () => {
    const id = await plant('supplement-asked');
    await request(id, null, ['Giấy chứng sinh', 'Sổ hộ khẩu']);
    expect((await act(specialist, id, 'record-supplement', CAME)).json()).toMatchObject({ code: 'still-missing', refusal: { names: ['Sổ hộ khẩu'] } });
    expect((await act(specialist, id, 'record-supplement', { ...CAME, complete: false })).json()).toMatchObject({ state: 'supplement-asked', complete: false, revision: 3 });
    expect(await noticesOf(id)).toMatchObject([{ kind: 'supplement-partial', missing: 1 }]);
    const rest = { ...CAME, via: 'online', papers: [{ name: 'Sổ hộ khẩu', form: 'e-copy', count: 1 }] };
    expect((await act(specialist, id, 'record-supplement', rest, 3)).json()).toMatchObject({ state: 'in-process', complete: true });
    expect(await sql('select answered_via as via, answered_at is not null as answered from motcua.supplement_request where dossier_id = $1', [id])).toEqual([{ via: 'online', answered: true }]);
    expect(await sql('select name, round_no as round from motcua.dossier_paper where dossier_id = $1 order by line_no', [id])).toEqual([{ name: 'Giấy chứng sinh', round: 1 }, { name: 'Sổ hộ khẩu', round: 1 }]);
    expect(await statusesOf(id)).toEqual([4]);
    expect(await sql(`select clock->'events' as events from motcua.dossier where dossier_id = $1`, [id]))
      .toMatchObject([{ events: [{ kind: 'supplement-asked' }, { kind: 'supplied', complete: false }, { kind: 'supplied', complete: true }] }]);
  });

  it('not before it was asked for, not in the future, not by others', async () => {
    const id = await plant('supplement-asked');
    await request(id);
    expect((await act(specialist, id, 'record-supplement', { ...CAME, arrivedAt: '2019-11-18T06:00:00+07:00' })).json()).toMatchObject({ code: 'arrived-at-wrong-time' });
    expect((await act(specialist, id, 'record-supplement', { ...CAME, arrivedAt: '2019-11-19T08:00:00+07:00' })).json()).toMatchObject({ code: 'arrived-at-wrong-time' });
    expect((await act(records, id, 'record-supplement', CAME)).json()).toMatchObject({ code: 'role-not-allowed' });
  });
});

describe('a dossier is withdrawn', () => {
  it('at the agency: its papers are sent to the desk by record and given back there, signed for, with a note', async () => {
    const id = await plant();
    await keep(id);
    expect((await act(specialist, id, 'withdraw', { ...WITHDRAWAL, feeNote: 'Lệ phí đã thu không hoàn trả.' })).json()).toMatchObject({ state: 'withdrawn', revision: 3 });
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', papers: 'agency', closed: true });
    expect([await statusesOf(id), (await noticesOf(id)).map((one) => one.kind)]).toEqual([[7], ['withdrawn']]);
    const list = (await records.get('/api/office/inbox?tab=papers-back')).json<{ rows: { dossierId: string }[] }>();
    expect(list.rows.map((row) => row.dossierId)).toContain(id);
    const give = (revision: number, body: object = TAKEN_BACK) => officer.send('POST', `/api/desk/dossiers/${id}/give-back-papers`, { deskId: 'ky-bac', revision, papersBack: body });
    expect((await give(3)).json()).toMatchObject({ code: 'papers-at-agency' });

    const sent = await act(records, id, 'send-papers-back', {}, 3);
    expect(sent.json()).toMatchObject({ state: 'withdrawn', paper: { kind: 'hand-over-record' } });
    expect((await act(records, id, 'send-papers-back', {}, 4)).json()).toMatchObject({ code: 'papers-on-the-way' });
    const waiting = (await officer.get('/api/desk/papers-back?deskId=ky-bac')).json<{ rows: { dossierId: string; cause: string }[] }>();
    expect(waiting.rows).toMatchObject([{ dossierId: id, cause: 'withdrawn', counted: false }]);
    // nothing is given that was not counted on arrival
    expect((await give(4)).json()).toMatchObject({ code: 'papers-to-be-counted' });
    const count = (revision: number, papers: readonly object[], who = clerk) => who.send('POST', `/api/desk/dossiers/${id}/accept-papers`, { deskId: 'ky-bac', revision, papers });
    expect((await count(4, [{ lineNo: 1, result: 'received' }])).json()).toMatchObject({ code: 'papers-not-counted', refusal: { names: ['Sổ hộ khẩu'] } });
    expect((await count(4, [{ lineNo: 1, result: 'received' }, { lineNo: 3, result: 'damaged' }])).json()).toMatchObject({ code: 'fields-invalid', fieldErrors: [{ path: 'papers.1.note' }] });
    expect((await count(4, [{ lineNo: 1, result: 'received' }, { lineNo: 3, result: 'damaged', note: 'Bìa ướt' }])).json()).toMatchObject({ state: 'withdrawn', revision: 5 });
    expect((await count(5, [{ lineNo: 1, result: 'received' }, { lineNo: 3, result: 'received' }])).json()).toMatchObject({ code: 'papers-counted-already' });
    expect((await officer.get('/api/desk/papers-back?deskId=ky-bac')).json<{ rows: object[] }>().rows).toMatchObject([{ dossierId: id, counted: true }]);
    // the agency reads what came otherwise than it was sent
    const seen = (await records.get(`/api/dossiers/${id}`)).json<{ papersBack: object; journal: { act: string; note?: string }[] }>();
    expect(seen.papersBack).toMatchObject({ place: 'at-desk', differences: [{ name: 'Sổ hộ khẩu', result: 'damaged', note: 'Bìa ướt' }] });
    expect(seen.journal.find((line) => line.act === 'accept-papers-back')?.note).toContain('Sổ hộ khẩu bị hư hỏng (Bìa ướt)');
    expect((await give(5, { ...TAKEN_BACK, papers: [{ lineNo: 1, given: true }] })).json()).toMatchObject({ code: 'papers-not-listed', refusal: { names: ['Sổ hộ khẩu'] } });
    const given = await give(5, { ...TAKEN_BACK, papers: [{ lineNo: 1, given: true }, { lineNo: 3, given: false, note: 'Lưu hồ sơ' }] });
    expect(given.json()).toMatchObject({ state: 'withdrawn', paperId: expect.any(String) });
    expect((await give(6)).json()).toMatchObject({ code: 'papers-already-back' });
    const papers = await papersOf(id);
    expect(papers.map((paper) => paper.kind)).toEqual(['hand-over-record', 'withdrawal-note']);
    expect(papers[1]?.payload).toMatchObject({ papersBack: [{ name: 'Tờ khai', original: 1 }], papersKept: [{ name: 'Sổ hộ khẩu', note: 'Lưu hồ sơ' }], receiver: { name: 'Nguyễn Văn Thử' }, feeNote: 'Lệ phí đã thu không hoàn trả.' });
    expect(await rowOf(id)).toMatchObject({ papers: 'given-back', closed: true });
    expect(await actsOf(id)).toEqual(['withdraw-at-agency', 'send-papers-back', 'accept-papers-back', 'give-back-papers']);
    expect((await noticesOf(id)).map((one) => one.kind)).toEqual(['withdrawn', 'papers-to-collect', 'papers-at-desk', 'papers-given-back']);
    expect((await officer.get('/api/desk/papers-back?deskId=ky-bac')).json<{ rows: object[] }>().rows).toEqual([]);
    const clocks = await sql<{ kinds: string }>(`select jsonb_path_query_array(clock, '$.events[*].kind')::text as kinds from motcua.dossier where dossier_id = $1`, [id]);
    expect(clocks).toEqual([{ kinds: '["withdrawn"]' }]);
  });

  it('where nothing came of what was sent back, nobody is asked to come, and the agency sends it again', async () => {
    const id = await plant();
    await keep(id);
    await act(specialist, id, 'withdraw', WITHDRAWAL);
    expect((await act(records, id, 'send-papers-back', {}, 3)).status).toBe(200);
    const count = (revision: number, papers: readonly object[]) => clerk.send('POST', `/api/desk/dossiers/${id}/accept-papers`, { deskId: 'ky-bac', revision, papers });
    const missing = { result: 'short', arrived: 0, note: 'Không có trong túi' };
    expect((await count(4, [{ lineNo: 1, ...missing }, { lineNo: 3, ...missing }])).json()).toMatchObject({ state: 'withdrawn', revision: 5 });
    expect((await officer.send('POST', `/api/desk/dossiers/${id}/give-back-papers`, { deskId: 'ky-bac', revision: 5, papersBack: TAKEN_BACK })).json()).toMatchObject({ code: 'papers-at-agency' });
    expect((await officer.get('/api/desk/papers-back?deskId=ky-bac')).json<{ rows: object[] }>().rows).toEqual([]);
    const owed = (await records.get('/api/office/inbox?tab=papers-back')).json<{ rows: { dossierId: string }[] }>();
    expect(owed.rows.map((row) => row.dossierId)).toContain(id);
    const backOf = async () => (await records.get(`/api/dossiers/${id}`)).json<{ papersBack: object }>().papersBack;
    expect(await backOf()).toMatchObject({ place: 'agency', differences: [{ name: 'Tờ khai', arrived: 0 }, { name: 'Sổ hộ khẩu', arrived: 0 }] });

    expect((await act(records, id, 'send-papers-back', {}, 5)).status).toBe(200);
    const again = await backOf();
    expect(again).toMatchObject({ place: 'on-the-way' });
    expect(again).not.toHaveProperty('differences');
    expect((await count(6, [{ lineNo: 1, result: 'received' }, { lineNo: 3, result: 'received' }])).status).toBe(200);
    expect((await noticesOf(id)).map((one) => one.kind)).toEqual(['withdrawn', 'papers-to-collect', 'papers-not-arrived', 'papers-to-collect', 'papers-at-desk']);
    expect((await papersOf(id)).map((paper) => paper.kind)).toEqual(['hand-over-record', 'hand-over-record']);
  });

  it('at the agency with its papers in the same moment: one note, nothing left to send', async () => {
    const id = await plant();
    await keep(id);
    const done = await act(specialist, id, 'withdraw', { ...WITHDRAWAL, papersBack: { ...TAKEN_BACK, receiver: { relation: 'authorised', fullName: 'Lê Thị Được', identityNumber: '183000777', authorisation: 'Giấy ủy quyền 12/2019' } } });
    expect(done.json()).toMatchObject({ state: 'withdrawn', paper: { kind: 'withdrawal-note', number: expect.stringMatching(/^\d{2}\/RHS$/) } });
    expect(await rowOf(id)).toMatchObject({ papers: 'given-back' });
    expect((await act(records, id, 'send-papers-back', {}, 3)).json()).toMatchObject({ code: 'papers-already-back' });
  });

  it('not by an owner who is not named, nor once there is an outcome', async () => {
    const id = await plant();
    expect((await act(specialist, id, 'withdraw', { ...WITHDRAWAL, request: { how: 'letter', asker: { kind: 'owner' } } })).json()).toMatchObject({ code: 'no-owner-named' });
    expect((await act(specialist, await plant('outcome-recorded'), 'withdraw', WITHDRAWAL)).json()).toMatchObject({ code: 'act-not-possible' });
    expect((await act(specialist, id, 'withdraw', { ...WITHDRAWAL, request: { how: 'letter', asker: { kind: 'authorised', fullName: 'A' } } })).status).toBe(400);
  });
});

// moves the clock on, so it stands last
describe('what was asked for does not come', () => {
  it('it is proposed in the office’s list, and a person stops it with the notice; the papers go back', async () => {
    const id = await plant('supplement-asked');
    await keep(id);
    await request(id, '2019-11-20T17:30:00+07:00');
    await sql(`update motcua.dossier set answer_by = '2019-11-20T17:30:00+07:00' where dossier_id = $1`, [id]);
    const proposed = async () => (await head.get('/api/office/inbox?tab=answer-over')).json<{ rows: { dossierId: string }[] }>().rows.map((row) => row.dossierId);
    const stop = () => act(head, id, 'stop', { reason: 'Quá hạn bổ sung', legalGround: 'Khoản 4 Điều 19 Nghị định 61/2018/NĐ-CP' });
    expect(await proposed()).not.toContain(id);
    expect((await stop()).json()).toMatchObject({ code: 'not-overdue' });
    world.wait(3 * 86_400);
    await signInAll();
    expect(await proposed()).toContain(id);
    expect((await stop()).json()).toMatchObject({ state: 'stopped', paper: { kind: 'stop-notice', number: '01/DGQ' } });
    expect(await rowOf(id)).toMatchObject({ state: 'stopped', papers: 'agency', closed: true });
    expect([await statusesOf(id), (await noticesOf(id)).map((one) => one.kind)]).toEqual([[8], ['stopped']]);
    expect(await proposed()).not.toContain(id);
    expect((await act(records, id, 'send-papers-back', {}, 3)).status).toBe(200);
  });

  it('an apology prepared in time is too late once its day has come', async () => {
    const id = await plant('in-process', { dueAt: '2019-11-22T17:30:00+07:00' });
    const late = await act(specialist, id, 'prepare-apology', { ...APOLOGY, newDue: '2019-11-28T16:00:00+07:00' });
    expect(late.status).toBe(200);
    world.wait(86_400);
    await signInAll();
    const refused = await act(signer, id, 'sign-apology', {}, 3);
    expect(refused.json()).toMatchObject({ code: 'apology-too-late', detail: expect.stringContaining('chậm nhất hết ngày 21/11/2019') });
  });
});
