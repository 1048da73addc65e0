// An outcome out of the desk and into somebody's hands by a carrier's word alone: each word moves the ledger once, in
// whatever order and however often it comes, and what was delivered is returned.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { findUnexplained, happened, standing } from '#testing/custody-ledger.ts';
import { type CarrierTools, carrierTools, good } from '#testing/carrier/carrier-tools.ts';
import { RECEIVER, plantCarrier, plantOutcomeToSend } from '#testing/carrier/planted-carriers.ts';
import type { VnpostSimulator } from '#testing/carrier/vnpost-simulator.ts';
import type { Planted } from '#testing/planted-dossiers.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import type { ShipmentOrdered, ShipmentsHandedOver, ShipmentsView } from '#wire/shipments.wire.ts';
import { secretsFrom } from '../secrets.ts';

const MEANINGS = { 5: 'attempt-failed', 6: 'returning', 7: 'returned', 8: 'lost', 9: 'cancelled' } as const;
let world: ServedWorld;
let tools: CarrierTools;
let clerk: Caller;
let ask: () => Promise<void>;
let simulator: VnpostSimulator;
let carrierId: string;
beforeAll(async () => {
  const secrets = secretsFrom(randomBytes(32));
  world = await servedWorld('kybac-2019', { parts: { secrets } });
  const administrator = await world.signIn('quantri');
  clerk = await world.signIn('buudien.kybac');
  tools = carrierTools(world, secrets, administrator);
  simulator = await tools.simulate();
  carrierId = await tools.enter(simulator, { name: 'VNPost Kỳ Anh' });
  await tools.mapCodes(carrierId, MEANINGS);
}, 240_000);
beforeEach(() => { ask = tools.server(); });
afterEach(async () => expect(await findUnexplained(world.database.pool)).toEqual([]));
afterAll(async () => {
  await tools.close();
  await world.close();
});

