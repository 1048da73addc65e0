// What a desk sends out: each outcome on one open shipment; couriers who are all heard; outcomes told to who asked for it.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import { ownNetwork } from '#adapters/carrier/own-network.ts';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { carrierContract } from '#testing/carrier/carrier-contract.ts';
import { good } from '#testing/carrier/carrier-tools.ts';
import { carrierWorld } from '#testing/carrier/carrier-world.ts';
import { plantOutcome } from '#testing/couriers/planted-round.ts';
import { RECEIVER, carrierSettings, plantCarrier } from '#testing/carrier/planted-carriers.ts';
import { planOf } from '#testing/plan-of.ts';
import type { VnpostSimulator } from '#testing/carrier/vnpost-simulator.ts';
import type { Caller } from '#testing/served-world.ts';
import { CARRIER_COUNT_CAP } from '#wire/carriers.wire.ts';
import type { ShipmentOrdered } from '#wire/shipments.wire.ts';
import { inTransaction } from '../acts/perform.ts';
import { courierBook, writeCourierEvent } from './courier-book.sql.ts';
import { claimResults } from './results.sql.ts';
import { claimMessages } from './sending.sql.ts';

const { world, people, sql, deps, server, pausesOver, simulate, enter, mapCodes, plant, ship, shipMany, lookAt } = carrierWorld();

