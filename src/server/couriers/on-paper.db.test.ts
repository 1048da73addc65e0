// A courier's phone is lost or dead: the desk writes down what she says, and her phone comes back. On a real database.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { type CourierWorld, DESK, HIMSELF, courierWorld, good, refusalOf } from '#testing/couriers/courier-world.ts';
import { findUnexplained, happened, standing } from '#testing/custody-ledger.ts';
import type { DeskCouriersView } from '#wire/courier-desk.wire.ts';
import type { RecordedOnPaper } from '#wire/courier-paper.wire.ts';
import type { AttemptTaken, RoundStop } from '#wire/courier.wire.ts';
import type { DeskMoneyView } from '#wire/remittance.wire.ts';

let w: CourierWorld;
beforeAll(async () => { w = await courierWorld(); }, 240_000);
afterAll(() => w.world.close());
afterEach(async () => expect(await findUnexplained(w.world.database.pool)).toEqual([]));

const ground = 'Điện thoại rơi xuống suối';
const told = { receiver: HIMSELF, receiptShown: true, recalledPapers: [], amountCollected: 0 };
const record = (shipmentId: string, act: 'delivery' | 'failure', more: object = {}, who = w.people.clerk) => who.send('POST', `/api/desk/courier-shipments/${shipmentId}/record-${act}`, {
  attemptId: randomUUID(), at: w.now(), deskId: DESK, ground, noPaper: 'Giấy ướt, không đọc được', ...(act === 'delivery' ? { ...told, moneyId: randomUUID(), amountCounted: 0 } : { reason: 'absent' }), ...more,
});
const phone = async (shipmentId: string, act: 'deliver' | 'fail', more: object = {}, headers: Record<string, string> = {}) => w.people.courier.send('POST', `/api/courier/shipments/${shipmentId}/${act}`, {
  attemptId: randomUUID(), at: w.now(), ...(act === 'deliver' ? { ...told, signature: await w.picture() } : { reason: 'absent' }), ...more,
}, headers);
const view = async (): Promise<DeskCouriersView> => good<DeskCouriersView>(await w.people.clerk.get(`/api/desk/couriers?deskId=${DESK}`));
const reportsOf = async (shipmentId: string) => (await view()).reports.filter((one) => one.shipmentId === shipmentId);
const moneyHeld = async () => good<DeskMoneyView>(await w.people.clerk.get(`/api/desk/money?deskId=${DESK}`));
const attempts = async (shipmentId: string) => (await w.sql<{ n: number }>('select count(*)::int as n from motcua.courier_attempt where shipment_id = $1', shipmentId))[0]?.n;

