// A complaint about the postal service on a real database, from its receipt to its notice, at the desk and above it.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AGENCY, type BagWorld, DESK, type Received, bagWorld, post } from '#testing/bag-world.ts';
import { sendScan } from '#testing/send-scan.ts';
import type { Answer, Caller } from '#testing/served-world.ts';
import { inTransaction } from '#server/acts/perform.ts';
import { findAllSeries } from '#server/books/verify-series.sql.ts';
import type { ComplaintChanged, ComplaintSubject, ComplaintView, ComplaintsView } from '#wire/complaints.wire.ts';

let bags: BagWorld;
const people = {} as Record<'officer' | 'clerk' | 'supervisor' | 'specialist' | 'neighbour', Caller>;
beforeAll(async () => {
  bags = await bagWorld();
  Object.assign(people, bags.people, { supervisor: await bags.world.signIn('giamsat.buudien'), neighbour: await bags.world.signIn('tuphap.kyphong') });
}, 240_000);
afterAll(() => bags.world.close());

/** Handed over, so that the post has a window for it. */
const carried = async (): Promise<Received> => {
  const one = await bags.receive();
  await bags.forwarded(one.dossierId);
  return one;
};
const bodyOf = (scanned: string, more: object = {}) => ({
  complaintId: randomUUID(), scanned, by: 'citizen', complainant: { fullName: 'Nguyễn Văn Thử', address: 'thôn Phương Giai, xã Kỳ Bắc', phone: '0912000001' }, content: 'Hồ sơ chưa đến cơ quan', wish: 'Tìm hồ sơ', ...more,
});
const complain = (scanned: string, more: object = {}, who = people.clerk, side = 'desk'): Promise<ComplaintChanged> => post<ComplaintChanged>(who, `/api/${side}/complaints`, bodyOf(scanned, more));
const act = (who: Caller, side: string, complaintId: string, path: string, body: object): Promise<Answer> => who.send('POST', `/api/${side}/complaints/${complaintId}/${path}`, body);
const viewOf = async (who: Caller, side: string, complaintId: string): Promise<ComplaintView> => (await who.get(`/api/${side}/complaints/${complaintId}`)).json<ComplaintView>();
const kindOf = ({ status, json }: Answer): string => (status >= 400 ? json<{ code: string }>().code : `${status}`);
const settle = { kind: 'settle', result: 'upheld', ground: 'NĐ 47/2011/NĐ-CP', note: 'Túi bị chậm' };

it('what is scanned says until when it can be complained about; the complaint gets a number, a day and a receipt', async () => {
  const one = await carried();
  const subject = (await people.clerk.get(`/api/desk/complaints/subject?scanned=${one.code}`)).json<ComplaintSubject>();
  expect(subject).toMatchObject({ subject: 'dossier', subjectCode: one.code, isOutOfTime: false, betweenProvinces: false, lastDay: expect.stringMatching(/^2020-05-/) as string });
  const { complaintId, number, settleBy, state } = await complain(one.code);
  expect([number, settleBy, state]).toEqual([expect.stringMatching(/^\d+\/TNKN$/), '2019-11-25', 'received']);
  const view = await viewOf(people.clerk, 'desk', complaintId);
  expect(view).toMatchObject({ complaint: { number, state: 'received', isOverdue: false }, lastDay: subject.lastDay, isOutOfTime: false, content: 'Hồ sơ chưa đến cơ quan' });
  expect(view.explanation.at(0)?.text).toContain('trong tỉnh');
  expect([view.trail.custody.map(({ kind }) => kind), view.trail.papers.some(({ kind }) => kind === 'hand-over-record')]).toEqual([['papers'], true]);
  const receipt = await people.clerk.get(`/api/desk/complaints/${complaintId}/receipt.pdf`);
  expect([receipt.status, receipt.headers['content-type'], (await people.clerk.get(`/api/desk/complaints/${complaintId}/notice.pdf`)).status]).toEqual([200, 'application/pdf', 404]);
});

