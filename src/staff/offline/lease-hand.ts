// The numbers this counter holds: taken in order, never twice, and when there is none left it says so.
import type { NumberSeries } from '#core/numbering/series.ts';
import type { CounterDb, LeaseRow } from './counter-db.ts';

export type Wanted = NumberSeries & { readonly count: number };
export type Taken = { readonly leaseId: string; readonly series: string; readonly period: string; readonly number: number; readonly volume: number };
export type LeaseRunOut = { readonly kind: 'lease-run-out'; readonly series: string; readonly period: string };

const left = (lease: Pick<LeaseRow, 'next' | 'to'>): number => lease.to - lease.next + 1;

/** As they would be taken now; nothing is taken yet. Numbers that belong together follow each other. */
export const lookAhead = async (db: CounterDb, wanted: readonly Wanted[]): Promise<readonly Taken[] | LeaseRunOut> => {
  const taken: Taken[] = [];
  const held = await Promise.all(wanted.map(({ series, period }) => db.leases.where('[series+period]').equals([series, period]).toArray()));
  for (const [i, { series, period, count }] of wanted.entries()) {
    const lease = held[i]?.sort((a, b) => a.from - b.from).find((one) => left(one) >= count);
    if (!lease) return { kind: 'lease-run-out', series, period };
    for (let n = 0; n < count; n += 1) taken.push({ leaseId: lease.leaseId, series, period, number: lease.next + n, volume: lease.volume ?? 1 });
  }
  return taken;
};

/** Within the act's own transaction, what is to be written once they are taken; undefined when another tab took one of them meanwhile. */
export const leasesAfter = async (db: CounterDb, taken: readonly Taken[]): Promise<readonly LeaseRow[] | undefined> => {
  const moved: LeaseRow[] = [];
  const named = [...new Set(taken.map((one) => one.leaseId))];
  const leases = await db.leases.bulkGet(named);
  for (const [i, leaseId] of named.entries()) {
    const numbers = taken.filter((one) => one.leaseId === leaseId).map((one) => one.number);
    const lease = leases[i];
    if (!lease || lease.next !== numbers[0] || left(lease) < numbers.length) return undefined;
    moved.push({ ...lease, next: lease.next + numbers.length });
  }
  return moved;
};

export type NumbersLeft = { readonly series: string; readonly period: string; readonly left: number };

export const numbersLeft = async (db: CounterDb): Promise<readonly NumbersLeft[]> => {
  const sums = new Map<string, NumbersLeft>();
  for (const lease of await db.leases.toArray()) {
    const key = `${lease.series} ${lease.period}`;
    sums.set(key, { series: lease.series, period: lease.period, left: (sums.get(key)?.left ?? 0) + left(lease) });
  }
  return [...sums.values()].sort((a, b) => (a.series + a.period < b.series + b.period ? -1 : 1));
};

/** What the server holds for this device now: what it no longer names has come back; where we are ahead, we are ahead. */
export const keepLeases = (db: CounterDb, given: readonly Omit<LeaseRow, 'next'>[]): Promise<void> =>
  db.transaction('rw', db.leases, async () => {
    const known = new Map((await db.leases.toArray()).map((lease) => [lease.leaseId, lease]));
    await db.leases.clear();
    await db.leases.bulkPut(given.map((lease) => ({ ...lease, next: Math.max(lease.from, known.get(lease.leaseId)?.next ?? lease.from) })));
  });
