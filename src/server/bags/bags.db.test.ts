// A bag both ways on a real database: filled, sealed, handed over, counted by the other side; what is refused moves nothing.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, type BagWorld, DESK, bagWorld, counted, post, refusalOf } from '#testing/bag-world.ts';
import { findUnexplained, happened } from '#testing/custody-ledger.ts';
import { findAllSeries, seriesName } from '#server/books/verify-series.sql.ts';
import type { Caller } from '#testing/served-world.ts';
import type { BagHandedOver, BagReceived, BagView } from '#wire/bags.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';

let bags: BagWorld;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
afterAll(() => bags.world.close());
afterEach(async () => expect(await findUnexplained(bags.pool)).toEqual([]));

describe('from the desk to the agency', () => {
  it('what is scanned goes under one seal and one record, and is accepted by one signature', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    expect((await bags.bagsOf(bags.people.clerk, 'desk')).waiting.find(({ agencyUnitId }) => agencyUnitId === AGENCY)?.dossiers.map(({ code }) => code)).toEqual(expect.arrayContaining([one.code, two.code]));
    const bag = await bags.sealed(one, two);
    const aroundPapers = async (): Promise<unknown> => (await bags.people.clerk.get(`/api/dossiers/${one.dossierId}`)).json<DossierView>().custody.map(({ insideLabel }) => insideLabel);
    expect(await aroundPapers()).toEqual([bag.label]);
    expect((await bags.bagsOf(bags.people.clerk, 'desk')).own).toMatchObject([{ bagId: bag.bagId, stands: 'closed', dossierCount: 2, sealNumber: 'NP 001' }]);
    expect(await bags.where(one.dossierId)).toEqual([`papers ${await bags.total(one.dossierId)} desk ${DESK}`]);
    const handedOver = await post<BagHandedOver>(bags.people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    expect([await bags.stateOf(one.dossierId), handedOver.dossierCount]).toEqual(['handed-over', 2]);
    const paper = await bags.people.clerk.get(`/api/papers/${handedOver.paperId}/payload`);
    expect(paper.json<{ payload: { lines: readonly { code: string }[] } }>().payload.lines.map(({ code }) => code).toSorted()).toEqual([one.code, two.code].toSorted());
    const coming = (await bags.bagsOf(bags.people.specialist, 'office')).coming.find(({ bagId }) => bagId === bag.bagId);
    expect(coming).toMatchObject({ label: bag.label, recordNumber: handedOver.recordNumber, dossierCount: 2 });
    const opened = await bags.people.specialist.get(`/api/office/bags/by-label/${bag.label.toLowerCase()}`);
    expect(opened.json<BagView>().lines.map(({ code }) => code)).toEqual([one.code, two.code].toSorted());
    const answer = await post<BagReceived>(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([one, two]));
    expect(answer).toMatchObject({ received: 2, missing: 0, differences: 0, skipped: [] });
    expect(await bags.where(one.dossierId)).toEqual([`papers ${await bags.total(one.dossierId)} agency ${AGENCY}`]);
    expect(await happened(bags.pool, two.dossierId)).toEqual(['papers: came packed sent unpacked received']);
    expect((await bags.bagsOf(bags.people.specialist, 'office')).received.find(({ bagId }) => bagId === bag.bagId)).toMatchObject({ sealBroken: false });
    const { rows } = await bags.pool.query('select holder_kind as at from motcua.custody_thing where thing_id = $1', [bag.bagId]);
    expect([rows, await aroundPapers()]).toEqual([[{ at: 'destroyed' }], [undefined]]);
  });
  it('what is short, damaged or not there at all becomes a case, all of it in the same act', async () => {
    const [whole, less, gone] = [await bags.receive(), await bags.receive(), await bags.receive()];
    const bag = await bags.sent(whole, less, gone);
    const { lineNo, count } = await bags.lineOf(less.dossierId);
    const answer = await post<BagReceived>(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([whole, less], {
      missing: [{ dossierId: gone.dossierId, note: 'Không có trong túi' }], sealBroken: true, sealNote: 'Dây niêm phong đứt',
      differences: [{ dossierId: less.dossierId, lineNo, result: 'damaged', arrived: count, note: 'Rách góc' }],
    }));
    expect(answer).toMatchObject({ received: 2, missing: 1, differences: 1 });
    expect(await bags.casesOf(less.dossierId)).toEqual([{ kind: 'damaged', sent: count, arrived: count, note: 'Rách góc' }]);
    const all = await bags.total(gone.dossierId);
    expect(await bags.casesOf(gone.dossierId)).toEqual([{ kind: 'short', sent: all, arrived: 0, note: 'Không có trong túi' }]);
    expect([await bags.where(gone.dossierId), await bags.stateOf(gone.dossierId), await bags.stateOf(less.dossierId)]).toEqual([[`papers ${all} unaccounted`], 'received', 'in-process']);
    expect((await bags.bagsOf(bags.people.clerk, 'desk')).received.find(({ bagId }) => bagId === bag.bagId)).toMatchObject({ sealBroken: true, sealNote: 'Dây niêm phong đứt' });
  });
  it('what is taken out again stays; a seal that was cut is put on anew', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const bag = await bags.sealed(one, two);
    await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/reopen`, { reason: 'Bỏ nhầm' });
    await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/take-out`, { dossierId: one.dossierId });
    await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 002' });
    const { dossierCount } = await post<BagHandedOver>(bags.people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    expect([dossierCount, await bags.stateOf(one.dossierId), await bags.stateOf(two.dossierId)]).toEqual([1, 'received', 'handed-over']);
    expect(await happened(bags.pool, one.dossierId)).toEqual(['papers: came packed unpacked']);
  });
  it('what goes or is accepted without its bag is out of it, and the empty bag is still received', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const open = await bags.filled(one);
    await post(bags.people.officer, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY, dossiers: [{ dossierId: one.dossierId, revision: await bags.revisionOf(one.dossierId), paperCount: 1 }] });
    expect(await happened(bags.pool, one.dossierId)).toEqual(['papers: came packed unpacked sent']);
    expect(refusalOf(await bags.bagAct(bags.people.clerk, 'desk', open.bagId, 'close', { sealNumber: 'NP 3' }))).toBe('bag-empty');
    const bag = await bags.sent(two);
    await post(bags.people.specialist, '/api/office/hand-overs/accept', { dossierIds: [two.dossierId] });
    expect(await happened(bags.pool, two.dossierId)).toEqual(['papers: came packed sent unpacked received']);
    expect(await post<BagReceived>(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([]))).toMatchObject({ received: 0, missing: 0 });
  });
  it('the same act sent again is done once, and the label is a paper', async () => {
    const one = await bags.receive();
    const bag = await bags.sealed(one);
    const key = { 'idempotency-key': randomUUID() };
    const body = { handOverId: randomUUID() };
    const answers = [await bags.people.clerk.send('POST', `/api/desk/bags/${bag.bagId}/hand-over`, body, key), await bags.people.clerk.send('POST', `/api/desk/bags/${bag.bagId}/hand-over`, body, key)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.text).toBe(answers[0]?.text);
    const label = await bags.people.clerk.get(`/api/desk/bags/${bag.bagId}/label.pdf`);
    expect([label.status, label.headers['content-type']]).toEqual([200, 'application/pdf']);
  });
});

