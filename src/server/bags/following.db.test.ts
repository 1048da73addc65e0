// Papers brought later lie in a bag beside other dossiers, or alone in one; what is handed over and signed for with them is
// nothing but these papers.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { AGENCY, type BagWorld, DESK, bagWorld, counted, post, refusalOf } from '#testing/bag-world.ts';
import { findUnexplained, happened } from '#testing/custody-ledger.ts';
import type { BagHandedOver, BagReceived, BagView } from '#wire/bags.wire.ts';
import type { PapersAfterView, PapersComingView } from '#wire/papers-after.wire.ts';

let bags: BagWorld;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
afterAll(() => bags.world.close());
afterEach(async () => expect(await findUnexplained(bags.pool)).toEqual([]));

const later = async (dossierId: string) => (await bags.where(dossierId)).filter((line) => line.startsWith('papers 2 '));
const row = (dossierId: string) => bags.one<object>(`select jsonb_build_object('state', state, 'revision', revision, 'clock', clock, 'due', due_at) as one from motcua.dossier where dossier_id = $1`, dossierId);
const viewAt = async (who: keyof BagWorld['people'], side: 'desk' | 'office', bagId: string) => (await bags.people[who].get(`/api/${side}/bags/${bagId}`)).json<BagView>();
const receive = (bagId: string, body: object, who = bags.people.specialist) => bags.bagAct(who, 'office', bagId, 'receive', body);
const acts = (dossierId: string) => bags.one<string>(`select string_agg(act, ' ' order by recorded_at, seq) as one from motcua.journal where dossier_id = $1 and act like '%papers-after'`, dossierId);

it('go with other dossiers under one seal, one record and one signature; their own dossier is not touched', async () => {
  const [own, other] = [await bags.receive(), await bags.supplemented()];
  const before = await row(other.dossierId);
  const waiting = (await bags.bagsOf(bags.people.clerk, 'desk')).waiting.find(({ agencyUnitId }) => agencyUnitId === AGENCY)?.dossiers ?? [];
  expect(waiting.filter(({ dossierId }) => dossierId === own.dossierId || dossierId === other.dossierId).map(({ code, pieces, follows }) => ({ code, pieces, follows })))
    .toEqual(expect.arrayContaining([{ code: own.code, pieces: await bags.total(own.dossierId), follows: undefined }, { code: other.code, pieces: 2, follows: true }]));
  const bag = await bags.filled(own, other);
  expect((await viewAt('clerk', 'desk', bag.bagId)).lines).toMatchObject([own, other].toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ code }) => (code === other.code ? { code, follows: true, pieces: 2 } : { code })));
  // what lies in a bag is not offered for a record of its own, and does not leave the bag by it
  expect((await bags.people.clerk.get('/api/desk/papers-after')).json<PapersAfterView>().groups).toEqual([]);
  expect(refusalOf(await bags.people.clerk.send('POST', '/api/desk/papers-after', { recordId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY, dossierIds: [other.dossierId] }))).toBe('no-papers-to-follow');
  await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 11' });
  const handedOver = await post<BagHandedOver>(bags.people.clerk, `/api/desk/bags/${bag.bagId}/hand-over`, { handOverId: randomUUID() });
  expect([handedOver.dossierCount, await bags.stateOf(own.dossierId), await row(other.dossierId)]).toEqual([2, 'handed-over', before]);
  const { payload } = (await bags.people.clerk.get(`/api/papers/${handedOver.paperId}/payload`)).json<{ payload: { lines: readonly { code: string; original: number; note?: string }[]; remarks?: string } }>();
  expect(payload.lines).toMatchObject([{ code: own.code }, { code: other.code, original: 2, note: 'Giấy tờ bổ sung' }]);
  expect(payload.remarks).toContain('Giấy tờ bổ sung của hồ sơ mà cơ quan đang giải quyết.');
  // counted with its bag, and not beside it
  expect((await bags.people.specialist.get('/api/office/papers-after')).json<PapersComingView>().records).toEqual([]);
  expect((await bags.people.specialist.send('POST', `/api/office/papers-after/${handedOver.handOverId}/take`, { received: [other.dossierId] })).status).toBe(404);
  const arrived = await viewAt('specialist', 'office', bag.bagId);
  expect([arrived.bag.dossierCount, arrived.bag.followCount, arrived.lines.find(({ code }) => code === other.code)]).toMatchObject([2, 1, { follows: true, pieces: 2, papers: [{ name: 'Giấy', count: 2 }] }]);
  expect(arrived.bag.transitDue).toMatch(/^2019-11-/);
  expect(refusalOf(await receive(bag.bagId, counted([own])))).toBe('not-all-counted');
  expect(await post<BagReceived>(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([own, other]))).toMatchObject({ received: 2, missing: 0 });
  expect([await later(other.dossierId), await bags.stateOf(own.dossierId), await row(other.dossierId)]).toEqual([[`papers 2 agency ${AGENCY}`], 'in-process', before]);
  expect((await happened(bags.pool, other.dossierId)).toSorted()).toEqual(['papers: came packed sent unpacked received', 'papers: came sent received']);
  expect(await acts(other.dossierId)).toBe('send-papers-after take-papers-after');
  expect(await bags.one('select (received_by_name || $2 || signed_by) as one from motcua.hand_over where hand_over_id = $1', handedOver.handOverId, ' ')).toBe('Đặng Thị Hoài Thu button');
  // the citizen's page, the register and the dossier's own way speak of the dossier alone
  expect((await bags.people.specialist.get(`/api/dossiers/${other.dossierId}`)).json<{ handOvers: readonly object[] }>().handOvers).toHaveLength(1);
});

