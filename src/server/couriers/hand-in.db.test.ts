// What a courier brings back, on a real database: counted by the desk, to the last piece and the last đồng.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { carrierSettings } from '#testing/carrier/planted-carriers.ts';
import { CARRIER, type CourierWorld, DESK, HIMSELF, courierWorld, good, refusalOf } from '#testing/couriers/courier-world.ts';
import { findUnexplained, standing } from '#testing/custody-ledger.ts';
import type { HandedIn } from '#wire/courier.wire.ts';
import type { DeskCouriersView } from '#wire/courier-desk.wire.ts';

let w: CourierWorld;
beforeAll(async () => { w = await courierWorld(); }, 240_000);
afterAll(() => w.world.close());
afterEach(async () => expect(await findUnexplained(w.world.database.pool)).toEqual([]));

const where = (dossierId: string) => standing(w.world.database.pool, dossierId);
const deliver = async (shipmentId: string, more: object = {}) => w.people.courier.send('POST', `/api/courier/shipments/${shipmentId}/deliver`, {
  attemptId: randomUUID(), at: w.now(), receiver: HIMSELF, receiptShown: true, recalledPapers: [], amountCollected: 0, signature: await w.picture(), ...more,
});
const fail = (shipmentId: string, more: object = {}) => w.people.courier.send('POST', `/api/courier/shipments/${shipmentId}/fail`, { attemptId: randomUUID(), at: w.now(), reason: 'absent', ...more });
const handIn = (shipmentIds: readonly string[], more: object = {}, who = w.people.courier) =>
  who.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds, amount: 0, ...more });
const count = (recordId: string, received: readonly string[], more: object = {}, who = w.people.clerk) =>
  who.send('POST', `/api/desk/courier-records/${recordId}/take`, { deskId: DESK, received, missing: [], amountCounted: 0, ...more });
const view = async (): Promise<DeskCouriersView> => good<DeskCouriersView>(await w.people.clerk.get(`/api/desk/couriers?deskId=${DESK}`));
const holds = async (): Promise<number> => (await w.round()).money.find(({ deskId }) => deskId === DESK)?.held ?? 0;
const casesOf = (dossierId: string) => w.sql('select kind, sent, arrived, note from motcua.custody_case where dossier_id = $1', dossierId);

