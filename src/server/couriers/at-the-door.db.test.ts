// Acts at somebody's door on a real database: told once, however late and however often; what cannot be is refused.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { type CourierWorld, DESK, HIMSELF, courierWorld, good, refusalOf } from '#testing/couriers/courier-world.ts';
import { findUnexplained, standing } from '#testing/custody-ledger.ts';
import type { Answer } from '#testing/served-world.ts';
import type { AttemptTaken } from '#wire/courier.wire.ts';

let w: CourierWorld;
beforeAll(async () => { w = await courierWorld(); }, 240_000);
afterAll(() => w.world.close());
afterEach(async () => expect(await findUnexplained(w.world.database.pool)).toEqual([]));

const body = async (more: object = {}): Promise<Record<string, unknown>> => ({
  attemptId: randomUUID(), at: w.now(), receiver: HIMSELF, receiptShown: true, recalledPapers: [], amountCollected: 0, signature: await w.picture(), ...more,
});
const send = (shipmentId: string, act: 'deliver' | 'fail', command: object, headers: Record<string, string> = {}): Promise<Answer> =>
  w.people.courier.send('POST', `/api/courier/shipments/${shipmentId}/${act}`, command, headers);
const deliver = async (shipmentId: string, more: object = {}): Promise<Answer> => send(shipmentId, 'deliver', await body(more));
const failed = (more: object = {}) => ({ attemptId: randomUUID(), at: w.now(), reason: 'absent', ...more });
const where = (dossierId: string) => standing(w.world.database.pool, dossierId);
const minutesAgo = (minutes: number) => momentFromEpoch(w.world.realNow() - minutes * 60_000);
const toldOf = async (shipmentId: string): Promise<readonly string[]> => (await w.sql<{ code: string }>(
  `select e.code from motcua.courier_event e join motcua.carrier_order o using (province_id, carrier_id, order_number) where o.shipment_id = $1 order by e.event_no`, shipmentId)).map(({ code }) => code);

describe('an act', () => {
  it('sent again is answered as before, and taken once', async () => {
    const [dossierId] = [await w.ready()];
    const shipmentId = await w.carried([dossierId]);
    const command = await body();
    const key = { 'idempotency-key': randomUUID() };
    const first = good<AttemptTaken>(await send(shipmentId, 'deliver', command, key));
    const again = await send(shipmentId, 'deliver', command, key);
    expect([again.json(), again.headers['idempotency-replayed']]).toEqual([first, 'true']);
    expect(refusalOf(await send(shipmentId, 'deliver', { ...command, note: 'khác' }, key))).toBe('key-reused');
    expect(await toldOf(shipmentId)).toEqual(['given', 'out', 'delivered']);
    expect((await w.sql('select from motcua.courier_attempt where shipment_id = $1', shipmentId)).length).toBe(1);
  });
  it('under another key is told that it is here, and by two phones at once is taken once', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    const command = failed();
    good(await send(shipmentId, 'fail', command));
    expect(refusalOf(await send(shipmentId, 'fail', command))).toBe('already-recorded');
    const answers = await Promise.all([deliver(shipmentId), deliver(shipmentId)]);
    expect(answers.map(refusalOf).toSorted()).toEqual(['200', 'stop-stands']);
    expect(await toldOf(shipmentId)).toEqual(['given', 'out', 'failed:absent', 'delivered']);
  });
  it('that comes hours later is saved under its own moment', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    w.world.wait(3_600);
    const [tried, done] = [minutesAgo(40), minutesAgo(20)];
    const command = await body({ at: done });
    w.world.wait(30 * 3_600);
    await w.signInAll();
    // in the order in which they were done
    expect(good<AttemptTaken>(await send(shipmentId, 'fail', failed({ at: tried })))).toMatchObject({ at: tried, againOn: '2019-11-19' });
    expect(good<AttemptTaken>(await send(shipmentId, 'deliver', command))).toMatchObject({ at: done, attemptNo: 2 });
    const [dossier] = await w.sql<{ closedAt: string; returnedAt: string; state: string }>(
      `select d.state, d.closed_at as "closedAt", r.returned_at as "returnedAt" from motcua.dossier d join motcua.outcome_return r using (province_id, dossier_id) where d.dossier_id = $1`, dossierId);
    expect(dossier).toEqual({ state: 'returned', closedAt: done, returnedAt: done });
    expect(await w.sql('select since from motcua.custody_thing where dossier_id = $1', dossierId)).toEqual([{ since: done }]);
    await w.feed();
    expect(await w.sql('select status, status_since as since from motcua.carrier_order where shipment_id = $1', shipmentId)).toEqual([{ status: 'delivered', since: done }]);
  });
  it('cannot be older than its order or than her taking it over, nor have happened tomorrow', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    expect(refusalOf(await send(shipmentId, 'fail', failed({ at: minutesAgo(6) })))).toBe('older-than-order');
    w.world.wait(1_200);
    const given = good<{ recordId: string }>(await w.give([(await w.ordered([await w.ready()])).shipmentId]));
    const late = (await w.round()).records.find(({ recordId }) => recordId === given.recordId)?.items[0]?.itemId ?? '';
    expect(refusalOf(await w.take(given.recordId, [late], { at: minutesAgo(6) }))).toBe('before-it-was-taken');
    w.world.wait(600);
    good(await w.take(given.recordId, [late]));
    expect(refusalOf(await send(late, 'fail', failed({ at: minutesAgo(8) })))).toBe('before-it-was-taken');
    expect(refusalOf(await send(late, 'fail', failed({ at: minutesAgo(-11) })))).toBe('made-in-future');
    // a clock that is a little ahead is brought back
    expect(good<AttemptTaken>(await send(late, 'fail', failed({ at: minutesAgo(-9) }))).at).toBe(w.now());
  });
  it('stands in the way of the desk’s giving it out; what a counter without a line gave out all the same is not delivered', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    expect(refusalOf(await w.people.officer.send('POST', `/api/desk/dossiers/${dossierId}/return-outcome`, {
      deskId: DESK, revision: 2, receiver: HIMSELF, receiptShown: true, recalledPapers: [], originalsReturned: false, collectedFeeLines: [],
    }))).toBe('outcome-carried');
    await w.sql("update motcua.dossier set state = 'returned' where dossier_id = $1", dossierId);
    expect(refusalOf(await deliver(shipmentId))).toBe('act-not-possible');
  });
});