describe('refused, and nothing moves', () => {
  it('while it is filled: twice, in another bag, of another agency, unknown, a wrong digit, not at the desk, after the seal', async () => {
    const [one, away] = [await bags.receive(), await bags.receive()];
    const [bag, other] = [await bags.filled(one), await bags.started()];
    await bags.sent(away);
    const district = await bags.started(bags.people.clerk, 'desk', 'huyen-ky-anh');
    const two = await bags.receive();
    const pack = async (bagId: string, scanned: string): Promise<string> => refusalOf(await bags.bagAct(bags.people.clerk, 'desk', bagId, 'pack', { scanned }));
    expect([
      await pack(bag.bagId, one.code), await pack(other.bagId, one.code), await pack(district.bagId, two.code), await pack(bag.bagId, '000.18.60.H27-191118-9999'),
      await pack(bag.bagId, 'RR473124828VN'), await pack(bag.bagId, away.code),
    ]).toEqual(['packed-already', 'packed-already', 'packed-for-another', 'scanned-unknown', 'item-number-check-digit', 'not-to-go-out']);
    expect(refusalOf(await bags.bagAct(bags.people.clerk, 'desk', other.bagId, 'close', { sealNumber: 'NP 9' }))).toBe('bag-empty');
    expect(refusalOf(await bags.people.clerk.send('POST', '/api/desk/bags', { bagId: other.bagId, deskId: DESK, agencyUnitId: AGENCY }))).toBe('already-recorded');
    expect(refusalOf(await bags.bagAct(bags.people.clerk, 'desk', bag.bagId, 'hand-over', { handOverId: randomUUID() }))).toBe('bag-stands');
    await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 9' });
    expect([await pack(bag.bagId, two.code), refusalOf(await bags.bagAct(bags.people.clerk, 'desk', bag.bagId, 'take-out', { dossierId: one.dossierId }))]).toEqual(['bag-stands', 'bag-stands']);
    expect([await happened(bags.pool, one.dossierId), await happened(bags.pool, two.dossierId)]).toEqual([['papers: came packed'], ['papers: came']]);
  });
  it('while it is received: never handed over, a wrong digit, another agency’s, both sides, not all counted, twice', async () => {
    const one = await bags.receive();
    const bag = await bags.sealed(one);
    const label = async (who: Caller, text: string): Promise<string> => refusalOf(await who.get(`/api/office/bags/by-label/${encodeURIComponent(text)}`));
    expect(await label(bags.people.specialist, bag.label)).toBe('never-handed-over');
    expect(refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'receive', counted([one])))).toBe('never-handed-over');
    await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    expect([await label(bags.people.specialist, bag.label.replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10))), await label(bags.people.elsewhere, bag.label), await label(bags.people.specialist, 'TUI12')])
      .toEqual(['bag-label-check-digits', 'bag-unknown', 'bag-label-shape']);
    expect((await bags.bagAct(bags.people.elsewhere, 'office', bag.bagId, 'receive', counted([one]))).status).toBe(404);
    expect(refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'receive', counted([])))).toBe('not-all-counted');
    const { lineNo, count } = await bags.lineOf(one.dossierId);
    expect(refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'receive', counted([one], { differences: [{ dossierId: one.dossierId, lineNo, result: 'short', arrived: count, note: 'x' }] })))).toBe('count-not-less');
    await bags.world.database.migratorPool.query(`update motcua.hand_over set sent_by = (select account_id from motcua.account where login = 'chuyenvien.stp') where hand_over_id = (select hand_over_id from motcua.bag where bag_id = $1)`, [bag.bagId]);
    expect(refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'receive', counted([one])))).toBe('both-sides');
    expect(await happened(bags.pool, one.dossierId)).toEqual(['papers: came packed sent']);
    await post(bags.people.records, `/api/office/bags/${bag.bagId}/receive`, counted([one]));
    expect(refusalOf(await bags.bagAct(bags.people.records, 'office', bag.bagId, 'receive', counted([])))).toBe('received-already');
  });
});

