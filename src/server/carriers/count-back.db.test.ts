// What a carrier brings back is the desk's once the desk has counted it; and nobody gives out what somebody else carries.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findUnexplained } from '#testing/custody-ledger.ts';
import { good } from '#testing/carrier/carrier-tools.ts';
import { type DeskAndCarrier, deskAndCarrier, refusalOf } from '#testing/carrier/desk-and-carrier.ts';
import type { Planted } from '#testing/planted-dossiers.ts';
import type { Answer, Caller } from '#testing/served-world.ts';
import type { CustodyCase } from '#wire/custody-cases.wire.ts';
import type { CountedBackAnswer } from '#wire/shipments.wire.ts';

let at: DeskAndCarrier;
beforeAll(async () => { at = await deskAndCarrier(); }, 240_000);
afterEach(async () => expect(await findUnexplained(at.world.database.pool)).toEqual([]));
afterAll(() => at.close());

const count = (counts: readonly object[], who: Caller = at.clerk): Promise<Answer> => who.send('POST', '/api/desk/shipments/count-back', { deskId: 'ky-bac', carrierId: at.carrierId, counts });
const casesOf = async ({ dossierId }: Planted): Promise<readonly CustodyCase[]> =>
  (await at.clerk.get('/api/desk/custody-cases')).json<{ cases: readonly CustodyCase[] }>().cases.filter(({ dossier }) => dossier?.dossierId === dossierId);

