// What goes wrong on the way on a real database: lost, found, over, a broken seal, late; who answers, what is issued anew,
// what the post pays, and how it ends. Whatever is refused moves nothing.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BagWorld, DESK, type Received, type SentBag, bagWorld, counted, post, refusalOf } from '#testing/bag-world.ts';
import { findUnexplained, happened } from '#testing/custody-ledger.ts';
import type { Caller } from '#testing/served-world.ts';
import { findAllSeries } from '#server/books/verify-series.sql.ts';
import type { BagLost, BagReceived } from '#wire/bags.wire.ts';
import type { CustodyCase, CustodyCaseView, LiabilityMinuteMade, OwnReissueTask } from '#wire/custody-cases.wire.ts';
import type { DossierView } from '#wire/dossier-view.wire.ts';

let bags: BagWorld;
beforeAll(async () => { bags = await bagWorld(); }, 240_000);
afterAll(() => bags.world.close());
afterEach(async () => expect(await findUnexplained(bags.pool)).toEqual([]));

type Side = 'desk' | 'office';
type List = { readonly cases: readonly CustodyCase[]; readonly tasks: readonly OwnReissueTask[] };
const listOf = async (who: Caller, side: Side): Promise<List> => (await who.get(`/api/${side}/custody-cases`)).json<List>();
const caseOf = async (who: Caller, side: Side, caseId: string): Promise<CustodyCaseView> => (await who.get(`/api/${side}/custody-cases/${caseId}`)).json<CustodyCaseView>();
const act = (who: Caller, side: Side, caseId: string, path: string, body: object) => who.send('POST', `/api/${side}/custody-cases/${caseId}/${path}`, body);
const does = <T = object>(who: Caller, side: Side, caseId: string, path: string, body: object): Promise<T> => post<T>(who, `/api/${side}/custody-cases/${caseId}/${path}`, body);
const ofBag = async ({ bagId }: { readonly bagId: string }): Promise<CustodyCase> =>
  (await listOf(bags.people.clerk, 'desk')).cases.find(({ thing }) => thing.thingId === bagId) ?? expect.fail('no case of the bag');
let itemNo = 0;
const ITEMS = ['RH000000003VN', 'RH000000017VN', 'RH000000025VN', 'RH000000034VN', 'RH000000048VN'];
const posted = (postage = 20_000) => ({ channel: 'post', regime: 'public-post', posting: { itemNumber: ITEMS[itemNo++] ?? expect.fail('no item number left'), postage } }) as const;
const lost = async (bag: SentBag, ground = 'Xe thư cháy'): Promise<CustodyCase> => {
  await post<BagLost>(bags.people.clerk, `/api/desk/bags/${bag.bagId}/lost`, { ground });
  return ofBag(bag);
};

