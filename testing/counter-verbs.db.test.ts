// Each step of the model does what its name says: drawn by chance, one that never took effect would prove nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OFFLINE_ACTS } from '#core/offline/offline-act.ts';
import {
  again, bring, cancel, certify, correct, count, countPapers, forward, givePapers, guide, handOut, handOverBag, receive, receiveScanned, refuseToReceive, unsettled, withdraw,
} from './counter-acts.ts';
import { FORGERIES, forge } from './counter-forgeries.ts';
import { giveBack, killServer, killTab, line, sync, upgrade } from './counter-mishaps.ts';
import { type Book, type Step, newBook } from './counter-model.ts';
import { certifyRefused, guideRefused, handOverRefusedBag, putActsRight, putOneRight, receiveRefused, refuseRefused } from './counter-refused.ts';
import { type Bench, findingsOf, openBench, settleAll } from './model-bench.ts';
import { type ServedWorld, servedWorld } from './served-world.ts';
import { serverOf } from './world-bench.ts';

const LONG = 480_000;
let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld('kybac-2019');
}, LONG);
afterAll(() => world.close());

const stepsOn = (book: Book, bench: Bench) => async (...steps: readonly Step[]): Promise<void> => {
  for (const step of steps) if (step.check(book)) await step.run(book, bench);
};

it('a day of every act, with an update, a killed tab and server, and every forgery in between', async () => {
  const server = await serverOf(world);
  const bench = await openBench(server);
  const book = newBook();
  const run = stepsOn(book, bench);
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

it('what no dossier bears, copies and a sealed bag are put right; a machine given back forgets it all and begins anew', async () => {
  const server = await serverOf(world);
  const bench = await openBench(server);
  const book = newBook();
  const run = stepsOn(book, bench);
  const parked = (): number => book.moved.filter((one) => one.parked !== undefined).length + book.printed.filter(({ state }) => state === 'refused').length;
  const refused = (): Promise<number> => bench.counter().db.outbox.where('state').equals('refused').count();
  await run(receive, receive, sync([]), line(false), handOverRefusedBag, certifyRefused, guideRefused, refuseRefused, line(true), giveBack([]), sync([]));
  // nothing that waits is left behind
  expect([parked(), await refused(), book.broughtIn.size]).toEqual([4, 4, 0]);
  await run(putActsRight, putOneRight(0));
  expect([parked(), await refused()]).toEqual([0, 0]);
  const first = await bench.counter().device();
  await run(sync([]), giveBack([]), receive, handOverBag);
  expect([book.broughtIn.size, await bench.counter().db.outbox.count()]).toEqual([6, 2]);
  // the round before gets nowhere, and then the answer is lost: the machine learns of it when it asks again
  await run(sync([]), giveBack(['request-lost', 'answer-lost']));
  const second = await bench.counter().device();
  expect([book.revoked, second?.deviceId === first?.deviceId]).toEqual([true, false]);
  await run(giveBack([]), receive, sync([]));
  expect([book.revoked, (await bench.counter().device())?.deviceId === second?.deviceId]).toEqual([false, false]);
  await settleAll(book, bench);
  const { commands, ...wrong } = await findingsOf(book, bench, server);
  expect([commands, wrong]).toEqual([9, { lost: [], doubled: [], parked: [], differing: [] }]);
  bench.close();
}, LONG);
