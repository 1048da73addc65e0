// An outcome out of the desk and into somebody's hands by a carrier's word alone: each word moves the ledger once, in
// whatever order and however often it comes, and what was delivered is returned.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { findUnexplained } from '#testing/custody-ledger.ts';
import { good } from '#testing/carrier/carrier-tools.ts';
import { type DeskAndCarrier, MEANINGS, deskAndCarrier, refusalOf } from '#testing/carrier/desk-and-carrier.ts';
import { RECEIVER, plantCarrier } from '#testing/carrier/planted-carriers.ts';
import type { ShipmentOrdered, ShipmentsHandedOver } from '#wire/shipments.wire.ts';

let at: DeskAndCarrier;
beforeAll(async () => { at = await deskAndCarrier(); }, 240_000);
afterEach(async () => expect(await findUnexplained(at.world.database.pool)).toEqual([]));
afterAll(() => at.close());

it('what is wished at home is ready to be sent until it is on an order', async () => {
  const outcome = await at.plant();
  const ready = (await at.view()).ready.find(({ dossierId }) => dossierId === outcome.dossierId);
  expect(ready).toMatchObject({ code: outcome.code, receiverName: 'Nguyễn Văn Thử', phone: '0912000001', address: 'thôn Phương Giai, xã Kỳ Bắc', toPay: 0 });
  await at.ordered(outcome);
  expect((await at.view()).ready.some(({ dossierId }) => dossierId === outcome.dossierId)).toBe(false);
});

it('goes with its carrier under one record, is received by the carrier’s first word and returned by its last', async () => {
  const [first, second] = [await at.plant(), await at.plant()];
  const made = await at.ordered(first, second);
  expect((await at.shown(made.shipmentId)).stands).toBe('to-hand-over');
  const record = good<ShipmentsHandedOver>(await at.handOver([made.shipmentId]));
  expect(record).toMatchObject({ shipments: 1, recordNumber: expect.stringMatching(/^\d+\/BBGN$/) as string });
  expect((await at.clerk.get(`/api/papers/${record.handOverId}.pdf`)).status).toBe(200);
  expect(await at.where(first)).toEqual(['outcome 1 transit']);
  expect(await at.shown(made.shipmentId)).toMatchObject({ stands: 'on-the-way', recordNumber: record.recordNumber });
  await at.tells(made.orderNumber, '1');
  expect(await at.where(second)).toEqual([`outcome 1 carrier ${at.carrierId}`]);
  await at.tells(made.orderNumber, '3', '4');
  expect(await at.where(first)).toEqual(['outcome 1 citizen']);
  expect(await at.events(first)).toEqual(['outcome: came sent received handed-out']);
  expect([await at.stateOf(first), await at.stateOf(second)]).toEqual(['returned', 'returned']);
  expect(await at.one('select returned_by_name, receiver->>\'fullName\' as name from motcua.outcome_return where dossier_id = $1', [first.dossierId]))
    .toEqual({ returned_by_name: 'VNPost Kỳ Anh', name: RECEIVER.name });
  const said = await at.one<{ n: number }>(`select count(*)::int as n from motcua.outbox where dossier_id = $1 and topic = 'citizen-notice'`, [first.dossierId]);
  expect(said?.n).toBe(1);
  expect((await at.shown(made.shipmentId)).stands).toBe('ended');
});

it('every word is followed once: doubled, late, and read by two servers at once', async () => {
  const outcome = await at.plant();
  const made = await at.handedOver(outcome);
  const other = at.tools.server();
  const from = at.world.realNow() + 7_200_000;
  for (const code of ['4', '1', '4', '3', '2']) at.simulator.state.tell(made.orderNumber, code, from + Number(code) * 60_000);
  await Promise.all([at.ask(), other()]);
  await Promise.all([other(), at.ask()]);
  expect(await at.events(outcome)).toEqual(['outcome: came sent received handed-out']);
  const journal = await at.one<{ n: number }>(`select count(*)::int as n from motcua.journal where dossier_id = $1 and act = 'deliver-outcome'`, [outcome.dossierId]);
  expect(journal?.n).toBe(1);
});

