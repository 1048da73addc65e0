// A liability minute that turns out wrong is replaced by a later one: the old one is kept, what was paid stays paid.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { formatItemNumber } from '#core/numbering/item-number.ts';
import { type BagWorld, bagWorld, post, refusalOf } from '#testing/bag-world.ts';
import { findUnexplained } from '#testing/custody-ledger.ts';
import type { BagLost } from '#wire/bags.wire.ts';
import type { CustodyCase, CustodyCaseView, LiabilityMinuteMade } from '#wire/custody-cases.wire.ts';

let bags: BagWorld;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
afterAll(() => bags.world.close());
afterEach(async () => expect(await findUnexplained(bags.pool)).toEqual([]));

it('its tasks and sums hold no more, what was paid is taken off, and both sides still read the old one', async () => {
  const { clerk, specialist } = bags.people;
  const [one, two] = [await bags.receive({ channel: 'post', regime: 'public-post', posting: { itemNumber: formatItemNumber('RH', 71), postage: 20_000 } }), await bags.receive()];
  const bag = await bags.sent(one, two);
  await post<BagLost>(clerk, `/api/desk/bags/${bag.bagId}/lost`, { ground: 'Xe thư cháy' });
  const { cases } = (await clerk.get('/api/desk/custody-cases')).json<{ cases: readonly CustodyCase[] }>();
  const { caseId } = cases.find(({ thing }) => thing.thingId === bag.bagId) ?? expect.fail('no case');
  const view = async (): Promise<CustodyCaseView> => (await clerk.get(`/api/desk/custody-cases/${caseId}`)).json<CustodyCaseView>();
  const act = (path: string, body: object) => clerk.send('POST', `/api/desk/custody-cases/${caseId}/${path}`, body);
  const { now, things } = await view();
  const reissue = things.map(({ thingId, code }) => ({ thingId, what: `Giấy tờ của ${code}`, bySide: 'desk', due: now.slice(0, 10) }));
  expect(refusalOf(await act('minute', { liability: 'post', ground: 'x', reissue: [], replacedBecause: 'x' }))).toBe('no-minute-to-replace');
  const first = (await act('minute', { liability: 'post', ground: 'Do bưu điện', reissue, reissueCost: 15_000 })).json<LiabilityMinuteMade>();
  expect(first.owed).toBe(95_000);
  expect((await act('compensation/1/paid', { receiptNumber: 'BL 1' })).status).toBe(200);
  expect((await act('reissue/1/done', { note: 'Xin lại ở xã' })).status).toBe(200);
  expect(refusalOf(await act('minute', { liability: 'post', ground: 'x', reissue: [] }))).toBe('minute-made');
  expect(refusalOf(await act('minute', { liability: 'post', ground: 'x', reissue: reissue.slice(0, 1), replacedBecause: 'x' }))).toBe('reissued-before');

  const second = (await act('minute', { liability: 'post', ground: 'Định giá lại', reissue: reissue.slice(1), reissueCost: 40_000, agreed: [{ dossierId: one.dossierId, amount: 100_000 }], replacedBecause: 'Thiệt hại lớn hơn' })).json<LiabilityMinuteMade>();
  expect([second.number, second.owed]).toEqual(['02/BBTN', 60_000]);
  expect(await view()).toMatchObject({
    minute: { number: '02/BBTN', replaces: '01/BBTN', replacedBecause: 'Thiệt hại lớn hơn' }, earlier: [{ paperId: first.paperId, number: '01/BBTN', liability: 'post', ground: 'Do bưu điện' }],
    tasks: [{ taskNo: 1, doneNote: 'Xin lại ở xã' }, { taskNo: 2, withdrawnAt: second.at }, { taskNo: 3 }],
    compensation: [{ lineNo: 1, amount: 80_000, receiptNumber: 'BL 1' }, { lineNo: 2, amount: 15_000, withdrawnAt: second.at }, { lineNo: 3, kind: 'loss', amount: 20_000 }, { lineNo: 4, kind: 'reissue-cost', amount: 40_000 }],
    case: { unpaid: 60_000, openTasks: 1 },
  });
  expect([refusalOf(await act('compensation/2/paid', { receiptNumber: 'x' })), refusalOf(await act('reissue/2/done', { note: 'x' }))]).toEqual(['compensation-withdrawn', 'reissue-withdrawn']);
  const { tasks } = (await clerk.get('/api/desk/custody-cases')).json<{ tasks: readonly { caseId: string; taskNo: number }[] }>();
  expect(tasks.filter((task) => task.caseId === caseId).map(({ taskNo }) => taskNo)).toEqual([3]);
  for (const who of [clerk, specialist]) expect((await who.get(`/api/papers/${first.paperId}.pdf`)).status).toBe(200);
  expect((await clerk.get(`/api/papers/${second.paperId}/payload`)).json<{ payload: object }>().payload).toMatchObject({ replaces: { number: '01/BBTN', because: 'Thiệt hại lớn hơn' } });
  const { rows } = await bags.world.database.migratorPool.query('select superseded_at is not null as superseded from motcua.issued_paper where paper_id = any($1) order by number', [[first.paperId, second.paperId]]);
  expect(rows).toEqual([{ superseded: true }, { superseded: false }]);

  // with nobody at fault nothing more is owed, and what was paid stays paid
  const third = (await act('minute', { liability: 'nobody', ground: 'Cháy do sét', reissue: [], replacedBecause: 'Kết luận của công an' })).json<LiabilityMinuteMade>();
  expect([third.number, third.owed]).toEqual(['03/BBTN', 0]);
  expect((await view()).case).toMatchObject({ liability: 'nobody', unpaid: 0, openTasks: 0, minuteNumber: '03/BBTN' });
  expect((await act('settle', { how: 'borne', note: 'Đã trả một phần' })).status).toBe(200);
  expect(refusalOf(await act('minute', { liability: 'post', ground: 'x', reissue: [], replacedBecause: 'x' }))).toBe('custody-case-settled');
}, 240_000);