it('alone in a bag: what is short is a case of that paper, what is not there of all of it, and the record is closed', async () => {
  const [less, gone] = [await bags.supplemented(), await bags.supplemented()];
  const bag = await bags.sent(less, gone);
  const [line] = (await viewAt('specialist', 'office', bag.bagId)).lines.find(({ code }) => code === less.code)?.papers ?? [];
  const body = counted([less], { missing: [{ dossierId: gone.dossierId, note: 'Không có trong túi' }], differences: [{ dossierId: less.dossierId, lineNo: line?.lineNo, result: 'short', arrived: 1, note: 'Thiếu một bản' }] });
  expect(refusalOf(await receive(bag.bagId, body, bags.people.signer))).toBe('role-not-allowed');
  expect((await receive(bag.bagId, body, bags.people.elsewhere)).status).toBe(404);
  expect(await post<BagReceived>(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, body)).toMatchObject({ received: 1, missing: 1, differences: 1 });
  expect(await bags.where(less.dossierId)).toEqual(expect.arrayContaining([`papers 1 agency ${AGENCY}`, 'paper 1 unaccounted']));
  expect([await bags.casesOf(less.dossierId), await bags.casesOf(gone.dossierId)]).toMatchObject([[{ kind: 'short', sent: 2, arrived: 1 }], [{ kind: 'short', sent: 2, arrived: 0, note: 'Không có trong túi' }]]);
  expect([await bags.stateOf(less.dossierId), await bags.stateOf(gone.dossierId)]).toEqual(['in-process', 'in-process']);
  expect(await bags.one('select (received_at is not null) as one from motcua.hand_over where hand_over_id = $1', bag.handOverId)).toBe(true);
});

it('lost with its bag and found again, they are counted like any other', async () => {
  const other = await bags.supplemented();
  const bag = await bags.sent(other);
  await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/lost`, { ground: 'Xe thư bị nạn' });
  expect(await later(other.dossierId)).toEqual(['papers 2 unaccounted']);
  await post(bags.people.specialist, `/api/office/bags/${bag.bagId}/found`, { note: 'Ở bưu cục huyện' });
  await post(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([other]));
  expect(await later(other.dossierId)).toEqual([`papers 2 agency ${AGENCY}`]);
});

it('what its agency has and nothing was brought for is not packed; what ended meanwhile stops the bag by name', async () => {
  const [none, ended] = [await bags.receive(), await bags.supplemented()];
  await bags.forwarded(none.dossierId);
  await post(bags.people.specialist, '/api/office/hand-overs/accept', { dossierIds: [none.dossierId] });
  const bag = await bags.filled(ended);
  expect(refusalOf(await bags.bagAct(bags.people.clerk, 'desk', bag.bagId, 'pack', { scanned: none.code }))).toBe('not-to-go-out');
  expect(refusalOf(await bags.bagAct(bags.people.clerk, 'desk', bag.bagId, 'pack', { scanned: ended.code }))).toBe('packed-already');
  await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/close`, { sealNumber: 'NP 12' });
  await bags.world.database.migratorPool.query(`update motcua.dossier set state = 'stopped', closed_at = now() where dossier_id = $1`, [ended.dossierId]);
  const answer = await bags.bagAct(bags.people.clerk, 'desk', bag.bagId, 'hand-over', { handOverId: randomUUID() });
  expect(refusalOf(answer)).toBe('not-forwardable');
  expect(answer.text).toContain(ended.code);
  expect(await later(ended.dossierId)).toEqual([`papers 2 desk ${DESK}`]);
});