let no = 6_000;
const plant = (): Promise<Planted> => plantOutcomeToSend(world.database.pool, { no: (no += 1), agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528' });
const where = ({ dossierId }: Planted) => standing(world.database.pool, dossierId);
const events = ({ dossierId }: Planted) => happened(world.database.pool, dossierId);
const one = async <T>(text: string, values: readonly unknown[]): Promise<T | undefined> => (await world.database.migratorPool.query(text, [...values])).rows[0] as T | undefined;
const stateOf = async ({ dossierId }: Planted) => (await one<{ state: string }>('select state from motcua.dossier where dossier_id = $1', [dossierId]))?.state;
const refusalOf = (answer: Answer): string => (answer.status >= 400 ? answer.json<{ code: string }>().code : `${answer.status}`);
const view = async (): Promise<ShipmentsView> => good(await clerk.get('/api/desk/shipments'));
const shown = async (shipmentId: string) => (await view()).shipments.find((row) => row.shipmentId === shipmentId) ?? expect.fail(shipmentId);

const order = async (dossiers: readonly Planted[], more: object = {}): Promise<Answer> => clerk.send('POST', '/api/desk/shipments', {
  shipmentId: randomUUID(), deskId: 'ky-bac', carrierId, dossiers: dossiers.map(({ dossierId }) => ({ dossierId, revision: 2 })), receiver: RECEIVER,
  collectOnDelivery: 0, withItemNumber: false, ...more,
});
/** Taken by the carrier. */
const ordered = async (...dossiers: readonly Planted[]): Promise<ShipmentOrdered> => {
  const made = good<ShipmentOrdered>(await order(dossiers));
  await ask();
  return made;
};
const handOver = (shipmentIds: readonly string[], handOverId = randomUUID()): Promise<Answer> =>
  clerk.send('POST', '/api/desk/shipments/hand-over', { handOverId, deskId: 'ky-bac', carrierId, shipmentIds });
const handedOver = async (...dossiers: readonly Planted[]): Promise<ShipmentOrdered> => {
  const made = await ordered(...dossiers);
  good(await handOver([made.shipmentId]));
  return made;
};
let minutes = 0;
const tells = async (orderNumber: string, ...codes: readonly string[]): Promise<void> => {
  for (const code of codes) simulator.state.tell(orderNumber, code, world.realNow() + (minutes += 1) * 60_000);
  await ask();
};

it('what is wished at home is ready to be sent until it is on an order', async () => {
  const outcome = await plant();
  const ready = (await view()).ready.find(({ dossierId }) => dossierId === outcome.dossierId);
  expect(ready).toMatchObject({ code: outcome.code, receiverName: 'Nguyễn Văn Thử', phone: '0912000001', address: 'thôn Phương Giai, xã Kỳ Bắc', toPay: 0 });
  await ordered(outcome);
  expect((await view()).ready.some(({ dossierId }) => dossierId === outcome.dossierId)).toBe(false);
});

it('goes with its carrier under one record, is received by the carrier’s first word and returned by its last', async () => {
  const [first, second] = [await plant(), await plant()];
  const made = await ordered(first, second);
  expect((await shown(made.shipmentId)).stands).toBe('to-hand-over');
  const record = good<ShipmentsHandedOver>(await handOver([made.shipmentId]));
  expect(record).toMatchObject({ shipments: 1, recordNumber: expect.stringMatching(/^\d+\/BBGN$/) as string });
  expect((await clerk.get(`/api/papers/${record.handOverId}.pdf`)).status).toBe(200);
  expect(await where(first)).toEqual(['outcome 1 transit']);
  expect(await shown(made.shipmentId)).toMatchObject({ stands: 'on-the-way', recordNumber: record.recordNumber });
  await tells(made.orderNumber, '1');
  expect(await where(second)).toEqual([`outcome 1 carrier ${carrierId}`]);
  await tells(made.orderNumber, '3', '4');
  expect(await where(first)).toEqual(['outcome 1 citizen']);
  expect(await events(first)).toEqual(['outcome: came sent received handed-out']);
  expect([await stateOf(first), await stateOf(second)]).toEqual(['returned', 'returned']);
  expect(await one('select returned_by_name, receiver->>\'fullName\' as name from motcua.outcome_return where dossier_id = $1', [first.dossierId]))
    .toEqual({ returned_by_name: 'VNPost Kỳ Anh', name: RECEIVER.name });
  const said = await one<{ n: number }>(`select count(*)::int as n from motcua.outbox where dossier_id = $1 and topic = 'citizen-notice'`, [first.dossierId]);
  expect(said?.n).toBe(1);
  expect((await shown(made.shipmentId)).stands).toBe('ended');
});

it('every word is followed once: doubled, late, and read by two servers at once', async () => {
  const outcome = await plant();
  const made = await handedOver(outcome);
  const other = tools.server();
  const at = world.realNow() + 7_200_000;
  for (const code of ['4', '1', '4', '3', '2']) simulator.state.tell(made.orderNumber, code, at + Number(code) * 60_000);
  await Promise.all([ask(), other()]);
  await Promise.all([other(), ask()]);
  expect(await events(outcome)).toEqual(['outcome: came sent received handed-out']);
  const journal = await one<{ n: number }>(`select count(*)::int as n from motcua.journal where dossier_id = $1 and act = 'deliver-outcome'`, [outcome.dossierId]);
  expect(journal?.n).toBe(1);
});

it('a carrier that took it without a record of the desk has it all the same', async () => {
  const outcome = await plant();
  const made = await ordered(outcome);
  await tells(made.orderNumber, '2');
  expect(await where(outcome)).toEqual([`outcome 1 carrier ${carrierId}`]);
  expect(refusalOf(await handOver([made.shipmentId]))).toBe('outcome-not-here');
});

it('what comes back is at the desk again, and may be sent once more', async () => {
  const outcome = await plant();
  const made = await handedOver(outcome);
  await tells(made.orderNumber, '1', '5');
  expect(await shown(made.shipmentId)).toMatchObject({ stands: 'problem', advice: expect.stringContaining('Gọi người nhận') as string });
  await tells(made.orderNumber, '6');
  expect(await where(outcome)).toEqual(['outcome 1 transit']);
  await tells(made.orderNumber, '7');
  expect(await where(outcome)).toEqual(['outcome 1 desk ky-bac']);
  expect(await stateOf(outcome)).toBe('ready-to-return');
  expect((await view()).ready.some(({ dossierId }) => dossierId === outcome.dossierId)).toBe(true);
  const again = await handedOver(outcome);
  await tells(again.orderNumber, '4');
  expect(await stateOf(outcome)).toBe('returned');
});

it('what the carrier lost is nobody’s, with a case that both sides see', async () => {
  const outcome = await plant();
  const made = await handedOver(outcome);
  await tells(made.orderNumber, '1', '8');
  expect(await where(outcome)).toEqual(['outcome 1 unaccounted']);
  expect(await one('select kind, note from motcua.custody_case where dossier_id = $1', [outcome.dossierId])).toEqual({ kind: 'short', note: 'Đơn vị chuyển phát báo thất lạc' });
  expect((await shown(made.shipmentId)).stands).toBe('problem');
});

it('an order that the carrier cancelled after the hand-over leaves the outcome at the desk', async () => {
  const outcome = await plant();
  const made = await handedOver(outcome);
  await tells(made.orderNumber, '9');
  expect(await where(outcome)).toEqual(['outcome 1 desk ky-bac']);
});

it('a code that means something only later moves then what it should have moved', async () => {
  const outcome = await plant();
  const made = await handedOver(outcome);
  await tells(made.orderNumber, '77');
  expect(await where(outcome)).toEqual(['outcome 1 transit']);
  expect(await shown(made.shipmentId)).toMatchObject({ stands: 'problem', advice: expect.stringContaining('Mã chưa rõ') as string });
  await tools.mapCodes(carrierId, { ...MEANINGS, 77: 'delivered' });
  await ask();
  expect(await stateOf(outcome)).toBe('returned');
});

it('what somebody fetched at the desk meanwhile is not moved by what the carrier says afterwards', async () => {
  const outcome = await plant();
  const made = await ordered(outcome);
  await world.database.migratorPool.query(`update motcua.dossier set state = 'returned', closed_at = now() where dossier_id = $1`, [outcome.dossierId]);
  await world.database.migratorPool.query(
    `with gone as (update motcua.custody_thing set holder_kind = 'citizen', holder_id = '', last_event_no = 2 where dossier_id = $1 returning province_id, thing_id, since)
     insert into motcua.custody_event (province_id, thing_id, event_no, kind, from_kind, from_id, to_kind, to_id, count, at, recorded_at, by_account, by_name)
     select province_id, thing_id, 2, 'handed-out', 'desk', 'ky-bac', 'citizen', '', 1, since, now(), thing_id, 'Người thử' from gone`, [outcome.dossierId]);
  await tells(made.orderNumber, '4');
  expect(await events(outcome)).toEqual(['outcome: came handed-out']);
});

it('what cannot be handed over, sent together or taken back is refused, and nothing has moved', async () => {
  const [outcome, another, waiting] = [await plant(), await plant(), await plant()];
  const made = await ordered(outcome);
  expect(refusalOf(await handOver([randomUUID()]))).toBe('not-found');
  const handOverId = randomUUID();
  good(await handOver([made.shipmentId], handOverId));
  expect(refusalOf(await handOver([made.shipmentId]))).toBe('handed-over-before');
  expect(refusalOf(await clerk.send('POST', `/api/desk/shipments/${made.shipmentId}/cancel`, { deskId: 'ky-bac' }))).toBe('handed-over-to-carrier');
  const notYet = good<ShipmentOrdered>(await order([waiting]));
  expect(refusalOf(await handOver([notYet.shipmentId]))).toBe('order-not-confirmed');
  await ask();
  expect(refusalOf(await handOver([notYet.shipmentId], handOverId))).toBe('already-recorded');
  expect(await where(waiting)).toEqual(['outcome 1 desk ky-bac']);
  await world.database.migratorPool.query(
    `update motcua.dossier set parties = jsonb_set(parties, '{applicant,identity,number}', '"183999999"') where dossier_id = $1`, [another.dossierId]);
  expect(refusalOf(await order([await plant(), another]))).toBe('receivers-differ');
  const wrong = await order([another], { receiver: { ...RECEIVER, phone: '12', address: RECEIVER.place } });
  expect(wrong.json<{ fieldErrors: readonly { path: string }[] }>().fieldErrors.map(({ path }) => path)).toEqual(['receiver.phone', 'receiver.address']);
  await plantCarrier(world.database.pool, 'buu-ta');
  const own = good<ShipmentOrdered>(await order([another], { carrierId: 'buu-ta' }));
  expect(refusalOf(await clerk.send('POST', '/api/desk/shipments/hand-over', { handOverId: randomUUID(), deskId: 'ky-bac', carrierId: 'buu-ta', shipmentIds: [own.shipmentId] }))).toBe('courier-takes-it');
});

it('the label and the carrier’s whole word are shown to the desk alone', async () => {
  const made = await handedOver(await plant());
  await tells(made.orderNumber, '1', '2');
  const label = await clerk.get(`/api/desk/shipments/${made.shipmentId}/label.pdf`);
  expect([label.status, label.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  const { events: told } = (await clerk.get(`/api/desk/shipments/${made.shipmentId}`)).json<{ events: readonly { code: string; meaning: string }[] }>();
  expect(told.map(({ code, meaning }) => [code, meaning])).toEqual([['2', 'in-transit'], ['1', 'accepted']]);
  const neighbour = await world.signIn('tuphap.kyphong');
  for (const path of ['', '/label.pdf']) expect((await neighbour.get(`/api/desk/shipments/${made.shipmentId}${path}`)).status).toBe(404);
});
