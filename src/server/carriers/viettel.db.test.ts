// Viettel Post on a real database: what every carrier does, the messages that it pushes, and a line on which one in five fails.
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { viettel } from '#adapters/carrier/viettel.ts';
import { momentFromEpoch, momentToEpoch } from '#core/kernel/moment.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { carrierContract } from '#testing/carrier/carrier-contract.ts';
import { good } from '#testing/carrier/carrier-tools.ts';
import { carrierWorld } from '#testing/carrier/carrier-world.ts';
import { carrierSettings, plantCarrier } from '#testing/carrier/planted-carriers.ts';
import { FAULTS } from '#testing/carrier/simulated-house.ts';
import { VIETTEL_CLIENT, VIETTEL_THERE_ALREADY, type ViettelSettings, type ViettelSimulator, startViettelSimulator } from '#testing/carrier/viettel-simulator.ts';
import type { Answer } from '#testing/served-world.ts';
import type { ShipmentOrdered } from '#wire/shipments.wire.ts';
import { carrierInbox, keepPushed } from './inbox.sql.ts';
import { claimMessages, endSending } from './sending.sql.ts';
import { pushedOf } from './hook.route.ts';

const { world, people, sql, server, pausesOver, ship, shipMany, ordersOf, statesOf, lookAt } = carrierWorld();

const settings = (url: string, more = {}) => carrierSettings({
  kind: 'viettel', name: 'Viettel Post', url, key: VIETTEL_CLIENT.key, secret: VIETTEL_CLIENT.secret, repeatedOrders: 'refused', thereAlreadyStatuses: VIETTEL_THERE_ALREADY, ...more,
});
const pushBody = (carrierId: string, body: unknown): Promise<Answer> => world().anybody.send('POST', `/api/carriers/${carrierId}/events`, body);
const issueHook = async (carrierId: string): Promise<{ secret: string; address: string }> => good(await people.administrator.send('POST', `/api/admin/carriers/${carrierId}/hook`, {}));

const started: ViettelSimulator[] = [];
afterAll(() => Promise.all(started.map((simulator) => simulator.close())));

type Opened = { readonly simulator: ViettelSimulator; readonly carrierId: string; readonly secret: string };
const open = async (of: ViettelSettings = {}, more = {}): Promise<Opened> => {
  // each event a second after the one before it
  let ticks = 0;
  const simulator = await startViettelSimulator({ now: () => world().realNow() + 3_600_000 + (ticks += 1) * 1000, faults: FAULTS.filter((fault) => fault !== 'silent'), ...of });
  started.push(simulator);
  const carrierId = `viettel-${randomUUID().slice(0, 8)}`;
  good(await people.administrator.send('POST', `/api/admin/carriers/${carrierId}`, settings(simulator.url, more)));
  const { secret } = await issueHook(carrierId);
  simulator.pushTo(async (message) => (await pushBody(carrierId, message)).status === 200, secret);
  return { simulator, carrierId, secret };
};

carrierContract('Viettel Post, from the inbox that it pushes to', async () => {
  const { pool } = world().database;
  const carrierId = await plantCarrier(pool, `viettel-${randomUUID().slice(0, 8)}`, { kind: 'viettel' });
  const simulator = await startViettelSimulator();
  started.push(simulator);
  const push = async (message: { readonly DATA: object }): Promise<boolean> => {
    await keepPushed(pool, HA_TINH, carrierId, pushedOf(message.DATA as Record<string, unknown>), '2019-11-18T08:00:00+07:00' as never);
    return true;
  };
  simulator.pushTo(push, 'x');
  return {
    carrier: viettel({ url: simulator.url, customerCode: '', ...VIETTEL_CLIENT, thereAlreadyStatuses: VIETTEL_THERE_ALREADY }, carrierInbox(pool, HA_TINH, carrierId)),
    tell: async (orderNumber, code, at) => {
      simulator.state.tell(orderNumber, code, momentToEpoch(at));
      await simulator.pushAll();
      // told again, as it does when it did not hear our answer
      simulator.state.tell(orderNumber, code, momentToEpoch(at));
      await simulator.pushAll();
    },
    countOrders: async (orderNumber) => simulator.state.orders.filter(({ reference }) => reference === orderNumber).length,
  };
});

