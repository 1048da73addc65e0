// The records that desk and courier sign on paper, on a real database.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CourierWorld, DESK, HIMSELF, courierWorld, good } from '#testing/couriers/courier-world.ts';
import type { HandOverRecordPayload } from '#documents/hand-over-record/payload.ts';
import type { DeskCouriersView, GivenToCourier } from '#wire/courier-desk.wire.ts';
import type { HandedIn } from '#wire/courier.wire.ts';
import { findAllSeries } from '../books/verify-series.sql.ts';

let w: CourierWorld;
beforeAll(async () => { w = await courierWorld(); }, 240_000);
afterAll(() => w.world.close());

const payloadOf = async (recordId: string): Promise<HandOverRecordPayload> =>
  good<{ payload: HandOverRecordPayload }>(await w.people.clerk.get(`/api/papers/${recordId}/payload`)).payload;
const numberOf = async (recordId: string): Promise<string | undefined> =>
  good<DeskCouriersView>(await w.people.clerk.get(`/api/desk/couriers?deskId=${DESK}`)).records.find((one) => one.recordId === recordId)?.recordNumber;

it('what goes out and what comes back stands on a numbered record of the desk, with what was missing and the money', async () => {
  const [away, old] = [await w.ready(), await w.ready()];
  const [shipment, delivered] = [await w.ordered([away]), await w.ordered([old], 26_000)];
  const { recordId } = good<GivenToCourier>(await w.give([shipment.shipmentId, delivered.shipmentId]));
  expect(await numberOf(recordId)).toBe('01/BBGN');
  const given = await payloadOf(recordId);
  expect(given).toMatchObject({ direction: 'to-courier', number: '01/BBGN', giver: { personName: 'Nguyễn Thị Sen' }, taker: { unitName: 'Bưu tá Hoàng Văn Gió', personName: 'Hoàng Văn Gió' } });
  expect(given.lines.map(({ postingNumber, ownerName, outcome, note }) => [postingNumber, ownerName, outcome, note])).toEqual([
    [shipment.orderNumber, 'Nguyễn Văn Thử', 'Quyết định số 05/QĐ-UBND', undefined], [delivered.orderNumber, 'Nguyễn Văn Thử', 'Quyết định số 05/QĐ-UBND', 'Thu hộ 26.000 đồng']]);
  good(await w.take(recordId, [shipment.shipmentId, delivered.shipmentId]));

  good(await w.people.courier.send('POST', `/api/courier/shipments/${delivered.shipmentId}/deliver`, {
    attemptId: randomUUID(), at: w.now(), receiver: HIMSELF, receiptShown: true, recalledPapers: [{ dossierId: old, name: 'Giấy phép cũ', collected: true }], amountCollected: 26_000, signature: await w.picture(),
  }));
  good(await w.people.courier.send('POST', `/api/courier/shipments/${shipment.shipmentId}/fail`, { attemptId: randomUUID(), at: w.now(), reason: 'absent' }));
  const [recalled] = (await w.round()).recalled;
  const back = good<HandedIn>(await w.people.courier.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds: [shipment.shipmentId], amount: 26_000 }));
  expect(await numberOf(back.recordId)).toBeUndefined();
  good(await w.people.clerk.send('POST', `/api/desk/courier-records/${back.recordId}/take`, {
    deskId: DESK, received: [shipment.shipmentId], missing: [{ itemId: recalled?.thingId, note: 'Không có trong túi' }], amountCounted: 25_000, amountNote: 'Thiếu một tờ',
  }));
  expect(await payloadOf(back.recordId)).toMatchObject({
    direction: 'from-courier', number: '02/BBGN', giver: { personName: 'Hoàng Văn Gió' }, taker: { personName: 'Nguyễn Thị Sen' }, receivedAt: expect.any(String) as string,
    lines: [{ postingNumber: shipment.orderNumber, result: 'received' }, { procedureName: 'Giấy tờ thu hồi: Giấy phép cũ', result: 'rejected', note: 'Không có trong túi' }],
    remarks: 'Tiền thu hộ bưu tá nộp 26.000 đồng, quầy đếm được 25.000 đồng (Thiếu một tờ)',
  });
  for (const id of [recordId, back.recordId]) {
    expect((await w.people.clerk.get(`/api/papers/${id}.pdf`)).text.startsWith('%PDF-')).toBe(true);
    expect((await w.people.neighbour.get(`/api/papers/${id}.pdf`)).status).toBe(404);
  }
  const series = (await findAllSeries(w.world.database.pool, 42)).find((one) => one.series === 'paper:hand-over-record:xa-ky-bac');
  expect([series?.lastNumber, series?.numbers]).toEqual([2, [1, 2]]);
});

it('printed once more it is journalled first, and says so', async () => {
  const { recordId } = good<GivenToCourier>(await w.give([(await w.ordered([await w.ready()])).shipmentId]));
  const print = () => w.people.clerk.get(`/api/papers/${recordId}.pdf?print=yes`);
  expect((await print()).status).toBe(200);
  expect((await print()).json<{ code: string }>().code).toBe('reprint-needed');
  good(await w.people.clerk.send('POST', `/api/papers/${recordId}/reprint`, {}));
  expect((await print()).status).toBe(200);
});
