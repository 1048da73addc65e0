import { afterAll, beforeAll, expect, it } from 'vitest';
import { HA_TINH } from '#demo/worlds.ts';
import { findUnexplained } from '../custody-ledger.ts';
import type { TestDatabase } from '../database.ts';
import { worldDatabase } from '../world-database.ts';
import { type Month, simulateMonth } from './month.ts';
import { EXCEPTIONS } from './stage.ts';

let database: TestDatabase;
let month: Month;
beforeAll(async () => {
  database = await worldDatabase('hatinh-2026', { sample: false });
  month = await simulateMonth(database.pool, HA_TINH, { things: 1_200, seed: 28_11_2026 });
}, 600_000);
afterAll(() => database.close());

it('a month of the province reconciles: what each place sent is received, refused, explained or on its way, and every piece is where the ledger says', () => {
  expect(month.unexplained).toEqual([]);
});

it('in which everything that can go wrong went wrong, to one thing in twenty', () => {
  expect([...month.seen.keys()].toSorted()).toEqual([...EXCEPTIONS].toSorted());
  expect(month.exceptions / month.things).toBeGreaterThanOrEqual(0.05);
  expect(month.things).toBeGreaterThanOrEqual(1_200);
  expect(month.cases).toBeGreaterThan(0);
  expect(new Set(month.accounts.map(({ place }) => place.split(' ')[0]))).toEqual(new Set(['agency', 'courier', 'desk']));
});

it('a piece that is somewhere else than the ledger says is found, and so is a record that does not add up', async () => {
  const { rows: [thing] } = await database.pool.query<{ id: string }>("select thing_id as id from motcua.custody_thing where holder_kind = 'agency' and dossier_id is not null order by thing_id limit 1");
  await database.migratorPool.query('update motcua.custody_thing set count = count + 1 where thing_id = $1', [thing?.id]);
  expect((await findUnexplained(database.pool)).length).toBe(1);
});