it('is taken up, settled once with compensation, and its notice is a paper; the supervisor sees it and does the same', async () => {
  const one = await carried();
  const { complaintId } = await complain(one.code, { by: 'agency' }, people.supervisor, 'post');
  expect((await people.clerk.get('/api/desk/complaints')).json<ComplaintsView>().complaints.map((row) => row.complaintId)).toContain(complaintId);
  expect(kindOf(await act(people.clerk, 'desk', complaintId, 'end', settle))).toBe('complaint-not-taken-up');
  expect(kindOf(await act(people.clerk, 'desk', complaintId, 'take-up', {}))).toBe('200');
  expect(kindOf(await act(people.supervisor, 'post', complaintId, 'take-up', {}))).toBe('complaint-taken-up');
  const refused = [
    { ...settle, result: 'dismissed', compensation: 1 }, { ...settle, caseId: randomUUID() }, { kind: 'refuse', ground: 'out-of-time', note: 'x' },
  ];
  expect(await Promise.all(refused.map(async (body) => kindOf(await act(people.clerk, 'desk', complaintId, 'end', body))))).toEqual(['compensation-without-fault', 'case-of-another', 'complaint-in-time']);
  expect(kindOf(await act(people.supervisor, 'post', complaintId, 'end', { ...settle, compensation: 33_000 }))).toBe('200');
  expect(kindOf(await act(people.clerk, 'desk', complaintId, 'end', settle))).toBe('complaint-ended');
  expect((await viewOf(people.clerk, 'desk', complaintId)).end).toMatchObject({ result: 'upheld', compensation: 33_000, noticeNumber: expect.stringMatching(/^\d+\/TBKN$/) as string });
  expect((await people.supervisor.get(`/api/post/complaints/${complaintId}/notice.pdf`)).status).toBe(200);
});

it('what comes after its last day is received, told so, and may be refused for it', async () => {
  const one = await carried();
  await bags.pool.query(`update motcua.hand_over_line set transit = jsonb_set(transit, '{endsOn}', '"2019-01-10"') where dossier_id = $1`, [one.dossierId]);
  expect((await people.clerk.get(`/api/desk/complaints/subject?scanned=${one.code}`)).json<ComplaintSubject>()).toMatchObject({ lastDay: '2019-07-10', isOutOfTime: true });
  const { complaintId } = await complain(one.code, { proofNumber: 'RH 1' });
  expect(kindOf(await act(people.clerk, 'desk', complaintId, 'end', { kind: 'refuse', ground: 'no-proof', note: 'x' }))).toBe('complaint-has-proof');
  expect(kindOf(await act(people.clerk, 'desk', complaintId, 'end', { kind: 'refuse', ground: 'out-of-time', note: 'Quá thời hiệu' }))).toBe('200');
  expect(await viewOf(people.clerk, 'desk', complaintId)).toMatchObject({ complaint: { state: 'refused' }, isOutOfTime: true, end: { refusedBy: 'out-of-time' } });
});

it('a custody case of the same dossier is linked, a bag is complained about by its label', async () => {
  const one = await carried();
  const { rows: [thing] } = await bags.pool.query<{ id: string }>('select thing_id as id from motcua.custody_thing where dossier_id = $1 limit 1', [one.dossierId]);
  const caseId = randomUUID();
  await bags.pool.query(
    `insert into motcua.custody_case (province_id, case_id, kind, thing_id, dossier_id, desk_id, agency_unit_id, sent, arrived, note, opened_at, opened_by, opened_by_name, settle_by)
     values (42, $1, 'short', $2, $3, $4, $5, 1, 0, 'thiếu', '2019-11-18T07:10:00+07:00', $1, 'x', '2019-11-25')`, [caseId, thing?.id, one.dossierId, DESK, AGENCY]);
  const { complaintId } = await complain(one.code);
  await act(people.clerk, 'desk', complaintId, 'take-up', {});
  expect((await viewOf(people.clerk, 'desk', complaintId)).trail.cases).toMatchObject([{ caseId, isOpen: true }]);
  expect(kindOf(await act(people.clerk, 'desk', complaintId, 'end', { ...settle, caseId }))).toBe('200');
  const bag = await post<{ bagId: string; label: string }>(people.clerk, '/api/desk/bags', { bagId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY });
  const about = await complain(bag.label);
  expect((await viewOf(people.supervisor, 'post', about.complaintId)).complaint).toMatchObject({ subject: 'bag', subjectCode: bag.label });
});

