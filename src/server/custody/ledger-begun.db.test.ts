// Dossiers of before the ledger: the migration places their things by their state, as the ledger itself would have.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findUnexplained } from '#testing/custody-ledger.ts';
import type { TestDatabase } from '#testing/database.ts';
import { worldDatabase } from '#testing/world-database.ts';

const migration = readFileSync(new URL('../db/migrations/0038_custody.sql', import.meta.url), 'utf8');
const BEGIN = [...migration.matchAll(/^insert into custody_[^;]+;$/gmu)].map(([statement]) => statement);

let database: TestDatabase;
type Where = Readonly<Record<string, number>>;
/** By the state of the dossier: what lies where, how many pieces. */
const read = async (): Promise<Where> => {
  const { rows } = await database.pool.query<{ what: string; pieces: number }>(
    `select d.state || ': ' || case t.kind when 'outcome' then 'outcome' else 'papers' end || ' ' || replace(t.holder_kind, 'unaccounted', 'transit') as what, sum(t.count)::int as pieces
     from motcua.custody_thing t join motcua.dossier d using (province_id, dossier_id)
     -- a supplement that lies at the desk cannot be told from one that was carried on, nor what was lost on its way from what is
     -- still on it; an entry made by mistake is not entered again
     where coalesce(t.round_no, 0) = 0 and d.state <> 'cancelled'
     group by 1 order by 1`);
  return Object.fromEntries(rows.map(({ what, pieces }) => [what, pieces]));
};
let before: Where;
beforeAll(async () => {
  database = await worldDatabase('hatinh-2026', { sample: true });
  before = await read();
  await database.migratorPool.query('truncate motcua.custody_event, motcua.custody_case, motcua.custody_thing cascade');
  await database.migratorPool.query(`set search_path = motcua; ${BEGIN.join('\n')}`);
}, 240_000);
afterAll(() => database.close());

it('everything lies where the ledger had it, piece by piece', async () => {
  expect(BEGIN).toHaveLength(2);
  expect(Object.keys(before).length).toBeGreaterThan(10);
  expect(await read()).toEqual(before);
});

it('and every row is what its events say', async () => expect(await findUnexplained(database.pool)).toEqual([]));