describe('a lost bag', () => {
  it('leaves all in it with nobody, with one case for both sides; the dossiers stay on their way', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const bag = await bags.sent(one, two);
    expect(refusalOf(await bags.bagAct(bags.people.clerk, 'desk', bag.bagId, 'lost', {}))).toBe('bag-not-late');
    const opened = await lost(bag);
    expect(opened).toMatchObject({ kind: 'bag-lost', thing: { label: bag.label }, liability: 'unknown', holderKind: 'unaccounted', arrived: 0, recordNumber: bag.recordNumber });
    expect((await listOf(bags.people.specialist, 'office')).cases.map(({ caseId }) => caseId)).toContain(opened.caseId);
    expect((await listOf(bags.people.elsewhere, 'office')).cases.map(({ caseId }) => caseId)).not.toContain(opened.caseId);
    expect((await caseOf(bags.people.specialist, 'office', opened.caseId)).things.map(({ code, holderKind }) => [code, holderKind]).toSorted())
      .toEqual([[one.code, 'unaccounted'], [two.code, 'unaccounted']].toSorted());
    expect(await happened(bags.pool, one.dossierId)).toEqual(['papers: came packed sent lost']);
    expect([await bags.stateOf(one.dossierId), (await bags.bagsOf(bags.people.clerk, 'desk')).own.find(({ bagId }) => bagId === bag.bagId)?.stands]).toEqual(['handed-over', 'lost']);
    expect((await bags.people.clerk.get(`/api/dossiers/${one.dossierId}`)).json<DossierView>().journal.at(-1)).toMatchObject({ what: 'Báo thất lạc túi hồ sơ', note: 'Xe thư cháy' });
    expect([
      refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'receive', counted([one, two]))), refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'lost', { ground: 'x' })),
      refusalOf(await act(bags.people.clerk, 'desk', opened.caseId, 'settle', { how: 'found', note: 'x' })), refusalOf(await act(bags.people.clerk, 'desk', opened.caseId, 'settle', { how: 'agreed', note: 'x' })),
      (await bags.bagAct(bags.people.elsewhere, 'office', bag.bagId, 'lost', { ground: 'x' })).status,
    ]).toEqual(['bag-stands', 'bag-stands', 'found-with-its-bag', 'still-missing-thing', 404]);
  });
  it('found after all is counted like any other, and its case is over', async () => {
    const [one, two] = [await bags.receive(), await bags.receive()];
    const bag = await bags.sent(one, two);
    const { caseId } = await lost(bag);
    await post<BagLost>(bags.people.specialist, `/api/office/bags/${bag.bagId}/found`, { note: 'Ở bưu cục Kỳ Anh' });
    expect(await caseOf(bags.people.clerk, 'desk', caseId)).toMatchObject({ settled: { how: 'found', note: 'Ở bưu cục Kỳ Anh' } });
    expect(refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'found', { note: 'x' }))).toBe('bag-stands');
    const answer = await post<BagReceived>(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted([one], { missing: [{ dossierId: two.dossierId, note: 'Không có trong túi' }] }));
    expect(answer).toMatchObject({ received: 1, missing: 1 });
    expect([await happened(bags.pool, one.dossierId), await happened(bags.pool, two.dossierId)]).toEqual([['papers: came packed sent lost found unpacked received'], ['papers: came packed sent lost found lost']]);
    expect([await bags.stateOf(one.dossierId), await bags.stateOf(two.dossierId)]).toEqual(['in-process', 'received']);
  });
  it('given up: the post answers, what is issued anew is sent again, what is owed is paid first', async () => {
    const [slip, plain] = [await bags.receive(posted()), await bags.receive()];
    const bag = await bags.sent(slip, plain);
    const { caseId } = await lost(bag);
    const { things, payBy } = await caseOf(bags.people.clerk, 'desk', caseId);
    expect(payBy).toBe('2019-12-18');
    expect(things.map(({ code, least }) => [code, least]).toSorted()).toEqual([[slip.code, 80_000], [plain.code, 0]].toSorted());
    const reissue = things.map(({ thingId, code }) => ({ thingId, what: `Giấy tờ của ${code ?? ''}`, bySide: 'desk', due: '2019-11-25' }));
    const body = { liability: 'post', ground: 'Xe của bưu điện', reissue, reissueCost: 15_000 };
    expect([
      refusalOf(await act(bags.people.clerk, 'desk', caseId, 'minute', { ...body, agreed: [{ dossierId: plain.dossierId, amount: 1 }] })),
      refusalOf(await act(bags.people.clerk, 'desk', caseId, 'minute', { ...body, agreed: [{ dossierId: slip.dossierId, amount: 79_999 }] })),
      refusalOf(await act(bags.people.clerk, 'desk', caseId, 'minute', { ...body, liability: 'nobody', agreed: [{ dossierId: slip.dossierId, amount: 90_000 }] })),
      refusalOf(await act(bags.people.clerk, 'desk', caseId, 'minute', { ...body, reissue: [{ ...reissue[0], thingId: randomUUID() }] })),
      refusalOf(await act(bags.people.clerk, 'desk', caseId, 'minute', { ...body, reissue: [{ ...reissue[0], due: '2019-11-17' }] })),
      (await act(bags.people.specialist, 'office', caseId, 'minute', body)).status,
    ]).toEqual(['compensation-unproved', 'compensation-below-least', 'compensation-not-owed', 'reissue-not-of-case', 'reissue-in-the-past', 404]);
    const minute = await does<LiabilityMinuteMade>(bags.people.clerk, 'desk', caseId, 'minute', body);
    expect(minute).toMatchObject({ number: '01/BBTN', owed: 95_000, payBy: '2019-12-18' });
    expect(refusalOf(await act(bags.people.clerk, 'desk', caseId, 'minute', body))).toBe('minute-made');
    // the agency that signs it may open it too, another may not
    expect([(await bags.people.specialist.get(`/api/papers/${minute.paperId}.pdf`)).status, (await bags.people.elsewhere.get(`/api/papers/${minute.paperId}.pdf`)).status]).toEqual([200, 404]);
    const payload = (await bags.people.clerk.get(`/api/papers/${minute.paperId}/payload`)).json<{ payload: { compensation: readonly object[]; unproved: readonly string[]; answerable: string } }>().payload;
    expect(payload).toMatchObject({ answerable: 'Bưu điện', unproved: [plain.code], compensation: [{ itemNumber: 'RH000000003VN', postage: 20_000, amount: 80_000 }, { amount: 15_000 }] });
    const settle = { how: 'reissued', note: 'Đã xin lại đủ' };
    expect(refusalOf(await act(bags.people.clerk, 'desk', caseId, 'settle', settle))).toBe('reissue-open');
    const { tasks } = await listOf(bags.people.clerk, 'desk');
    expect([tasks.filter((task) => task.caseId === caseId).length, (await listOf(bags.people.specialist, 'office')).tasks]).toEqual([2, []]);
    expect(refusalOf(await act(bags.people.specialist, 'office', caseId, 'reissue/1/done', { note: 'x' }))).toBe('reissue-other-side');
    for (const taskNo of [1, 2]) await does(bags.people.clerk, 'desk', caseId, `reissue/${taskNo}/done`, { note: 'Xin lại ở xã' });
    expect([refusalOf(await act(bags.people.clerk, 'desk', caseId, 'reissue/1/done', { note: 'x' })), (await act(bags.people.clerk, 'desk', caseId, 'reissue/9/done', { note: 'x' })).status]).toEqual(['reissue-done', 404]);
    expect(refusalOf(await act(bags.people.clerk, 'desk', caseId, 'settle', settle))).toBe('compensation-unpaid');
    for (const lineNo of [1, 2]) await does(bags.people.clerk, 'desk', caseId, `compensation/${lineNo}/paid`, { receiptNumber: `BL ${lineNo}` });
    expect(refusalOf(await act(bags.people.clerk, 'desk', caseId, 'compensation/1/paid', { receiptNumber: 'x' }))).toBe('compensation-paid');
    await does(bags.people.specialist, 'office', caseId, 'settle', settle);
    expect(refusalOf(await act(bags.people.clerk, 'desk', caseId, 'settle', settle))).toBe('custody-case-settled');
    expect(await caseOf(bags.people.clerk, 'desk', caseId)).toMatchObject({ settled: { how: 'reissued', costBearer: 'post' }, compensation: [{ amount: 80_000, receiptNumber: 'BL 1' }, { amount: 15_000, receiptNumber: 'BL 2' }] });
    // they wait at the desk again, with what was issued anew
    expect([await bags.stateOf(slip.dossierId), (await bags.where(slip.dossierId)).map((at) => at.replace(/ \d+/u, ''))]).toEqual(['received', ['papers desk ky-bac', 'papers destroyed']]);
    expect(refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'found', { note: 'x' }))).toBe('bag-stands');
    const again = await bags.sent(slip, plain);
    await post(bags.people.specialist, `/api/office/bags/${again.bagId}/receive`, counted([slip, plain]));
    expect(await bags.stateOf(slip.dossierId)).toBe('in-process');
    const series = (await findAllSeries(bags.pool, 42)).find((one) => one.series.startsWith('paper:liability-minute'));
    expect(series).toMatchObject({ numbers: [1], gaps: [] });
  }, 240_000);
  it('a loss that is found before it is paid is owed no more', async () => {
    const bag = await bags.sent(await bags.receive(posted()));
    const { caseId } = await lost(bag);
    await does(bags.people.clerk, 'desk', caseId, 'minute', { liability: 'post', ground: 'x', reissue: [] });
    await post(bags.people.clerk, `/api/desk/bags/${bag.bagId}/found`, { note: 'Trong kho' });
    expect((await caseOf(bags.people.clerk, 'desk', caseId)).compensation).toMatchObject([{ amount: 80_000, isLapsed: true }]);
    expect(refusalOf(await act(bags.people.clerk, 'desk', caseId, 'compensation/1/paid', { receiptNumber: 'x' }))).toBe('compensation-lapsed');
  });
});

