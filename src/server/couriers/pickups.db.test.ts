// Papers collected at home on a real database: from the desk's word to the opened envelope.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierId } from '#core/dossier/dossier.ts';
import { momentFromEpoch } from '#core/kernel/moment.ts';
import { formatItemNumber } from '#core/numbering/item-number.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type CourierWorld, DESK, courierWorld, good, refusalOf } from '#testing/couriers/courier-world.ts';
import type { DeskCouriersView } from '#wire/courier-desk.wire.ts';
import type { HandedIn } from '#wire/courier.wire.ts';
import type { StockCountClosed, StockView } from '#wire/stock.wire.ts';
import { inTransaction } from '../acts/perform.ts';

const birth = procedureIn('kybac-2019', '1.001193');
let w: CourierWorld;
beforeAll(async () => { w = await courierWorld(); }, 240_000);
afterAll(() => w.world.close());

let serial = 100;
const newSlip = (): string => formatItemNumber('RR', (serial += 1));
const person = { name: 'Lê Thị Ở Nhà', phone: '0912000009', address: 'thôn Hợp Tiến' };
const ask = (more: object = {}, who = w.people.clerk) => who.send('POST', '/api/desk/pickups', {
  pickupId: randomUUID(), deskId: DESK, courierId: w.courierId, day: w.now().slice(0, 10), procedureCode: birth.code, person, ...more,
});
const asked = async (): Promise<string> => good<{ pickupId: string }>(await ask()).pickupId;
const collect = async (pickupId: string, more: object = {}, who = w.people.courier) => who.send('POST', `/api/courier/pickups/${pickupId}/collect`, {
  at: w.now(), slipNumber: newSlip(), papers: [{ itemId: 'declaration', name: 'Tờ khai', form: 'original', count: 1 }, { name: 'Giấy chứng sinh', form: 'original', count: 2 }], signature: await w.picture(), ...more,
});
const fail = (pickupId: string, more: object = {}) => w.people.courier.send('POST', `/api/courier/pickups/${pickupId}/fail`, { at: w.now(), reason: 'absent', ...more });
const handIn = async (): Promise<string> => good<HandedIn>(await w.people.courier.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds: [], amount: 0 })).recordId;
const count = async (recordId: string, received: readonly string[], missing: readonly object[] = []) =>
  w.people.clerk.send('POST', `/api/desk/courier-records/${recordId}/take`, { deskId: DESK, received, missing, amountCounted: 0 });
const close = (pickupId: string, body: object, who = w.people.clerk) => who.send('POST', `/api/desk/pickups/${pickupId}/close`, { deskId: DESK, ...body });
const stands = async (pickupId: string): Promise<readonly [state: string, holder: string | undefined]> => {
  const [row] = await w.sql<{ state: string; holder: string }>(
    `select p.state, t.holder_kind as holder from motcua.pickup p left join motcua.custody_thing t on t.thing_id = p.pickup_id where p.pickup_id = $1`, pickupId);
  return [row?.state ?? '', row?.holder ?? undefined];
};
const atDesk = async (): Promise<string> => {
  const pickupId = await asked();
  good(await collect(pickupId));
  good(await count(await handIn(), [pickupId]));
  return pickupId;
};

