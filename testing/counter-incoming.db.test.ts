// A bag counted and handed out at a counter without a line: afterwards both sides say the same of it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OutcomeAcceptedAnswer } from '#wire/accept-outcome.wire.ts';
import { dossierView } from '#wire/dossier-view.wire.ts';
import { farmer } from './desk-commands.ts';
import { type Bench, type ServerUnderTest, openBench, settle } from './model-bench.ts';
import { plantDossier } from './planted-dossiers.ts';
import { type ServedWorld, servedWorld } from './served-world.ts';
import { saidOf, viewAt } from './view-at-counter.ts';
import { serverOf } from './world-bench.ts';

let world: ServedWorld;
let server: ServerUnderTest;
let bench: Bench | undefined;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
  server = await serverOf(world);
}, 120_000);
afterAll(async () => {
  bench?.close();
  await world.close();
});

it('received, not received and handed out: states, record and answers are the same on both sides', async () => {
  const bag = randomUUID();
  const ids: string[] = [];
  await world.database.pool.query(
    `insert into motcua.hand_over (province_id, hand_over_id, direction, desk_id, agency_unit_id, record_number, sent_at, sent_by, sent_by_name)
     values (42, $1, 'to-desk', 'ky-bac', 'xa-ky-bac', '900/BBGN', '2019-11-18T07:20:00+07:00', $1, 'Văn thư')`, [bag]);
  for (const no of [911, 912, 913]) {
    const { dossierId } = await plantDossier(world.database.pool, { no, agencyUnitId: 'xa-ky-bac', procedureCode: '1.001193', state: 'outcome-sent' });
    await world.database.pool.query('insert into motcua.hand_over_line (province_id, hand_over_id, dossier_id, paper_count) values (42, $1, $2, 1)', [bag, dossierId]);
    ids.push(dossierId);
  }
  const [first, second, third] = ids as [string, string, string];
  bench = await openBench(server);
  const counter = bench.counter();
  bench.line.isUp = false;
  world.wait(300);
  const key = randomUUID();
  const said = saidOf(await counter.act({
    path: `/api/desk/incoming/${bag}/accept`, key, body: { deskId: 'ky-bac', received: [first, second], rejected: [{ dossierId: third, note: 'không có trong túi' }] },
  })) as OutcomeAcceptedAnswer;
  world.wait(60);
  const handed = await counter.act({
    path: `/api/desk/dossiers/${first}/return-outcome`, key: randomUUID(),
    body: {
      deskId: 'ky-bac', revision: 3, receiver: { fullName: farmer.fullName, identity: farmer.identity, relation: 'self' }, receiptShown: true, recalledPapers: [],
      originalsReturned: true, confirmation: { by: 'pin', ...bench.officer },
    },
  });
  expect(handed.ok).toBe(true);
  const mine = await Promise.all(ids.map(async (id) => dossierView.parse(await viewAt(counter, id))));
  world.wait(60);
  await settle(bench);
  const [kept] = await server.rows<{ answer: OutcomeAcceptedAnswer }>('select answer from motcua.command where province_id = 42 and command_id = $1', [key]);
  expect(kept?.answer).toEqual(JSON.parse(JSON.stringify(said)));
  for (const one of mine) {
    const theirs = await viewAt(counter, one.dossierId);
    for (const part of ['state', 'revision', 'handOvers', 'returned'] as const) expect([part, theirs[part]]).toEqual([part, one[part]]);
  }
  expect(mine.map((one) => one.state)).toEqual(['returned', 'ready-to-return', 'outcome-recorded']);
  expect(await server.rows('select from motcua.offline_case', [])).toEqual([]);
});
