// A stock count on a real database, at a desk and at an agency: what was not found nobody has, what lies there is written down.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findUnexplained, happened, standing } from '#testing/custody-ledger.ts';
import { procedureIn, receiveCommand } from '#testing/desk-commands.ts';
import { type Answer, type Caller, type ServedWorld, servedWorld } from '#testing/served-world.ts';
import { findAllSeries } from '#server/books/verify-series.sql.ts';
import type { CustodyCase } from '#wire/custody-cases.wire.ts';
import type { StockCountClosed, StockThings, StockView } from '#wire/stock.wire.ts';

const record = procedureIn('kybac-2019', '2.000488');
const [DESK, AGENCY] = ['ky-bac', 'so-tu-phap'];

let world: ServedWorld;
const people = {} as Record<'officer' | 'clerk' | 'records' | 'specialist' | 'elsewhere', Caller>;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  people.officer = await world.signIn('tuphap.kybac');
  people.clerk = await world.signIn('buudien.kybac');
  people.records = await world.signIn('vanthu.stp');
  people.specialist = await world.signIn('chuyenvien.stp');
  people.elsewhere = await world.signIn('vanthu.kyanh');
}, 240_000);
afterAll(() => world.close());
afterEach(async () => expect(await findUnexplained(world.database.pool)).toEqual([]));