describe('what the carrier says that it returned', () => {
  it('is on its way until it is counted, and only then sent once more', async () => {
    const outcome = await at.plant();
    const { shipmentId, orderNumber } = await at.handedOver(outcome);
    await at.tells(orderNumber, '1', '6');
    expect([await at.where(outcome), (await at.shown(shipmentId)).stands]).toEqual([['outcome 1 transit'], 'to-count']);
    await at.tells(orderNumber, '7');
    expect([await at.where(outcome), (await at.shown(shipmentId)).stands, await at.stateOf(outcome)]).toEqual([['outcome 1 transit'], 'to-count', 'ready-to-return']);
    expect((await at.view()).ready.some(({ dossierId }) => dossierId === outcome.dossierId)).toBe(false);
    expect(refusalOf(await at.order([outcome]))).toBe('outcome-to-count');
    expect(good<CountedBackAnswer>(await count([{ shipmentId, result: 'there' }]))).toMatchObject({ there: 1, damaged: 0, missing: 0 });
    expect(await at.where(outcome)).toEqual(['outcome 1 desk ky-bac']);
    expect(await at.shown(shipmentId)).toMatchObject({ stands: 'ended', countedBackAs: 'there', words: 'Đã về quầy, đủ' });
    expect(refusalOf(await count([{ shipmentId, result: 'there' }]))).toBe('not-coming-back');
    expect((await at.view()).ready.some(({ dossierId }) => dossierId === outcome.dossierId)).toBe(true);
    const again = await at.handedOver(outcome);
    await at.tells(again.orderNumber, '4');
    expect(await at.stateOf(outcome)).toBe('returned');
  });
  it('may be counted before its last word, and no word moves it after that', async () => {
    const outcome = await at.plant();
    const { shipmentId, orderNumber } = await at.handedOver(outcome);
    await at.tells(orderNumber, '1', '6');
    good(await count([{ shipmentId, result: 'there' }]));
    expect((await at.shown(shipmentId)).stands).toBe('ended');
    expect((await at.view()).ready.some(({ dossierId }) => dossierId === outcome.dossierId)).toBe(true);
    for (const code of ['7', '6', '4']) await at.tells(orderNumber, code);
    expect([await at.where(outcome), await at.stateOf(outcome)]).toEqual([['outcome 1 desk ky-bac'], 'ready-to-return']);
  });
  it.each([['before its first word', ['9']], ['while it carried it', ['1', '9']]])('or cancelled %s is believed no more than that, and counted like it', async (_when, codes) => {
    const [outcome, gone] = [await at.plant(), await at.plant()];
    const [one, two] = [await at.handedOver(outcome), await at.handedOver(gone)];
    await at.tells(one.orderNumber, ...codes);
    await at.tells(two.orderNumber, ...codes);
    expect([await at.where(outcome), (await at.shown(one.shipmentId)).stands, await at.stateOf(outcome)]).toEqual([['outcome 1 transit'], 'to-count', 'ready-to-return']);
    expect((await at.view()).ready.some(({ dossierId }) => dossierId === outcome.dossierId)).toBe(false);
    expect(refusalOf(await at.order([outcome]))).toBe('outcome-to-count');
    good<CountedBackAnswer>(await count([{ shipmentId: one.shipmentId, result: 'there' }, { shipmentId: two.shipmentId, result: 'missing', note: 'Họ hủy đơn, không trả lại' }]));
    expect([await at.where(outcome), await at.where(gone), (await at.shown(one.shipmentId)).stands]).toEqual([['outcome 1 desk ky-bac'], ['outcome 1 unaccounted'], 'ended']);
    expect((await casesOf(gone)).map(({ kind }) => kind)).toEqual(['short']);
    await at.tells(one.orderNumber, '4');
    expect([await at.where(outcome), await at.stateOf(outcome)]).toEqual([['outcome 1 desk ky-bac'], 'ready-to-return']);
  });
  it('damaged is the desk’s with a case, and what is not there is nobody’s with one', async () => {
    const [torn, gone] = [await at.plant(), await at.plant()];
    const [one, two] = [await at.handedOver(torn), await at.handedOver(gone)];
    await at.tells(one.orderNumber, '1', '7');
    await at.tells(two.orderNumber, '1', '7');
    const damaged = { shipmentId: one.shipmentId, result: 'damaged', note: 'Ướt, rách góc' };
    expect(refusalOf(await count([damaged, { shipmentId: two.shipmentId, result: 'missing' }]))).toBe('count-back-note');
    expect(await at.where(torn)).toEqual(['outcome 1 transit']);
    good(await count([damaged, { shipmentId: two.shipmentId, result: 'missing', note: 'Bưu tá không mang theo' }]));
    expect([await at.where(torn), await at.where(gone)]).toEqual([['outcome 1 desk ky-bac'], ['outcome 1 unaccounted']]);
    expect((await casesOf(torn)).map(({ kind, note, arrived }) => [kind, note, arrived])).toEqual([['damaged', 'Ướt, rách góc', 1]]);
    expect((await casesOf(gone)).map(({ kind, note, arrived }) => [kind, note, arrived])).toEqual([['short', 'Bưu tá không mang theo', 0]]);
    expect((await at.clerk.get(`/api/dossiers/${torn.dossierId}`)).json<{ journal: readonly { what: string }[] }>().journal.at(-1)?.what).toBe('Kiểm đếm kết quả chuyển hoàn');
  });
  it('is counted by its own desk, from its own carrier', async () => {
    const { shipmentId, orderNumber } = await at.handedOver(await at.plant());
    expect(refusalOf(await count([{ shipmentId, result: 'there' }]))).toBe('not-coming-back');
    await at.tells(orderNumber, '1', '7');
    const neighbour = await at.world.signIn('tuphap.kyphong');
    expect((await count([{ shipmentId, result: 'there' }], neighbour)).status).toBe(404);
    expect((await at.clerk.send('POST', '/api/desk/shipments/count-back', { deskId: 'ky-bac', carrierId: 'another', counts: [{ shipmentId, result: 'there' }] })).status).toBe(404);
    good(await count([{ shipmentId, result: 'there' }]));
  });
});

it('nobody gives out at the desk what its carrier has: it says who, and what to do', async () => {
  const officer = await at.world.signIn('tuphap.kybac');
  const outcome = await at.plant();
  const { shipmentId, orderNumber } = await at.handedOver(outcome);
  const giveOut = async (): Promise<Answer> => officer.send('POST', `/api/desk/dossiers/${outcome.dossierId}/return-outcome`, {
    deskId: 'ky-bac', revision: 2, receiver: { fullName: 'Nguyễn Văn Thử', identity: { kind: 'old-identity-card', number: '183000001' }, relation: 'self' },
    receiptShown: true, recalledPapers: [], originalsReturned: false, collectedFeeLines: [],
  });
  const said: string[] = [];
  for (const step of [() => Promise.resolve(), () => at.tells(orderNumber, '1'), () => at.tells(orderNumber, '7')]) {
    await step();
    const answer = await giveOut();
    expect([refusalOf(answer), await at.stateOf(outcome)]).toEqual(['outcome-carried', 'ready-to-return']);
    said.push(answer.json<{ detail: string }>().detail);
  }
  expect(said).toEqual([
    'Kết quả đã giao cho VNPost Kỳ Anh, chưa ký nhận. Nếu còn ở quầy: đề nghị đơn vị chuyển phát hủy đơn, kiểm đếm ở “Gửi đi”, rồi mới trả.',
    'Kết quả đang ở VNPost Kỳ Anh. Gọi đơn vị chuyển phát chuyển hoàn về quầy, kiểm đếm ở “Gửi đi” rồi mới trả.',
    'Kết quả đang được VNPost Kỳ Anh đưa về quầy. Kiểm đếm ở “Gửi đi” rồi mới trả.',
  ]);
  good(await count([{ shipmentId, result: 'there' }]));
  good(await giveOut());
  expect([await at.where(outcome), await at.stateOf(outcome)]).toEqual([['outcome 1 citizen'], 'returned']);
});