it('the case of a lost bag is linked to what was complained about: the bag, or a dossier that lay in it', async () => {
  const one = await bags.receive();
  const bag = await bags.sent(one);
  await post(people.clerk, `/api/desk/bags/${bag.bagId}/lost`, { ground: 'Xe bưu chính gặp nạn' });
  for (const scanned of [one.code, bag.label]) {
    const { complaintId } = await complain(scanned);
    await act(people.clerk, 'desk', complaintId, 'take-up', {});
    const { cases } = (await viewOf(people.clerk, 'desk', complaintId)).trail;
    expect(cases).toMatchObject([{ kind: 'bag-lost', isOpen: true }]);
    expect(kindOf(await act(people.clerk, 'desk', complaintId, 'end', { ...settle, caseId: cases[0]?.caseId }))).toBe('200');
  }
});

it('the same command sent again is done once', async () => {
  const one = await carried();
  const [body, key] = [bodyOf(one.code), { 'idempotency-key': randomUUID() }];
  const answers = [await people.clerk.send('POST', '/api/desk/complaints', body, key), await people.clerk.send('POST', '/api/desk/complaints', body, key)];
  expect([answers.map(({ status }) => status), answers[1]?.text]).toEqual([[201, 201], answers[0]?.text]);
});

it('under another key it is told that it stands already, and takes no number, also where its id is another paper’s', async () => {
  const one = await carried();
  const body = bodyOf(one.code);
  const { complaintId, number } = await post<ComplaintChanged>(people.clerk, '/api/desk/complaints', body);
  expect(kindOf(await people.clerk.send('POST', '/api/desk/complaints', body))).toBe('already-recorded');
  expect(kindOf(await people.supervisor.send('POST', '/api/post/complaints', { ...bodyOf(one.code), complaintId }))).toBe('already-recorded');
  const [ordinal, next] = [number, (await complain(one.code)).number].map((text) => Number.parseInt(text, 10));
  expect((next ?? 0) - (ordinal ?? 0)).toBe(1);
});