describe('what she did, by her paper', () => {
  it('is delivered: outcome, dossier, status and money are as if her phone had told it, and the paper is its proof', async () => {
    const dossierId = await w.ready(), shipmentId = await w.carried([dossierId], 9_000);
    const stop = good<RoundStop>(await w.people.clerk.get(`/api/desk/courier-shipments/${shipmentId}?deskId=${DESK}`));
    expect([stop.amountDue, stop.state, stop.giving.map((one) => one.applicant.fullName)]).toEqual([9_000, 'with-courier', [HIMSELF.fullName]]);
    w.world.wait(600);
    const at = momentFromEpoch(w.world.realNow() - 300_000);
    const paper = await w.picture(w.people.clerk);
    const before = await moneyHeld();
    const answer = good<RecordedOnPaper>(await record(shipmentId, 'delivery', { at, noPaper: undefined, paper, amountCollected: 9_000, amountCounted: 7_000, countedNote: 'Còn 2.000 đồng tiền lẻ ở nhà' }));
    expect(answer).toMatchObject({ state: 'delivered', at, attemptNo: 1, amountCounted: 7_000 });
    expect([await standing(w.world.database.pool, dossierId), await w.stateOf(dossierId), await w.statusOf(shipmentId)]).toEqual([['outcome 1 citizen'], 'returned', 'delivered']);
    expect(await happened(w.world.database.pool, dossierId)).toEqual(['outcome: came sent received handed-out']);
    const after = await moneyHeld();
    expect([after.held - before.held, after.couriers.find(({ courierId }) => courierId === w.courierId)?.held]).toEqual([7_000, 2_000]);
    expect((await w.stopOf(shipmentId))?.attempts).toMatchObject([{ at, outcome: 'delivered', onPaper: { byName: 'Nguyễn Thị Sen', ground, paper } }]);
    expect((await w.people.officer.get(`/api/files/${paper}`)).status).toBe(200);
  });
  it('is not delivered: it is tried again as after any attempt, and the rest is hers to hand in', async () => {
    const dossierId = await w.ready(), shipmentId = await w.carried([dossierId]);
    expect(good<RecordedOnPaper>(await record(shipmentId, 'failure'))).toMatchObject({ state: 'with-courier', next: 'again', againOn: '2019-11-19' });
    expect([await standing(w.world.database.pool, dossierId), await w.statusOf(shipmentId)]).toEqual([[`outcome 1 courier ${w.courierId}`], 'attempt-failed']);
  });
  it('is refused where it cannot be, and another desk’s is not there', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    expect((await record(shipmentId, 'delivery', {}, w.people.neighbour)).status).toBe(404);
    expect((await w.people.neighbour.get(`/api/desk/courier-shipments/${shipmentId}?deskId=ky-phong`)).status).toBe(404);
    expect(refusalOf(await record(shipmentId, 'delivery', { noPaper: undefined }))).toBe('paper-missing');
    expect(refusalOf(await record(shipmentId, 'delivery', { noPaper: undefined, paper: await w.picture() }))).toBe('scans-missing');
    expect((await record(shipmentId, 'delivery', { ground: ' ' })).status).toBe(400);
    expect(refusalOf(await record(shipmentId, 'delivery', { at: '2019-11-01T08:00:00+07:00' }))).toBe('older-than-order');
    good(await record(shipmentId, 'failure'));
    expect(refusalOf(await record(shipmentId, 'failure', { at: (await w.stopOf(shipmentId))?.attempts[0]?.at }))).toBe('attempt-told');
    const { shipmentId: waiting } = await w.ordered([await w.ready()]);
    expect(refusalOf(await record(waiting, 'delivery'))).toBe('not-found');
  });
});