describe('shipments', () => {
  it('that were refused are returned once the desk has counted them, and then the citizen is invited as anybody', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    expect(refusalOf(await fail(shipmentId, { reason: 'refused' }))).toBe('reason-note-missing');
    good(await fail(shipmentId, { reason: 'refused', note: 'Không nhận nữa' }));
    expect(await w.statusOf(shipmentId)).toBe('returning');
    const { recordId } = good<HandedIn>(await handIn([shipmentId]));
    expect(await w.statusOf(shipmentId)).toBe('returning');
    good(await count(recordId, [shipmentId]));
    expect([await where(dossierId), await w.statusOf(shipmentId), await w.stateOf(dossierId)]).toEqual([[`outcome 1 desk ${DESK}`], 'returned', 'ready-to-return']);
    const waiting = (await w.people.clerk.get(`/api/desk/uncollected?deskId=${DESK}`)).json<{ rows: readonly { dossierId: string; step: object }[] }>().rows;
    expect(waiting.find((row) => row.dossierId === dossierId)?.step).toMatchObject({ kind: 'invite', round: 1 });
    // it may go out again, by an order of its own
    expect((await w.ordered([dossierId])).shipmentId).not.toBe(shipmentId);
  });
  it('that the desk does not find are nobody’s, with a case', async () => {
    const [here, gone] = [await w.ready(), await w.ready()];
    const [one, two] = [await w.carried([here]), await w.carried([gone])];
    const { recordId } = good<HandedIn>(await handIn([one, two]));
    expect(refusalOf(await count(recordId, [one]))).toBe('items-uncounted');
    expect(refusalOf(await count(recordId, [one, two, randomUUID()]))).toBe('item-not-on-record');
    good(await count(recordId, [one], { missing: [{ itemId: two, note: 'Rơi dọc đường' }] }));
    expect([await where(here), await where(gone), await w.statusOf(two)]).toEqual([[`outcome 1 desk ${DESK}`], ['outcome 1 unaccounted'], 'lost']);
    expect(await casesOf(gone)).toEqual([{ kind: 'short', sent: 1, arrived: 0, note: 'Rơi dọc đường' }]);
    expect(refusalOf(await count(recordId, [one], { missing: [{ itemId: two, note: 'x' }] }))).toBe('taken-already');
  });
  it('of others, of another desk and handed in before are not taken', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    expect((await handIn([shipmentId], {}, w.people.colleague)).status).toBe(404);
    expect((await handIn([shipmentId], { deskId: 'ky-phong' })).status).toBe(404);
    expect((await handIn([randomUUID()])).status).toBe(404);
    const { recordId } = good<HandedIn>(await handIn([shipmentId]));
    expect(refusalOf(await handIn([shipmentId]))).toBe('stop-stands');
    expect((await count(recordId, [shipmentId], {}, w.people.neighbour)).status).toBe(404);
    expect((await count(recordId, [shipmentId], { deskId: 'ky-phong' }, w.people.neighbour)).status).toBe(404);
    expect(refusalOf(await handIn([]))).toBe('nothing-to-hand-in');
    good(await count(recordId, [shipmentId]));
  });
  it('that the desk must look into wait there; nothing more is tried once it says so', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    const end = (who = w.people.clerk) => who.send('POST', `/api/desk/courier-shipments/${shipmentId}/end`, { deskId: DESK, reason: 'Người nhận đã vào Nam' });
    expect(refusalOf(await end())).toBe('stop-stands');
    expect(good(await fail(shipmentId, { reason: 'moved', note: 'Đã vào Nam' }))).toMatchObject({ next: 'to-desk' });
    const { recordId } = good<HandedIn>(await handIn([shipmentId]));
    good(await count(recordId, [shipmentId]));
    expect((await view()).shipments.find((one) => one.shipmentId === shipmentId)).toMatchObject({ state: 'at-desk', next: 'to-desk' });
    expect(good(await end())).toMatchObject({ state: 'returned' });
    expect(await w.statusOf(shipmentId)).toBe('returned');
    expect(refusalOf(await end())).toBe('stop-stands');
  });
  it('go out once more on another day, and the third day on which nobody opens is the last', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    const tomorrow = async (): Promise<void> => { w.world.wait(86_400); await w.signInAll(); };
    const outAgain = async (): Promise<void> => {
      const { recordId } = good<{ recordId: string }>(await w.give([shipmentId]));
      good(await w.take(recordId, [shipmentId]));
    };
    expect(good(await fail(shipmentId))).toMatchObject({ attemptNo: 1, next: 'again' });
    // twice on one day counts once
    expect(good(await fail(shipmentId))).toMatchObject({ attemptNo: 2, next: 'again' });
    const { recordId } = good<HandedIn>(await handIn([shipmentId]));
    good(await count(recordId, [shipmentId]));
    await tomorrow();
    await outAgain();
    expect(good(await fail(shipmentId, { reason: 'no-time' }))).toMatchObject({ attemptNo: 3, next: 'again' });
    expect(good(await fail(shipmentId))).toMatchObject({ attemptNo: 4, next: 'again', againOn: '2019-11-20' });
    await tomorrow();
    // kept overnight
    expect(good(await fail(shipmentId))).toMatchObject({ attemptNo: 5, next: 'return' });
    expect([await w.statusOf(shipmentId), (await w.stopOf(shipmentId))?.countedOn]).toEqual(['returning', ['2019-11-18', '2019-11-19', '2019-11-20']]);
    // whoever runs after her gets it all the same
    good(await deliver(shipmentId));
    expect([await where(dossierId), await w.statusOf(shipmentId)]).toEqual([['outcome 1 citizen'], 'delivered']);
  });
});

describe('old papers', () => {
  it('taken in at the door are with her, go in by themselves, and are the desk’s once counted', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    good(await deliver(shipmentId, { recalledPapers: [{ dossierId, name: 'Giấy phép cũ', collected: true }, { dossierId, name: 'Sổ cũ', collected: false, note: 'Đã mất' }] }));
    expect(await where(dossierId)).toEqual(['outcome 1 citizen', `recalled 1 courier ${w.courierId}`]);
    const [recalled] = (await w.round()).recalled;
    expect(recalled).toMatchObject({ name: 'Giấy phép cũ', deskId: DESK });
    const { recordId, items } = good<HandedIn>(await handIn([]));
    expect([items, await where(dossierId)]).toEqual([1, ['outcome 1 citizen', 'recalled 1 transit']]);
    good(await count(recordId, [recalled?.thingId ?? '']));
    expect([await where(dossierId), (await w.round()).recalled]).toEqual([['outcome 1 citizen', `recalled 1 desk ${DESK}`], []]);
  });
  it('that the desk does not find are nobody’s, with a case', async () => {
    const dossierId = await w.ready();
    good(await deliver(await w.carried([dossierId]), { recalledPapers: [{ dossierId, name: 'Giấy phép cũ', collected: true }] }));
    const [recalled] = (await w.round()).recalled;
    const { recordId } = good<HandedIn>(await handIn([]));
    good(await count(recordId, [], { missing: [{ itemId: recalled?.thingId ?? '', note: 'Không có' }] }));
    expect([await where(dossierId), await casesOf(dossierId)]).toEqual([['outcome 1 citizen', 'recalled 1 unaccounted'], [{ kind: 'short', sent: 1, arrived: 0, note: 'Không có' }]]);
  });
});

