// A bag that left this counter under its seal, and a dossier in it that somebody changed meanwhile: the same bag goes in
// again on its dossiers as they stand now. Where one of them went another way, it is the office's.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { parkedAct } from '#staff/alone/parked-act.ts';
import { listQueue } from '#staff/alone/queue-ways.ts';
import { bagAgain, sealedLines } from '#staff/alone/sealed-bag.ts';
import { packableHere } from '#staff/offline/bag-here.ts';
import { findPaper } from '#staff/offline/store.ts';
import { bagHandedOver } from '#wire/bags.wire.ts';
import type { DossierReceivedAnswer } from '#wire/receive-dossier.wire.ts';
import { queuedAt, renamed } from './acts-at-counter.ts';
import { counterDesk } from './counter-desk.ts';
import { sendNow } from './counter-model.ts';
import { findUnexplained, happened } from './custody-ledger.ts';
import { procedureIn, receiveCommand } from './desk-commands.ts';
import { type Bench, settle } from './model-bench.ts';
import { saidOf, storedOf, viewAt } from './view-at-counter.ts';

const birth = procedureIn('kybac-2019', '1.001193');
const desk = counterDesk();
let dossiers: readonly string[] = [];
const received = async (): Promise<string> => (await desk.officer.send('POST', '/api/desk/dossiers', receiveCommand('ky-bac', birth))).json<DossierReceivedAnswer>().dossierId;
const one = async (sql: string, id: string): Promise<unknown> => (await desk.world.database.pool.query<{ one: unknown }>(sql, [id])).rows[0]?.one;

const handOver = async (at: Bench, body: object, corrects?: string) => {
  const key = randomUUID();
  return { key, said: saidOf(await at.counter().act({ path: '/api/desk/bags/filled', key, body, corrects })) };
};
const goIn = async (at: Bench): Promise<void> => {
  desk.world.wait(60);
  await settle(at);
  await sendNow(at);
};
/** Sealed and handed over here, and refused for what `meanwhile` did. */
const parkedBag = async (meanwhile: (dossierId: string) => Promise<number>) => {
  dossiers = [await received(), await received()];
  const at = await desk.alone();
  const views = await Promise.all(dossiers.map((id) => viewAt(at.counter(), id)));
  const body = {
    bagId: randomUUID(), handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', sealNumber: 'NP 004512', openedAt: await at.counter().businessNow(),
    dossiers: views.map((view) => ({ dossierId: view.dossierId, revision: view.revision, paperCount: packableHere(view).pieces })),
  };
  const first = await handOver(at, body);
  expect(await meanwhile(dossiers[1] ?? '')).toBeLessThan(300);
  await goIn(at);
  expect((await queuedAt(at, first.key)).state).toBe('refused');
  const parked = await parkedAct(storedOf(at.counter()), first.key);
  if (parked?.before.act !== 'hand-over-filled-bag') throw new Error('no bag is parked');
  const lines = sealedLines(parked.before.body, await Promise.all(dossiers.map((id) => viewAt(at.counter(), id))));
  return { at, body, first: first.key, answer: bagHandedOver.parse(first.said), parked, lines, again: bagAgain(parked.before.body, lines) };
};

it('changed by a colleague and still to go out: label, seal, record and hour that were printed stand at the server', async () => {
  const { at, body, first, answer, parked, lines, again } = await parkedBag(async (id) => (await desk.officer.send('POST', `/api/desk/dossiers/${id}/supersede-receipt`, { ...renamed('Nguyễn Văn Khác'), revision: 1 })).status);
  expect([(await queuedAt(at, first)).code, parked.bag?.label, parked.bag?.recordNumber]).toEqual(['not-forwardable', answer.label, answer.recordNumber]);
  expect(lines.map(({ since, stays }) => [since.map(({ act }) => act), stays])).toEqual([[[], undefined], [['supersede-receipt'], undefined]]);
  const printed = await findPaper(storedOf(at.counter()), body.handOverId);
  expect((await handOver(at, { ...again, sealNumber: 'NP 9' }, first)).said).toBe('not-parked');
  const sent = await handOver(at, again ?? {}, first);
  expect(sent.said).toEqual(answer);
  expect(await findPaper(storedOf(at.counter()), body.handOverId)).toEqual(printed);
  await goIn(at);
  expect([(await queuedAt(at, sent.key)).state, (await queuedAt(at, first)).state, await listQueue(storedOf(at.counter()))]).toEqual(['done', 'done', []]);
  expect([
    await one('select label as one from motcua.bag where bag_id = $1', body.bagId), await one('select hand_over_id as one from motcua.bag where bag_id = $1', body.bagId),
    await one('select settled_how as one from motcua.offline_case where command_id = $1', first), await one('select count(*)::int as one from motcua.offline_case where command_id = $1', sent.key),
  ]).toEqual([answer.label, body.handOverId, 'corrected', 0]);
  for (const id of dossiers) expect([await happened(desk.world.database.pool, id), (await viewAt(at.counter(), id)).state]).toEqual([['papers: came packed sent'], 'handed-over']);
  expect(await findUnexplained(desk.world.database.pool)).toEqual([]);
});

it('where one went another way nothing is sent again, and left to the office it is off the list', async () => {
  const { at, body, first, lines, again } = await parkedBag(async (id) =>
    (await desk.officer.send('POST', '/api/desk/hand-overs', { handOverId: randomUUID(), deskId: 'ky-bac', agencyUnitId: 'xa-ky-bac', dossiers: [{ dossierId: id, revision: 1, paperCount: 1 }] })).status);
  expect([lines.map(({ stays }) => stays), again]).toEqual([[undefined, 'Hồ sơ chưa chuyển được'], undefined]);
  expect((await handOver(at, { ...body, dossiers: body.dossiers.slice(0, 1) }, first)).said).toBe('not-parked');
  expect(await one('select count(*)::int as one from motcua.bag where bag_id = $1', body.bagId)).toBe(0);
  expect(await one('select settled_at is null as one from motcua.offline_case where command_id = $1', first)).toBe(true);
});