describe('a shipment', () => {
  const refusalOf = async (carrierId: string, more: object): Promise<string> => (await ship(carrierId, more)).json<{ code: string }>().code;
  it('carries several outcomes to one receiver, each on one open shipment only', async () => {
    const carrierId = await enter(await simulate());
    const dossiers = await Promise.all([plant(), plant()]);
    const lines = dossiers.map(({ dossierId }) => ({ dossierId, revision: 2 }));
    const made = good<ShipmentOrdered>(await ship(carrierId, { dossiers: lines }));
    expect(await refusalOf(carrierId, { dossiers: lines.slice(1) })).toBe('shipped-already');
    const { shipments } = good<{ shipments: { orderNumber: string; dossiers: { code: string }[] }[] }>(await people.officer.get('/api/desk/shipments'));
    const listed = shipments.find(({ orderNumber }) => orderNumber === made.orderNumber);
    expect([listed?.orderNumber, listed?.dossiers.map(({ code }) => code)]).toEqual([made.orderNumber, dossiers.map(({ code }) => code).toSorted()]);
  });
  it('of two that are made at once for one outcome only one is', async () => {
    const carrierId = await enter(await simulate());
    const { dossierId } = await plant();
    const dossiers = [{ dossierId, revision: 2 }];
    const answers = await Promise.all([ship(carrierId, { dossiers }), ship(carrierId, { dossiers }), ship(carrierId, { dossiers })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
  });
  it('needs an outcome that lies at this desk, a carrier that is open, and the carrier’s code for the place', async () => {
    const carrierId = await enter(await simulate());
    expect(await refusalOf(carrierId, { dossiers: [{ dossierId: (await plant({ state: 'in-process' })).dossierId, revision: 2 }] })).toBe('outcome-not-at-desk');
    expect(await refusalOf(carrierId, { dossiers: [{ dossierId: (await plant()).dossierId, revision: 1 }] })).toBe('dossier-changed');
    expect(await refusalOf(carrierId, { receiver: { ...RECEIVER, place: 'xã Nào Đó' } })).toBe('place-unknown-to-carrier');
    expect((await ship(carrierId, { dossiers: [{ dossierId: (await plant({ deskId: 'ky-phong' })).dossierId, revision: 2 }] })).status).toBe(404);
    expect((await ship('khong-co')).status).toBe(404);
    await sql('update motcua.carrier_account set is_open = false where carrier_id = $1', [carrierId]);
    expect(await refusalOf(carrierId, {})).toBe('carrier-closed');
  });
  it('of one identity is made once: the same again under another key is told so, whatever it carries', async () => {
    const carrierId = await enter(await simulate());
    const shipmentId = randomUUID();
    const made = good<ShipmentOrdered>(await ship(carrierId, { shipmentId }));
    const again = await ship(carrierId, { shipmentId });
    expect([again.status, again.json()]).toMatchObject([409, { code: 'already-recorded', detail: expect.stringContaining('Tải lại') }]);
    const { shipments } = good<{ shipments: { shipmentId: string; orderNumber: string }[] }>(await people.officer.get('/api/desk/shipments'));
    expect(shipments.filter((one) => one.shipmentId === shipmentId)).toMatchObject([{ orderNumber: made.orderNumber }]);
  });
  it('is taken back and looked up by its own desk only, and a wrong digit of its number is found', async () => {
    const carrierId = await enter(await simulate());
    const { shipmentId } = good<ShipmentOrdered>(await ship(carrierId));
    const neighbour = await world().signIn('tuphap.kyphong');
    expect([
      (await neighbour.send('POST', `/api/desk/shipments/${shipmentId}/cancel`, { deskId: 'ky-phong' })).status, (await neighbour.send('POST', `/api/desk/shipments/${shipmentId}/cancel`, { deskId: 'ky-bac' })).status,
      (await neighbour.get('/api/desk/items/RR473124829VN')).status, (await neighbour.get('/api/desk/shipments?deskId=ky-bac')).status,
    ]).toEqual([404, 404, 404, 404]);
    const mistyped = await people.officer.get('/api/desk/items/RR473124828VN');
    expect([mistyped.status, mistyped.json()]).toMatchObject([422, { code: 'item-number-check-digit', detail: expect.stringContaining('So lại từng chữ số') }]);
    const twice = [0, 1].map(() => people.officer.send('POST', `/api/desk/shipments/${shipmentId}/cancel`, { deskId: 'ky-bac' }));
    expect((await Promise.all(twice)).map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });
  it('that was handed over in the same moment is not taken back', async () => {
    const carrierId = await enter(await simulate());
    const { dossierId } = await plant();
    await plantOutcome(world().database.pool, dossierId);
    const { shipmentId } = good<ShipmentOrdered>(await ship(carrierId, { dossiers: [{ dossierId, revision: 2 }] }));
    await server()();
    const waiting = async () => (await world().database.pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rowCount;
    const [given, cancelled] = await inTransaction(world().database.pool, async (db) => {
      await db.query('select from motcua.shipment where shipment_id = $1 for update', [shipmentId]);
      const first = people.officer.send('POST', '/api/desk/shipments/hand-over', { handOverId: randomUUID(), deskId: 'ky-bac', carrierId, shipmentIds: [shipmentId] });
      await expect.poll(waiting, { timeout: 60_000 }).toBe(1);
      const second = people.officer.send('POST', `/api/desk/shipments/${shipmentId}/cancel`, { deskId: 'ky-bac' });
      await expect.poll(waiting, { timeout: 60_000 }).toBe(2);
      return { commit: true, value: [first, second] as const };
    });
    expect((await given).status, (await given).text).toBe(201);
    expect((await cancelled).status).toBe(422);
  });
});

carrierContract('the post’s own couriers, from our own book', async () => {
  const { pool } = world().database;
  const carrierId = await plantCarrier(pool, `buu-ta-${randomUUID().slice(0, 8)}`);
  const carrier = ownNetwork(courierBook({ pool, provinceId: HA_TINH, carrierId, now: deps().clock.businessNow }), carrierSettings().tariff);
  return {
    carrier,
    tell: async (orderNumber, code, at) => {
      await writeCourierEvent(pool, HA_TINH, carrierId, { orderNumber, code, message: '', place: 'ky-bac', notes: '', at, byAccount: randomUUID() });
    },
    countOrders: async (orderNumber) => (await sql('select 1 from motcua.courier_order where carrier_id = $1 and order_number = $2', [carrierId, orderNumber])).length,
  };
});

it('couriers who write at once are all heard, in the order of their numbers', async () => {
  const { pool } = world().database;
  const carrierId = await plantCarrier(pool, 'buu-ta');
  const numbers = await shipMany(carrierId, 6);
  await server()();
  await mapCodes(carrierId);
  const at = momentFromEpoch(world().realNow() + 60_000);
  const tell = (orderNumber: string, code: string) => writeCourierEvent(pool, HA_TINH, carrierId, { orderNumber, code, message: '', place: 'ky-bac', notes: '', at, byAccount: randomUUID() });
  await Promise.all([...numbers.map((number) => tell(number, '3')), server()(), ...numbers.map((number) => tell(number, '2')), server()()]);
  await server()();
  expect(await sql(`select count(*)::int as n, count(distinct event_id)::int as ids from motcua.carrier_event where carrier_id = $1`, [carrierId])).toEqual([{ n: 12, ids: 12 }]);
  expect(await tell('KHONG-CO', '3')).toBeUndefined();
});

it('orders and events are counted up to a limit, and a code is found without reading all that bear it', async () => {
  const { pool } = world().database;
  const carrierId = await plantCarrier(pool, 'buu-ta-dong');
  await sql(
    `insert into motcua.carrier_event (province_id, carrier_id, event_id, order_number, at, code, message, place, item_number, notes, raw, refused, received_at)
     select 42, $1, lpad(n::text, 12, '0'), 'MC-' || n, now(), case when n % 600 = 0 then 'lạ-' || n else '5' end, 'Đã đến bưu cục', '', '', '', '{}', case when n = 1 then 'order-unknown' end, now()
     from generate_series(1, 1800) n`, [carrierId]);
  await sql(
    `with made as (insert into motcua.shipment (province_id, shipment_id, desk_id, receiver, made_at, made_by, made_by_name)
       select 42, gen_random_uuid(), 'ky-bac', '{}', '2018-01-01', gen_random_uuid(), 'x' from generate_series(1, 1200) returning shipment_id)
     insert into motcua.carrier_order (province_id, carrier_id, order_number, shipment_id, body, state, ordered_at)
     select 42, $1, 'MC-' || row_number() over (), shipment_id, '{}', 'confirmed', '2018-01-01' from made`, [carrierId]);
  const view = await lookAt(carrierId);
  expect([view.confirmed, view.waiting]).toEqual([CARRIER_COUNT_CAP + 1, 0]);
  expect(view.codes.map(({ code, count, meaning }) => [code, count, meaning])).toEqual([['5', CARRIER_COUNT_CAP + 1, null], ['lạ-1200', 1, null], ['lạ-1800', 1, null], ['lạ-600', 1, null]]);
});

it('what waits for others in the outbox is not looked through for what waits for a carrier', async () => {
  await sql(
    `insert into motcua.outbox (province_id, outbox_id, topic, payload, created_at, next_attempt_at)
     select 42, gen_random_uuid(), case n % 3 when 0 then 'citizen-notice' when 1 then 'national-portal' else 'staff-warning' end, '{}', now(), now() from generate_series(1, 20000) n`);
  await sql('analyze motcua.outbox');
  for (const ask of [(pool: Pool) => claimMessages(pool, HA_TINH, 'buu-ta', 50), (pool: Pool) => claimResults(pool, HA_TINH, 50)]) {
    const plan = await planOf(world().database.pool, ask);
    // by its own index, or by its topic in the index of all that waits
    expect(plan).toMatch(/outbox_for_carriers|outbox_waiting on outbox[^\n]*\n[^\n]*topic = 'carrier/u);
    expect(plan).not.toContain('Seq Scan on outbox');
  }
  await sql("delete from motcua.outbox where topic <> 'carrier-order'");
});

describe('an outcome that is ready at the agency and wished at home', () => {
  const issued = async (wish: object): Promise<string> => {
    const { dossierId } = await plant({ agencyUnitId: 'so-tu-phap', procedureCode: '2.000488', state: 'in-process', stepNo: 3, stepRole: 'signing-leader' });
    await sql('update motcua.dossier set return_wish = $2 where dossier_id = $1', [dossierId, JSON.stringify(wish)]);
    const [signer, records] = await Promise.all(['phogiamdoc.stp', 'vanthu.stp'].map((login) => world().signIn(login))) as [Caller, Caller];
    good(await signer.send('POST', `/api/office/dossiers/${dossierId}/complete-step`, { expectedRevision: 2, result: { kind: 'pass' } }));
    good(await records.send('POST', `/api/office/dossiers/${dossierId}/record-outcome`, { expectedRevision: 3, name: 'Phiếu lý lịch tư pháp', symbol: 'PLLTP', hasPaper: true, sealed: true }));
    return dossierId;
  };
  const home = { kind: 'home-delivery', address: 'thôn Phương Giai, xã Kỳ Bắc', phone: '0912000001' };
  const toldTo = (simulator: VnpostSimulator): readonly unknown[] => simulator.state.notices.map((notice) => notice['dossierId']);

  it('is told to the carrier that is set to hear of it, until it answers; one collected at the desk is not', async () => {
    const simulator = await simulate();
    await enter(simulator, { hearsOfResults: true });
    const [atHome] = [await issued(home), await issued({ kind: 'at-desk', deskId: 'ky-bac' })];
    const ask = server();
    simulator.setFaultShare(1);
    await ask();
    simulator.setFaultShare(0);
    await pausesOver();
    await ask();
    expect(toldTo(simulator).at(-1)).toBe(atHome);
    expect(new Set(toldTo(simulator))).toEqual(new Set([atHome]));
    expect(simulator.state.notices.at(-1)).toMatchObject({ MaThuTuc: '2.000488', NguoiNop: 'Nguyễn Văn Thử', CMT: '183000001', DiaChi: home.address, NgayTiepNhan: '2019-11-18' });
    const before = toldTo(simulator).length;
    await pausesOver();
    await ask();
    expect(toldTo(simulator)).toHaveLength(before);
  });

  it('is told to nobody where no carrier is set to hear of it, nor after it has left the agency', async () => {
    const quiet = await simulate();
    await enter(quiet);
    const dossierId = await issued(home);
    await server()();
    expect(toldTo(quiet)).toEqual([]);
    await sql(`update motcua.dossier set state = 'outcome-sent' where dossier_id = $1`, [dossierId]);
    const late = await simulate();
    await enter(late, { hearsOfResults: true });
    await server()();
    expect(toldTo(late)).toEqual([]);
  });
});
