// Dossiers of before clocks were kept: the migration pieces their clocks together from what their rows tell.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeptClock } from '#core/dossier/kept-clock.ts';
import { HA_TINH } from '#demo/worlds.ts';
import type { TestDatabase } from '#testing/database.ts';
import { worldDatabase } from '#testing/world-database.ts';
import { type Difference, recheckClocks } from './recheck.ts';

const statementIn = (file: string, statement: RegExp): string =>
  statement.exec(readFileSync(new URL(`../db/migrations/${file}`, import.meta.url), 'utf8'))?.[0] ?? '';
const CARRY_OVER = statementIn('0013_clock.sql', /^with moment as [^;]+;$/mu);
const REFUSED = statementIn('0021_clock_start.sql', /^update dossier\s[^;]+;$/mu);

type Kept = { readonly code: string; readonly clock: KeptClock; readonly state: string | null; readonly due: string | null; readonly reading: { readonly state?: string } | null };

/** jsonb has an order of keys of its own. */
const sorted = (_key: string, value: unknown): unknown =>
  (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value);

let database: TestDatabase;
const read = async (): Promise<ReadonlyMap<string, Kept>> => {
  const { rows } = await database.migratorPool.query<Kept>('select code, clock, clock_state as state, due_at as due, due as reading from motcua.dossier where clock is not null');
  return new Map(rows.map((row) => [row.code, row]));
};
let before: ReadonlyMap<string, Kept>;
let after: ReadonlyMap<string, Kept>;
beforeAll(async () => {
  database = await worldDatabase('hatinh-2026', { sample: true });
  before = await read();
  await database.migratorPool.query(`update motcua.dossier set clock = null, clock_state = null, second_request = false,
    due = jsonb_build_object('due', due->'due', 'countsFrom', due->'countsFrom', 'explanation', due->'explanation') where due is not null`);
  await database.migratorPool.query('analyze');
  await database.migratorPool.query(`set search_path = motcua; ${CARRY_OVER} ${REFUSED}`);
  after = await read();
}, 120_000);
afterAll(() => database.close());

it('none is left without a clock that had one, and each says that it was carried over', () => {
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  expect([...after.values()].every(({ clock }) => clock.carriedOver === true)).toBe(true);
});

it('they count from the same facts, through the same events', () => {
  const known = (clock: KeptClock) => ({
    ...clock, carriedOver: undefined, events: clock.events.map(({ kind, at }) => ({ kind, at })),
  });
  const all = (clocks: ReadonlyMap<string, Kept>) => [...clocks].map(([code, { clock }]) => JSON.stringify({ code, ...known(clock) }, sorted)).toSorted();
  expect(all(after)).toEqual(all(before));
});

it('and come out at the same date and state when they are reckoned again', async () => {
  const differences: Difference[] = [];
  const { checked } = await recheckClocks(database.pool, HA_TINH, (one) => differences.push(one));
  expect({ checked, differences }).toEqual({ checked: before.size, differences: [] });
  const out = (clocks: ReadonlyMap<string, Kept>) => [...clocks.values()].map(({ code, due, state, reading }) => `${code} ${due} ${state} ${reading?.state}`).toSorted();
  expect(out(after)).toEqual(out(before));
});