describe('money', () => {
  const collected = async (amount: number): Promise<void> => { good(await deliver(await w.carried([await w.ready()], amount), { amountCollected: amount })); };
  it('is hers until the desk has counted it; what is counted less stays hers', async () => {
    await collected(26_000);
    await collected(14_000);
    expect([await holds(), (await view()).couriers.find(({ courierId }) => courierId === w.courierId)?.moneyHeld]).toEqual([40_000, 40_000]);
    expect(refusalOf(await handIn([], { amount: 41_000 }))).toBe('more-than-held');
    expect(refusalOf(await handIn([], { amount: 30_000 }))).toBe('amount-differs');
    const { recordId } = good<HandedIn>(await handIn([], { amount: 30_000, amountNote: 'Mai nộp nốt' }));
    expect(await holds()).toBe(10_000);
    expect(refusalOf(await count(recordId, [], { amountCounted: 29_000 }))).toBe('amount-differs');
    expect(refusalOf(await count(recordId, [], { amountCounted: 31_000, amountNote: 'Thừa' }))).toBe('more-than-held');
    const before = (await view()).moneyHere;
    good(await count(recordId, [], { amountCounted: 29_000, amountNote: 'Thiếu một tờ' }));
    expect([await holds(), (await view()).moneyHere - before]).toEqual([11_000, 29_000]);
    expect((await view()).records.find((one) => one.recordId === recordId)).toMatchObject({ amount: 30_000, amountCounted: 29_000, amountNote: 'Thiếu một tờ', receivedByName: 'Nguyễn Thị Sen' });
    const rest = good<HandedIn>(await handIn([], { amount: 11_000 }));
    good(await count(rest.recordId, [], { amountCounted: 11_000 }));
    expect(await holds()).toBe(0);
  });
  it('is not counted away by a record that bears the number of the attempt at which it was taken', async () => {
    const attemptId = randomUUID();
    good(await deliver(await w.carried([await w.ready()], 26_000), { attemptId, amountCollected: 26_000 }));
    expect(refusalOf(await handIn([], { recordId: attemptId, amount: 26_000 }))).toBe('already-recorded');
    const shipmentId = await w.carried([await w.ready()]);
    const { recordId } = good<HandedIn>(await handIn([shipmentId], { recordId: attemptId, amountNote: 'Mai nộp' }));
    expect((await view()).records.find((one) => one.recordId === recordId)).toMatchObject({ amount: 0 });
    expect(refusalOf(await count(recordId, [shipmentId], { amountCounted: 1, amountNote: 'Thừa' }))).toBe('more-than-held');
    good(await count(recordId, [shipmentId]));
    expect(await holds()).toBe(26_000);
    const rest = good<HandedIn>(await handIn([], { amount: 26_000 }));
    good(await count(rest.recordId, [], { amountCounted: 26_000 }));
  });
  it('cannot be handed in twice by two hand-ins at once', async () => {
    await collected(26_000);
    const answers = await Promise.all([handIn([], { amount: 26_000 }), handIn([], { amount: 26_000 })]);
    expect(answers.map(refusalOf).toSorted()).toEqual(['201', 'more-than-held']);
    expect(await holds()).toBe(0);
  });
});

it('a site says itself on how many days it is tried, and how far apart', async () => {
  const enter = async (attempts: object, baseRevision: number): Promise<void> => {
    good(await w.people.admin.send('POST', `/api/admin/carriers/${CARRIER}`, carrierSettings({ ...attempts, baseRevision })));
  };
  await enter({ attempts: { mostDays: 1, daysBetween: 2 } }, 1);
  const shipmentId = await w.carried([await w.ready()]);
  expect((await w.round()).policy).toEqual({ mostDays: 1, daysBetween: 2 });
  expect(good(await fail(shipmentId, { reason: 'weather' }))).toMatchObject({ next: 'again', againOn: '2019-11-22' });
  expect(good(await fail(shipmentId))).toMatchObject({ next: 'return' });
});
