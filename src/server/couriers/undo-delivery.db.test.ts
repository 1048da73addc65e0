// A delivery recorded by mistake, taken back on a real database: everything is as it was before, and nothing is gone.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CourierWorld, DESK, HIMSELF, courierWorld, good, refusalOf } from '#testing/couriers/courier-world.ts';
import { findUnexplained, happened, standing } from '#testing/custody-ledger.ts';
import type { Undone } from '#wire/courier-desk.wire.ts';
import type { HandedIn } from '#wire/courier.wire.ts';
import type { DeskMoneyView, Remitted } from '#wire/remittance.wire.ts';

let w: CourierWorld;
beforeAll(async () => { w = await courierWorld(); }, 240_000);
afterAll(() => w.world.close());
afterEach(async () => expect(await findUnexplained(w.world.database.pool)).toEqual([]));

const ground = 'Ghi nhầm hồ sơ của nhà bên cạnh';
const deliver = async (shipmentId: string, more: object = {}) => w.people.courier.send('POST', `/api/courier/shipments/${shipmentId}/deliver`, {
  attemptId: randomUUID(), at: w.now(), receiver: HIMSELF, receiptShown: true, recalledPapers: [], amountCollected: 0, signature: await w.picture(), ...more,
});
const delivered = async (amount = 0, more: object = {}) => {
  const dossierId = await w.ready();
  const shipmentId = await w.carried([dossierId], amount);
  good(await deliver(shipmentId, { amountCollected: amount, ...more }));
  return { dossierId, shipmentId };
};
const undo = (shipmentId: string, more: object = {}, who = w.people.officer) => who.send('POST', `/api/desk/courier-shipments/${shipmentId}/undo`, { undoneId: randomUUID(), deskId: DESK, ground, ...more });
const where = (dossierId: string) => standing(w.world.database.pool, dossierId);
const money = async () => good<DeskMoneyView>(await w.people.clerk.get(`/api/desk/money?deskId=${DESK}`));
const herMoney = async () => (await money()).couriers.find(({ courierId }) => courierId === w.courierId)?.held ?? 0;
const handIn = async (amount: number): Promise<string> => {
  const { recordId } = good<HandedIn>(await w.people.courier.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds: [], amount }));
  good(await w.people.clerk.send('POST', `/api/desk/courier-records/${recordId}/take`, { deskId: DESK, received: [], missing: [], amountCounted: amount }));
  return recordId;
};

