// Money of others on a real database: each đồng has one holder from the door to the post.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CourierWorld, DESK, HIMSELF, courierWorld, good, refusalOf } from '#testing/couriers/courier-world.ts';
import type { HandedIn } from '#wire/courier.wire.ts';
import { type DeskMoneyView, MOST_UNCOUNTED, type PostMoneyView, type Remitted } from '#wire/remittance.wire.ts';

let w: CourierWorld;
beforeAll(async () => { w = await courierWorld(); }, 240_000);
afterAll(() => w.world.close());

const TODAY = '2019-11-18';
const money = async () => good<DeskMoneyView>(await w.people.clerk.get(`/api/desk/money?deskId=${DESK}`));
const post = async (who = w.people.supervisor) => good<PostMoneyView>(await who.get('/api/post/money'));
const remit = (sumIds: readonly string[], more: object = {}, who = w.people.clerk) =>
  who.send('POST', '/api/desk/remittances', { remittanceId: randomUUID(), deskId: DESK, sumIds, way: 'cash', paidOn: TODAY, ...more });
const confirm = (remittanceId: string, counted: number, more: object = {}, who = w.people.supervisor) =>
  who.send('POST', `/api/post/remittances/${remittanceId}/confirm`, { counted, receiptNumber: 'PT-15', ...more });
const collected = async (amount: number): Promise<string> => {
  const shipmentId = await w.carried([await w.ready()], amount);
  good(await w.people.courier.send('POST', `/api/courier/shipments/${shipmentId}/deliver`, {
    attemptId: randomUUID(), at: w.now(), receiver: HIMSELF, receiptShown: true, recalledPapers: [], amountCollected: amount, signature: await w.picture(),
  }));
  return shipmentId;
};
/** Collected at a door, handed in and counted: a sum of the desk's. */
const atDesk = async (amount: number): Promise<string> => {
  // one after the other, as the list has them
  w.world.wait(60);
  await collected(amount);
  const { recordId } = good<HandedIn>(await w.people.courier.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds: [], amount, amountNote: 'Phần khác nộp sau' }));
  good(await w.people.clerk.send('POST', `/api/desk/courier-records/${recordId}/take`, { deskId: DESK, received: [], missing: [], amountCounted: amount }));
  return recordId;
};
/** Wherever it is: with couriers, at desks, on the way, at the post. */
const everywhere = async () => {
  const { desks, remittances } = await post();
  const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
  return sum(desks.flatMap(({ held, onTheWay, couriers }) => [held, onTheWay, ...couriers.map((one) => one.held)])) + sum(remittances.map(({ counted }) => counted ?? 0));
};