describe('a delivery', () => {
  it('of several dossiers to one person is made whole, with its fees and the postage', async () => {
    const dossierIds = [await w.ready(), await w.ready()];
    await w.sql(`insert into motcua.dossier_fee (province_id, dossier_id, line_no, fee_id, kind, name, quantity, unit_amount, amount, payee_unit_id)
      values (42, $1, 1, 'le-phi', 'charge', 'Lệ phí', 1, 8000, 8000, 'huyen-ky-anh')`, dossierIds[0]);
    const shipmentId = await w.carried(dossierIds, 34_000);
    expect(await w.stopOf(shipmentId)).toMatchObject({ amountDue: 34_000, collectOnDelivery: 34_000 });
    expect(refusalOf(await deliver(shipmentId, { amountCollected: 0 }))).toBe('collected-differs');
    expect(refusalOf(await deliver(shipmentId, { amountCollected: 7_000, amountNote: 'Không đủ tiền' }))).toBe('fees-unpaid');
    good(await deliver(shipmentId, { amountCollected: 8_000, amountNote: 'Bưu điện miễn cước' }));
    expect(await Promise.all(dossierIds.map(w.stateOf))).toEqual(['returned', 'returned']);
    expect(await w.sql('select from motcua.dossier_fee where dossier_id = $1 and collected_at is not null', dossierIds[0])).toHaveLength(1);
    expect((await w.stopOf(shipmentId))?.attempts).toMatchObject([{ outcome: 'delivered', amountDue: 34_000, amountCollected: 8_000, amountNote: 'Bưu điện miễn cước', receiverName: 'Nguyễn Văn Thử', relation: 'self' }]);
  });
  it('to the wrong person saves nothing', async () => {
    const dossierId = await w.ready();
    const shipmentId = await w.carried([dossierId]);
    const stranger = { fullName: 'Lê Thị Lạ', identity: { kind: 'old-identity-card', number: '183000099' } };
    expect(refusalOf(await deliver(shipmentId, { receiver: { ...stranger, relation: 'self' } }))).toBe('receiver-is-not-party');
    expect(refusalOf(await deliver(shipmentId, { receiver: { ...stranger, relation: 'authorised' } }))).toBe('authorisation-needed');
    expect([await where(dossierId), await w.stateOf(dossierId), await toldOf(shipmentId)]).toEqual([[`outcome 1 courier ${w.courierId}`], 'ready-to-return', ['given', 'out']]);
    good(await deliver(shipmentId, { receiver: { ...stranger, relation: 'authorised', authorisation: { number: '01/UQ', date: '2019-11-15' } } }));
  });
  it('waits for its pictures, and they are hers alone to name; the desk looks at them', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    const command = await body({ signature: 'a'.repeat(64) });
    const waits = await send(shipmentId, 'deliver', command);
    expect([waits.status, refusalOf(waits)]).toEqual([409, 'scans-missing']);
    expect(refusalOf(await deliver(shipmentId, { signature: await w.picture(w.people.colleague) }))).toBe('scans-missing');
    expect(refusalOf(await deliver(shipmentId, { signature: await w.picture(w.people.courier, 200_001) }))).toBe('signature-unfit');
    const { signature: _none, ...unsigned } = await body();
    expect(refusalOf(await send(shipmentId, 'deliver', unsigned))).toBe('signature-missing');
    const [signature, photo] = [await w.picture(), await w.picture(w.people.courier, 300_000)];
    good(await deliver(shipmentId, { signature, photo, place: { latitude: 18.2, longitude: 106.2, accuracyMetres: 12 } }));
    for (const sha256 of [signature, photo]) {
      expect((await w.people.clerk.get(`/api/files/${sha256}`)).status).toBe(200);
      expect((await w.people.neighbour.get(`/api/files/${sha256}`)).status).toBe(404);
      expect((await w.people.courier.get(`/api/files/${sha256}`)).status).toBe(403);
    }
    expect((await w.stopOf(shipmentId))?.attempts).toMatchObject([{ signature, photo, place: { accuracyMetres: 12 } }]);
  });
});

