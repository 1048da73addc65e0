// A bag both ways on a real database: filled, sealed, handed over, counted by the other side; what is refused moves nothing.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findUnexplained, happened, standing } from '#testing/custody-ledger.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { findAllSeries, seriesName } from '#server/books/verify-series.sql.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import type { BagHandedOver, BagReceived, BagStarted, BagView, BagsView } from '#wire/bags.wire.ts';

const record = procedureIn('kybac-2019', '2.000488');
const AGENCY = 'so-tu-phap';
const DESK = 'ky-bac';

let world: ServedWorld;
const people = {} as Record<'officer' | 'clerk' | 'specialist' | 'head' | 'signer' | 'records' | 'elsewhere', Caller>;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  people.officer = await world.signIn('tuphap.kybac');
  people.clerk = await world.signIn('buudien.kybac');
  people.specialist = await world.signIn('chuyenvien.stp');
  people.head = await world.signIn('truongphong.stp');
  people.signer = await world.signIn('phogiamdoc.stp');
  people.records = await world.signIn('vanthu.stp');
  people.elsewhere = await world.signIn('vanthu.kyanh');
}, 240_000);
afterAll(() => world.close());
afterEach(async () => expect(await findUnexplained(world.database.pool)).toEqual([]));

const post = async <T = object>(who: Caller, url: string, body: object): Promise<T> => {
  const answer = await who.send('POST', url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return answer.json<T>();
};
const refusalOf = (answer: Answer): string => (answer.status >= 400 && answer.status < 500 ? answer.json<{ code: string }>().code : `${answer.status}`);
const where = (dossierId: string) => standing(world.database.pool, dossierId);
const bagsOf = async (who: Caller, side: 'desk' | 'office'): Promise<BagsView> => (await who.get(`/api/${side}/bags`)).json<BagsView>();
const revisionOf = async (dossierId: string): Promise<number> =>
  (await world.database.pool.query<{ revision: number }>('select revision from motcua.dossier where dossier_id = $1', [dossierId])).rows[0]?.revision ?? 0;
const stateOf = async (dossierId: string): Promise<string | undefined> =>
  (await world.database.pool.query<{ state: string }>('select state from motcua.dossier where dossier_id = $1', [dossierId])).rows[0]?.state;
const casesOf = async (dossierId: string): Promise<readonly object[]> =>
  (await world.database.pool.query('select kind, sent, arrived, note from motcua.custody_case where dossier_id = $1 order by case_id', [dossierId])).rows as object[];
const lineOf = async (dossierId: string): Promise<{ readonly lineNo: number; readonly count: number }> => {
  const { rows: [line] } = await world.database.pool.query<{ lineNo: number; count: number }>(
    `select line_no as "lineNo", count::int from motcua.dossier_paper where dossier_id = $1 and not shown_only and form <> 'e-copy' order by line_no limit 1`, [dossierId]);
  if (!line) throw new Error('no paper');
  return line;
};

type Received = { readonly dossierId: string; readonly code: string };
const receive = (): Promise<Received> => post<Received>(people.officer, '/api/desk/dossiers', receiveCommand(DESK, record));
const total = async (dossierId: string): Promise<number> =>
  (await world.database.pool.query<{ n: number }>('select sum(count)::int as n from motcua.custody_thing where dossier_id = $1', [dossierId])).rows[0]?.n ?? 0;
const started = async (who = people.clerk, side = 'desk', agencyUnitId = AGENCY): Promise<BagStarted> =>
  post<BagStarted>(who, `/api/${side}/bags`, { bagId: randomUUID(), deskId: DESK, agencyUnitId });
const bagAct = (who: Caller, side: 'desk' | 'office', bagId: string, act: string, body: object) => who.send('POST', `/api/${side}/bags/${bagId}/${act}`, body);
const filled = async (...dossiers: readonly Received[]): Promise<BagStarted> => {
  const bag = await started();
  for (const { code } of dossiers) await post(people.clerk, `/api/desk/bags/${bag.bagId}/pack`, { scanned: code });
  return bag;
};
const sealed = async (...dossiers: readonly Received[]): Promise<BagStarted> => {
  const bag = await filled(...dossiers);
  await post(people.clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 001' });
  return bag;
};
const sent = async (...dossiers: readonly Received[]): Promise<BagStarted & BagHandedOver> => {
  const bag = await sealed(...dossiers);
  return { ...bag, ...(await post<BagHandedOver>(people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() })) };
};
const counted = (received: readonly Received[], more: object = {}) => ({ received: received.map(({ dossierId }) => dossierId), missing: [], differences: [], sealBroken: false, ...more });

describe('from the desk to the agency', () => {
  it('what is scanned goes under one seal and one record, and is accepted by one signature', async () => {
    const [one, two] = [await receive(), await receive()];
    expect((await bagsOf(people.clerk, 'desk')).waiting.find(({ agencyUnitId }) => agencyUnitId === AGENCY)?.dossiers.map(({ code }) => code)).toEqual(expect.arrayContaining([one.code, two.code]));
    const bag = await sealed(one, two);
    expect((await bagsOf(people.clerk, 'desk')).own).toMatchObject([{ bagId: bag.bagId, stands: 'closed', dossierCount: 2, sealNumber: 'NP 001' }]);
    expect(await where(one.dossierId)).toEqual([`papers ${await total(one.dossierId)} desk ${DESK}`]);
    const handedOver = await post<BagHandedOver>(people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    expect([await stateOf(one.dossierId), handedOver.dossierCount]).toEqual(['handed-over', 2]);
    const paper = await people.clerk.get(`/api/papers/${handedOver.paperId}/payload`);
    expect(paper.json<{ payload: { lines: readonly { code: string }[] } }>().payload.lines.map(({ code }) => code).toSorted()).toEqual([one.code, two.code].toSorted());
    const coming = (await bagsOf(people.specialist, 'office')).coming.find(({ bagId }) => bagId === bag.bagId);
    expect(coming).toMatchObject({ label: bag.label, recordNumber: handedOver.recordNumber, dossierCount: 2 });
    const opened = await people.specialist.get(`/api/office/bags/by-label/${bag.label.toLowerCase()}`);
    expect(opened.json<BagView>().lines.map(({ code }) => code)).toEqual([one.code, two.code].toSorted());
    const answer = await post<BagReceived>(people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([one, two]));
    expect(answer).toMatchObject({ received: 2, missing: 0, differences: 0, skipped: [] });
    expect(await where(one.dossierId)).toEqual([`papers ${await total(one.dossierId)} agency ${AGENCY}`]);
    expect(await happened(world.database.pool, two.dossierId)).toEqual(['papers: came packed sent unpacked received']);
    expect((await bagsOf(people.specialist, 'office')).received.find(({ bagId }) => bagId === bag.bagId)).toMatchObject({ sealBroken: false });
    const { rows } = await world.database.pool.query('select holder_kind as at from motcua.custody_thing where thing_id = $1', [bag.bagId]);
    expect(rows).toEqual([{ at: 'destroyed' }]);
  });
  it('what is short, damaged or not there at all becomes a case, all of it in the same act', async () => {
    const [whole, less, gone] = [await receive(), await receive(), await receive()];
    const bag = await sent(whole, less, gone);
    const { lineNo, count } = await lineOf(less.dossierId);
    const answer = await post<BagReceived>(people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([whole, less], {
      missing: [{ dossierId: gone.dossierId, note: 'Không có trong túi' }], sealBroken: true, sealNote: 'Dây niêm phong đứt',
      differences: [{ dossierId: less.dossierId, lineNo, result: 'damaged', arrived: count, note: 'Rách góc' }],
    }));
    expect(answer).toMatchObject({ received: 2, missing: 1, differences: 1 });
    expect(await casesOf(less.dossierId)).toEqual([{ kind: 'damaged', sent: count, arrived: count, note: 'Rách góc' }]);
    const all = await total(gone.dossierId);
    expect(await casesOf(gone.dossierId)).toEqual([{ kind: 'short', sent: all, arrived: 0, note: 'Không có trong túi' }]);
    expect([await where(gone.dossierId), await stateOf(gone.dossierId), await stateOf(less.dossierId)]).toEqual([[`papers ${all} unaccounted`], 'received', 'in-process']);
    expect((await bagsOf(people.clerk, 'desk')).received.find(({ bagId }) => bagId === bag.bagId)).toMatchObject({ sealBroken: true, sealNote: 'Dây niêm phong đứt' });
  });
  it('what is taken out again stays; a seal that was cut is put on anew', async () => {
    const [one, two] = [await receive(), await receive()];
    const bag = await sealed(one, two);
    await post(people.clerk, `/api/desk/bags/${bag.bagId}/reopen`, { reason: 'Bỏ nhầm' });
    await post(people.clerk, `/api/desk/bags/${bag.bagId}/take-out`, { dossierId: one.dossierId });
    await post(people.clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 002' });
    const { dossierCount } = await post<BagHandedOver>(people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    expect([dossierCount, await stateOf(one.dossierId), await stateOf(two.dossierId)]).toEqual([1, 'received', 'handed-over']);
    expect(await happened(world.database.pool, one.dossierId)).toEqual(['papers: came packed unpacked']);
  });
  it('what goes or is accepted without its bag is out of it, and the empty bag is still received', async () => {
    const [one, two] = [await receive(), await receive()];
    const open = await filled(one);
    await post(people.officer, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY, dossiers: [{ dossierId: one.dossierId, revision: await revisionOf(one.dossierId), paperCount: 1 }] });
    expect(await happened(world.database.pool, one.dossierId)).toEqual(['papers: came packed unpacked sent']);
    expect(refusalOf(await bagAct(people.clerk, 'desk', open.bagId, 'close', { sealNumber: 'NP 3' }))).toBe('bag-empty');
    const bag = await sent(two);
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [two.dossierId] });
    expect(await happened(world.database.pool, two.dossierId)).toEqual(['papers: came packed sent unpacked received']);
    expect(await post<BagReceived>(people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([]))).toMatchObject({ received: 0, missing: 0 });
  });
  it('the same act sent again is done once, and the label is a paper', async () => {
    const one = await receive();
    const bag = await sealed(one);
    const key = { 'idempotency-key': randomUUID() };
    const body = { handOverId: randomUUID() };
    const answers = [await people.clerk.send('POST', `/api/desk/bags/${bag.bagId}/hand-over`, body, key), await people.clerk.send('POST', `/api/desk/bags/${bag.bagId}/hand-over`, body, key)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.text).toBe(answers[0]?.text);
    const label = await people.clerk.get(`/api/desk/bags/${bag.bagId}/label.pdf`);
    expect([label.status, label.headers['content-type']]).toEqual([200, 'application/pdf']);
  });
});

describe('refused, and nothing moves', () => {
  it('while it is filled: twice, in another bag, of another agency, unknown, a wrong digit, not at the desk, after the seal', async () => {
    const [one, away] = [await receive(), await receive()];
    const [bag, other] = [await filled(one), await started()];
    await sent(away);
    const district = await started(people.clerk, 'desk', 'huyen-ky-anh');
    const two = await receive();
    const pack = async (bagId: string, scanned: string): Promise<string> => refusalOf(await bagAct(people.clerk, 'desk', bagId, 'pack', { scanned }));
    expect([
      await pack(bag.bagId, one.code), await pack(other.bagId, one.code), await pack(district.bagId, two.code), await pack(bag.bagId, '000.18.60.H27-191118-9999'),
      await pack(bag.bagId, 'RR473124828VN'), await pack(bag.bagId, away.code),
    ]).toEqual(['packed-already', 'packed-already', 'packed-for-another', 'scanned-unknown', 'item-number-check-digit', 'not-to-go-out']);
    expect(refusalOf(await bagAct(people.clerk, 'desk', other.bagId, 'close', { sealNumber: 'NP 9' }))).toBe('bag-empty');
    expect(refusalOf(await people.clerk.send('POST', '/api/desk/bags', { bagId: other.bagId, deskId: DESK, agencyUnitId: AGENCY }))).toBe('already-recorded');
    expect(refusalOf(await bagAct(people.clerk, 'desk', bag.bagId, 'hand-over', { handOverId: randomUUID() }))).toBe('bag-stands');
    await post(people.clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 9' });
    expect([await pack(bag.bagId, two.code), refusalOf(await bagAct(people.clerk, 'desk', bag.bagId, 'take-out', { dossierId: one.dossierId }))]).toEqual(['bag-stands', 'bag-stands']);
    expect([await happened(world.database.pool, one.dossierId), await happened(world.database.pool, two.dossierId)]).toEqual([['papers: came packed'], ['papers: came']]);
  });
  it('while it is received: never handed over, a wrong digit, another agency’s, both sides, not all counted, twice', async () => {
    const one = await receive();
    const bag = await sealed(one);
    const label = async (who: Caller, text: string): Promise<string> => refusalOf(await who.get(`/api/office/bags/by-label/${encodeURIComponent(text)}`));
    expect(await label(people.specialist, bag.label)).toBe('never-handed-over');
    expect(refusalOf(await bagAct(people.specialist, 'office', bag.bagId, 'receive', counted([one])))).toBe('never-handed-over');
    await post(people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    expect([await label(people.specialist, bag.label.replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10))), await label(people.elsewhere, bag.label), await label(people.specialist, 'TUI12')])
      .toEqual(['bag-label-check-digits', 'bag-unknown', 'bag-label-shape']);
    expect((await bagAct(people.elsewhere, 'office', bag.bagId, 'receive', counted([one]))).status).toBe(404);
    expect(refusalOf(await bagAct(people.specialist, 'office', bag.bagId, 'receive', counted([])))).toBe('not-all-counted');
    const { lineNo, count } = await lineOf(one.dossierId);
    expect(refusalOf(await bagAct(people.specialist, 'office', bag.bagId, 'receive', counted([one], { differences: [{ dossierId: one.dossierId, lineNo, result: 'short', arrived: count, note: 'x' }] })))).toBe('count-not-less');
    await world.database.migratorPool.query(`update motcua.hand_over set sent_by = (select account_id from motcua.account where login = 'chuyenvien.stp') where hand_over_id = (select hand_over_id from motcua.bag where bag_id = $1)`, [bag.bagId]);
    expect(refusalOf(await bagAct(people.specialist, 'office', bag.bagId, 'receive', counted([one])))).toBe('both-sides');
    expect(await happened(world.database.pool, one.dossierId)).toEqual(['papers: came packed sent']);
    await post(people.records, `/api/office/bags/${bag.bagId}/receive`, counted([one]));
    expect(refusalOf(await bagAct(people.records, 'office', bag.bagId, 'receive', counted([])))).toBe('received-already');
  });
});

describe('from the agency back to the desk', () => {
  const office = async (who: Caller, dossierId: string, path: string, body: object = {}): Promise<void> => {
    await post(who, `/api/office/dossiers/${dossierId}/${path}`, { expectedRevision: await revisionOf(dossierId), ...body });
  };
  const issued = async (): Promise<Received> => {
    const dossier = await receive();
    await post(people.officer, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY, dossiers: [{ dossierId: dossier.dossierId, revision: await revisionOf(dossier.dossierId), paperCount: 1 }] });
    await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [dossier.dossierId] });
    await office(people.specialist, dossier.dossierId, 'complete-step', { result: { kind: 'pass', proposal: { kind: 'grant' } } });
    await office(people.head, dossier.dossierId, 'complete-step', { result: { kind: 'pass' } });
    await office(people.signer, dossier.dossierId, 'complete-step', { result: { kind: 'pass' } });
    await office(people.records, dossier.dossierId, 'record-outcome', { name: 'Phiếu lý lịch tư pháp số 1', symbol: 'PLLTP', hasPaper: true, sealed: true });
    return dossier;
  };
  it('outcomes come in a bag, are counted at the desk, and what is not there is looked for', async () => {
    const [one, two] = [await issued(), await issued()];
    expect((await bagsOf(people.records, 'office')).waiting.find(({ deskId }) => deskId === DESK)?.dossiers.map(({ dossierId }) => dossierId)).toEqual(expect.arrayContaining([one.dossierId, two.dossierId]));
    const bag = await started(people.records, 'office');
    for (const { code } of [one, two]) await post(people.records, `/api/office/bags/${bag.bagId}/pack`, { scanned: code });
    expect(refusalOf(await people.clerk.get(`/api/desk/bags/by-label/${bag.label}`))).toBe('never-handed-over');
    await post(people.records, `/api/office/bags/${bag.bagId}/close`, { sealNumber: 'STP 17' });
    await post(people.records, `/api/office/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    expect(await stateOf(one.dossierId)).toBe('outcome-sent');
    expect((await bagsOf(people.clerk, 'desk')).coming).toMatchObject([{ bagId: bag.bagId, dossierCount: 2 }]);
    const answer = await post<BagReceived>(people.clerk, `/api/desk/bags/${bag.bagId}/receive`, counted([one], { missing: [{ dossierId: two.dossierId, note: 'Không có trong túi' }] }));
    expect(answer).toMatchObject({ received: 1, missing: 1 });
    expect([await stateOf(one.dossierId), await stateOf(two.dossierId)]).toEqual(['ready-to-return', 'outcome-recorded']);
    expect([await where(one.dossierId), await where(two.dossierId)]).toEqual([
      expect.arrayContaining([`outcome 1 desk ${DESK}`]), expect.arrayContaining(['outcome 1 unaccounted']),
    ]);
    expect(await casesOf(two.dossierId)).toEqual([{ kind: 'short', sent: 1, arrived: 0, note: 'Không có trong túi' }]);
  });
});

it('every label that was given is on a bag, and on one only', async () => {
  const { rows: [bags] } = await world.database.pool.query<{ n: number }>('select count(*)::int as n from motcua.bag');
  const labels = (await findAllSeries(world.database.pool, 42)).find(({ series }) => series === 'bag-label');
  expect(labels).toMatchObject({ lastNumber: bags?.n, numbers: Array.from({ length: bags?.n ?? 0 }, (_, index) => index + 1), gaps: [] });
  expect(seriesName('bag-label')).toBe('Nhãn túi hồ sơ');
});
