import { afterEach, expect, it } from 'vitest';
import { counterMachine, type Machine } from '#testing/counter-machine.ts';
import { type Taken, leasesAfter, lookAhead } from './lease-hand.ts';

let machine: Machine | undefined;
afterEach(() => machine?.close());

const BOOK = { series: 'certification:SCT/BS:xa-ky-bac', period: '2019', count: 2 };
const CODES = { series: 'dossier:xa-ky-bac', period: '191118', count: 1 };

it('where another tab took one of several numbers, none of the others is passed over', async () => {
  machine = await counterMachine();
  const { db } = machine.counter();
  const next = async (): Promise<readonly number[]> => (await db.leases.toArray()).map((lease) => lease.next);
  const take = (taken: readonly Taken[]): Promise<boolean> => db.transaction('rw', db.leases, async () => {
    const after = await leasesAfter(db, taken);
    if (after) await db.leases.bulkPut([...after]);
    return after !== undefined;
  });
  const wanted = await lookAhead(db, [BOOK, CODES]);
  const quicker = await lookAhead(db, [CODES]);
  if ('kind' in wanted || 'kind' in quicker) throw new Error('no numbers');
  expect(await take(quicker)).toBe(true);
  const before = await next();
  expect([await take(wanted), await next()]).toEqual([false, before]);
  const again = await lookAhead(db, [BOOK, CODES]);
  if ('kind' in again) throw new Error('no numbers');
  expect(again.map(({ number }) => number)).toEqual([101, 102, 102]);
  expect(await take(again)).toBe(true);
});
