// Orders and events against a carrier that fails, doubles and mixes up: each order once, each event once.
import { describe, expect, it } from 'vitest';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { good } from '#testing/carrier/carrier-tools.ts';
import { carrierWorld, heldBy } from '#testing/carrier/carrier-world.ts';
import { carrierSettings } from '#testing/carrier/planted-carriers.ts';
import { type VnpostSimulator, VNPOST_CLIENT } from '#testing/carrier/vnpost-simulator.ts';
import { SIMULATED_CODES } from '#testing/carrier/vnpost-state.ts';
import type { Answer } from '#testing/served-world.ts';
import type { ShipmentOrdered } from '#wire/shipments.wire.ts';
import { claimMessages } from './sending.sql.ts';

const { world, people, sql, server, pausesOver, simulate, enter, mapCodes, plant, ship, shipMany, ordersOf, statesOf, lookAt } = carrierWorld();

const HOW_MANY = 25;
describe('with one call in five failing and a feed in disorder', () => {
  /** What the feed told, each event once however often it stands there. */
  const toldBy = (simulator: VnpostSimulator, numbers: readonly string[]): readonly string[] => {
    const earliest = momentFromEpoch(world().realNow() - 5 * 60_000);
    return [...new Set(simulator.state.feed.flatMap((document) => {
      const [number, at, code] = [String(document['OrderNumber']), `${String(document['EventTime'])}+07:00`, String(document['StatusCode'])];
      return '_id' in document && numbers.includes(number) && /^\d{4}-/.test(at) && at >= earliest ? [`${number} ${at} ${code}`] : [];
    }))].toSorted();
  };

  it.each(['same-order', 'refused', 'second-order'] as const)('every order arrives once and every event is kept once, where an order that comes again is: %s', async (repeated) => {
    const simulator = await simulate({ faultShare: 0.2, repeated, isDisorderly: true, seed: 20 });
    const carrierId = await enter(simulator, { repeatedOrders: repeated });
    await mapCodes(carrierId);
    const numbers = await shipMany(carrierId, HOW_MANY);
    // two servers at once, each with faults of its own
    const [one, other] = [server(), server()];
    for (let round = 0; round < 12; round += 1) {
      await pausesOver();
      await Promise.all([one(), other()]);
      simulator.state.advance();
    }
    simulator.setFaultShare(0);
    await one();
    // an order that never arrived, where nobody may send it again: a person asked the carrier
    const unclear = (await lookAt(carrierId)).unclear.map(({ orderNumber }) => orderNumber);
    expect(repeated === 'second-order' || unclear.length === 0).toBe(true);
    expect(unclear.filter((number) => heldBy(simulator).includes(number))).toEqual([]);
    for (const number of unclear) good(await people.administrator.send('POST', `/api/admin/carriers/${carrierId}/orders/${number}/settle`, { arrived: false, note: 'Đã gọi hỏi' }));
    for (let round = 0; round < 7; round += 1) {
      await pausesOver();
      await one();
      simulator.state.advance();
    }
    await one();

    expect(heldBy(simulator)).toEqual([...numbers].toSorted());
    expect(await statesOf(carrierId)).toEqual(['confirmed']);
    const kept = await sql<{ told: string }>(
      `select order_number || ' ' || to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"') || ' ' || code as told
       from motcua.carrier_event where carrier_id = $1 and refused is null`, [carrierId]);
    expect(kept.map(({ told }) => told).toSorted()).toEqual(toldBy(simulator, numbers));
    expect((await ordersOf(carrierId)).filter(({ status }) => status !== 'delivered')).toEqual([]);
    // nothing is left that would be sent or read again
    const calls = simulator.calls();
    await pausesOver();
    await server()();
    expect(simulator.calls()['/order']).toBe(calls['/order']);
    expect(simulator.calls()['/tracking']).toBe((calls['/tracking'] ?? 0) + 1);
  }, 240_000);
});