it('another desk’s complaint and another desk’s dossier are not there; a wrong digit is told', async () => {
  const one = await carried();
  const { complaintId } = await complain(one.code);
  const answers = [
    await people.neighbour.get(`/api/desk/complaints/${complaintId}`), await act(people.neighbour, 'desk', complaintId, 'take-up', {}), await act(people.neighbour, 'desk', complaintId, 'end', { kind: 'refuse', ground: 'no-proof', note: 'x' }),
    await people.neighbour.get(`/api/desk/complaints/${complaintId}/receipt.pdf`), await people.specialist.get(`/api/desk/complaints/${complaintId}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 403]);
  expect((await people.neighbour.get('/api/desk/complaints')).json<ComplaintsView>().complaints).toEqual([]);
  const scanned = [
    await people.neighbour.send('POST', '/api/desk/complaints', bodyOf(one.code)), await people.clerk.get('/api/desk/complaints/subject?scanned=RR473124828VN'),
    await people.clerk.get('/api/desk/complaints/subject?scanned=TUI0000000294'), await people.clerk.get('/api/desk/complaints/subject?scanned=TUI1'),
  ];
  expect(scanned.map(kindOf)).toEqual(['subject-unknown', 'item-number-check-digit', 'bag-label-check-digits', 'bag-label-shape']);
});

it('receipts and notices are walked like every other number series', async () => {
  const series = (await findAllSeries(bags.pool, 42)).filter(({ series: name }) => name.startsWith('paper:complaint-'));
  expect(series.map(({ series: name }) => name)).toEqual(['paper:complaint-notice:xa-ky-bac', 'paper:complaint-receipt:xa-ky-bac']);
  for (const { numbers, lastNumber } of series) expect(numbers).toEqual(Array.from({ length: lastNumber }, (_, index) => index + 1));
});

const scan = async (who: Caller): Promise<string> => {
  const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(60)]);
  expect((await sendScan(who, content, 'application/pdf')).status).toBe(201);
  return createHash('sha256').update(content).digest('hex');
};

it('scans and photos brought with it are kept, listed on its receipt, and opened by whoever reads the complaint', async () => {
  const one = await carried();
  const proofs = [{ kind: 'posting', sha256: await scan(people.clerk) }, { kind: 'damage', sha256: await scan(people.clerk) }];
  // named by whoever sent it, once, and not more than ten
  expect(kindOf(await people.officer.send('POST', '/api/desk/complaints', bodyOf(one.code, { proofs })))).toBe('proof-not-sent');
  for (const wrong of [[proofs[0], proofs[0]], Array.from({ length: 11 }, () => ({ kind: 'other', sha256: randomBytes(32).toString('hex') }))]) {
    expect((await people.clerk.send('POST', '/api/desk/complaints', bodyOf(one.code, { proofs: wrong }))).status).toBe(400);
  }
  const { complaintId } = await complain(one.code, { proofs });
  expect((await viewOf(people.supervisor, 'post', complaintId)).proofs).toMatchObject([{ proofNo: 1, kind: 'posting', mediaType: 'application/pdf' }, { proofNo: 2, kind: 'damage' }]);
  for (const [who, side] of [[people.clerk, 'desk'], [people.officer, 'desk'], [people.supervisor, 'post']] as const) {
    const answer = await who.get(`/api/${side}/complaints/${complaintId}/proofs/2`);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'application/pdf', 'private, no-cache']);
  }
  expect([(await people.neighbour.get(`/api/desk/complaints/${complaintId}/proofs/1`)).status, (await people.clerk.get(`/api/desk/complaints/${complaintId}/proofs/3`)).status]).toEqual([404, 404]);
  expect(await bags.one(`select payload->>'proofs' as one from motcua.issued_paper where paper_id = $1`, complaintId)).toBe('Chứng từ gửi (01 tệp), Ảnh bưu gửi hư hỏng (01 tệp)');
  expect((await people.clerk.get(`/api/desk/complaints/${complaintId}/receipt.pdf`)).status).toBe(200);
  // the supervisor brings one too
  const above = await complain(one.code, { proofs: [{ kind: 'posting', sha256: await scan(people.supervisor) }] }, people.supervisor, 'post');
  expect((await people.clerk.get(`/api/desk/complaints/${above.complaintId}/proofs/1`)).status).toBe(200);
});

it('a scan of the slip is a proof of posting: the complaint is not refused for want of one', async () => {
  const one = await carried();
  const sha256 = await scan(people.clerk);
  const refusal = { kind: 'refuse', ground: 'no-proof', note: 'Không có phiếu gửi' };
  const [proved, not] = [await complain(one.code, { proofs: [{ kind: 'posting', sha256 }] }), await complain(one.code, { proofs: [{ kind: 'damage', sha256 }] })];
  expect(kindOf(await act(people.clerk, 'desk', proved.complaintId, 'end', refusal))).toBe('complaint-has-proof');
  expect(kindOf(await act(people.clerk, 'desk', not.complaintId, 'end', refusal))).toBe('200');
});

it('a proof brought later is added by desk or supervisor until the complaint has ended, and counts as one brought with it', async () => {
  const one = await carried();
  const { complaintId } = await complain(one.code);
  const add = (who: Caller, side: string, ...proofs: readonly { readonly kind: string; readonly sha256: string }[]) => act(who, side, complaintId, 'proofs', { proofs });
  const [slip, photo] = [{ kind: 'posting', sha256: await scan(people.clerk) }, { kind: 'damage', sha256: await scan(people.supervisor) }];
  expect([await add(people.officer, 'desk', slip), await add(people.neighbour, 'desk', slip), await add(people.specialist, 'desk', slip), await add(people.clerk, 'desk')].map(({ status, json }) => (status === 409 || status === 422 ? json<{ code: string }>().code : status)))
    .toEqual(['proof-not-sent', 404, 403, 400]);
  expect([kindOf(await add(people.clerk, 'desk', slip)), kindOf(await add(people.clerk, 'desk', slip))]).toEqual(['200', 'proof-kept-already']);
  await act(people.clerk, 'desk', complaintId, 'take-up', {});
  expect(kindOf(await add(people.supervisor, 'post', photo))).toBe('200');
  expect((await viewOf(people.clerk, 'desk', complaintId)).proofs).toMatchObject([{ proofNo: 1, kind: 'posting' }, { proofNo: 2, kind: 'damage', addedByName: expect.stringMatching(/\S/u) as string }]);
  expect((await people.officer.get(`/api/desk/complaints/${complaintId}/proofs/2`)).status).toBe(200);
  const more = await Promise.all(Array.from({ length: 9 }, async () => ({ kind: 'other', sha256: await scan(people.clerk) })));
  expect(kindOf(await add(people.clerk, 'desk', ...more))).toBe('too-many-proofs');
  expect(kindOf(await act(people.clerk, 'desk', complaintId, 'end', { kind: 'refuse', ground: 'no-proof', note: 'x' }))).toBe('complaint-has-proof');
  expect(kindOf(await act(people.clerk, 'desk', complaintId, 'end', settle))).toBe('200');
  expect(kindOf(await add(people.clerk, 'desk', ...more.slice(0, 1)))).toBe('complaint-ended');
  expect((await bags.pool.query(`select from motcua.journal where act = 'add-complaint-proofs' and dossier_id = $1`, [one.dossierId])).rowCount).toBe(2);
});

it('of two who add at the same moment both are kept, in one order', async () => {
  const { complaintId } = await complain((await carried()).code);
  const files = [await scan(people.clerk), await scan(people.clerk)];
  const answers = await Promise.all(files.map((sha256) => act(people.clerk, 'desk', complaintId, 'proofs', { proofs: [{ kind: 'other', sha256 }] })));
  expect([answers.map(({ status }) => status), (await viewOf(people.clerk, 'desk', complaintId)).proofs.map(({ proofNo }) => proofNo)]).toEqual([[200, 200], [1, 2]]);
});

it('a proof and the end in the same moment: whichever is first is seen by the other', async () => {
  const [proved, ended] = [await complain((await carried()).code), await complain((await carried()).code)];
  const proof = { proofs: [{ kind: 'posting', sha256: await scan(people.clerk) }] };
  const refusal = { kind: 'refuse', ground: 'no-proof', note: 'Không có phiếu gửi' };
  const waiting = async () => (await bags.pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount;
  const oneAfterOther = async (complaintId: string, first: () => Promise<Answer>, second: () => Promise<Answer>): Promise<readonly string[]> => {
    const asked = await inTransaction(bags.pool, async (db) => {
      await db.query('select from motcua.complaint where complaint_id = $1 for update', [complaintId]);
      const one = first();
      await expect.poll(waiting, { timeout: 60_000 }).toBe(1);
      const other = second();
      await expect.poll(waiting, { timeout: 60_000 }).toBe(2);
      return { commit: true, value: [one, other] };
    });
    return (await Promise.all(asked)).map(kindOf);
  };
  const adds = ({ complaintId }: ComplaintChanged) => () => act(people.clerk, 'desk', complaintId, 'proofs', proof);
  const ends = ({ complaintId }: ComplaintChanged) => () => act(people.officer, 'desk', complaintId, 'end', refusal);
  expect(await oneAfterOther(proved.complaintId, adds(proved), ends(proved))).toEqual(['200', 'complaint-has-proof']);
  expect(await oneAfterOther(ended.complaintId, ends(ended), adds(ended))).toEqual(['200', 'complaint-ended']);
});

it('by when it is brought and settled is the province’s rule of the day on which it comes; what came before keeps its days', async () => {
  const administrator = await bags.world.signIn('quantri');
  const one = await carried();
  const before = await complain(one.code);
  await post(administrator, '/api/admin/postal-rules', {
    part: 'complaint', baseVersion: 1, validFrom: '2019-11-19', instrument: 'TT 9/2019', mark: 'assumed', months: 1, daysWithin: 2, daysBetween: 3, decision: 'CV 9', reason: 'Văn bản mới',
  });
  expect(await complain(one.code)).toMatchObject({ settleBy: before.settleBy });
  bags.world.wait(24 * 3600);
  // nobody's session lasts a night
  const clerk = await bags.world.signIn('buudien.kybac');
  expect((await clerk.get(`/api/desk/complaints/subject?scanned=${one.code}`)).json<ComplaintSubject>()).toMatchObject({ lastDay: '2019-12-20', settleDays: 2 });
  const after = await complain(one.code, {}, clerk);
  expect([before.settleBy, after.settleBy, (await viewOf(clerk, 'desk', before.complaintId)).complaint.settleBy]).toEqual(['2019-11-25', '2019-11-21', '2019-11-25']);
  expect(await viewOf(clerk, 'desk', after.complaintId)).toMatchObject({ lastDay: '2019-12-20', explanation: [{ law: 'TT 9/2019' }, {}, {}] });
});
