// Whatever befalls a counter without a line: each command takes effect once, each printed code is one dossier's, the
// money is the same on both sides, and nothing is parked that should only wait. One commit gets one answer; MODEL_SEED and
// MODEL_RUNS ask for others and more, as the soak does.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyJournal } from '#server/journal/verify.ts';
import { secretsFrom } from '#server/secrets.ts';
import { type Book, newBook } from './counter-model.ts';
import { counterSteps } from './counter-steps.ts';
import { type Bench, type ServerUnderTest, findingsOf, openBench, settleAll } from './model-bench.ts';
import { type ServedWorld, servedWorld } from './served-world.ts';
import { serverOf } from './world-bench.ts';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 25);
const SEED = Number(process.env['MODEL_SEED'] ?? 20_191_118);
const RUN_TAKES = 24_000;
const LONG = Math.max(25, RUNS) * RUN_TAKES;
const secrets = secretsFrom(Buffer.alloc(32, 5));

let world: ServedWorld;
let server: ServerUnderTest;
beforeAll(async () => {
  world = await servedWorld('kybac-2019', { parts: { secrets } });
  server = await serverOf(world);
}, LONG);
afterAll(() => world.close());

it('nothing is lost, doubled or parked that should wait', async () => {
  await fc.assert(fc.asyncProperty(counterSteps(14), async (steps) => {
    const bench: Bench = await openBench(server);
    const book: Book = newBook();
    try {
      await fc.asyncModelRun(() => ({ model: book, real: bench }), steps);
      await settleAll(book, bench);
      const { commands: _commands, ...wrong } = await findingsOf(book, bench, server);
      expect(wrong).toEqual({ lost: [], doubled: [], parked: [], differing: [] });
    } finally {
      bench.close();
    }
  }), { seed: SEED, numRuns: RUNS, endOnFailure: process.env['MODEL_SHRINK'] === undefined });
  expect((await verifyJournal(world.database.pool, 42, secrets.checkpointKey)).findings).toEqual([]);
}, LONG);
