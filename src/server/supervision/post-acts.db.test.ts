// What the post's supervisor does for a desk below: a bag lost and found again, a case for what is late; the desk's own rules hold.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type BagWorld, bagWorld, counted, post, refusalOf } from '#testing/bag-world.ts';
import { findUnexplained, happened } from '#testing/custody-ledger.ts';
import { neighbouringSupervisor } from '#testing/neighbouring-supervisor.ts';
import type { Caller } from '#testing/served-world.ts';
import type { CustodyCase } from '#wire/custody-cases.wire.ts';
import type { CustodyView } from '#wire/custody.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';
import type { SupervisedRecord, SupervisedRoad } from '#wire/supervision.wire.ts';

let bags: BagWorld;
let supervisor: Caller;
let neighbour: Caller;
beforeAll(async () => {
  bags = await bagWorld();
  supervisor = await bags.world.signIn('giamsat.buudien');
  neighbour = await neighbouringSupervisor(bags.world);
}, 240_000);
afterAll(() => bags.world.close());
afterEach(async () => expect(await findUnexplained(bags.pool)).toEqual([]));

const read = async <T>(who: Caller, path: string): Promise<T> => (await who.get(path)).json<T>();
const road = () => read<SupervisedRoad>(supervisor, '/api/post/road');
const casesOfDesk = async (): Promise<readonly CustodyCase[]> => (await read<{ cases: readonly CustodyCase[] }>(bags.people.clerk, '/api/desk/custody-cases')).cases;
const posted = (itemNumber: string) => ({ channel: 'post', regime: 'public-post', posting: { itemNumber, postage: 20_000 } }) as const;
const madeLate = async (handOverId: string): Promise<void> => {
  await bags.world.database.migratorPool.query(`update motcua.hand_over_line set transit = jsonb_set(transit, '{endsOn}', '"2019-11-15"') where hand_over_id = $1`, [handOverId]);
  await bags.world.database.migratorPool.query("update motcua.hand_over set transit_due = '2019-11-15' where hand_over_id = $1", [handOverId]);
};

it('she declares a bag lost by the rules of the desk, and it leaves the road with a case for both sides', async () => {
  const dossier = await bags.receive();
  const bag = await bags.sent(dossier);
  const lose = (who: Caller, body: object) => who.send('POST', `/api/post/bags/${bag.bagId}/lost`, body);
  expect([refusalOf(await lose(supervisor, {})), (await lose(neighbour, { ground: 'x' })).status]).toEqual(['bag-not-late', 404]);
  await post(supervisor, `/api/post/bags/${bag.bagId}/lost`, { ground: 'Xe thư bị nạn ở đèo Ngang' });
  const view = await road();
  expect(view.onTheWay.some(({ handOverId }) => handOverId === bag.handOverId)).toBe(false);
  expect(view.lostBags).toMatchObject([{ bagId: bag.bagId, handOverId: bag.handOverId, dossierCount: 1, direction: 'to-agency' }]);
  expect((await casesOfDesk()).find(({ thing }) => thing.thingId === bag.bagId)).toMatchObject({ kind: 'bag-lost', note: 'Xe thư bị nạn ở đèo Ngang' });
  expect((await read<SupervisedRecord>(supervisor, `/api/post/records/${bag.handOverId}`)).record).toMatchObject({ givenUp: false, lostByName: view.lostBags[0]?.lostByName });
  expect((await read<DossierView>(bags.people.clerk, `/api/dossiers/${dossier.dossierId}`)).journal.at(-1)).toMatchObject({ what: 'Báo thất lạc túi hồ sơ', accountName: view.lostBags[0]?.lostByName });
  expect(refusalOf(await lose(supervisor, { ground: 'x' }))).toBe('bag-stands');

  expect((await neighbour.send('POST', `/api/post/bags/${bag.bagId}/found`, { note: 'x' })).status).toBe(404);
  await post(supervisor, `/api/post/bags/${bag.bagId}/found`, { note: 'Ở bưu cục Kỳ Anh' });
  expect((await road()).onTheWay.some(({ handOverId }) => handOverId === bag.handOverId)).toBe(true);
  expect((await casesOfDesk()).some(({ thing }) => thing.thingId === bag.bagId)).toBe(false);
  await post(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([dossier]));
  expect(await happened(bags.pool, dossier.dossierId)).toEqual(['papers: came packed sent lost found unpacked received']);
});

