import { afterEach, expect, it } from 'vitest';
import { type Machine, counterMachine } from '#testing/counter-machine.ts';
import { writesInLastMoment } from '#testing/last-moment.ts';
import type { Reply } from '../transport.ts';
import { onceForgotten } from './once-forgotten.ts';

const REVOKED: Reply = { status: 403, headers: {}, body: { type: '/loi/device-revoked', title: 'x', status: 403, detail: 'x', traceId: '', code: 'device-revoked' } };
let machine: Machine | undefined;
afterEach(() => machine?.close());

const atDesk = async () => {
  machine = await counterMachine();
  const counter = machine.counter();
  let times = 0;
  const forgotten = new Promise<void>((resolve) => {
    onceForgotten(counter, () => {
      times += 1;
      resolve();
    });
  });
  return { counter, line: machine.line, times: () => times, forgotten };
};

it('a revoked machine that has nothing left to tell is forgotten once', async () => {
  const { counter, line, times, forgotten } = await atDesk();
  line.replies = [() => REVOKED];
  await counter.sync.poke();
  await forgotten;
  counter.state.set({ line: 'offline' });
  await counter.refresh();
  expect([await counter.db.people.count(), times()]).toEqual([0, 1]);
});

it('while an act that another tab wrote in the last moment waits in its store it is not, though this tab has not counted it', async () => {
  const { counter, line, times, forgotten } = await atDesk();
  const counted = counter.state.get().pending;
  writesInLastMoment(counter.db);
  line.replies = [() => REVOKED];
  await counter.sync.poke();
  await counter.refresh();
  expect([counted, counter.state.get().sync, await counter.db.outbox.count(), times()]).toEqual([0, 'revoked', 1, 0]);
  await counter.db.outbox.toCollection().modify((row: { state: string }) => { row.state = 'done'; });
  line.replies = [() => REVOKED];
  await counter.sync.poke();
  await forgotten;
});