it('a carrier that took it without a record of the desk has it all the same', async () => {
  const outcome = await at.plant();
  const made = await at.ordered(outcome);
  await at.tells(made.orderNumber, '2');
  expect(await at.where(outcome)).toEqual([`outcome 1 carrier ${at.carrierId}`]);
  expect(refusalOf(await at.handOver([made.shipmentId]))).toBe('outcome-not-here');
});

it('an attempt that failed needs somebody’s eye', async () => {
  const made = await at.handedOver(await at.plant());
  await at.tells(made.orderNumber, '1', '5');
  expect(await at.shown(made.shipmentId)).toMatchObject({ stands: 'problem', advice: expect.stringContaining('Gọi người nhận') as string });
});

it('what the carrier lost is nobody’s, with a case that both sides see', async () => {
  const outcome = await at.plant();
  const made = await at.handedOver(outcome);
  await at.tells(made.orderNumber, '1', '8');
  expect(await at.where(outcome)).toEqual(['outcome 1 unaccounted']);
  expect(await at.one('select kind, note from motcua.custody_case where dossier_id = $1', [outcome.dossierId])).toEqual({ kind: 'short', note: 'Đơn vị chuyển phát báo thất lạc' });
  expect((await at.shown(made.shipmentId)).stands).toBe('problem');
});

it('an order that the carrier cancelled before the hand-over leaves the outcome at the desk', async () => {
  const outcome = await at.plant();
  const made = await at.ordered(outcome);
  await at.tells(made.orderNumber, '9');
  expect([await at.where(outcome), (await at.shown(made.shipmentId)).stands]).toEqual([['outcome 1 desk ky-bac'], 'ended']);
  expect((await at.view()).ready.some(({ dossierId }) => dossierId === outcome.dossierId)).toBe(true);
});

it('a code that means something only later moves then what it should have moved', async () => {
  const outcome = await at.plant();
  const made = await at.handedOver(outcome);
  await at.tells(made.orderNumber, '77');
  expect(await at.where(outcome)).toEqual(['outcome 1 transit']);
  expect(await at.shown(made.shipmentId)).toMatchObject({ stands: 'problem', advice: expect.stringContaining('Mã chưa rõ') as string });
  await at.tools.mapCodes(at.carrierId, { ...MEANINGS, 77: 'delivered' });
  await at.ask();
  expect(await at.stateOf(outcome)).toBe('returned');
});

it('what is dated on a day to come is no last word: what the carrier tells later moves it, and an unknown code of such a day troubles nobody', async () => {
  const outcome = await at.plant();
  const made = await at.handedOver(outcome);
  const now = at.world.realNow();
  const tell = async (code: string, from: number): Promise<void> => { at.simulator.state.tell(made.orderNumber, code, from); await at.ask(); };
  await tell('1', now);
  await tell('78', now + 400 * 86_400_000);
  await tell('2', now + 365 * 86_400_000);
  expect((await at.one<{ since: string }>('select status_since as since from motcua.carrier_order where order_number = $1', [made.orderNumber]))?.since).toBe(momentFromEpoch(now + 300_000));
  at.world.wait(3_600);
  await tell('4', at.world.realNow());
  expect([await at.shown(made.shipmentId), await at.stateOf(outcome), await at.where(outcome)]).toMatchObject([{ stands: 'ended', status: 'delivered' }, 'returned', ['outcome 1 citizen']]);
  const { events: told } = (await at.clerk.get(`/api/desk/shipments/${made.shipmentId}`)).json<{ events: readonly { code: string }[] }>();
  expect(told.map(({ code }) => code)).toEqual(['4', '78', '2', '1']);
});

