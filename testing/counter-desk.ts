// What a file of tests about the counter without a line stands on: a served world, the officer at her own machine with a line,
// and machines of the desk, put away after the test that opened them.
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { type Bench, type ServerUnderTest, openBench } from './model-bench.ts';
import { type Caller, type ServedWorld, servedWorld } from './served-world.ts';
import { serverOf } from './world-bench.ts';

type CounterDesk = {
  readonly world: ServedWorld;
  readonly server: ServerUnderTest;
  readonly officer: Caller;
  readonly machine: () => Promise<Bench>;
  /** From here on the line of this machine is cut. */
  readonly alone: () => Promise<Bench>;
};

/** A machine that is opened, filled and synchronised takes its time where others work too. */
const LONG = 480_000;

export const counterDesk = (): CounterDesk => {
  vi.setConfig({ testTimeout: LONG, hookTimeout: LONG });
  let stood: Pick<CounterDesk, 'world' | 'server' | 'officer'> | undefined;
  const there = () => {
    if (!stood) throw new Error('asked before the tests began');
    return stood;
  };
  const opened: Bench[] = [];
  beforeAll(async () => {
    const world = await servedWorld('kybac-2019');
    stood = { world, server: await serverOf(world), officer: await world.signIn('tuphap.kybac') };
  });
  afterEach(() => { for (const bench of opened.splice(0)) bench.close(); });
  afterAll(() => stood?.world.close());
  const machine = async (): Promise<Bench> => {
    const bench = await openBench(there().server);
    opened.push(bench);
    return bench;
  };
  return {
    get world() { return there().world; },
    get server() { return there().server; },
    get officer() { return there().officer; },
    machine,
    alone: async () => {
      const bench = await machine();
      bench.line.isUp = false;
      there().world.wait(300);
      return bench;
    },
  };
};