const HOW_MANY = 20;
it.each(['refused', 'second-order'] as const)('with one call and one message in five failing every order arrives once and every event is kept once, where an order that comes again is: %s', async (repeated) => {
  const { simulator, carrierId } = await open({ faultShare: 0.2, repeated, isDisorderly: true, seed: 11 }, { repeatedOrders: repeated });
  const numbers = await shipMany(carrierId, HOW_MANY);
  const [one, other] = [server(), server()];
  for (let round = 0; round < 10; round += 1) {
    await pausesOver();
    await Promise.all([one(), other(), simulator.pushAll()]);
    simulator.state.advance();
  }
  simulator.setFaultShare(0);
  await simulator.pushAll();
  await one();
  const unclear = (await lookAt(carrierId)).unclear.map(({ orderNumber }) => orderNumber);
  const held = simulator.state.orders.map(({ reference }) => reference);
  expect(repeated === 'second-order' || unclear.length === 0).toBe(true);
  expect(unclear.filter((number) => held.includes(number))).toEqual([]);
  for (const number of unclear) good(await people.administrator.send('POST', `/api/admin/carriers/${carrierId}/orders/${number}/settle`, { arrived: false, note: 'Đã gọi hỏi' }));
  for (let round = 0; round < 8; round += 1) {
    await pausesOver();
    await one();
    simulator.state.advance();
    await simulator.pushAll();
  }
  await one();

  expect(simulator.state.orders.map(({ reference }) => reference).toSorted()).toEqual([...numbers].toSorted());
  expect(await statesOf(carrierId)).toEqual(['confirmed']);
  const kept = await sql<{ told: string }>(
    `select order_number || ' ' || to_char(at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI:SS') || ' ' || code as told
     from motcua.carrier_event where carrier_id = $1 and refused is null`, [carrierId]);
  expect(kept.map(({ told }) => told).toSorted())
    .toEqual(simulator.state.told.map((data) => `${String(data['ORDER_REFERENCE'])} ${String(data['ORDER_STATUSDATE'])} ${String(data['ORDER_STATUS'])}`).toSorted());
  // its documented codes need no administrator
  expect((await ordersOf(carrierId)).filter(({ status }) => status !== 'delivered')).toEqual([]);
  const calls = simulator.calls();
  await pausesOver();
  await server()();
  expect(simulator.calls()).toEqual(calls);
}, 240_000);

describe('an order', () => {
  it('is taken back by the number that the answer gave, or that a message named, and not by ours', async () => {
    const { simulator, carrierId } = await open();
    const made = [good<ShipmentOrdered>(await ship(carrierId)), good<ShipmentOrdered>(await ship(carrierId)), good<ShipmentOrdered>(await ship(carrierId))];
    const cancel = (index: number): Promise<Answer> => people.officer.send('POST', `/api/desk/shipments/${made[index]?.shipmentId}/cancel`, { deskId: 'ky-bac' });
    await server()();
    // of two nobody kept the number
    await sql(`update motcua.carrier_order set carrier_number = null where carrier_id = $1 and order_number <> $2`, [carrierId, made[0]?.orderNumber]);
    simulator.state.tell(made[1]?.orderNumber ?? '', '103');
    await simulator.pushAll();
    await server()();
    for (const index of [0, 1, 2]) good(await cancel(index));
    await server()();
    expect((await ordersOf(carrierId)).map(({ state, problem }) => [state, problem])).toEqual([['cancelled', null], ['cancelled', null], ['confirmed', 'cancel-refused']]);
    expect(simulator.state.orders.map(({ status }) => status)).toEqual([107, 107, 100]);
  });
});