describe('money on its way to the post', () => {
  it('is the desk’s until the post has counted it, and the post’s from then on', async () => {
    const [first, second] = [await atDesk(26_000), await atDesk(14_000)];
    await collected(9_000);
    expect(await money()).toMatchObject({ held: 40_000, unitName: 'Bưu điện huyện Kỳ Anh', sums: [{ sumId: first, kind: 'hand-in', amount: 26_000, name: 'Hoàng Văn Gió' }, { sumId: second, amount: 14_000 }], couriers: [{ name: 'Hoàng Văn Gió', held: 9_000 }] });
    expect(await everywhere()).toBe(49_000);
    const { remittanceId, number, amount } = good<Remitted>(await remit([first], { note: 'Nộp trước' }));
    expect([amount, number]).toEqual([26_000, '01/BKNT']);
    expect(await money()).toMatchObject({ held: 14_000, sums: [{ sumId: second }], remittances: [{ remittanceId, number, amount: 26_000, sums: 1, paidOn: TODAY, way: 'cash', note: 'Nộp trước' }] });
    expect((await post()).desks.find(({ deskId }) => deskId === DESK)).toMatchObject({ held: 14_000, onTheWay: 26_000, couriers: [{ held: 9_000 }] });
    expect(await everywhere()).toBe(49_000);
    expect(good(await confirm(remittanceId, 26_000))).toMatchObject({ counted: 26_000 });
    expect((await money()).remittances).toMatchObject([{ counted: 26_000, receiptNumber: 'PT-15', countedByName: 'Lê Thị Hải Đường' }]);
    expect((await post()).desks.find(({ deskId }) => deskId === DESK)).toMatchObject({ held: 14_000, onTheWay: 0 });
    expect(await everywhere()).toBe(49_000);
    expect(refusalOf(await confirm(remittanceId, 26_000))).toBe('taken-already');
    const paper = await w.people.clerk.get(`/api/papers/${remittanceId}.pdf`);
    expect([paper.status, paper.text.startsWith('%PDF-')]).toEqual([200, true]);
    expect((await w.people.neighbour.get(`/api/papers/${remittanceId}.pdf`)).status).toBe(404);
  });
  it('that the post counts less is the desk’s as a sum of its own, and goes on once', async () => {
    const [sumId] = (await money()).sums.map((one) => one.sumId);
    const { remittanceId, number } = good<Remitted>(await remit([sumId ?? ''], { way: 'transfer', reference: 'FT19322' }));
    expect(refusalOf(await confirm(remittanceId, 10_000))).toBe('amount-differs');
    expect(refusalOf(await confirm(remittanceId, 15_000, { note: 'Thừa' }))).toBe('more-than-held');
    good(await confirm(remittanceId, 10_000, { note: 'Thiếu hai tờ' }));
    expect(await money()).toMatchObject({ held: 4_000, sums: [{ sumId: remittanceId, kind: 'short', amount: 4_000, name: number }] });
    expect(await everywhere()).toBe(49_000);
    const rest = good<Remitted>(await remit([remittanceId]));
    good(await confirm(rest.remittanceId, 4_000));
    expect(await money()).toMatchObject({ held: 0, sums: [] });
    expect(refusalOf(await remit([remittanceId]))).toBe('sum-gone');
  });
  it('goes on once, however many pay at once', async () => {
    const sumId = await atDesk(8_000);
    const answers = await Promise.all([remit([sumId]), remit([sumId])]);
    expect(answers.map(refusalOf).toSorted()).toEqual(['201', 'sum-gone']);
    const { remittanceId } = good<Remitted>(answers.find(({ status }) => status === 201) ?? answers[0]);
    expect(refusalOf(await remit([await atDesk(1_000)], { remittanceId }))).toBe('already-recorded');
    good(await confirm(remittanceId, 8_000));
  });
  it('is refused where it cannot be, and another’s is not there', async () => {
    const [sumId = ''] = (await money()).sums.map((one) => one.sumId);
    expect(refusalOf(await remit([sumId, randomUUID()]))).toBe('sum-gone');
    expect(refusalOf(await remit([sumId], { paidOn: '2019-11-19' }))).toBe('paid-later');
    expect(refusalOf(await remit([sumId], { paidOn: '2019-11-17' }))).toBe('paid-before-counted');
    expect(refusalOf(await remit([sumId], { way: 'transfer' }))).toBe('reference-missing');
    expect((await remit([sumId], {}, w.people.neighbour)).status).toBe(404);
    expect(refusalOf(await remit([sumId], { deskId: 'ky-phong' }, w.people.neighbour))).toBe('sum-gone');
    const { remittanceId } = good<Remitted>(await remit([sumId]));
    expect((await confirm(remittanceId, 1_000, {}, w.people.clerk)).status).toBe(403);
    expect((await confirm(randomUUID(), 1_000)).status).toBe(404);
  });
  it('is added up however much went through the same hands in years', async () => {
    const before = { desk: (await money()).held, post: await post() };
    // a thousand million a year, all of it counted on to the post
    for (let year = 0; year < 3; year += 1) {
      for (const [from, to, toId] of [['receiver', 'courier', w.courierId], ['courier', 'desk', DESK], ['desk', 'post', 'buu-dien-huyen-ky-anh']]) {
        await w.sql(`insert into motcua.collected_money (province_id, move_id, from_kind, from_id, to_kind, to_id, desk_id, amount, sent_at, counted, counted_at)
          values (42, $1, $2, $3, $4, $5, $6, 1000000000, now(), 1000000000, now())`, randomUUID(), from, from === 'desk' ? DESK : from === 'courier' ? w.courierId : 'x', to, toId, DESK);
      }
    }
    expect((await money()).held).toBe(before.desk);
    expect((await post()).desks).toEqual(before.post.desks);
    await collected(5_000);
    good(await w.people.courier.send('POST', '/api/courier/hand-in', { recordId: randomUUID(), deskId: DESK, at: w.now(), shipmentIds: [], amount: 5_000, amountNote: 'Phần khác nộp sau' }));
  });
  it('more slips than a list holds are said and not passed over', async () => {
    expect([(await money()).moreUncounted, (await post()).moreUncounted]).toEqual([false, false]);
    const each = 1_000, slips = MOST_UNCOUNTED + 1;
    for (const [from, to, toId] of [['receiver', 'courier', w.courierId], ['courier', 'desk', DESK]]) {
      await w.sql(`insert into motcua.collected_money (province_id, move_id, from_kind, from_id, to_kind, to_id, desk_id, amount, sent_at, counted, counted_at)
        values (42, $1, $2, $3, $4, $5, $6, $7, now(), $7, now())`, randomUUID(), from, from === 'courier' ? w.courierId : 'x', to, toId, DESK, each * slips);
    }
    await w.sql(
      `with paid as (
         insert into motcua.collected_money (province_id, move_id, from_kind, from_id, to_kind, to_id, desk_id, amount, sent_at)
         select 42, gen_random_uuid(), 'desk', $1, 'post', 'buu-dien-huyen-ky-anh', $1, $5::int, $2 from generate_series(1, $3::int) returning move_id)
       insert into motcua.remittance (province_id, remittance_id, desk_id, unit_id, number, way, paid_on, sent_by, sent_by_name)
       select 42, move_id, $1, 'buu-dien-huyen-ky-anh', 'BK', 'cash', $4, move_id, 'Người thử' from paid`, DESK, w.now(), slips, TODAY, each);
    const [atDeskNow, atPost] = [await money(), await post()];
    for (const { remittances, moreUncounted } of [atDeskNow, atPost]) {
      expect([remittances.filter(({ countedAt }) => countedAt === undefined).length, remittances.some(({ countedAt }) => countedAt !== undefined), moreUncounted]).toEqual([MOST_UNCOUNTED, true, true]);
    }
  });
});