describe('from the agency back to the desk', () => {
  it('outcomes come in a bag, are counted at the desk, and what is not there is looked for', async () => {
    const [one, two] = [await bags.issued(), await bags.issued()];
    expect((await bags.bagsOf(bags.people.records, 'office')).waiting.find(({ deskId }) => deskId === DESK)?.dossiers.map(({ dossierId }) => dossierId)).toEqual(expect.arrayContaining([one.dossierId, two.dossierId]));
    const bag = await bags.started(bags.people.records, 'office');
    for (const { code } of [one, two]) await post(bags.people.records, `/api/office/bags/${bag.bagId}/pack`, { scanned: code });
    expect(refusalOf(await bags.people.clerk.get(`/api/desk/bags/by-label/${bag.label}`))).toBe('never-handed-over');
    await post(bags.people.records, `/api/office/bags/${bag.bagId}/close`, { sealNumber: 'STP 17' });
    await post(bags.people.records, `/api/office/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
    expect(await bags.stateOf(one.dossierId)).toBe('outcome-sent');
    expect((await bags.bagsOf(bags.people.clerk, 'desk')).coming).toMatchObject([{ bagId: bag.bagId, dossierCount: 2 }]);
    const answer = await post<BagReceived>(bags.people.clerk, `/api/desk/bags/${bag.bagId}/receive`, counted([one], { missing: [{ dossierId: two.dossierId, note: 'Không có trong túi' }] }));
    expect(answer).toMatchObject({ received: 1, missing: 1 });
    expect([await bags.stateOf(one.dossierId), await bags.stateOf(two.dossierId)]).toEqual(['ready-to-return', 'outcome-recorded']);
    expect([await bags.where(one.dossierId), await bags.where(two.dossierId)]).toEqual([
      expect.arrayContaining([`outcome 1 desk ${DESK}`]), expect.arrayContaining(['outcome 1 unaccounted']),
    ]);
    expect(await bags.casesOf(two.dossierId)).toEqual([{ kind: 'short', sent: 1, arrived: 0, note: 'Không có trong túi' }]);
  });
});

it('every label that was given is on a bag, and on one only', async () => {
  const { rows: [found] } = await bags.pool.query<{ n: number }>('select count(*)::int as n from motcua.bag');
  const labels = (await findAllSeries(bags.pool, 42)).find(({ series }) => series === 'bag-label');
  expect(labels).toMatchObject({ lastNumber: found?.n, numbers: Array.from({ length: found?.n ?? 0 }, (_, index) => index + 1), gaps: [] });
  expect(seriesName('bag-label')).toBe('Nhãn túi hồ sơ');
});
