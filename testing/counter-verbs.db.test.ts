// Each step of the model does what its name says: drawn by chance, one that never took effect would prove nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OFFLINE_ACTS } from '#core/offline/offline-act.ts';
import {
  again, bring, cancel, certify, correct, count, countPapers, forward, givePapers, guide, handOut, handOverBag, putOneRight, receive, receiveRefused, receiveScanned, refuseToReceive, unsettled,
  withdraw,
} from './counter-acts.ts';
import { FORGERIES, forge } from './counter-forgeries.ts';
import { killServer, killTab, line, sync, upgrade } from './counter-mishaps.ts';
import { type Step, newBook } from './counter-model.ts';
import { findingsOf, openBench, settleAll } from './model-bench.ts';
import { type ServedWorld, servedWorld } from './served-world.ts';
import { serverOf } from './world-bench.ts';

const LONG = 120_000;
let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
}, LONG);
afterAll(() => world.close());

it('a day of every act, with an update, a killed tab and server, and every forgery in between', async () => {
  const server = await serverOf(world);
  const bench = await openBench(server);
  const book = newBook();
  const run = async (...steps: readonly Step[]): Promise<void> => {
    for (const step of steps) if (step.check(book)) await step.run(book, bench);
  };
  await run(line(false), bring, count, handOut, countPapers, givePapers, guide, refuseToReceive, receiveRefused, receiveScanned);
  await run(receive, receive, receive, receive, certify(2), forward(0), correct(0, 2), withdraw(0), cancel(0), again(0), killTab, receive, receive, handOverBag);
  const acts = new Set((await bench.counter().db.outbox.toArray()).map((row) => row.act));
  expect(OFFLINE_ACTS.filter((act) => !acts.has(act))).toEqual([]);
  await run(line(true), sync([undefined, undefined, undefined, 'answer-lost', undefined]), unsettled(true), unsettled(false), killServer, upgrade);
  await run(...FORGERIES.map(forge), sync([]), sync([]));
  expect(book.printed.map(({ state }) => state)).toContain('refused');
  await run(putOneRight(0), ...FORGERIES.map(forge));
  await settleAll(book, bench);
  expect(book.printed.map(({ state }) => state)).not.toContain('refused');
  // of those that are proven anew with the numbers of an act, the second only when that act was taken
  expect(book.forged.length).toBeGreaterThan(FORGERIES.length);
  const { commands, ...wrong } = await findingsOf(book, bench, server);
  expect(wrong).toEqual({ lost: [], doubled: [], parked: [], differing: [] });
  expect(commands).toBe(book.printed.length + book.moved.length);
  bench.close();
}, LONG);