type Side = 'desk' | 'office';
type Received = { readonly dossierId: string; readonly code: string };
const made = async <T>(who: Caller, url: string, body: object): Promise<T> => {
  const answer = await who.send('POST', url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  world.wait(1);
  return answer.json<T>();
};
const receive = (): Promise<Received> => made<Received>(people.officer, '/api/desk/dossiers', receiveCommand(DESK, record));
const refusalOf = ({ status, json }: Answer): string => (status >= 400 && status < 500 ? json<{ code: string }>().code : `${status}`);
const stockOf = async (who: Caller, side: Side, place: string): Promise<StockView> => (await who.get(`/api/${side}/stock?place=${place}`)).json<StockView>();
const thingsOf = async (scanned: string, who = people.clerk, side: Side = 'desk', place = DESK): Promise<StockThings> =>
  (await who.get(`/api/${side}/stock/thing?place=${place}&scanned=${encodeURIComponent(scanned)}`)).json<StockThings>();

/** Everything that the list had is found, but for what the test says. */
const bodyOf = (view: StockView, more: { readonly missing?: readonly string[]; readonly unexpected?: readonly string[]; readonly strays?: readonly object[] } = {}) => {
  const missing = view.rows.filter(({ code }) => more.missing?.includes(code));
  return {
    countId: randomUUID(), place: view.place.id, startedAt: view.now, after: view.counts[0]?.countId,
    found: view.rows.filter((row) => row.insideLabel === undefined && !missing.includes(row)).map(({ thingId }) => thingId),
    missing: missing.map(({ thingId }) => ({ thingId, note: 'Không thấy trong tủ' })), unexpected: more.unexpected ?? [], strays: more.strays ?? [],
  };
};
const close = (who: Caller, side: Side, body: object): Promise<Answer> => who.send('POST', `/api/${side}/stock/counts`, body);
const closed = (who: Caller, side: Side, body: object): Promise<StockCountClosed> => made<StockCountClosed>(who, `/api/${side}/stock/counts`, body);
const forward = (one: Received) => made(people.officer, '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY, dossiers: [{ dossierId: one.dossierId, revision: 1, paperCount: 1 }] });
const settle = async (one: Received) => {
  const cases = (await people.clerk.get('/api/desk/custody-cases')).json<{ cases: readonly CustodyCase[] }>().cases;
  return cases.filter(({ dossier }) => dossier?.code === one.code).map(({ kind, holderKind }) => ({ kind, holderKind }));
};

it('what was not found is lost with a case both sides see, and found at a later count its case is over', async () => {
  const [here, gone] = [await receive(), await receive()];
  const view = await stockOf(people.clerk, 'desk', DESK);
  expect(view.rows.map(({ code }) => code)).toEqual(expect.arrayContaining([here.code, gone.code]));
  const answer = await closed(people.clerk, 'desk', bodyOf(view, { missing: [gone.code], strays: [{ scanned: 'XYZ 1', note: 'để riêng' }] }));
  expect(answer.number).toMatch(/^\d+\/BBKK$/);
  expect([await happened(world.database.pool, gone.dossierId), await happened(world.database.pool, here.dossierId)]).toEqual([['papers: came lost'], ['papers: came']]);
  expect(await settle(gone)).toEqual([{ kind: 'not-in-stock', holderKind: 'unaccounted' }]);
  const paper = (await people.clerk.get(`/api/papers/${answer.paperId}/payload`)).json<{ payload: object }>().payload;
  expect(paper).toMatchObject({ kind: 'stock-count-record', number: answer.number, placeName: view.place.name, missing: [{ code: gone.code, note: 'Không thấy trong tủ' }], strays: [{ scanned: 'XYZ 1', note: 'để riêng' }] });

  const next = await stockOf(people.clerk, 'desk', DESK);
  expect([next.rows.some(({ code }) => code === gone.code), next.counts[0]]).toMatchObject([false, { number: answer.number, missing: 1, strays: 1 }]);
  const scanned = await thingsOf(gone.code);
  expect(scanned.things).toMatchObject([{ holder: 'unaccounted' }]);
  await closed(people.clerk, 'desk', bodyOf(next, { unexpected: scanned.things.map(({ thingId }) => thingId) }));
  expect([await happened(world.database.pool, gone.dossierId), await settle(gone)]).toEqual([['papers: came lost found'], []]);
});

it('of several pieces so many are there: the rest is nobody’s with a case, and is found at a later count', async () => {
  const one = await receive();
  const view = await stockOf(people.clerk, 'desk', DESK);
  const row = view.rows.find(({ code }) => code === one.code) ?? expect.fail(one.code);
  expect(row.count).toBeGreaterThan(1);
  const body = bodyOf(view);
  const short = (pieces: number) => ({ ...body, found: body.found.filter((id) => id !== row.thingId), short: [{ thingId: row.thingId, pieces, note: 'Thiếu một bản sao' }] });
  expect(refusalOf(await close(people.clerk, 'desk', short(row.count)))).toBe('stock-pieces');
  const answer = await closed(people.clerk, 'desk', short(row.count - 1));
  expect(answer.lines.filter(({ thingId }) => thingId === row.thingId)).toEqual([{ thingId: row.thingId, result: 'short' }]);
  expect(await standing(world.database.pool, one.dossierId)).toEqual(['paper 1 unaccounted', `papers ${row.count - 1} desk ${DESK}`]);
  expect(await settle(one)).toEqual([{ kind: 'short', holderKind: 'unaccounted' }]);
  const paper = (await people.clerk.get(`/api/papers/${answer.paperId}/payload`)).json<{ payload: object }>().payload;
  expect(paper).toMatchObject({ missing: [{ code: one.code, what: `Giấy tờ đã nộp, có ${row.count - 1}/${row.count} bản`, note: 'Thiếu một bản sao' }] });
  const next = await stockOf(people.clerk, 'desk', DESK);
  expect(next.counts[0]).toMatchObject({ short: 1, missing: 0 });
  const gone = (await thingsOf(one.code)).things.filter(({ holder }) => holder === 'unaccounted');
  await closed(people.clerk, 'desk', bodyOf(next, { unexpected: gone.map(({ thingId }) => thingId) }));
  expect([await standing(world.database.pool, one.dossierId), await settle(one)]).toEqual([[`paper 1 desk ${DESK}`, `papers ${row.count - 1} desk ${DESK}`], []]);
});

it('at the agency, by whoever serves the whole of it: what the ledger has at the desk and lies here is taken over', async () => {
  const [one, other] = [await receive(), await receive()];
  await forward(one);
  await made(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [one.dossierId] });
  const view = await stockOf(people.records, 'office', AGENCY);
  expect(view.rows.map(({ code }) => code)).toContain(one.code);
  const scanned = await thingsOf(other.code, people.records, 'office', AGENCY);
  expect(scanned.things).toMatchObject([{ holder: 'desk', holderName: expect.stringContaining('Kỳ Bắc') as string }]);
  const answer = await closed(people.records, 'office', bodyOf(view, { unexpected: scanned.things.map(({ thingId }) => thingId) }));
  expect(await happened(world.database.pool, other.dossierId)).toEqual(['papers: came taken-over']);
  const paper = await people.records.get(`/api/papers/${answer.paperId}.pdf`);
  expect([paper.status, (await people.elsewhere.get(`/api/papers/${answer.paperId}.pdf`)).status, (await people.clerk.get(`/api/papers/${answer.paperId}.pdf`)).status]).toEqual([200, 404, 404]);
});

it('of two who count at once the second is told by whom, and has moved nothing', async () => {
  const one = await receive();
  const view = await stockOf(people.clerk, 'desk', DESK);
  const first = await closed(people.officer, 'desk', bodyOf(view));
  const answer = await close(people.clerk, 'desk', bodyOf(view, { missing: [one.code] }));
  expect([answer.status, refusalOf(answer), answer.json<{ detail: string }>().detail]).toEqual([409, 'stock-counted-meanwhile', expect.stringContaining(first.number)]);
  expect(await happened(world.database.pool, one.dossierId)).toEqual(['papers: came']);
  // at the very same moment too
  const again = await stockOf(people.clerk, 'desk', DESK);
  const both = await Promise.all([close(people.officer, 'desk', bodyOf(again)), close(people.clerk, 'desk', bodyOf(again))]);
  expect(both.map(refusalOf).toSorted()).toEqual(['201', 'stock-counted-meanwhile']);
});

it('the same closing sent again is done once', async () => {
  const body = bodyOf(await stockOf(people.clerk, 'desk', DESK));
  const key = { 'idempotency-key': randomUUID() };
  const answers = [await people.clerk.send('POST', '/api/desk/stock/counts', body, key), await people.clerk.send('POST', '/api/desk/stock/counts', body, key)];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(answers[1]?.text).toBe(answers[0]?.text);
});

it('a bag is counted by its label with all that lies in it, and lost with it', async () => {
  const one = await receive();
  const bag = await made<{ bagId: string; label: string }>(people.clerk, '/api/desk/bags', { bagId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY });
  await made(people.clerk, `/api/desk/bags/${bag.bagId}/pack`, { scanned: one.code });
  const view = await stockOf(people.clerk, 'desk', DESK);
  expect(view.rows.filter(({ code }) => code === bag.label || code === one.code).map(({ kind, insideLabel }) => [kind, insideLabel])).toEqual(expect.arrayContaining([['bag', undefined], ['papers', bag.label]]));
  const answer = await closed(people.clerk, 'desk', bodyOf(view, { missing: [bag.label] }));
  expect([await standing(world.database.pool, one.dossierId), await settle(one)]).toEqual([[expect.stringMatching(/^papers \d+ unaccounted$/)], [{ kind: 'not-in-stock', holderKind: 'unaccounted' }]]);
  expect(answer.lines.filter(({ result }) => result === 'missing')).toEqual([{ thingId: bag.bagId, result: 'missing' }]);
  const found = await thingsOf(bag.label);
  await closed(people.clerk, 'desk', bodyOf(await stockOf(people.clerk, 'desk', DESK), { unexpected: found.things.map(({ thingId }) => thingId) }));
  expect((await thingsOf(bag.label)).things).toMatchObject([{ holder: 'desk', bars: 'here' }]);
});

it('what cannot be is refused and moves nothing', async () => {
  const [one, sent] = [await receive(), await receive()];
  await forward(sent);
  const view = await stockOf(people.clerk, 'desk', DESK);
  const whole = bodyOf(view);
  const [thing] = view.rows.filter(({ code }) => code === one.code);
  const thingId = thing?.thingId ?? '';
  const agency = await stockOf(people.records, 'office', AGENCY);
  const toSign = await thingsOf(sent.code, people.records, 'office', AGENCY);
  expect(toSign.things).toMatchObject([{ holder: 'transit', bars: 'stock-to-sign-for' }]);
  const answers = [
    await close(people.clerk, 'desk', { ...whole, found: whole.found.filter((id) => id !== thingId) }),
    await close(people.clerk, 'desk', { ...whole, missing: [{ thingId, note: 'x' }] }),
    await close(people.clerk, 'desk', { ...whole, unexpected: [randomUUID()] }),
    await close(people.clerk, 'desk', { ...whole, after: randomUUID() }),
    await close(people.records, 'office', bodyOf(agency, { unexpected: toSign.things.map((one) => one.thingId) })),
  ];
  expect(answers.map(refusalOf)).toEqual(['stock-not-all-counted', 'stock-list-changed', 'stock-list-changed', 'stock-counted-meanwhile', 'stock-to-sign-for']);
  expect(await happened(world.database.pool, one.dossierId)).toEqual(['papers: came']);
  const unknown = [
    await people.clerk.get(`/api/desk/stock/thing?scanned=000.18.60.H27-191118-9999`), await people.clerk.get('/api/desk/stock/thing?scanned=TUI0000000294'),
    await people.clerk.get('/api/desk/stock/thing?scanned=RR473124828VN'), await people.clerk.get('/api/desk/stock/thing?scanned=TUI12'),
  ];
  expect(unknown.map(refusalOf)).toEqual(['stock-unknown', 'bag-label-check-digits', 'item-number-check-digit', 'bag-label-shape']);
});

it('another’s place is not there, nor what is another’s', async () => {
  const one = await receive();
  const answers = [
    await people.elsewhere.get(`/api/office/stock?place=${AGENCY}`), await people.clerk.get('/api/desk/stock?place=ky-phong'),
    await close(people.elsewhere, 'office', bodyOf(await stockOf(people.records, 'office', AGENCY))), await people.clerk.get(`/api/office/stock?place=${AGENCY}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 403]);
  expect(refusalOf(await people.elsewhere.get(`/api/office/stock/thing?scanned=${one.code}`))).toBe('stock-unknown');
  const home = await people.elsewhere.get('/api/office/stock');
  const [thing] = (await thingsOf(one.code)).things;
  expect(refusalOf(await close(people.elsewhere, 'office', bodyOf(home.json<StockView>(), { unexpected: [thing?.thingId ?? ''] })))).toBe('stock-list-changed');
});

it('the records of both sides are walked like every other number series', async () => {
  const series = (await findAllSeries(world.database.pool, 42)).filter(({ series: name }) => name.startsWith('paper:stock-count-record:'));
  expect(series.map(({ series: name }) => name.split(':')[2]).toSorted()).toEqual([AGENCY, 'xa-ky-bac']);
  for (const { numbers, lastNumber } of series) expect(numbers).toEqual(Array.from({ length: lastNumber }, (_, index) => index + 1));
});
