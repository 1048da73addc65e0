// What the post's supervisor sees of the desks below, and of nobody else's.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AGENCY, type BagWorld, CRIMINAL_RECORD, DESK, bagWorld, post } from '#testing/bag-world.ts';
import { formatItemNumber } from '#core/numbering/item-number.ts';
import { receiveCommand } from '#testing/desk-commands.ts';
import { neighbouringSupervisor } from '#testing/neighbouring-supervisor.ts';
import type { Caller } from '#testing/served-world.ts';
import type { SupervisedDesks, SupervisedDossier, SupervisedRecord, SupervisedRoad } from '#wire/supervision.wire.ts';

let bags: BagWorld;
const people = {} as Record<'officer' | 'clerk' | 'specialist' | 'supervisor' | 'neighbour', Caller>;
beforeAll(async () => {
  bags = await bagWorld();
  const { world } = bags;
  Object.assign(people, bags.people, { supervisor: await world.signIn('giamsat.buudien') });
  people.neighbour = await neighbouringSupervisor(world);
}, 240_000);
afterAll(() => bags.world.close());

const read = async <T>(who: Caller, path: string): Promise<T> => (await who.get(`/api/post/${path}`)).json<T>();
const deskOf = async (who = people.supervisor) => (await read<SupervisedDesks>(who, 'desks')).desks.find(({ deskId }) => deskId === DESK);

it('a desk is told by what it holds, since when, what is on its way and what is late', async () => {
  const before = await deskOf();
  expect(before).toMatchObject({ held: 0, onTheWay: 0, late: 0, openCases: 0, position: { isApproximate: true } });
  const [here, sent] = [await bags.receive(), await bags.receive()];
  const handOverId = await bags.forwarded(sent.dossierId);
  expect(await deskOf()).toMatchObject({ held: 1, onTheWay: 1, late: 0, oldestSince: expect.stringMatching(/^2019-11-18/) as string });
  const { flows } = await read<SupervisedDesks>(people.supervisor, 'desks');
  expect(flows).toMatchObject([{ deskId: DESK, agencyUnitId: AGENCY, toAgency: 1, toDesk: 0, late: 0, position: { latitude: 18.345 } }]);
  const { onTheWay } = await read<SupervisedRoad>(people.supervisor, 'road');
  expect(onTheWay).toMatchObject([{ handOverId, dossierCount: 1, isLate: false }]);
  await bags.pool.query("update motcua.hand_over set transit_due = '2019-11-15' where hand_over_id = $1", [handOverId]);
  expect((await read<SupervisedRoad>(people.supervisor, 'road')).onTheWay).toMatchObject([{ handOverId, isLate: true }]);
  expect(await deskOf()).toMatchObject({ late: 1 });
  expect((await read<SupervisedDesks>(people.supervisor, 'desks')).flows).toMatchObject([{ late: 1 }]);
  const opened = await read<SupervisedRecord>(people.supervisor, `records/${handOverId}`);
  expect([opened.record.isLate, opened.lines.map(({ code }) => code)]).toEqual([true, [sent.code]]);
  await post(people.specialist, '/api/office/hand-overs/accept', { dossierIds: [sent.dossierId] });
  expect(await deskOf()).toMatchObject({ onTheWay: 0, late: 0 });
  expect((await read<SupervisedRoad>(people.supervisor, 'road')).onTheWay).toEqual([]);
  expect(here.code).not.toBe(sent.code);
});

it('a lost bag and its cases are told, each leads to the way of its papers, and no person stands in any of it', async () => {
  const one = await bags.receive();
  const bag = await post<{ bagId: string; label: string }>(people.clerk, '/api/desk/bags', { bagId: randomUUID(), deskId: DESK, agencyUnitId: AGENCY });
  await post(people.clerk, `/api/desk/bags/${bag.bagId}/pack`, { scanned: one.code });
  bags.world.wait(5);
  const stock = (await people.clerk.get('/api/desk/stock')).json<{ now: string; rows: readonly { thingId: string; code: string; insideLabel?: string }[]; counts: readonly { countId: string }[] }>();
  const loose = stock.rows.filter(({ insideLabel }) => insideLabel === undefined);
  await post(people.clerk, '/api/desk/stock/counts', {
    countId: randomUUID(), place: DESK, startedAt: stock.now, after: stock.counts[0]?.countId, found: loose.filter(({ code }) => code !== bag.label).map(({ thingId }) => thingId),
    missing: [{ thingId: bag.bagId, note: 'Không thấy' }], unexpected: [], strays: [],
  });
  expect((await read<SupervisedRoad>(people.supervisor, 'road')).lostBags).toMatchObject([{ label: bag.label, deskId: DESK }]);
  const cases = (await people.supervisor.get('/api/post/cases'));
  expect(cases.json()).toMatchObject({ cases: [{ kind: 'not-in-stock', code: one.code, isOverdue: false }] });
  expect(await deskOf()).toMatchObject({ openCases: 1, casesOverdue: 0 });
  const way = await people.supervisor.get(`/api/post/dossiers/${one.dossierId}`);
  expect(way.json()).toMatchObject({ code: one.code, custody: [{ kind: 'papers' }] });
  const owner = receiveCommand(DESK, CRIMINAL_RECORD).parties.applicant.fullName;
  for (const { text } of [cases, way, await people.supervisor.get('/api/post/desks'), await people.supervisor.get('/api/post/road')]) expect(text).not.toContain(owner);
});

it('what lies at another supervisor’s desk is not there', async () => {
  const one = await bags.receive();
  const handOverId = await bags.forwarded(one.dossierId);
  expect((await read<SupervisedDesks>(people.neighbour, 'desks')).desks.map(({ deskId }) => deskId)).toEqual(['ky-phong']);
  expect(await read(people.neighbour, 'road')).toMatchObject({ onTheWay: [], lostBags: [] });
  expect(await read(people.neighbour, 'cases')).toMatchObject({ cases: [] });
  const answers = [await people.neighbour.get(`/api/post/records/${handOverId}`), await people.neighbour.get(`/api/post/dossiers/${one.dossierId}`), await people.supervisor.get(`/api/post/records/${handOverId}`)];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 200]);
});

it('the slip and the record of her own desks open as they were issued; no other paper, no other desk’s, for nobody else', async () => {
  const one = await bags.receive({ channel: 'post', regime: 'public-post', posting: { itemNumber: formatItemNumber('RH', 990_071), postage: 33_000 } });
  const handOverId = await bags.forwarded(one.dossierId);
  const { slips } = await read<SupervisedDossier>(people.supervisor, `dossiers/${one.dossierId}`);
  expect(slips).toMatchObject([{ number: formatItemNumber('RH', 990_071) }]);
  const receipt = await bags.one(`select paper_id as one from motcua.issued_paper where dossier_id = $1 and kind = 'intake-receipt'`, (await bags.receive()).dossierId);
  expect(receipt).toBeDefined();
  const opens = async (who: Caller, paperId: unknown) => { const answer = await who.get(`/api/post/papers/${String(paperId)}.pdf`); return answer.status === 200 ? `${answer.headers['content-type']}` : answer.status; };
  expect([await opens(people.supervisor, slips[0]?.paperId), await opens(people.supervisor, handOverId)]).toEqual(['application/pdf', 'application/pdf']);
  expect([await opens(people.supervisor, receipt), await opens(people.neighbour, slips[0]?.paperId), await opens(people.neighbour, handOverId), await opens(people.clerk, slips[0]?.paperId)]).toEqual([404, 404, 404, 403]);
});
