// The post's supervisor plans the rounds of her desks: into one, into another's, and out again, as long as it lies at the desk.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatItemNumber } from '#core/numbering/item-number.ts';
import type { DeskId } from '#core/organisation/organisation.ts';
import { HA_TINH } from '#demo/worlds.ts';
import { plantShipment } from '#testing/carrier/planted-carriers.ts';
import { CARRIER, type CourierWorld, DESK, courierWorld, good, refusalOf } from '#testing/couriers/courier-world.ts';
import { neighbouringSupervisor } from '#testing/neighbouring-supervisor.ts';
import { planOf } from '#testing/plan-of.ts';
import { plantDossier } from '#testing/planted-dossiers.ts';
import type { Caller } from '#testing/served-world.ts';
import { type DeskCouriersView, type HandInTaken, type PostRoundsView, WAITING_PAGE } from '#wire/courier-desk.wire.ts';
import type { HandedIn } from '#wire/courier.wire.ts';
import { FROM_THE_OLDEST, countWaitingStops, findWaitingStops } from './post-rounds.sql.ts';

let w: CourierWorld;
let neighbour: Caller;
beforeAll(async () => {
  w = await courierWorld();
  neighbour = await neighbouringSupervisor(w.world);
}, 240_000);
afterAll(() => w.world.close());

const rounds = async (who = w.people.supervisor, after?: string): Promise<PostRoundsView> => good<PostRoundsView>(await who.get(`/api/post/rounds${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`));
const assign = (shipmentIds: readonly string[], courierId = w.courierId, day = '2019-11-18', who = w.people.supervisor) => who.send('POST', '/api/post/rounds/assign', { courierId, day, shipmentIds });
const unplan = (shipmentIds: readonly string[], who = w.people.supervisor) => who.send('POST', '/api/post/rounds/unplan', { shipmentIds });
const ordered = async (): Promise<string> => (await w.ordered([await w.ready()])).shipmentId;
const colleagueOf = ({ couriers }: PostRoundsView): string => couriers.find(({ courierId }) => courierId !== w.courierId)?.courierId ?? '';

it('what waits is told by item or order, desk and place, and nothing of who receives it', async () => {
  const shipmentId = await ordered();
  const view = await rounds();
  const waiting = view.waiting.find((one) => one.shipmentId === shipmentId);
  expect(waiting).toMatchObject({ deskId: DESK, inBook: true });
  expect(Object.keys(waiting ?? {}).toSorted()).toEqual(['deskId', 'deskName', 'inBook', 'itemNumber', 'madeAt', 'orderNumber', 'place', 'shipmentId']);
  expect(view.couriers.find(({ courierId }) => courierId === w.courierId)?.deskIds).toContain(DESK);
  expect(await rounds(neighbour)).toMatchObject({ stops: [], waiting: [], waitingCount: 0 });
});

it('it is put into a round, moved to another courier and day, each in her order, and taken out again', async () => {
  const [one, two] = [await ordered(), await ordered()];
  expect(good(await assign([one, two]))).toEqual({ courierId: w.courierId, day: '2019-11-18', shipmentIds: [one, two] });
  const view = await rounds();
  expect(view.waiting.map(({ shipmentId }) => shipmentId)).not.toContain(one);
  expect(view.stops.filter(({ courierId }) => courierId === w.courierId).map(({ shipmentId, state }) => [shipmentId, state])).toEqual([[one, 'planned'], [two, 'planned']]);
  good(await w.people.courier.send('POST', '/api/courier/round/order', { day: '2019-11-18', shipmentIds: [two, one] }));
  expect((await rounds()).stops.map(({ shipmentId }) => shipmentId)).toEqual([two, one]);

  good(await assign([one], colleagueOf(view), '2019-11-19'));
  expect((await rounds()).stops.find(({ shipmentId }) => shipmentId === one)).toMatchObject({ courierId: colleagueOf(view), day: '2019-11-19', state: 'planned' });
  expect([await w.stopOf(one), (await w.stopOf(two))?.state]).toEqual([undefined, 'planned']);
  expect([refusalOf(await assign([one], w.courierId, '2019-11-15')), (await assign([one], w.courierId, '2019-11-18', neighbour)).status, (await unplan([one], neighbour)).status]).toEqual(['day-passed', 404, 404]);

  expect(good(await unplan([one, two]))).toEqual({ shipmentIds: [one, two] });
  const after = await rounds();
  expect([after.stops, after.waiting.map(({ shipmentId }) => shipmentId)]).toEqual([[], expect.arrayContaining([one, two])]);
  expect(await w.sql("select count(*)::int as n from motcua.journal where act = 'unplan-stops'")).toEqual([{ n: 2 }]);
});

