import { afterAll, describe, expect, it } from 'vitest';
import { momentToEpoch } from '#core/kernel/moment.ts';
import { NOON, type CarrierUnderTest, carrierContract, carrierOrder, readAll } from '#testing/carrier/carrier-contract.ts';
import { houseContract, kindOf } from '#testing/carrier/house-contract.ts';
import { type SimulatorSettings, type VnpostSimulator, VNPOST_CLIENT, startVnpostSimulator } from '#testing/carrier/vnpost-simulator.ts';
import { carrierTime } from './carrier-time.ts';
import { type VnpostSettings, vnpost } from './vnpost.ts';

const started: VnpostSimulator[] = [];
afterAll(() => Promise.all(started.map((simulator) => simulator.close())));

const start = async (settings: SimulatorSettings = {}): Promise<VnpostSimulator> => {
  const simulator = await startVnpostSimulator({ now: () => momentToEpoch(NOON), ...settings });
  started.push(simulator);
  return simulator;
};
const at = (simulator: Pick<VnpostSimulator, 'url'>, more: Partial<VnpostSettings> = {}) => vnpost({ url: simulator.url, ...VNPOST_CLIENT, thereAlreadyStatuses: ['409'], ...more });
const under = async (settings: SimulatorSettings): Promise<CarrierUnderTest> => {
  const simulator = await start(settings);
  return {
    carrier: at(simulator),
    tell: async (orderNumber, code, moment) => simulator.state.tell(orderNumber, code, momentToEpoch(moment)),
    countOrders: async (orderNumber) => simulator.state.orders.filter((order) => order.orderNumber === orderNumber).length,
  };
};
carrierContract('VNPost, where an order that comes again is the same one', () => under({ repeated: 'same-order' }));
carrierContract('VNPost, where an order that comes again is refused', () => under({ repeated: 'refused' }));

const order = carrierOrder('HD-9');

describe('VNPost', () => {
  houseContract({ start, at, signInPath: '/token' });

  it('is signed in to once for many questions, and again when the token has run out or was taken back', async () => {
    let now = momentToEpoch(NOON);
    const simulator = await start({ tokenSeconds: 120, now: () => now });
    const carrier = at(simulator, { now: () => now });
    for (let i = 0; i < 3; i += 1) await carrier.order(carrierOrder(`HD-${i}`));
    expect(simulator.calls()).toEqual({ '/token': 1, '/order': 3 });
    now += 100_000;
    expect(kindOf(await carrier.cancel('HD-1'))).toBe('done');
    expect(simulator.calls()['/token']).toBe(2);
    simulator.befall('token-gone');
    expect(kindOf(await carrier.cancel('HD-2'))).toBe('done');
    expect(simulator.calls()).toEqual({ '/token': 3, '/order': 3, '/order/cancel': 3 });
  });

  it('tells in its own words what is wrong with an order', async () => {
    const simulator = await start();
    const wrong = { ...order, receiver: { ...order.receiver, districtCode: '' } };
    expect(await at(simulator).order(wrong)).toEqual({ ok: false, refusal: { kind: 'refused', message: 'Sai mã tỉnh, huyện (103)' } });
  });

  it('that never answers is left', async () => {
    const simulator = await start({ faults: ['silent'], faultShare: 1 });
    expect(kindOf(await at(simulator, { timeoutMilliseconds: 50 }).order(order))).toBe('not-reached');
  });

  it('is asked in the clear only on this machine', () => {
    expect(() => at({ url: 'http://vnpost.example.vn' })).toThrow('https');
  });

  it('goes on after whatever it doubles, tells late or spoils: nothing is lost, and the cursor never goes back', async () => {
    const simulator = await start({ isDisorderly: true, seed: 7 });
    const carrier = at(simulator);
    const told: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      await carrier.order(carrierOrder(`HD-${i}`));
      simulator.state.tell(`HD-${i}`, '4');
      told.push(`HD-${i}`);
    }
    const { events, cursor } = await readAll(carrier, 7);
    expect(told.filter((number) => !events.some((event) => event.orderNumber === number && event.code === '4'))).toEqual([]);
    expect(events.some(({ at: moment }) => moment === undefined)).toBe(true);
    expect((await carrier.events(cursor, 7))).toMatchObject({ ok: true, value: { cursor: undefined } });
  });
});

it.each([
  ['24/11/2026 7:05:09', '2026-11-24T07:05:09+07:00'], ['2026-11-24T12:00:05', '2026-11-24T12:00:05+07:00'], ['2026-11-24 12:00:05.123', '2026-11-24T12:00:05+07:00'], ['24/11/2026 12:00', '2026-11-24T12:00:00+07:00'],
  ['24/11/2026 12:00:05', '2026-11-24T12:00:05+07:00'], ['20261124120005', '2026-11-24T12:00:05+07:00'], ['2026-11-24T05:00:05Z', '2026-11-24T12:00:05+07:00'],
  ['2026-11-24T05:00:05.000+0000', '2026-11-24T12:00:05+07:00'], [{ $date: 1_795_496_405_000 }, '2026-11-24T12:00:05+07:00'],
  [{ $date: '2026-11-24T05:00:05.000Z' }, '2026-11-24T12:00:05+07:00'],
  ['hôm qua', undefined], ['31/02/2026 12:00', undefined], ['2026-11-24T25:00:00', undefined], ['', undefined], [null, undefined], [0, undefined], [{}, undefined], [9e99, undefined], [{ $date: 253_402_300_800_000 }, undefined],
  ['0001-01-01T00:00:00', undefined], ['0000-01-01 10:00', undefined], ['0000-01-01T00:00:00Z', undefined], ['9999-12-31T23:59:59Z', undefined], ['1/1/0001 0:00', undefined],
])('a carrier’s time %j is %s', (written, moment) => {
  expect(carrierTime(written)).toBe(moment);
});