describe('a delivery recorded by mistake', () => {
  it('is taken back: outcome, dossier, round and status are as before, and it can be brought again', async () => {
    const dossierId = await w.ready(), shipmentId = await w.carried([dossierId]);
    await w.sql(`insert into motcua.dossier_fee (province_id, dossier_id, line_no, fee_id, kind, name, quantity, unit_amount, amount, payee_unit_id)
      select province_id, dossier_id, 1, 'phi', 'fee', 'Phí thử', 1, 8000, 8000, agency_unit_id from motcua.dossier where dossier_id = $1`, dossierId);
    good(await deliver(shipmentId, { amountCollected: 8_000 }));
    expect([await where(dossierId), await w.stateOf(dossierId), await w.statusOf(shipmentId), await herMoney()]).toEqual([['outcome 1 citizen'], 'returned', 'delivered', 8_000]);
    expect(good<Undone>(await undo(shipmentId))).toMatchObject({ shipmentId, state: 'with-courier', amount: 8_000, moneyFrom: 'courier' });
    expect([await where(dossierId), await w.stateOf(dossierId), await w.statusOf(shipmentId), await herMoney()]).toEqual([[`outcome 1 courier ${w.courierId}`], 'ready-to-return', 'out-for-delivery', 0]);
    expect(await happened(w.world.database.pool, dossierId)).toEqual(['outcome: came sent received handed-out corrected']);
    expect(await w.stopOf(shipmentId)).toMatchObject({ state: 'with-courier', amountDue: 8_000, attempts: [{ outcome: 'delivered', undone: { byName: 'Trần Văn Trúc', ground } }] });
    expect(await w.sql(`select payload->>'kind' as kind from motcua.outbox where dossier_id = $1 and topic = 'citizen-notice' order by created_at, outbox_id`, dossierId)).toMatchObject([{ kind: 'returned' }, { kind: 'delivery-undone' }]);
    expect(good<{ returned?: object }>(await w.people.officer.get(`/api/dossiers/${dossierId}`)).returned).toBeUndefined();
    expect(refusalOf(await undo(shipmentId))).toBe('not-found');
    good(await deliver(shipmentId, { amountCollected: 8_000 }));
    expect([await where(dossierId), await w.stateOf(dossierId), await herMoney()]).toEqual([['outcome 1 citizen'], 'returned', 8_000]);
    expect(await w.sql('select return_no as no, undone_at is null as stands from motcua.outcome_return where dossier_id = $1 order by return_no', dossierId)).toEqual([{ no: 1, stands: false }, { no: 2, stands: true }]);
    await handIn(8_000);
  });
  it('is an officer’s to take back, with a ground; another desk’s is not there', async () => {
    const { shipmentId } = await delivered();
    expect((await undo(shipmentId, {}, w.people.neighbour)).status).toBe(404);
    expect((await undo(shipmentId, { ground: ' ' })).status).toBe(400);
    expect(refusalOf(await undo(shipmentId, {}, w.people.clerk))).toMatch(/^(confirmation-needed|officer-not-present)$/u);
    const undoneId = randomUUID();
    good(await undo(shipmentId, { undoneId }));
    const other = await delivered();
    expect(refusalOf(await undo(other.shipmentId, { undoneId }))).toBe('already-recorded');
    expect(refusalOf(await undo(await w.carried([await w.ready()])))).toBe('not-found');
  });
  it('that took old papers in stands', async () => {
    const dossierId = await w.ready(), shipmentId = await w.carried([dossierId]);
    good(await deliver(shipmentId, { recalledPapers: [{ dossierId, name: 'Giấy phép cũ', collected: true }] }));
    expect(refusalOf(await undo(shipmentId))).toBe('old-papers-came');
    expect(await w.stateOf(dossierId)).toBe('returned');
    const [recalled] = (await w.round()).recalled;
    const { recordId } = good<HandedIn>(await w.people.courier.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds: [], amount: 0 }));
    good(await w.people.clerk.send('POST', `/api/desk/courier-records/${recordId}/take`, { deskId: DESK, received: [recalled?.thingId], missing: [], amountCounted: 0 }));
  });
});

describe('a delivery that its receiver denied', () => {
  it('is a case, and no longer taken back from its shipment', async () => {
    const { dossierId, shipmentId } = await delivered();
    good(await w.people.clerk.send('POST', `/api/desk/shipments/${shipmentId}/wrong`, { deskId: DESK, kind: 'denied', note: 'Gọi lại: gia đình chưa nhận', dossierIds: [dossierId] }));
    expect(refusalOf(await undo(shipmentId))).toBe('delivery-followed');
    expect(await w.stateOf(dossierId)).toBe('returned');
  });
});

describe('money of a delivery that is taken back', () => {
  it('comes from the desk where the courier has it no more, and then counts against what the desk pays on', async () => {
    await delivered(5_000);
    await handIn(5_000);
    const { shipmentId } = await delivered(14_000);
    const sumId = await handIn(14_000);
    const before = (await money()).held;
    expect(good<Undone>(await undo(shipmentId))).toMatchObject({ amount: 14_000, moneyFrom: 'desk' });
    const after = await money();
    expect([before - after.held, after.sums.filter(({ kind }) => kind === 'given-back').map(({ amount }) => amount)]).toEqual([14_000, [-14_000]]);
    const others = after.sums.filter((one) => one.kind === 'hand-in');
    const pay = (ids: readonly string[]) => w.people.clerk.send('POST', '/api/desk/remittances', { remittanceId: randomUUID(), deskId: DESK, sumIds: ids, way: 'cash', paidOn: '2019-11-18' });
    expect(others.map((one) => one.sumId)).toContain(sumId);
    expect(refusalOf(await pay(others.map((one) => one.sumId)))).toBe('more-than-held');
    expect(good<Remitted>(await pay(after.sums.map((one) => one.sumId)))).toMatchObject({ amount: after.held });
  });
  it('that went on to the post is not given back from here', async () => {
    const { shipmentId } = await delivered(9_000);
    const sumId = await handIn(9_000);
    good(await w.people.clerk.send('POST', '/api/desk/remittances', { remittanceId: randomUUID(), deskId: DESK, sumIds: [sumId], way: 'cash', paidOn: '2019-11-18' }));
    expect(refusalOf(await undo(shipmentId))).toBe('money-went-on');
  });
});