it('what somebody fetched at the desk meanwhile is not moved by what the carrier says afterwards', async () => {
  const outcome = await at.plant();
  const made = await at.ordered(outcome);
  await at.world.database.migratorPool.query(`update motcua.dossier set state = 'returned', closed_at = now() where dossier_id = $1`, [outcome.dossierId]);
  await at.world.database.migratorPool.query(
    `with gone as (update motcua.custody_thing set holder_kind = 'citizen', holder_id = '', last_event_no = 2 where dossier_id = $1 returning province_id, thing_id, since)
     insert into motcua.custody_event (province_id, thing_id, event_no, kind, from_kind, from_id, to_kind, to_id, count, at, recorded_at, by_account, by_name)
     select province_id, thing_id, 2, 'handed-out', 'desk', 'ky-bac', 'citizen', '', 1, since, now(), thing_id, 'Người thử' from gone`, [outcome.dossierId]);
  await at.tells(made.orderNumber, '4');
  expect(await at.events(outcome)).toEqual(['outcome: came handed-out']);
});

it('what cannot be handed over, sent together or taken back is refused, and nothing has moved', async () => {
  const [outcome, another, waiting] = [await at.plant(), await at.plant(), await at.plant()];
  const made = await at.ordered(outcome);
  expect(refusalOf(await at.handOver([randomUUID()]))).toBe('not-found');
  const handOverId = randomUUID();
  good(await at.handOver([made.shipmentId], handOverId));
  expect(refusalOf(await at.handOver([made.shipmentId]))).toBe('handed-over-before');
  expect(refusalOf(await at.clerk.send('POST', `/api/desk/shipments/${made.shipmentId}/cancel`, { deskId: 'ky-bac' }))).toBe('handed-over-to-carrier');
  const notYet = good<ShipmentOrdered>(await at.order([waiting]));
  expect(refusalOf(await at.handOver([notYet.shipmentId]))).toBe('order-not-confirmed');
  await at.ask();
  expect(refusalOf(await at.handOver([notYet.shipmentId], handOverId))).toBe('already-recorded');
  expect(await at.where(waiting)).toEqual(['outcome 1 desk ky-bac']);
  await at.world.database.migratorPool.query(
    `update motcua.dossier set parties = jsonb_set(parties, '{applicant,identity,number}', '"183999999"') where dossier_id = $1`, [another.dossierId]);
  expect(refusalOf(await at.order([await at.plant(), another]))).toBe('receivers-differ');
  const wrong = await at.order([another], { receiver: { ...RECEIVER, phone: '12', address: RECEIVER.place } });
  expect(wrong.json<{ fieldErrors: readonly { path: string }[] }>().fieldErrors.map(({ path }) => path)).toEqual(['receiver.phone', 'receiver.address']);
  await plantCarrier(at.world.database.pool, 'buu-ta');
  const own = good<ShipmentOrdered>(await at.order([another], { carrierId: 'buu-ta' }));
  expect(refusalOf(await at.clerk.send('POST', '/api/desk/shipments/hand-over', { handOverId: randomUUID(), deskId: 'ky-bac', carrierId: 'buu-ta', shipmentIds: [own.shipmentId] }))).toBe('courier-takes-it');
});

it('the label and the carrier’s whole word are shown to the desk alone', async () => {
  const made = await at.handedOver(await at.plant());
  await at.tells(made.orderNumber, '1', '2');
  const label = await at.clerk.get(`/api/desk/shipments/${made.shipmentId}/label.pdf`);
  expect([label.status, label.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  const { events: told } = (await at.clerk.get(`/api/desk/shipments/${made.shipmentId}`)).json<{ events: readonly { code: string; meaning: string }[] }>();
  expect(told.map(({ code, meaning }) => [code, meaning])).toEqual([['2', 'in-transit'], ['1', 'accepted']]);
  const neighbour = await at.world.signIn('tuphap.kyphong');
  for (const path of ['', '/label.pdf']) expect((await neighbour.get(`/api/desk/shipments/${made.shipmentId}${path}`)).status).toBe(404);
});
