import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { type CounterDb, openCounterDb, type OutboxState } from './counter-db.ts';
import { isUnsent, unsentKeys, waitingIn } from './store.ts';

let db: CounterDb | undefined;
afterEach(() => db?.close());

const madeAt = (no: number): string => `2019-11-18T08:0${no}:00+07:00`;
const queueOf = async (world: string, states: readonly OutboxState[]): Promise<CounterDb> => {
  db = openCounterDb(world);
  await db.outbox.bulkAdd(states.map((state, no) => ({
    commandId: `${no}`, act: 'receive-dossier', state, madeAt: madeAt(no), dossierIds: [`d${no}`, 'shared'], scans: [], bodyHash: '', attempts: 0, sealed: new Uint8Array(0),
  })));
  return db;
};

it('what waits is told by keys alone: of one dossier, and in all', async () => {
  const store = await queueOf('keys', ['done', 'queued', 'refused', 'sending', 'waiting-for-file']);
  expect((await unsentKeys(store)).toSorted()).toEqual([2, 4, 5]);
  expect(await Promise.all(['d0', 'd1', 'd2', 'd3', 'd4', 'shared', 'unknown'].map((id) => isUnsent(store, id)))).toEqual([false, true, false, true, true, true, false]);
  expect(await waitingIn(store)).toEqual({ count: 3, oldest: madeAt(1) });
});

it('of nothing that waits nothing is told', async () => {
  const store = await queueOf('none', ['done', 'refused']);
  expect([await unsentKeys(store), await isUnsent(store, 'shared'), await waitingIn(store)]).toEqual([[], false, { count: 0 }]);
});
