import { expect, test } from 'vitest';
import type { CourierRound, RoundStop } from '#wire/courier.wire.ts';
import type { OutboxState } from '../../offline/counter-db.ts';
import type { OpenAct } from '../phone/phone-store.ts';
import { findStop } from '../round/find-stop.ts';
import { type CourierAct, holdsSomething, roundHere, stillHeld, toCollect, toGo } from './overlay.ts';

const stop = (id: string, change: Partial<RoundStop> = {}): RoundStop => ({
  shipmentId: id, orderNumber: `MC19-00000${id}`, itemNumber: null, receiver: { name: `Người ${id}`, phone: '', address: '', place: '' }, amountDue: 50_000, dossiers: [], attempts: [],
  deskId: 'ky-bac', deskName: 'Kỳ Bắc', state: 'with-courier', day: '2019-11-20', placeNo: 1, orderedAt: '2019-11-19T08:00:00+07:00', collectOnDelivery: 50_000, giving: [], countedOn: [], ...change,
} as unknown as RoundStop);
const round = (change: Partial<CourierRound> = {}): CourierRound => ({
  now: '2019-11-20T08:00:00+07:00', day: '2019-11-20', courierId: 'c', courierName: 'Gió', stops: [stop('1'), stop('2'), stop('3')], records: [], recalled: [], pickups: [],
  money: [{ deskId: 'ky-bac', deskName: 'Kỳ Bắc', held: 20_000 }], policy: { mostDays: 3, daysBetween: 1 }, againFrom: '2019-11-21', ...change,
} as unknown as CourierRound);
const done = (kind: CourierAct, about: readonly string[], body: object, state: OutboxState = 'queued', here?: object): OpenAct =>
  ({ row: { commandId: `${kind} ${about.join()}`, kind, about, state, refusal: { code: 'x', text: 'Vì sao' } } as unknown as OpenAct['row'], act: { path: '', body, here } });
const ids = (stops: readonly { readonly shipmentId: string }[]): string => stops.map(({ shipmentId }) => shipmentId).join('');

test('what was done here stands over what the server said last, before it is sent', () => {
  const here = roundHere(round(), [
    done('deliver', ['1'], { attemptId: 'x', amountCollected: 50_000 }), done('fail', ['2'], {}, 'done', { kind: 'to-desk' }),
  ]);
  expect([ids(toGo(here)), ids(stillHeld(here))]).toEqual(['3', '23']);
  expect([holdsSomething(here), holdsSomething(roundHere(round({ stops: [], money: [] }), []))]).toEqual([true, false]);
  expect(here.stops.map(({ state, unsent, next }) => [state, unsent, next])).toEqual([['delivered', true, undefined], ['with-courier', false, 'to-desk'], ['with-courier', false, undefined]]);
});

test('what was refused changes nothing but says so', () => {
  const [first] = roundHere(round(), [done('deliver', ['1'], { amountCollected: 50_000 }, 'refused')]).stops;
  expect(first).toMatchObject({ state: 'with-courier', unsent: false, refused: { kind: 'deliver', text: 'Vì sao' } });
});

test('money in the pocket: what the server knows, what was taken since, less what was handed in', () => {
  const held = (acts: readonly OpenAct[], change: Partial<CourierRound> = {}) => roundHere(round(change), acts).money[0]?.held;
  const taken = done('deliver', ['1'], { attemptId: 'x', amountCollected: 50_000 });
  expect(held([taken])).toBe(70_000);
  // the server has heard of it by now
  expect(held([taken], { stops: [stop('1', { attempts: [{ attemptId: 'x' }] as unknown as RoundStop['attempts'] })] })).toBe(20_000);
  expect(held([taken, done('hand-in', ['ky-bac', 'r'], { recordId: 'r', deskId: 'ky-bac', amount: 60_000 })])).toBe(10_000);
});

test('her own order stands, and what she left out follows', () => {
  expect(ids(toGo(roundHere(round(), [done('arrange', ['order'], { shipmentIds: ['3', '1'] })])))).toBe('312');
});

test('a record that was counted here waits no more', () => {
  const records = [{ recordId: 'r', direction: 'to-courier', items: [{ itemId: '4' }] }] as unknown as CourierRound['records'];
  const stops = [stop('4', { state: 'given' })];
  const here = roundHere(round({ records, stops }), [done('take', ['r', '4'], { at: '2019-11-20T08:00:00+07:00', received: ['4'], missing: [] })]);
  expect([here.records, ids(toGo(here))]).toEqual([[], '4']);
});

test('papers collected at home are in her bag, go in with the rest, and a door that stayed shut is for another day', () => {
  const pickups = ['p', 'q', 'r'].map((pickupId) => ({ pickupId, deskId: 'ky-bac', state: 'planned', day: '2019-11-20' })) as unknown as CourierRound['pickups'];
  const collected = [done('collect', ['p'], { at: '2019-11-20T08:30:00+07:00', slipNumber: 'RR473124829VN', papers: [] }), done('fail-pickup', ['q'], {}, 'queued', { state: 'planned', day: '2019-11-21' })];
  const here = roundHere(round({ pickups }), collected);
  expect(here.pickups.map(({ state, unsent }) => [state, unsent])).toEqual([['with-courier', true], ['planned', true], ['planned', false]]);
  expect(toCollect(here).map(({ pickupId }) => pickupId)).toEqual(['r']);
  const [envelope] = roundHere(round({ pickups }), [...collected, done('hand-in', ['ky-bac', 'x', 'p'], { recordId: 'x', deskId: 'ky-bac', amount: 0 })]).pickups;
  expect(envelope?.state).toBe('handed-in');
});

test('a label opens its stop; a wrong digit and a stranger’s item are told apart', () => {
  const { stops } = roundHere(round({ stops: [stop('1', { itemNumber: 'RR473124829VN' })] }), []);
  expect(findStop(stops, ' rr 47312482 9 vn ')).toEqual({ shipmentId: '1' });
  expect(findStop(stops, 'mc19-000001')).toEqual({ shipmentId: '1' });
  expect(findStop(stops, 'RR473124828VN')).toMatchObject({ wrong: expect.stringContaining('chữ số kiểm tra') });
  expect(findStop(stops, 'RR473124832VN')).toMatchObject({ wrong: expect.stringContaining('Không có “RR473124832VN” trong chuyến hôm nay') });
});