describe('an order', () => {
  it('that a server took and went down with is sent again by another one, once', async () => {
    const simulator = await simulate({ repeated: 'refused' });
    const carrierId = await enter(simulator, { repeatedOrders: 'refused' });
    const [number = ''] = await shipMany(carrierId, 1);
    expect((await claimMessages(world().database.pool, HA_TINH, carrierId, 10)).map(({ orderNumber }) => orderNumber)).toEqual([number]);
    await server()();
    expect(heldBy(simulator)).toEqual([]);
    await pausesOver();
    await server()();
    expect(heldBy(simulator)).toEqual([number]);
    expect(await statesOf(carrierId)).toEqual(['confirmed']);
  });

  it('that the carrier refuses stands with the carrier’s words, and the outcome may go another way', async () => {
    const simulator = await simulate();
    const carrierId = await enter(simulator, { customerCode: 'SAI-MA' });
    const { dossierId } = await plant();
    good(await ship(carrierId, { dossiers: [{ dossierId, revision: 2 }] }));
    await server()();
    expect(await ordersOf(carrierId)).toMatchObject([{ state: 'refused', problem: 'carrier-refused', message: 'Thiếu thông tin đơn (102)' }]);
    expect((await ship(await enter(await simulate()), { dossiers: [{ dossierId, revision: 2 }] })).status).toBe(201);
  });

  it('whose answer is lost is confirmed by the first event that the carrier tells of it', async () => {
    const simulator = await simulate({ repeated: 'second-order' });
    const carrierId = await enter(simulator, { repeatedOrders: 'second-order' });
    await shipMany(carrierId, 1);
    await server()(); // signed in
    await shipMany(carrierId, 1);
    const ask = server();
    simulator.setFaultShare(0);
    await ask();
    const [lost = ''] = await shipMany(carrierId, 1);
    simulator.befall('cut-after');
    await ask();
    expect((await lookAt(carrierId)).unclear.map(({ orderNumber }) => orderNumber)).toEqual([lost]);
    simulator.state.tell(lost, '1');
    await ask();
    expect((await lookAt(carrierId)).unclear).toEqual([]);
    expect(heldBy(simulator).filter((number) => number === lost)).toHaveLength(1);
  });

  it('is taken back at once before it was sent, afterwards only with the carrier’s word', async () => {
    const simulator = await simulate();
    const carrierId = await enter(simulator);
    const made = [good<ShipmentOrdered>(await ship(carrierId)), good<ShipmentOrdered>(await ship(carrierId)), good<ShipmentOrdered>(await ship(carrierId))];
    const cancel = (index: number): Promise<Answer> => people.officer.send('POST', `/api/desk/shipments/${made[index]?.shipmentId}/cancel`, { deskId: 'ky-bac' });
    expect(good(await cancel(0))).toMatchObject({ state: 'cancelled' });
    await server()();
    expect(heldBy(simulator)).toEqual([made[1]?.orderNumber, made[2]?.orderNumber]);
    expect(good(await cancel(1))).toMatchObject({ state: 'cancelling' });
    simulator.state.tell(made[2]?.orderNumber ?? '', '1');
    for (const order of simulator.state.orders.slice(1)) order.steps = 2;
    expect(good(await cancel(2))).toMatchObject({ state: 'cancelling' });
    await server()();
    expect((await ordersOf(carrierId)).map(({ state, problem, message }) => [state, problem, message])).toEqual([
      ['cancelled', null, null], ['cancelled', null, 'Đã hủy'], ['confirmed', 'cancel-refused', 'Bưu tá đã nhận, không hủy được nữa (405)'],
    ]);
    expect((await cancel(1)).json()).toMatchObject({ code: 'order-ended' });
    await server()();
    expect(simulator.calls()['/order/cancel']).toBe(2);
  });

  it('of a carrier that cannot be reached waits, and the administrator sees why', async () => {
    const simulator = await simulate();
    const carrierId = await enter(simulator, { url: 'http://localhost:1' });
    await shipMany(carrierId, 1);
    await server()();
    expect(await statesOf(carrierId)).toEqual(['waiting']);
    expect(await lookAt(carrierId)).toMatchObject({ waiting: 1, failuresInRow: 1, lastFailure: 'not-reached', lastContactAt: null });
    good(await people.administrator.send('POST', `/api/admin/carriers/${carrierId}`, carrierSettings({ kind: 'vnpost', url: simulator.url, customerCode: 'MOTCUA', baseRevision: 1 })));
    await pausesOver();
    await server()();
    expect(await statesOf(carrierId)).toEqual(['confirmed']);
    expect(await lookAt(carrierId)).toMatchObject({ waiting: 0, failuresInRow: 0 });
  });
});