it('the carrier’s number of an order is kept also where its first message was quicker than its answer', async () => {
  const { carrierId, secret } = await open();
  const { pool } = world().database;
  const [orderNumber = ''] = await shipMany(carrierId, 1);
  const push = (data: object) => pushBody(carrierId, { DATA: { ORDER_STATUSDATE: '18/11/2019 23:00:00', ...data }, TOKEN: secret });
  const [sending] = await claimMessages(pool, HA_TINH, carrierId, 1);
  good(await push({ ORDER_REFERENCE: orderNumber, ORDER_NUMBER: 'VT-77', ORDER_STATUS: 103 }));
  await server()();
  expect(await ordersOf(carrierId)).toMatchObject([{ state: 'confirmed' }]);
  await endSending(pool, HA_TINH, carrierId, { outboxId: sending?.outboxId ?? '', orderNumber, state: 'confirmed', from: ['waiting', 'sending', 'unclear'], carrierNumber: 'VT-77', message: 'muộn', againAfterSeconds: undefined });
  good(await push({ ORDER_NUMBER: 'VT-77', ORDER_STATUS: 501 }));
  await server()();
  expect(await ordersOf(carrierId)).toMatchObject([{ orderNumber, status: 'delivered' }]);
});

describe('a message', () => {
  it('is believed with the secret alone, that of now: no other house, no other carrier, none before one was given', async () => {
    const { carrierId, secret } = await open();
    const other = await open();
    const message = { DATA: { ORDER_NUMBER: '18', ORDER_REFERENCE: 'MC26-9', ORDER_STATUS: 501, ORDER_STATUSDATE: '18/11/2019 09:00:00' }, TOKEN: secret };
    const codeOf = async (answer: Promise<Answer>): Promise<unknown> => [(await answer).status, (await answer).json<{ code?: string }>().code];
    expect(await codeOf(pushBody(carrierId, { ...message, TOKEN: other.secret }))).toEqual([401, 'wrong-machine-secret']);
    expect(await codeOf(pushBody(carrierId, { ...message, TOKEN: '' }))).toEqual([401, 'wrong-machine-secret']);
    expect(await codeOf(pushBody('khong-co', message))).toEqual([401, 'wrong-machine-secret']);
    expect(await codeOf(pushBody(carrierId, { DATA: message.DATA }))).toEqual([400, 'invalid-fields']);
    expect(await codeOf(pushBody(carrierId, { ...message, DATA: { NOTE: 'x'.repeat(70_000) } }))).toEqual([413, 'too-large']);
    expect(await codeOf(pushBody(carrierId, message))).toEqual([200, undefined]);
    const { secret: next } = await issueHook(carrierId);
    expect(await codeOf(pushBody(carrierId, message))).toEqual([401, 'wrong-machine-secret']);
    expect(await codeOf(pushBody(carrierId, { ...message, TOKEN: next }))).toEqual([200, undefined]);
    expect(await sql('select count(*)::int as n, max(message_no) as last from motcua.carrier_inbox where carrier_id = $1', [carrierId])).toEqual([{ n: 1, last: 1 }]);
  });

  it('that comes twice at once is kept once and takes one number', async () => {
    const { carrierId, secret } = await open();
    const message = (status: number) => ({ DATA: { ORDER_NUMBER: '18', ORDER_STATUS: status, ORDER_STATUSDATE: '18/11/2019 09:00:00' }, TOKEN: secret });
    const answers = await Promise.all([200, 300, 200, 300, 200, 200].map((status) => pushBody(carrierId, message(status))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await sql('select count(*)::int as n, max(message_no) as last from motcua.carrier_inbox where carrier_id = $1', [carrierId])).toEqual([{ n: 2, last: 2 }]);
  });

  it('keeps no name and no telephone that come along, and its secret stands nowhere', async () => {
    const { simulator, carrierId, secret } = await open();
    const [number = ''] = await shipMany(carrierId, 1);
    await server()();
    simulator.state.tell(number, '505');
    await simulator.pushAll();
    await server()();
    const [kept] = await sql<{ inbox: string; event: string; journal: string; stored: string }>(
      `select (select string_agg(body::text, '') from motcua.carrier_inbox where carrier_id = $1) as inbox, (select string_agg(raw::text, '') from motcua.carrier_event where carrier_id = $1) as event,
         (select string_agg(body, '') from motcua.journal) as journal, (select string_agg(answer::text, '') from motcua.command) as stored`, [carrierId]);
    expect(kept?.event).toContain('Yêu cầu chuyển hoàn');
    for (const text of [kept?.inbox, kept?.event]) expect(text).not.toMatch(/Nguyễn Văn Thử|0912999999|Bưu tá mô phỏng/);
    for (const text of [kept?.inbox, kept?.journal, kept?.stored]) expect(text).not.toContain(secret);
    // a request to turn back is in doubt: shown as it came, for an administrator to say what it means
    expect((await lookAt(carrierId)).codes.find(({ code }) => code === '505')).toEqual({ code: '505', message: 'Yêu cầu chuyển hoàn', count: 1, meaning: null });
  });

  it('with letters that no database takes, or with parts that are no texts, is kept with the rest of it and holds up no other', async () => {
    const { simulator, carrierId, secret } = await open();
    const [number = ''] = await shipMany(carrierId, 1);
    await server()();
    const odd = (data: object) => pushBody(carrierId, { DATA: { ORDER_REFERENCE: number, ORDER_STATUSDATE: '18/11/2019 08:00:00', ...data }, TOKEN: secret });
    for (const data of [{ ORDER_STATUS: 200, NOTE: 'a\0b\ud800c \\u0000' }, { ORDER_STATUS: 300, STATUS_NAME: { a: 1 }, LOCATION_CURRENTLY: ['x'] }, { ORDER_STATUS: [] }, { ORDER_STATUS: 501, ORDER_STATUSDATE: 9e99 }]) good(await odd(data));
    // what some programs write where they know no time
    for (const ORDER_STATUSDATE of ['0001-01-01T00:00:00', '0000-01-01 10:00', '9999-12-31T23:59:59Z']) good(await odd({ ORDER_STATUS: 501, ORDER_STATUSDATE }));
    simulator.state.tell(number, '500');
    await simulator.pushAll();
    await server()();
    expect(await ordersOf(carrierId)).toMatchObject([{ status: 'out-for-delivery' }]);
    expect(await lookAt(carrierId)).toMatchObject({ unreadableCount: 1, failuresInRow: 0, refusedEvents: Array.from({ length: 4 }, () => ({ code: '501', refused: 'time-unreadable' })) });
    expect(await sql(`select notes from motcua.carrier_event where carrier_id = $1 and code = '200'`, [carrierId])).toEqual([{ notes: 'abc \\u0000' }]);
  });

  it('without our number is told of the order that bears the carrier’s', async () => {
    const { simulator, carrierId, secret } = await open();
    const [number = ''] = await shipMany(carrierId, 1);
    await server()();
    good(await pushBody(carrierId, { DATA: { ORDER_NUMBER: simulator.state.orders[0]?.number, ORDER_STATUS: 200, ORDER_STATUSDATE: '18/11/2019 23:00:00' }, TOKEN: secret }));
    await server()();
    expect(await ordersOf(carrierId)).toMatchObject([{ orderNumber: number, status: 'accepted' }]);
  });

  it('without our number, before anybody knows whose it is, waits until that is known, and counts once', async () => {
    const { simulator, carrierId, secret } = await open();
    const numbers = await shipMany(carrierId, 2);
    await server()();
    // of both the answer with the number was lost
    await sql('update motcua.carrier_order set carrier_number = null where carrier_id = $1', [carrierId]);
    const theirs = (number: string | undefined) => simulator.state.orders.find(({ reference }) => reference === number)?.number;
    const tell = (data: object) => pushBody(carrierId, { DATA: data, TOKEN: secret });
    const said = (number: string | undefined, status: number, hour: number, more: object = {}) => tell({ ORDER_NUMBER: theirs(number), ORDER_STATUS: status, ORDER_STATUSDATE: `18/11/2019 ${hour}:00:00`, ...more });
    for (const number of numbers) good(await said(number, 300, 22));
    good(await tell({ ORDER_NUMBER: '99', ORDER_STATUS: 300, ORDER_STATUSDATE: '18/11/2019 22:00:00' }));
    await server()();
    expect((await ordersOf(carrierId)).map(({ status }) => status)).toEqual([null, null]);
    expect((await lookAt(carrierId)).refusedEvents).toHaveLength(3);
    // one is named by a message that bears both, the other by an answer that came after all
    good(await said(numbers[0], 200, 21, { ORDER_REFERENCE: numbers[0] }));
    await sql('update motcua.carrier_order set carrier_number = $3 where carrier_id = $1 and order_number = $2', [carrierId, numbers[1], theirs(numbers[1])]);
    await Promise.all([server()(), server()()]);
    await server()();
    expect((await ordersOf(carrierId)).map(({ status }) => status)).toEqual(['in-transit', 'in-transit']);
    const kept = () => sql<{ n: number }>('select count(*)::int as n from motcua.carrier_event where carrier_id = $1 and refused is null group by order_number order by 1', [carrierId]);
    expect((await kept()).map(({ n }) => n)).toEqual([1, 2]);
    // told once more with both numbers it is the same event
    good(await said(numbers[1], 300, 22, { ORDER_REFERENCE: numbers[1] }));
    await server()();
    expect((await kept()).map(({ n }) => n)).toEqual([1, 2]);
    expect((await lookAt(carrierId)).refusedEvents).toMatchObject([{ orderNumber: '99', refused: 'order-unknown' }]);
  });

  it('of a day to come, told before anybody knew whose it is, happened when it was told and not when that was known', async () => {
    const { simulator, carrierId, secret } = await open();
    const [number = ''] = await shipMany(carrierId, 1);
    await server()();
    await sql('update motcua.carrier_order set carrier_number = null where carrier_id = $1', [carrierId]);
    const tell = async (data: object): Promise<void> => {
      good(await pushBody(carrierId, { DATA: { ORDER_NUMBER: simulator.state.orders[0]?.number, ...data }, TOKEN: secret }));
      await server()();
    };
    await tell({ ORDER_STATUS: 500, ORDER_STATUSDATE: '18/11/2020 08:00:00' });
    world().wait(3_600);
    const [day = '', time = ''] = momentFromEpoch(world().realNow()).slice(0, 19).split('T');
    await tell({ ORDER_STATUS: 501, ORDER_STATUSDATE: `${day.split('-').toReversed().join('/')} ${time}`, ORDER_REFERENCE: number });
    await server()();
    expect((await ordersOf(carrierId)).map(({ status }) => status)).toEqual(['delivered']);
    expect(await sql('select count(*)::int as n from motcua.carrier_event where carrier_id = $1 and refused is null', [carrierId])).toEqual([{ n: 2 }]);
  });
});

it('its places are numbers, its user and password are needed, it hears of no outcomes, and only it is given a secret', async () => {
  const enter = (more: object) => people.administrator.send('POST', '/api/admin/carriers/viettel-thu', settings('https://viettel.example.vn', more));
  const place = { place: 'xã Kỳ Bắc', provinceCode: '42', districtCode: '' };
  for (const [more, path] of [[{ places: [place] }, 'places'], [{ places: [{ ...place, districtCode: 'KA' }] }, 'places'], [{ hearsOfResults: true }, 'hearsOfResults'], [{ url: '' }, 'url']] as const) {
    expect((await enter(more)).json<{ fieldErrors: { path: string }[] }>().fieldErrors.map((one) => one.path)).toEqual([path]);
  }
  expect((await enter({ key: undefined, secret: undefined })).json()).toMatchObject({ code: 'carrier-secret-missing' });
  expect((await enter({ places: [{ ...place, wardCode: '781' }] })).status).toBe(200);
  await plantCarrier(world().database.pool, 'buu-ta-thu');
  expect((await people.administrator.send('POST', '/api/admin/carriers/buu-ta-thu/hook', {})).json()).toMatchObject({ code: 'carrier-is-asked' });
  expect((await people.administrator.send('POST', '/api/admin/carriers/khong-co/hook', {})).status).toBe(404);
});