it('what left its desk is not taken out of a round; what was tried waits for the desk', async () => {
  const shipmentId = await w.carried([await w.ready()]);
  expect([refusalOf(await unplan([shipmentId])), refusalOf(await assign([shipmentId], colleagueOf(await rounds())))]).toEqual(['stop-stands', 'stop-stands']);
  good(await w.people.courier.send('POST', `/api/courier/shipments/${shipmentId}/fail`, { attemptId: randomUUID(), at: w.now(), reason: 'absent' }));
  const { recordId } = good<HandedIn>(await w.people.courier.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds: [shipmentId], amount: 0 }));
  good<HandInTaken>(await w.people.clerk.send('POST', `/api/desk/courier-records/${recordId}/take`, { deskId: DESK, received: [shipmentId], missing: [], amountCounted: 0 }));
  good(await unplan([shipmentId]));
  const desk = good<DeskCouriersView>(await w.people.clerk.get(`/api/desk/couriers?deskId=${DESK}`));
  expect([desk.hasMore, desk.shipments.find((one) => one.shipmentId === shipmentId)]).toMatchObject([false, { state: 'at-desk', attempts: [{ outcome: 'failed' }] }]);
  expect(good(await assign([shipmentId]))).toMatchObject({ shipmentIds: [shipmentId] });
});

it('what waits comes page by page, the oldest first, none twice and none left out', async () => {
  const before = (await rounds()).waitingCount;
  for (let no = 0; no < WAITING_PAGE; no += 1) {
    const { dossierId } = await plantDossier(w.world.database.pool, { no: 8_000 + no, agencyUnitId: 'huyen-ky-anh', procedureCode: '2.000528', state: 'ready-to-return' });
    await plantShipment(w.world.database.pool, CARRIER, dossierId, formatItemNumber('RR', 8_000 + no));
  }
  const first = await rounds();
  expect([first.waitingCount, first.waiting.length]).toEqual([before + WAITING_PAGE, WAITING_PAGE]);
  const second = await rounds(w.people.supervisor, first.next ?? '');
  expect([second.waiting.length, second.next]).toEqual([before, null]);
  // the rounds themselves are told once
  expect([first.stops.length > 0, first.moreStops, second.stops]).toEqual([true, false, []]);
  const all = [...first.waiting, ...second.waiting];
  expect(new Set(all.map(({ shipmentId }) => shipmentId)).size).toBe(before + WAITING_PAGE);
  expect(all.map(({ madeAt }) => madeAt)).toEqual(all.map(({ madeAt }) => madeAt).toSorted());
  expect((await rounds(w.people.supervisor, 'x~y')).waiting).toEqual(first.waiting);
});

it('what waits is found among what is open, not among all that was ever delivered', async () => {
  await w.sql(
    `with made as (
       insert into motcua.shipment (province_id, shipment_id, desk_id, receiver, made_at, made_by, made_by_name)
       select 42, gen_random_uuid(), $1, '{}', '2018-01-01', gen_random_uuid(), 'x' from generate_series(1, 4000) returning shipment_id),
     delivered as (
       insert into motcua.carrier_order (province_id, carrier_id, order_number, shipment_id, body, state, ordered_at, status, status_since)
       select 42, $2, 'CU-' || row_number() over (), shipment_id, '{}', 'confirmed', '2018-01-01', 'delivered', '2018-01-02' from made)
     insert into motcua.courier_stop (province_id, shipment_id, courier_id, day, state, place_no, ended_at)
     select 42, shipment_id, $3, '2018-01-02', 'delivered', 1, '2018-01-02' from made`, DESK, CARRIER, w.courierId);
  await w.world.database.migratorPool.query('analyze motcua.shipment, motcua.carrier_order, motcua.courier_stop');
  const { pool } = w.world.database;
  const desks: readonly DeskId[] = [DESK as DeskId];
  for (const ask of [(db: Pool) => countWaitingStops(db, HA_TINH, desks), (db: Pool) => findWaitingStops(db, HA_TINH, desks, FROM_THE_OLDEST, WAITING_PAGE)]) {
    const plan = await planOf(pool, ask);
    expect(plan).toContain('carrier_order_unfinished');
    expect(plan).not.toMatch(/Seq Scan on (?:carrier_order|courier_stop)/u);
  }
});
