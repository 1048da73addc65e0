// Item numbers of the ranges that the post gave to a desk: each once, in order, none lost; scanning one opens its dossiers.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkDigitOf, formatItemNumber, parseItemNumber } from '#core/numbering/item-number.ts';
import { RECEIVER, plantCarrier } from '#testing/carrier/planted-carriers.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import { servedWorld, type Answer, type Caller, type ServedWorld } from '#testing/served-world.ts';
import type { ShipmentOrdered } from '#wire/shipments.wire.ts';
import { verifySeries } from '../books/verify-series.ts';

let world: ServedWorld;
let administrator: Caller;
let officer: Caller;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  [administrator, officer] = await Promise.all([world.signIn('quantri'), world.signIn('tuphap.kybac')]);
  await plantCarrier(world.database.pool, 'buu-ta');
}, 120_000);
afterAll(() => world.close());

const give = (more: object = {}): Promise<Answer> =>
  administrator.send('POST', '/api/admin/item-ranges', { deskId: 'ky-bac', prefix: 'RR', from: 100, to: 102, decision: 'Công văn 1 (thử)', ...more });
let planted = 6000;
const ship = async (more: object = {}): Promise<Answer> => {
  planted += 1;
  const { dossierId } = await plantDossier(world.database.pool, { no: planted, agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528', state: 'ready-to-return' });
  return officer.send('POST', '/api/desk/shipments', {
    shipmentId: randomUUID(), deskId: 'ky-bac', carrierId: 'buu-ta', dossiers: [{ dossierId, revision: 2 }], receiver: RECEIVER, collectOnDelivery: 0, withItemNumber: true, ...more,
  });
};
const itemOf = (answer: Answer): string => answer.json<ShipmentOrdered>().itemNumber ?? '';
const findings = async () => (await verifySeries(world.database.pool, 42)).findings.filter(({ series }) => series.startsWith('item:')).map(({ text }) => text);

it('a desk without a range has none to give', async () => {
  const answer = await ship();
  expect([answer.status, answer.json<{ code: string }>().code]).toEqual([422, 'item-numbers-out']);
});

it('ranges are given by the administrator, and share no number', async () => {
  expect((await give()).status).toBe(200);
  expect((await give({ from: 200, to: 204 })).status).toBe(200);
  expect((await give({ deskId: 'ky-phong', from: 102, to: 110 })).json()).toMatchObject({ code: 'range-overlaps' });
  expect((await give({ prefix: 'r1', from: 900, to: 901 })).json()).toMatchObject({ code: 'range-prefix' });
  expect((await give({ from: 901, to: 900 })).json()).toMatchObject({ code: 'range-upside-down' });
  expect((await give({ deskId: 'khong-co', from: 900, to: 901 })).status).toBe(404);
  const answers = await Promise.all([give({ deskId: 'ky-phong', from: 300, to: 310 }), give({ deskId: 'ky-phong', from: 305, to: 315 })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect((await administrator.get('/api/admin/item-ranges')).json<{ ranges: { first: string }[] }>().ranges.map(({ first }) => first)).toContain(formatItemNumber('RR', 100));
});

it('they are taken in order and without doubles by many at once, across the end of a range; a refusal takes none', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => ship(index % 5 === 4 ? { receiver: { ...RECEIVER, place: 'Không có' } } : {})));
  const taken = answers.filter(({ status }) => status === 201).map(itemOf).toSorted();
  expect(taken).toEqual([100, 101, 102, 200, 201, 202, 203, 204].map((serial) => formatItemNumber('RR', serial)));
  expect((await ship()).json()).toMatchObject({ code: 'item-numbers-out' });
  expect(await findings()).toEqual([]);
});

it('a label that was spoilt is a recorded gap, and one that nobody knows of is missed', async () => {
  const { migratorPool } = world.database;
  await give({ from: 400, to: 409 });
  const first = itemOf(await ship());
  await migratorPool.query(`update motcua.number_counter set last_number = last_number + 1 where series = 'item:ky-bac' and period = 'RR00000400'`);
  expect(await findings()).toEqual(['Số hiệu bưu gửi (ky-bac), RR00000400: thiếu số 2']);
  await migratorPool.query(`insert into motcua.number_gap values (42, 'item:ky-bac', 'RR00000400', 2, 2, 'spoilt', 'Rách nhãn', now(), 'Người thử')`);
  expect(await findings()).toEqual([]);
  expect([first, itemOf(await ship())]).toEqual([400, 402].map((serial) => formatItemNumber('RR', serial)));
});

it('scanned at its desk a number opens its dossiers; typed with a wrong digit it says which digit, and elsewhere it is not there', async () => {
  const made = (await ship()).json<ShipmentOrdered>();
  const number = made.itemNumber ?? '';
  const look = (text: string, who = officer) => who.get(`/api/desk/items/${encodeURIComponent(text)}`);
  expect((await look(` ${number.slice(0, 2)} ${number.slice(2).toLowerCase()}`)).json()).toMatchObject({ shipmentId: made.shipmentId, dossiers: [{ code: expect.any(String) as string }] });
  const wrong = `RR${number.slice(2, 9)}${(Number(number.slice(9, 10)) + 1) % 10}${number.slice(10)}`;
  expect(parseItemNumber(wrong).ok).toBe(false);
  const refused = await look(wrong);
  expect(refused.status).toBe(422);
  expect(refused.json<{ detail: string }>().detail).toContain(`phải là ${checkDigitOf(wrong.slice(2, 10))}, đang là ${wrong.slice(10, 11)}`);
  expect((await look(formatItemNumber('RR', 99))).status).toBe(404);
  const find = async (text: string) => (await officer.get(`/api/desk/find?q=${encodeURIComponent(text)}`)).json<{ foundBy: string; wrong?: string; dossiers: { code: string }[] }>();
  const found = await find(number.toLowerCase());
  expect([found.foundBy, found.dossiers]).toMatchObject(['item', [{ code: expect.any(String) as string }]]);
  expect(await find(wrong)).toMatchObject({ foundBy: 'item', dossiers: [], wrong: refused.json<{ detail: string }>().detail });
  expect((await look(number, await world.signIn('buudien.kyphong'))).status).toBe(404);
});