describe('what the desk gives', () => {
  it('is refused where her own house does not know of it, or it is not here', async () => {
    const dossierId = await w.ready();
    const { shipmentId, orderNumber } = await w.ordered([dossierId]);
    await w.world.database.migratorPool.query('delete from motcua.courier_order where order_number = $1', [orderNumber]);
    expect(refusalOf(await w.give([shipmentId]))).toBe('order-not-in-book');
    const [over, gone] = [await w.ordered([await w.ready()]), await w.ready()];
    good(await w.people.officer.send('POST', `/api/desk/shipments/${over.shipmentId}/cancel`, { deskId: DESK }));
    await w.feed();
    expect(refusalOf(await w.give([over.shipmentId]))).toBe('order-over');
    const made = await w.ordered([gone]);
    await w.sql(`update motcua.custody_thing set holder_id = 'ky-phong' where dossier_id = $1`, gone);
    expect(refusalOf(await w.give([made.shipmentId]))).toBe('nothing-to-carry');
    await w.sql(`update motcua.custody_thing set holder_id = 'ky-bac' where dossier_id = $1`, gone);
    expect(refusalOf(await w.give([made.shipmentId], { day: '2019-11-17' }))).toBe('day-passed');
    expect((await w.give([made.shipmentId], { courierId: randomUUID() })).status).toBe(404);
    expect((await w.give([made.shipmentId], { deskId: 'ky-phong' }, w.people.neighbour)).status).toBe(404);
  });
  it('and she does not find never left the desk; given once more it goes', async () => {
    const dossierId = await w.ready();
    const { shipmentId } = await w.ordered([dossierId]);
    const { recordId } = good<{ recordId: string }>(await w.give([shipmentId]));
    expect(refusalOf(await w.give([shipmentId]))).toBe('stop-stands');
    expect((await w.take(recordId, [shipmentId], {}, w.people.colleague)).status).toBe(404);
    expect(refusalOf(await w.take(recordId, []))).toBe('items-uncounted');
    good(await w.take(recordId, [], { missing: [{ itemId: shipmentId, note: 'Không có trong túi' }] }));
    expect([await where(dossierId), (await w.stopOf(shipmentId))?.state, await w.statusOf(shipmentId)]).toEqual([[`outcome 1 desk ${DESK}`], 'planned', 'accepted']);
    expect(refusalOf(await w.take(recordId, [shipmentId]))).toBe('taken-already');
    const again = good<{ recordId: string }>(await w.give([shipmentId]));
    good(await w.take(again.recordId, [shipmentId]));
    expect(await w.statusOf(shipmentId)).toBe('out-for-delivery');
  });
  it('cannot be cancelled any more: it is on the road', async () => {
    const shipmentId = await w.carried([await w.ready()]);
    good(await w.people.officer.send('POST', `/api/desk/shipments/${shipmentId}/cancel`, { deskId: DESK }));
    await w.feed();
    expect(await w.sql('select state, problem from motcua.carrier_order where shipment_id = $1', shipmentId)).toEqual([{ state: 'confirmed', problem: 'cancel-refused' }]);
    good(await deliver(shipmentId));
    expect(await w.statusOf(shipmentId)).toBe('delivered');
  });
});

describe('her round', () => {
  it('goes in the order that she gives it, and nobody arranges another’s', async () => {
    const ids = [await w.carried([await w.ready()]), await w.carried([await w.ready()]), await w.carried([await w.ready()])];
    const arrange = (shipmentIds: readonly string[], who = w.people.courier) => who.send('POST', '/api/courier/round/order', { day: w.now().slice(0, 10), shipmentIds });
    const turned = ids.toReversed();
    good(await arrange(turned));
    expect((await w.round()).stops.map(({ shipmentId }) => shipmentId).filter((id) => ids.includes(id))).toEqual(turned);
    expect((await arrange(turned, w.people.colleague)).status).toBe(404);
    expect((await arrange([randomUUID()])).status).toBe(404);
  });
  it('is planned by the supervisor for couriers of the desk’s post alone, and not once it is on the road', async () => {
    const { shipmentId } = await w.ordered([await w.ready()]);
    const assign = (more: object = {}) => w.people.supervisor.send('POST', '/api/post/rounds/assign', { courierId: w.courierId, day: w.now().slice(0, 10), shipmentIds: [shipmentId], ...more });
    const clerk = (await w.sql<{ id: string }>(`select account_id as id from motcua.account where login = 'buudien.kybac'`))[0]?.id;
    expect((await assign({ courierId: clerk })).status).toBe(404);
    expect(refusalOf(await assign({ day: '2019-11-17' }))).toBe('day-passed');
    good(await assign());
    const { recordId } = good<{ recordId: string }>(await w.give([shipmentId]));
    good(await w.take(recordId, [shipmentId]));
    expect(refusalOf(await assign())).toBe('stop-stands');
  });
});
