import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { openCounterDb } from '../offline/counter-db.ts';
import { HERE } from '../offline/meta-keys.ts';
import { wipe } from '../offline/sync/retention.ts';
import { findCounter } from './find-counter.ts';

const note = new Map<string, string>();
beforeEach(() => {
  note.clear();
  Object.assign(globalThis, { localStorage: { getItem: (key: string) => note.get(key) ?? null, setItem: (key: string, value: string) => note.set(key, value), removeItem: (key: string) => note.delete(key) } });
});

test('a counter whose note is lost is found by its store; one that was wiped, or never enrolled, is none', async () => {
  const world = randomUUID();
  const db = openCounterDb(world);
  await db.meta.put({ key: 'policy', value: 1 });
  expect(await findCounter()).toBe(false);
  const here = { world, deviceId: 'm', name: 'Máy 1', deskName: 'Kỳ Bắc', enrolledAt: '2019-11-18T07:00:00+07:00' };
  await db.meta.put({ key: HERE, value: here });
  expect(await findCounter()).toBe(true);
  expect(JSON.parse(note.get('motcua.counter') ?? '')).toEqual(here);
  note.clear();
  await wipe(db);
  expect([await findCounter(), note.size]).toEqual([false, 0]);
});
