// A courier's round on a real database: every move by two people, every word once, everything in one pair of hands.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CourierWorld, DESK, HIMSELF, courierWorld, good, refusalOf } from '#testing/couriers/courier-world.ts';
import { findUnexplained, happened, standing } from '#testing/custody-ledger.ts';
import type { DeskCouriersView, GivenToCourier, HandInTaken } from '#wire/courier-desk.wire.ts';
import type { AttemptTaken, HandedIn } from '#wire/courier.wire.ts';

let w: CourierWorld;
beforeAll(async () => { w = await courierWorld(); }, 240_000);
afterAll(() => w.world.close());
afterEach(async () => expect(await findUnexplained(w.world.database.pool)).toEqual([]));

const where = (dossierId: string) => standing(w.world.database.pool, dossierId);
const deliver = async (shipmentId: string, more: object = {}, who = w.people.courier) => who.send('POST', `/api/courier/shipments/${shipmentId}/deliver`, {
  attemptId: randomUUID(), at: w.now(), receiver: HIMSELF, receiptShown: true, recalledPapers: [], amountCollected: 0, signature: await w.picture(), ...more,
});

describe('from the desk to the courier', () => {
  it('a shipment is between the two until she has counted it', async () => {
    const dossierId = await w.ready();
    const { shipmentId } = await w.ordered([dossierId]);
    const { recordId } = good<GivenToCourier>(await w.give([shipmentId]));
    expect([await where(dossierId), await w.statusOf(shipmentId)]).toEqual([['outcome 1 transit'], 'accepted']);
    expect((await w.round()).records).toMatchObject([{ recordId, direction: 'to-courier', deskId: DESK, items: [{ itemId: shipmentId, kind: 'shipment' }] }]);
    expect(good(await w.take(recordId, [shipmentId]))).toMatchObject({ received: 1, missing: 0 });
    expect([await where(dossierId), await w.statusOf(shipmentId)]).toEqual([[`outcome 1 courier ${w.courierId}`], 'out-for-delivery']);
    expect(await w.stopOf(shipmentId)).toMatchObject({ state: 'with-courier', receiver: { name: 'Nguyễn Văn Thử' }, amountDue: 0, giving: [{ dossierId, applicant: { fullName: 'Nguyễn Văn Thử' } }] });
  });
});

const fail = (shipmentId: string, more: object = {}) => w.people.courier.send('POST', `/api/courier/shipments/${shipmentId}/fail`, { attemptId: randomUUID(), at: w.now(), reason: 'absent', ...more });
const handIn = (shipmentIds: readonly string[], more: object = {}) => w.people.courier.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds, amount: 0, ...more });
const count = (recordId: string, received: readonly string[], more: object = {}, who = w.people.clerk) =>
  who.send('POST', `/api/desk/courier-records/${recordId}/take`, { deskId: DESK, received, missing: [], amountCounted: 0, ...more });
const deskView = async (): Promise<DeskCouriersView> => good<DeskCouriersView>(await w.people.clerk.get(`/api/desk/couriers?deskId=${DESK}`));

describe('at the door', () => {
  it('what is delivered is the citizen’s, its dossier returned, and the feed says so', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    expect(good<AttemptTaken>(await deliver(shipmentId))).toMatchObject({ shipmentId, attemptNo: 1, state: 'delivered' });
    expect([await where(dossierId), await w.stateOf(dossierId), await w.statusOf(shipmentId)]).toEqual([['outcome 1 citizen'], 'returned', 'delivered']);
    expect(await happened(w.world.database.pool, dossierId)).toEqual(['outcome: came sent received handed-out']);
    expect(await w.sql('select returned_by_name as by, receiver->>\'fullName\' as receiver from motcua.outcome_return where dossier_id = $1', dossierId)).toEqual([{ by: 'Hoàng Văn Gió', receiver: 'Nguyễn Văn Thử' }]);
    expect(await w.sql(`select topic, payload->>'status' as status from motcua.outbox where dossier_id = $1 order by topic`, dossierId)).toEqual([{ topic: 'citizen-notice', status: null }, { topic: 'national-portal', status: '10' }]);
  });
  it('another’s shipment is not there', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    expect((await deliver(shipmentId, {}, w.people.colleague)).status).toBe(404);
    expect((await w.round(w.people.colleague)).stops).toEqual([]);
    expect(refusalOf(await deliver(shipmentId))).toBe('200');
  });
});

describe('not delivered', () => {
  it('stays with her for another day, and at the desk overnight is planned for that day', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    expect(good<AttemptTaken>(await fail(shipmentId))).toMatchObject({ attemptNo: 1, state: 'with-courier', next: 'again', againOn: '2019-11-19' });
    expect([await where(dossierId), await w.statusOf(shipmentId)]).toEqual([[`outcome 1 courier ${w.courierId}`], 'attempt-failed']);
    expect(await w.sql(`select payload->>'kind' as kind, payload->>'text' as text from motcua.outbox where dossier_id = $1`, dossierId))
      .toMatchObject([{ kind: 'not-delivered', text: expect.stringContaining('sẽ phát lại từ ngày 19/11/2019') as string }]);
    const { recordId } = good<HandedIn>(await handIn([shipmentId]));
    expect([await where(dossierId), (await w.stopOf(shipmentId))?.state]).toEqual([['outcome 1 transit'], undefined]);
    expect((await deskView()).records.find((one) => one.recordId === recordId)).toMatchObject({ direction: 'to-desk', items: [{ itemId: shipmentId }] });
    expect(good<HandInTaken>(await count(recordId, [shipmentId]))).toMatchObject({ received: 1, missing: 0 });
    expect([await where(dossierId), await w.statusOf(shipmentId)]).toEqual([[`outcome 1 desk ${DESK}`], 'attempt-failed']);
    expect((await deskView()).shipments.find((one) => one.shipmentId === shipmentId)).toMatchObject({ state: 'planned', day: '2019-11-19', attempts: [{ outcome: 'failed', reason: 'absent', againOn: '2019-11-19' }] });
  });
});