describe('what is found on receiving', () => {
  const received = async (bag: SentBag, of: readonly Received[], more: object): Promise<BagReceived> => post<BagReceived>(bags.people.specialist, `/api/office/bags/${bag.bagId}/receive`, counted(of, more));
  it('a broken seal is a case of the bag for both sides', async () => {
    const one = await bags.receive();
    const bag = await bags.sent(one);
    await received(bag, [one], { sealBroken: true, sealNote: 'Dây đứt' });
    const opened = await ofBag(bag);
    expect(opened).toMatchObject({ kind: 'seal-broken', note: 'Dây đứt', holderKind: 'destroyed' });
    expect((await bags.bagsOf(bags.people.clerk, 'desk')).received.find(({ bagId }) => bagId === bag.bagId)?.caseId).toBe(opened.caseId);
    await does(bags.people.clerk, 'desk', opened.caseId, 'settle', { how: 'agreed', note: 'Kiểm đếm đủ' });
  });
  it('what is over is taken over, or is new, with a case that ends when the sender has it again', async () => {
    const [listed, beside] = [await bags.receive(), await bags.receive()];
    const bag = await bags.sent(listed);
    const over = (more: object) => [{ name: 'Giấy tờ thừa', count: 1, note: 'Nằm dưới đáy túi', ...more }];
    expect(refusalOf(await bags.bagAct(bags.people.specialist, 'office', bag.bagId, 'receive', counted([listed], { over: over({ scanned: listed.code }) })))).toBe('over-on-record');
    const answer = await received(bag, [listed], { over: [...over({ scanned: beside.code }), ...over({ name: 'Bì thư lạ' })] });
    expect(answer.over).toBe(2);
    expect(await happened(bags.pool, beside.dossierId)).toEqual(['papers: came taken-over']);
    const { cases } = await listOf(bags.people.clerk, 'desk');
    const [known, strange] = [cases.find(({ kind, dossier }) => kind === 'over' && dossier?.code === beside.code), cases.find(({ thing }) => thing.name === 'Bì thư lạ')];
    expect([known?.holderKind, strange?.dossier, strange?.holderKind]).toEqual(['agency', undefined, 'agency']);
    expect(refusalOf(await act(bags.people.specialist, 'office', known?.caseId ?? '', 'settle', { how: 'taken-back', note: 'x' }))).toBe('not-to-take-back');
    await does(bags.people.clerk, 'desk', known?.caseId ?? '', 'settle', { how: 'taken-back', note: 'Đã mang về' });
    await does(bags.people.specialist, 'office', strange?.caseId ?? '', 'settle', { how: 'agreed', note: 'Của cơ quan' });
    expect(await bags.where(beside.dossierId)).toEqual([`papers ${await bags.total(beside.dossierId)} desk ${DESK}`]);
    const next = await bags.sent(beside);
    expect(refusalOf(await bags.bagAct(bags.people.specialist, 'office', next.bagId, 'receive', counted([beside], { over: over({ scanned: listed.code }) })))).toBe('over-held-here');
    await received(next, [beside], {});
  });
  it('what was missing and lies in another bag is found', async () => {
    const [gone, other] = [await bags.receive(), await bags.receive()];
    await received(await bags.sent(gone), [], { missing: [{ dossierId: gone.dossierId, note: 'Không có' }] });
    const bag = await bags.sent(other);
    await received(bag, [other], { over: [{ scanned: gone.code, name: 'Giấy tờ của hồ sơ trước', count: 1, note: 'Lẫn trong túi này' }] });
    expect(await happened(bags.pool, gone.dossierId)).toEqual(['papers: came packed sent lost found']);
    expect((await listOf(bags.people.clerk, 'desk')).cases.filter(({ dossier }) => dossier?.code === gone.code)).toEqual([]);
  });
});

