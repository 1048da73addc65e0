import { afterEach, expect, it } from 'vitest';
import { counterMachine, type Machine } from '#testing/counter-machine.ts';
import { ETAG } from '../meta-keys.ts';

let machine: Machine | undefined;
afterEach(() => machine?.close());

it('what the counter decides with is opened once, and anew when something else was fetched; until it was whole, each time', async () => {
  machine = await counterMachine();
  const { db, reference } = machine.counter();
  expect(await reference()).not.toBe(await reference());
  await db.meta.put({ key: ETAG, value: '"one"' });
  const first = await reference();
  expect([first?.place.desk.deskId, await reference() === first]).toEqual(['ky-bac', true]);
  await db.reference.delete('desk');
  await db.meta.put({ key: ETAG, value: '"two"' });
  expect(await reference()).toBeUndefined();
});