it('papers are counted at home, carried under the number of a slip, counted in at the desk, and received as a dossier', async () => {
  const pickupId = await asked();
  expect((await w.round()).pickups).toMatchObject([{ pickupId, state: 'planned', person, procedureName: birth.name, checklist: birth.cases[0]?.checklist.map(({ itemId, name }) => ({ itemId, name })) }]);
  const slipNumber = newSlip();
  expect(good(await collect(pickupId, { slipNumber: slipNumber.toLowerCase() }))).toMatchObject({ state: 'with-courier', slipNumber });
  expect(await stands(pickupId)).toEqual(['with-courier', 'courier']);
  const recordId = await handIn();
  expect(await stands(pickupId)).toEqual(['handed-in', 'transit']);
  const view = good<DeskCouriersView>(await w.people.clerk.get(`/api/desk/couriers?deskId=${DESK}`));
  expect(view.records.find((one) => one.recordId === recordId)?.items).toMatchObject([{ itemId: pickupId, kind: 'pickup', name: `${slipNumber} · ${person.name}` }]);
  good(await count(recordId, [pickupId]));
  expect(await stands(pickupId)).toEqual(['at-desk', 'desk']);
  // the screen receives it under the pick-up's own id, and the list knows it by that
  const { dossierId, code } = good<{ dossierId: string; code: string }>(await w.people.officer.send('POST', '/api/desk/dossiers', receiveCommand(DESK, birth, { dossierId: pickupId as DossierId })));
  const listed = async () => good<DeskCouriersView>(await w.people.clerk.get(`/api/desk/couriers?deskId=${DESK}`)).pickups.find((one) => one.pickupId === pickupId);
  expect(await listed()).toMatchObject({ state: 'at-desk', procedureCode: birth.code, dossier: { dossierId: pickupId, code } });
  const scanned = () => w.people.clerk.get(`/api/desk/stock/thing?place=${DESK}&scanned=${slipNumber}`);
  expect(good(await scanned())).toMatchObject({ code: slipNumber, things: [{ thingId: pickupId, kind: 'envelope', bars: 'here' }] });
  expect(refusalOf(await close(pickupId, { how: 'received', dossierId: randomUUID() }))).toBe('dossier-not-here');
  expect(good(await close(pickupId, { how: 'received', dossierId }))).toMatchObject({ state: 'received' });
  expect(await stands(pickupId)).toEqual(['received', 'destroyed']);
  // of an opened envelope nothing is left to be found
  expect(refusalOf(await scanned())).toBe('stock-unknown');
  expect(refusalOf(await close(pickupId, { how: 'received', dossierId }))).toBe('pickup-stands');
  // nor is another opened for the same dossier
  expect(refusalOf(await close(await atDesk(), { how: 'received', dossierId }))).toBe('dossier-not-here');
});

it('what was asked for is refused where it cannot be, and another’s is not there', async () => {
  expect(refusalOf(await ask({ day: '2019-11-17' }))).toBe('day-passed');
  expect((await ask({ courierId: randomUUID() })).status).toBe(404);
  expect((await ask({ procedureCode: '9.999999' })).status).toBe(404);
  expect((await ask({}, w.people.neighbour)).status).toBe(404);
  const pickupId = await asked();
  expect(refusalOf(await ask({ pickupId }))).toBe('already-recorded');
  expect((await collect(pickupId, {}, w.people.colleague)).status).toBe(404);
  expect(refusalOf(await collect(pickupId, { slipNumber: 'RR473124828VN' }))).toBe('item-number-check-digit');
  expect(refusalOf(await collect(pickupId, { signature: 'a'.repeat(64) }))).toBe('scans-missing');
  expect(refusalOf(await collect(pickupId, { at: momentFromEpoch(w.world.realNow() - 600_000) }))).toBe('before-it-was-taken');
  expect((await collect(pickupId, { papers: [] })).status).toBe(400);
  const slipNumber = newSlip();
  good(await collect(pickupId, { slipNumber }));
  expect(refusalOf(await collect(pickupId))).toBe('pickup-stands');
  expect(refusalOf(await collect(await asked(), { slipNumber }))).toBe('slip-number-used');
  good(await count(await handIn(), [pickupId]));
});

it('nobody at home means another day, and whoever does not want it any more ends it', async () => {
  const pickupId = await asked();
  expect(good(await fail(pickupId))).toMatchObject({ state: 'planned', day: '2019-11-19' });
  expect((await w.round()).pickups.some((one) => one.pickupId === pickupId)).toBe(false);
  expect((await w.round(w.people.courier, '2019-11-19')).pickups.find((one) => one.pickupId === pickupId)).toMatchObject({ day: '2019-11-19', lastReason: 'absent' });
  expect(good(await fail(pickupId, { reason: 'refused', note: 'Tự đến quầy' }))).toMatchObject({ state: 'given-up' });
  expect(refusalOf(await fail(pickupId))).toBe('pickup-stands');
  const other = await asked();
  expect(good(await close(other, { how: 'given-up' }))).toMatchObject({ state: 'given-up' });
});