it('what the post brought late is a case with the postage back; not without a slip, not in time, not twice', async () => {
  const [slip, plain, prompt] = [await bags.receive(posted(33_000)), await bags.receive(), await bags.receive(posted())];
  const bag = await bags.sent(slip, plain);
  await bags.sent(prompt);
  const late = (who: Caller, side: Side, dossierId: string) => who.send('POST', `/api/${side}/custody-cases/late`, { dossierId, note: 'Chậm' });
  expect(refusalOf(await late(bags.people.clerk, 'desk', slip.dossierId))).toBe('transit-not-late');
  await bags.world.database.migratorPool.query(`update motcua.hand_over_line set transit = jsonb_set(transit, '{endsOn}', '"2019-11-15"') where hand_over_id = $1`, [bag.handOverId]);
  const opened = await late(bags.people.specialist, 'office', slip.dossierId);
  const { caseId } = opened.json<{ caseId: string }>();
  expect([
    opened.status, refusalOf(await late(bags.people.clerk, 'desk', slip.dossierId)), refusalOf(await late(bags.people.clerk, 'desk', plain.dossierId)), refusalOf(await late(bags.people.clerk, 'desk', prompt.dossierId)),
    (await late(bags.people.elsewhere, 'office', slip.dossierId)).status,
  ]).toEqual([201, 'late-case-open', 'posting-unproved', 'transit-not-late', 404]);
  expect(await does<LiabilityMinuteMade>(bags.people.clerk, 'desk', caseId, 'minute', { liability: 'post', ground: 'Xe trễ chuyến', reissue: [] })).toMatchObject({ owed: 33_000 });
  expect((await caseOf(bags.people.specialist, 'office', caseId)).case).toMatchObject({ kind: 'late', dossier: { code: slip.code }, unpaid: 33_000, holderKind: 'transit' });
});