describe('her phone that comes back', () => {
  it('tells the same, and nothing is done twice, however often it is sent', async () => {
    const dossierId = await w.ready(), shipmentId = await w.carried([dossierId], 5_000);
    const at = w.now();
    good(await record(shipmentId, 'delivery', { at, amountCollected: 5_000, amountCounted: 5_000 }));
    const held = (await moneyHeld()).held;
    const key = { 'idempotency-key': randomUUID() };
    const command = { attemptId: randomUUID(), at, amountCollected: 5_000, signature: await w.picture() };
    const first = good<AttemptTaken>(await phone(shipmentId, 'deliver', command, key));
    expect(first).toMatchObject({ state: 'delivered', onPaper: 'same', attemptNo: 1 });
    expect(good<AttemptTaken>(await phone(shipmentId, 'deliver', command, key))).toEqual(first);
    expect(refusalOf(await phone(shipmentId, 'deliver', command))).toBe('already-recorded');
    expect([await attempts(shipmentId), (await moneyHeld()).held, await reportsOf(shipmentId)]).toEqual([1, held, []]);
    expect(await happened(w.world.database.pool, dossierId)).toEqual(['outcome: came sent received handed-out']);
    expect((await w.people.clerk.send('POST', `/api/desk/courier-reports/${first.attemptId}/settle`, { deskId: DESK, word: 'x' })).status).toBe(404);
  });
  it('tells otherwise: it moves nothing, and waits for the desk, which settles it once', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    const at = w.now();
    good(await record(shipmentId, 'delivery', { at }));
    const { attemptId } = good<AttemptTaken>(await phone(shipmentId, 'fail', { at, reason: 'refused', note: 'Không nhận' }));
    expect(await reportsOf(shipmentId)).toMatchObject([{ attemptId, differs: ['outcome'], phone: { outcome: 'failed', reason: 'refused' }, paper: { outcome: 'delivered', receiverName: HIMSELF.fullName, recordedByName: 'Nguyễn Thị Sen' } }]);
    expect([await attempts(shipmentId), await w.statusOf(shipmentId)]).toEqual([1, 'delivered']);
    const settle = (who = w.people.clerk, deskId = DESK) => who.send('POST', `/api/desk/courier-reports/${attemptId}/settle`, { deskId, word: 'Gọi gia đình: đã nhận đủ' });
    expect((await settle(w.people.neighbour)).status).toBe(404);
    good(await settle());
    expect(refusalOf(await settle())).toBe('report-settled');
    expect(await reportsOf(shipmentId)).toEqual([]);
  });
  it('shows the desk what she had signed and photographed, and no file that is another’s', async () => {
    const told = async (signature: string, photo: string) => {
      const shipmentId = await w.carried([await w.ready()], 3_000);
      const at = w.now();
      good(await record(shipmentId, 'delivery', { at, amountCollected: 3_000, amountCounted: 3_000 }));
      good(await phone(shipmentId, 'deliver', { at, amountCollected: 2_000, amountNote: 'Thiếu', signature, photo }));
      return (await reportsOf(shipmentId))[0]?.phone;
    };
    const [signature, photo, another] = [await w.picture(), await w.picture(), await w.picture(w.people.neighbour)];
    expect([await told(signature, photo), (await w.people.officer.get(`/api/files/${signature}`)).status]).toMatchObject([{ signature, photo }, 200]);
    const phoneSide = await told(another, photo);
    expect([phoneSide, (await w.people.officer.get(`/api/files/${another}`)).status]).toMatchObject([{ photo }, 404]);
    expect(phoneSide).not.toHaveProperty('signature');
  });
  it('what was taken back does not stand before what is written down in its place', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    const at = w.now();
    const undo = () => w.people.officer.send('POST', `/api/desk/courier-shipments/${shipmentId}/undo`, { undoneId: randomUUID(), deskId: DESK, ground: 'Giấy của nhà bên cạnh' });
    good(await record(shipmentId, 'delivery', { at }));
    w.world.wait(120);
    good(await undo());
    expect([good<RecordedOnPaper>(await record(shipmentId, 'failure', { at })), await w.statusOf(shipmentId)]).toMatchObject([{ state: 'with-courier', attemptNo: 2, at }, 'attempt-failed']);
    good(await record(shipmentId, 'delivery'));
    w.world.wait(120);
    good(await undo());
    // it happened before it was taken back, and is told after that: the carrier's last word all the same
    const again = momentFromEpoch(w.world.realNow() - 60_000);
    expect([good<RecordedOnPaper>(await record(shipmentId, 'delivery', { at: again })), await w.statusOf(shipmentId)]).toMatchObject([{ attemptNo: 4, at: again }, 'delivered']);
  });
  it('tells what happened since the desk wrote, and that is done as ever; what was taken back counts no more', async () => {
    const dossierId = await w.ready(), shipmentId = await w.carried([dossierId]);
    const tried = w.now();
    good(await record(shipmentId, 'failure', { at: tried }));
    w.world.wait(120);
    expect(good<AttemptTaken>(await phone(shipmentId, 'fail', { at: tried }))).toMatchObject({ onPaper: 'same', state: 'with-courier' });
    const done = good<AttemptTaken>(await phone(shipmentId, 'deliver'));
    expect([done.onPaper, done.attemptNo, await w.stateOf(dossierId)]).toEqual([undefined, 2, 'returned']);
    const other = await w.carried([await w.ready()]);
    const at = w.now();
    good(await record(other, 'delivery', { at }));
    good(await w.people.officer.send('POST', `/api/desk/courier-shipments/${other}/undo`, { undoneId: randomUUID(), deskId: DESK, ground: 'Giấy của nhà bên cạnh' }));
    expect(good<AttemptTaken>(await phone(other, 'deliver', { at })).onPaper).toBeUndefined();
  });
  it('at the same moment as the desk is one act and its echo', async () => {
    const dossierId = await w.ready(), shipmentId = await w.carried([dossierId]);
    const at = w.now();
    const [desk, hers] = await Promise.all([record(shipmentId, 'delivery', { at }), phone(shipmentId, 'deliver', { at })]);
    expect(good<AttemptTaken>(hers).state).toBe('delivered');
    expect([['200', 'stop-stands', 'attempt-told'].includes(refusalOf(desk)), await attempts(shipmentId), await w.stateOf(dossierId)]).toEqual([true, 1, 'returned']);
  });
});