describe('a delivery that went wrong', () => {
  const says = (shipmentId: string, kind: string, { dossierId }: Planted, who: Caller = at.clerk): Promise<Answer> =>
    who.send('POST', `/api/desk/shipments/${shipmentId}/wrong`, { deskId: 'ky-bac', kind, dossierIds: [dossierId], note: 'Người nhận gọi đến quầy' });
  const settle = (caseId: string, body: object): Promise<Answer> => at.clerk.send('POST', `/api/desk/custody-cases/${caseId}/settle`, body);
  it('and its receiver denies is nobody’s with a case of its shipment, and theirs again once it is found', async () => {
    const outcome = await at.plant();
    const { shipmentId, orderNumber } = await at.handedOver(outcome);
    expect(refusalOf(await says(shipmentId, 'denied', outcome))).toBe('not-delivered');
    await at.tells(orderNumber, '1', '4');
    expect((await says(shipmentId, 'denied', outcome, await at.world.signIn('tuphap.kyphong'))).status).toBe(404);
    expect((await says(shipmentId, 'denied', outcome)).status).toBe(201);
    expect([await at.where(outcome), await at.stateOf(outcome)]).toEqual([['outcome 1 unaccounted'], 'returned']);
    expect(refusalOf(await says(shipmentId, 'denied', outcome))).toBe('delivery-case-open');
    const [opened] = await casesOf(outcome);
    expect(opened).toMatchObject({ kind: 'denied', shipment: { number: orderNumber, carrierName: 'VNPost Kỳ Anh' } });
    const minute = await at.clerk.send('POST', `/api/desk/custody-cases/${opened?.caseId}/minute`, { liability: 'post', ground: 'Không có chữ ký', reissue: [], postage: 26_000 });
    expect(minute.json<{ owed: number }>().owed).toBe(104_000);
    expect((await settle(opened?.caseId ?? '', { how: 'found', note: 'Hàng xóm nhận hộ' })).status).toBe(200);
    expect(await at.where(outcome)).toEqual(['outcome 1 citizen']);
  });
  it('is of the shipment that brought it, not of one that came back before', async () => {
    const outcome = await at.plant();
    const before = await at.handedOver(outcome);
    await at.tells(before.orderNumber, '1', '7');
    good(await count([{ shipmentId: before.shipmentId, result: 'there' }]));
    const again = await at.handedOver(outcome);
    await at.tells(again.orderNumber, '1', '4');
    expect(refusalOf(await says(before.shipmentId, 'denied', outcome))).toBe('not-delivered');
    expect([await at.where(outcome), await casesOf(outcome)]).toEqual([['outcome 1 citizen'], []]);
    expect((await says(again.shipmentId, 'denied', outcome)).status).toBe(201);
    expect((await casesOf(outcome)).map(({ shipment }) => shipment?.number)).toEqual([again.orderNumber]);
  });
  it('and was given up for good is no case once more', async () => {
    const outcome = await at.plant();
    const { shipmentId, orderNumber } = await at.handedOver(outcome);
    await at.tells(orderNumber, '1', '4');
    expect((await says(shipmentId, 'denied', outcome)).status).toBe(201);
    const [opened] = await casesOf(outcome);
    expect((await settle(opened?.caseId ?? '', { how: 'borne', costBearer: 'nobody', note: 'Hai bên thống nhất' })).status).toBe(200);
    expect(refusalOf(await says(shipmentId, 'damaged', outcome))).toBe('not-delivered');
  });
  it('and came damaged stays theirs, with a case', async () => {
    const outcome = await at.plant();
    const { shipmentId, orderNumber } = await at.handedOver(outcome);
    await at.tells(orderNumber, '1', '4');
    expect((await says(shipmentId, 'damaged', outcome)).status).toBe(201);
    expect([await at.where(outcome), (await casesOf(outcome)).map(({ kind }) => kind)]).toEqual([['outcome 1 citizen'], ['damaged']]);
  });
});