it('an envelope that is not found is nobody’s; one that is not received goes back into the person’s hands', async () => {
  const lost = await asked();
  good(await collect(lost));
  good(await count(await handIn(), [], [{ itemId: lost, note: 'Không có trong túi' }]));
  expect(await stands(lost)).toEqual(['lost', 'unaccounted']);
  expect(await w.sql('select kind, desk_id as desk, agency_unit_id as agency, note from motcua.custody_case where thing_id = $1', lost)).toEqual([{ kind: 'short', desk: DESK, agency: null, note: 'Không có trong túi' }]);
  const back = await atDesk();
  expect(refusalOf(await close(back, { how: 'given-up' }))).toBe('pickup-stands');
  expect((await close(back, { how: 'handed-back' }, w.people.neighbour)).status).toBe(404);
  good(await close(back, { how: 'handed-back', note: 'Thiếu giấy chứng sinh' }));
  expect(await stands(back)).toEqual(['handed-back', 'citizen']);
  const [picture] = await w.sql<{ signature: string }>('select signature from motcua.pickup where pickup_id = $1', back);
  expect((await w.people.clerk.get(`/api/files/${picture?.signature}`)).status).toBe(200);
  expect((await w.people.neighbour.get(`/api/files/${picture?.signature}`)).status).toBe(404);
});

it('an envelope that a stock count does not find is lost with its pick-up, and the count is closed all the same', async () => {
  const [here, gone] = [await atDesk(), await atDesk()];
  const view = good<StockView>(await w.people.clerk.get(`/api/desk/stock?place=${DESK}`));
  const body = {
    countId: randomUUID(), place: DESK, startedAt: view.now, found: view.rows.filter(({ thingId, insideLabel }) => thingId !== gone && insideLabel === undefined).map(({ thingId }) => thingId),
    missing: [{ thingId: gone, note: 'Không thấy trong tủ' }], unexpected: [], strays: [],
  };
  const { lines } = good<StockCountClosed>(await w.people.clerk.send('POST', '/api/desk/stock/counts', body));
  expect(lines.filter(({ result }) => result === 'missing')).toEqual([{ thingId: gone, result: 'missing' }]);
  expect([await stands(gone), await stands(here)]).toEqual([['lost', 'unaccounted'], ['at-desk', 'desk']]);
  expect(refusalOf(await close(gone, { how: 'handed-back' }))).toBe('pickup-stands');
});

it('a case of an envelope is not settled over what a minute asked for in the same moment', async () => {
  const lost = await asked();
  good(await collect(lost));
  good(await count(await handIn(), [], [{ itemId: lost, note: 'Rơi dọc đường' }]));
  const [{ caseId } = { caseId: '' }] = await w.sql<{ caseId: string }>('select case_id as "caseId" from motcua.custody_case where thing_id = $1', lost);
  const act = (path: string, body: object) => w.people.officer.send('POST', `/api/desk/custody-cases/${caseId}/${path}`, { deskId: DESK, ...body });
  const waiting = async () => (await w.sql("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).length;
  const [minute, settled] = await inTransaction(w.world.database.pool, async (db) => {
    await db.query('select from motcua.custody_case where case_id = $1 for update', [caseId]);
    const first = act('minute', { liability: 'post', ground: 'Bưu tá làm rơi', postage: 20_000, reissue: [{ thingId: lost, what: 'Giấy tờ đã gửi', bySide: 'desk', due: w.now().slice(0, 10) }] });
    await expect.poll(waiting, { timeout: 60_000 }).toBe(1);
    const second = act('settle', { how: 'borne', costBearer: 'post', note: 'Xong' });
    await expect.poll(waiting, { timeout: 60_000 }).toBe(2);
    return { commit: true, value: [first, second] as const };
  });
  expect(good(await minute)).toMatchObject({ owed: 80_000 });
  expect(refusalOf(await settled)).toBe('reissue-open');
});

it('of two that write the number of one slip at the same moment one is taken, and the other told so', async () => {
  const [hers, his] = [await asked(), await asked()];
  const slipNumber = newSlip();
  const other = good<{ pickupId: string }>(await ask({ courierId: (await w.sql<{ id: string }>(`select account_id as id from motcua.account where login = 'buuta2.kyanh'`))[0]?.id })).pickupId;
  const signature = await w.picture(w.people.colleague);
  const answers = await Promise.all([collect(hers, { slipNumber }), collect(his, { slipNumber }), collect(other, { slipNumber, signature }, w.people.colleague)]);
  expect(answers.map(refusalOf).toSorted()).toEqual(['200', 'slip-number-used', 'slip-number-used']);
  expect(answers.find(({ status }) => status !== 200)?.json<{ detail: string }>().detail).toContain(slipNumber);
});