describe('an event', () => {
  it('with a code that nobody mapped is shown as it came, and moves the shipment once it is mapped', async () => {
    const simulator = await simulate();
    const carrierId = await enter(simulator);
    const [number = ''] = await shipMany(carrierId, 1);
    await server()();
    simulator.state.tell(number, '4');
    await server()();
    const wordsOf = async (): Promise<unknown> => good<{ shipments: { orderNumber: string; words: string }[] }>(await people.officer.get('/api/desk/shipments'))
      .shipments.find(({ orderNumber }) => orderNumber === number)?.words;
    expect(await wordsOf()).toBe('Phát thành công (mã 4)');
    expect((await lookAt(carrierId)).codes).toEqual([{ code: '4', message: SIMULATED_CODES['4'], count: 1, meaning: null }]);
    await mapCodes(carrierId);
    expect(await wordsOf()).toBe('Đã phát');
    good(await people.administrator.send('POST', `/api/admin/carriers/${carrierId}/codes`, { code: '4', meaning: 'informs' }));
    expect((await ordersOf(carrierId)).map(({ status }) => status)).toEqual([null]);
  });

  it('older than its order, of nobody’s order or without a time is refused and kept for the administrator, once', async () => {
    const simulator = await simulate();
    const carrierId = await enter(simulator);
    await mapCodes(carrierId);
    const [number = ''] = await shipMany(carrierId, 1);
    await server()();
    simulator.state.tell(number, '4', world().realNow() - 86_400_000);
    simulator.state.tell('CUA-AI', '1');
    await server()();
    await server()();
    expect((await lookAt(carrierId)).refusedEvents.map(({ orderNumber, refused }) => [orderNumber, refused])).toEqual([['CUA-AI', 'order-unknown'], [number, 'older-than-order']]);
    expect((await ordersOf(carrierId)).map(({ status }) => status)).toEqual([null]);
  });

  it('that another system’s customer is told of is not ours to keep', async () => {
    const simulator = await simulate();
    const carrierId = await enter(simulator);
    simulator.state.feed.push({ _id: { $oid: 'f'.repeat(24) }, CustomerCode: 'NGUOI-KHAC', OrderNumber: 'X', EventTime: '2019-11-19T08:00:00', StatusCode: '1' });
    await server()();
    expect(await lookAt(carrierId)).toMatchObject({ refusedEvents: [], codes: [], unreadableCount: 0 });
    expect(await sql('select cursor from motcua.carrier_account where carrier_id = $1', [carrierId])).toEqual([{ cursor: 'f'.repeat(24) }]);
  });
});

it('key and password of a carrier are told to nobody and stand encrypted', async () => {
  const simulator = await simulate();
  const carrierId = await enter(simulator);
  const listed = await people.administrator.get('/api/admin/carriers');
  expect(listed.text).not.toContain(VNPOST_CLIENT.secret);
  expect(await lookAt(carrierId)).toMatchObject({ hasSecret: true });
  const [row] = await sql<{ secret: Buffer; told: string }>(
    `select secret, (select string_agg(j.body, '') from motcua.journal j where j.act = 'change-carrier') as told from motcua.carrier_account where carrier_id = $1`, [carrierId]);
  expect(row?.secret.includes(VNPOST_CLIENT.secret)).toBe(false);
  expect(row?.told).not.toContain(VNPOST_CLIENT.secret);
  expect((await people.administrator.send('POST', `/api/admin/carriers/${carrierId}/try`, {})).json()).toMatchObject({ answered: true, amount: 26_000 });
  good(await people.administrator.send('POST', `/api/admin/carriers/${carrierId}`, { ...carrierSettings({ kind: 'vnpost', url: simulator.url, customerCode: 'MOTCUA', key: 'motcua', secret: 'khac', baseRevision: 1 }) }));
  expect((await people.administrator.send('POST', `/api/admin/carriers/${carrierId}/try`, {})).json()).toEqual({ answered: false, amount: null, said: 'Không chấp nhận khóa, mật khẩu' });
});

describe('a carrier', () => {
  const change = (carrierId: string, more: Parameters<typeof carrierSettings>[0]) => people.administrator.send('POST', `/api/admin/carriers/${carrierId}`, carrierSettings(more));
  it('of elsewhere is asked over https only', async () => {
    const answer = await change('xa', { kind: 'vnpost', url: 'http://vnpost.example.vn', key: 'a', secret: 'b' });
    expect([answer.status, answer.json<{ fieldErrors: { path: string }[] }>().fieldErrors.map(({ path }) => path)]).toEqual([400, ['url']]);
  });
  it('is not changed over another’s change, nor into another kind, nor entered without its secret', async () => {
    good(await change('noi-bo', {}));
    expect((await change('noi-bo', {})).json()).toMatchObject({ code: 'carrier-changed' });
    expect((await change('noi-bo', { kind: 'vnpost', url: 'https://a.vn', key: 'a', secret: 'b', baseRevision: 1 })).json()).toMatchObject({ code: 'carrier-kind-fixed' });
    expect((await change('moi', { kind: 'vnpost', url: 'https://a.vn' })).json()).toMatchObject({ code: 'carrier-secret-missing' });
  });
});
