// What is Viettel Post's own; what every carrier does is proved against its inbox in the database.
import { afterAll, describe, expect, it } from 'vitest';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { NOON, carrierOrder } from '#testing/carrier/carrier-contract.ts';
import { houseContract, kindOf } from '#testing/carrier/house-contract.ts';
import { VIETTEL_CLIENT, VIETTEL_THERE_ALREADY, type ViettelSettings as SimulatorSettings, type ViettelSimulator, startViettelSimulator } from '#testing/carrier/viettel-simulator.ts';
import { type ViettelSettings, viettel } from './viettel.ts';
import { eventOfMessage } from './viettel-event.ts';

const started: ViettelSimulator[] = [];
afterAll(() => Promise.all(started.map((simulator) => simulator.close())));

const start = async (settings: SimulatorSettings = {}): Promise<ViettelSimulator> => {
  const simulator = await startViettelSimulator({ now: () => momentToEpoch(NOON), ...settings });
  started.push(simulator);
  return simulator;
};
const at = (simulator: Pick<ViettelSimulator, 'url'>, more: Partial<ViettelSettings> = {}) =>
  viettel({ url: simulator.url, customerCode: '', ...VIETTEL_CLIENT, thereAlreadyStatuses: VIETTEL_THERE_ALREADY, ...more }, { messagesAfter: async () => ({ messages: [], more: false }) });
const order = carrierOrder('HD-9');

describe('Viettel Post', () => {
  houseContract({ start, at, signInPath: '/v2/user/Login' });

  it('is signed in to once, with the token of a moment for the long one, and again when that is taken back or half a day old', async () => {
    let now = momentToEpoch(NOON);
    const simulator = await start();
    const carrier = at(simulator, { now: () => now });
    for (let i = 0; i < 3; i += 1) await carrier.order(carrierOrder(`HD-${i}`));
    expect(simulator.calls()).toEqual({ '/v2/user/Login': 1, '/v2/user/ownerconnect': 1, '/v2/order/createOrder': 3 });
    simulator.befall('token-gone');
    expect(kindOf(await carrier.order(order))).toBe('done');
    expect(simulator.calls()).toMatchObject({ '/v2/user/ownerconnect': 2, '/v2/order/createOrder': 5 });
    now += 13 * 3_600_000;
    await carrier.order(carrierOrder('HD-10'));
    expect(simulator.calls()['/v2/user/Login']).toBe(3);
  });

  it('gives an order a number of its own, and takes it back by that number alone', async () => {
    const simulator = await start();
    const carrier = at(simulator);
    const taken = await carrier.order(order);
    expect(taken).toEqual({ ok: true, value: { message: 'OK', carrierNumber: simulator.state.orders[0]?.number } });
    expect(await carrier.cancel('HD-9')).toMatchObject({ ok: false, refusal: { kind: 'refused', message: expect.stringContaining('chưa báo số hiệu bưu gửi') } });
    expect(kindOf(await carrier.cancel('HD-9', simulator.state.orders[0]?.number))).toBe('done');
    expect(simulator.state.orders[0]?.status).toBe(107);
  });

  it('says that it has a number already in words that the administrator enters; without them it is a refusal', async () => {
    const simulator = await start();
    await at(simulator).order(order);
    expect(kindOf(await at(simulator).order(order))).toBe('already-there');
    expect(kindOf(await at(simulator, { thereAlreadyStatuses: ['204'] }).order(order))).toBe('already-there');
    expect(await at(simulator, { thereAlreadyStatuses: [] }).order(order)).toEqual({ ok: false, refusal: { kind: 'refused', message: 'Mã đơn hàng HD-9 đã tồn tại (204)' } });
  });

  it('is told places by the numbers of its catalogue, the district left out where there is none, and money to collect', async () => {
    const simulator = await start();
    const receiver = { ...order.receiver, districtCode: '', wardCode: '781' };
    const done = await at(simulator, { customerCode: '29380875', service: 'VCBO', parcelGrams: 250 }).order({ ...order, receiver, collectOnDelivery: 26_000 });
    expect(kindOf(done)).toBe('done');
    expect(simulator.state.orders[0]?.body).toMatchObject({
      ORDER_NUMBER: 'HD-9', CHECK_UNIQUE: true, GROUPADDRESS_ID: 29_380_875, RECEIVER_PROVINCE: 48, RECEIVER_DISTRICT: null, RECEIVER_WARD: 781, SENDER_DISTRICT: 4810, SENDER_WARD: null,
      PRODUCT_TYPE: 'TH', PRODUCT_WEIGHT: 250, ORDER_SERVICE: 'VCBO', ORDER_PAYMENT: 3, MONEY_COLLECTION: 26_000,
    });
    expect(await at(simulator).order({ ...order, receiver: { ...receiver, wardCode: 'xã' } })).toMatchObject({ refusal: { kind: 'refused', message: 'Địa chỉ không hợp lệ (204)' } });
  });

  it('is sent no address that it would cut; what nobody needs to find the door is cut between letters', async () => {
    const simulator = await start();
    const long = 'Thôn Phương Giai, '.repeat(9);
    expect(await at(simulator).order({ ...order, receiver: { ...order.receiver, address: long } })).toEqual({
      ok: false, refusal: { kind: 'refused', message: 'Địa chỉ của người nhận dài hơn 150 byte mà Viettel Post nhận' },
    });
    expect(simulator.calls()).toEqual({});
    expect(kindOf(await at(simulator).order({ ...order, description: `-Kết quả hồ sơ ${'ệ'.repeat(80)}` }))).toBe('done');
    expect(Buffer.byteLength(String(simulator.state.orders[0]?.body['PRODUCT_NAME']))).toBe(148);
  });
});

it.each([
  [{ ORDER_REFERENCE: 'MC26-1', ORDER_STATUS: 501, LOCALION_CURRENTLY: 'Kỳ Anh' }, null, ['MC26-1', '501', 'Kỳ Anh']],
  [{ ORDER_NUMBER: 18_000, ORDER_STATUS: '501', LOCATION_CURRENTLY: 'Kỳ Anh' }, 'MC26-2', ['MC26-2', '501', 'Kỳ Anh']],
  [{ ORDER_NUMBER: '18', ORDER_STATUS: -100 }, null, ['18', '-100', '']],
  [{ ORDER_NUMBER: 'X' }, null, undefined], [{ ORDER_STATUS: 501 }, null, undefined], [{}, null, undefined],
])('of the message %j the order found as %s is told %j', (body, orderNumber, told) => {
  const event = eventOfMessage({ messageId: '1', body, orderNumber });
  expect(event && [event.orderNumber, event.code, event.place]).toEqual(told);
});