it('past its window a bag is lost without a word more', async () => {
  const bag = await bags.sent(await bags.receive());
  await madeLate(bag.handOverId);
  await post(supervisor, `/api/post/bags/${bag.bagId}/lost`, {});
  expect((await casesOfDesk()).find(({ thing }) => thing.thingId === bag.bagId)).toMatchObject({ note: 'Quá hạn chuyển, túi chưa đến' });
});

it('one act opens a case for each dossier with a slip that a record brought late; once, and only for it', async () => {
  const [one, two, plain] = [await bags.receive(posted('RH000000003VN')), await bags.receive(posted('RH000000017VN')), await bags.receive()];
  const bag = await bags.sent(one, two, plain);
  const open = (who: Caller) => who.send('POST', `/api/post/records/${bag.handOverId}/late-cases`, { note: 'Chậm hai ngày' });
  expect(refusalOf(await open(supervisor))).toBe('transit-not-late');
  expect((await road()).onTheWay.find(({ handOverId }) => handOverId === bag.handOverId)).toMatchObject({ claimable: 0, lateCases: 0 });
  await madeLate(bag.handOverId);
  expect((await road()).onTheWay.find(({ handOverId }) => handOverId === bag.handOverId)).toMatchObject({ isLate: true, claimable: 2, lateCases: 0 });
  const sent = async () => (await read<CustodyView>(bags.people.clerk, '/api/desk/custody?list=sent')).rows.filter(({ recordId, claimable }) => recordId === bag.handOverId && claimable).map(({ code }) => code).toSorted();
  expect(await sent()).toEqual([one.code, two.code].toSorted());
  expect((await open(neighbour)).status).toBe(404);
  const opened = await open(supervisor);
  expect([opened.status, opened.json()]).toMatchObject([201, { handOverId: bag.handOverId, cases: 2, without: 1 }]);
  expect((await casesOfDesk()).flatMap(({ kind, dossier, recordId }) => (kind === 'late' && recordId === bag.handOverId ? [dossier?.code] : [])).toSorted()).toEqual([one.code, two.code].toSorted());
  expect((await read<SupervisedRecord>(supervisor, `/api/post/records/${bag.handOverId}`)).record).toMatchObject({ claimable: 0, lateCases: 2 });
  expect([await sent(), refusalOf(await open(supervisor))]).toEqual([[], 'late-case-open']);
  expect((await read<DossierView>(bags.people.clerk, `/api/dossiers/${one.dossierId}`)).journal.at(-1)).toMatchObject({ what: 'Lập việc chuyển chậm', note: 'Chậm hai ngày' });
});

it('a record of dossiers without a slip has nothing to claim', async () => {
  const bag = await bags.sent(await bags.receive());
  await madeLate(bag.handOverId);
  expect(refusalOf(await supervisor.send('POST', `/api/post/records/${bag.handOverId}/late-cases`, { note: 'Chậm' }))).toBe('posting-unproved');
});

it('papers that follow a dossier have no slip of their own to claim by', async () => {
  const bag = await bags.sent(await bags.supplemented(posted('RH000000031VN')));
  await madeLate(bag.handOverId);
  expect((await road()).onTheWay.find(({ handOverId }) => handOverId === bag.handOverId)).toMatchObject({ isLate: true, claimable: 0 });
  const { rows } = await read<CustodyView>(bags.people.clerk, '/api/desk/custody?list=sent');
  expect(rows.filter(({ recordId }) => recordId === bag.handOverId).map(({ claimable }) => claimable)).toEqual([false]);
});
